"""The private questions: each answer is told at once, and nothing unsaid is taken for a no."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from attachcalm.support.flags import UNKNOWN, Flag, Health
from attachcalm.support.gates import RULES
from attachcalm.support.own import Own
from attachcalm.ui.health_page import HealthPage
from attachcalm.ui.icons import Icons

TODAY = date(2026, 3, 2)


class Told:
    """What the page told, and somebody who holds it and tells it back, as the keeper does."""

    def __init__(self, page: HealthPage) -> None:
        self.page = page
        self.owns: list[Own] = []
        page.own_changed.connect(self.hear)

    def hear(self, own: Own) -> None:
        """Hold it."""
        self.owns.append(own)
        self.page.set_own(own)

    @property
    def health(self) -> Health:
        """The last that was told."""
        return self.owns[-1].health


@pytest.fixture
def page(qtbot: QtBot, icons: Icons) -> HealthPage:
    """The page of somebody who has answered nothing, in a country that is to stay."""
    made = HealthPage(icons, Own(country="NZ"), TODAY)
    qtbot.addWidget(made)
    made.resize(940, 600)
    made.show()
    return made


@pytest.fixture
def told(page: HealthPage) -> Told:
    """What it tells."""
    return Told(page)


def answer_all(page: HealthPage, *yes: Flag) -> None:
    """Yes to these, no to the others."""
    for flag, question in page.questions.items():
        (question.yes if flag in yes else question.no).click()


def test_nothing_is_chosen_beforehand(page: HealthPage, told: Told) -> None:
    """Eight questions, no answer, and nothing told."""
    assert len(page.questions) == 8
    assert all(question.answer is None for question in page.questions.values())
    assert told.owns == []


def test_it_is_said_beforehand_who_sees_it(page: HealthPage) -> None:
    """On this laptop, and with a therapist only if exported."""
    assert "stay on this laptop" in page.sentence.text()
    assert "only if you export" in page.sentence.text()


def test_each_answer_is_told_at_once(page: HealthPage, told: Told) -> None:
    """A yes counts from its click on; what else was kept stays kept."""
    page.questions[Flag.BREATH].yes.click()

    assert told.owns == [Own(country="NZ", health=Health(frozenset({Flag.BREATH})))]
    assert page.kept.isVisible()


@pytest.mark.parametrize("left_out", list(Flag))
def test_seven_answers_are_not_eight(page: HealthPage, told: Told, left_out: Flag) -> None:
    """Seven noes are careful still; the eighth makes them known, with its day."""
    for flag, question in page.questions.items():
        if flag is not left_out:
            question.no.click()
    assert told.health == UNKNOWN

    page.questions[left_out].no.click()

    assert told.health == Health(asked_on=TODAY)


def test_rather_not_said_is_not_known(page: HealthPage, told: Told) -> None:
    """One of eight taken back, and we are careful; the yes that was said stays."""
    answer_all(page, Flag.LOSS)
    assert told.health == Health(frozenset({Flag.LOSS}), TODAY)

    page.questions[Flag.HEART].unsaid.click()

    assert told.health == Health(frozenset({Flag.LOSS}))
    assert "careful" in page.kept.text()
    assert page.questions[Flag.INJURY].answer is False, "the others stay as they were"


def test_all_can_be_taken_back(page: HealthPage, told: Told) -> None:
    """At once, and the page shows it."""
    answer_all(page, Flag.LOSS, Flag.HEART)

    page.forget_button.click()

    assert told.health == UNKNOWN
    assert all(question.answer is None for question in page.questions.values())


def test_what_was_answered_before_is_shown(page: HealthPage) -> None:
    """All eight known: each is a yes or a no."""
    page.set_own(Own(health=Health(frozenset({Flag.UNSAFE}), date(2026, 1, 1))))

    said = {flag: question.answer for flag, question in page.questions.items()}
    assert said == {flag: flag is Flag.UNSAFE for flag in Flag}


def test_a_question_is_answered_with_keys(page: HealthPage, told: Told) -> None:
    """Space on a choice, and arrows between them."""
    question = page.questions[Flag.HEART]
    question.no.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(question.no, Qt.Key.Key_Space)
    assert question.answer is False
    QTest.keyClick(question.no, Qt.Key.Key_Left)

    assert question.answer is True
    assert told.health == Health(frozenset({Flag.HEART}))


def test_every_rule_can_be_read(page: HealthPage) -> None:
    """Under the questions."""
    shown = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert {rule.sentence for rule in RULES} <= shown


def test_done_and_back_both_leave(page: HealthPage, qtbot: QtBot) -> None:
    """Nothing has to be answered first."""
    for button in (page.done_button, page.back_button):
        with qtbot.waitSignal(page.left):
            button.click()
