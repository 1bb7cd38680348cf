"""Measures: each answer can be left out, and what was answered is on disk first."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from attachcalm.journal.page import Score
from attachcalm.measures.shelf import Fault, Shelf
from attachcalm.ui.icons import Icons
from tests.fakes.measuring import SHELF, Measuring, focus


@pytest.fixture
def here(qtbot: QtBot, icons: Icons) -> Measuring:
    """Somebody who has filled in nothing yet."""
    made = Measuring(icons)
    qtbot.addWidget(made.page)
    made.page.resize(940, 600)
    with qtbot.waitExposed(made.page):
        made.page.show()
    return made


# ---------------------------------------------------------------- the list
def test_each_measure_says_what_it_asks_and_whose_it_is(here: Measuring) -> None:
    """Title, what it is about, licence and attribution."""
    assert set(here.page.list.cards) == {"gad-7", "phq-8", "phq-9", "who-5"}
    assert "Worry, tension" in here.page.list.cards["gad-7"].sentence.text()
    assert "without copyright restriction" in here.shown("measure_gad-7_rights")
    assert "WHO Collaborating Centre" in here.shown("measure_who-5_rights")
    assert "Each can be left out" in here.shown("measure_gad-7_when")


def test_the_phq_9_is_not_there_until_it_is_assigned(here: Measuring) -> None:
    """And its past scores stay to be seen when it is turned off again."""
    here.fill_in("phq-9", *[1] * 8, 0)
    here.assigned = frozenset()
    here.page.result.done_button.click()

    assert "phq-9" not in here.page.list.cards
    assert "PHQ-9" in here.shown("measures_other_last")
    here.page.list.other_button.click()
    assert here.page.past.rows[0].values.text() == "8 of 27"


@pytest.mark.parametrize(
    ("days", "text"), [(13, "Fill in anyway"), (14, "Fill in"), (15, "Fill in")]
)
def test_within_14_days_it_says_why_to_wait_and_opens_all_the_same(
    here: Measuring, days: int, text: str
) -> None:
    """The person decides; the reason is told."""
    here.fill_in("gad-7", *[1] * 7)
    here.page.result.done_button.click()
    here.wall.advance(days=days)
    here.page.refresh()
    card = here.page.list.cards["gad-7"]

    assert card.fill_button.text() == text
    assert ("It looks back 14 days" in card.when.text()) is (days < 14)
    assert "7 of 21" in card.last.text()
    card.fill_button.click()
    assert here.page.form.isVisible()


def test_a_file_that_was_refused_is_named(here: Measuring) -> None:
    """Quietly, at the end."""
    assert not here.page.list.refused.isVisible()
    fault = Fault(Path("try-4.json"), "the licence is missing")
    here.shelf = Shelf(SHELF.measures, SHELF.entries, (fault,))

    here.page.keeper.read()

    assert "try-4.json" in here.shown("measures_refused")


# ---------------------------------------------------------------- filling in
def test_a_filling_is_on_disk_before_its_result_shows(here: Measuring) -> None:
    """With every answer, the number, what it means, and the wording it was given to."""
    here.fill_in("gad-7", 0, 1, 2, 3, 2, 1, 3)

    (score,) = here.scores()
    assert score.answers == (0, 1, 2, 3, 2, 1, 3)
    assert score.values == (("Total", 12),)
    assert (score.scales[0].most, score.revision) == (21, SHELF.measures[0].checksum)
    assert here.shown("result_score_0") == "12 of 21"
    assert "10 to 14 is “moderate”" in here.shown("result_band_0")
    assert "talk over" in here.shown("result_talk")
    assert "Pfizer" in here.shown("result_rights")


def test_the_worked_who_5(here: Measuring) -> None:
    """3, 2, 3, 1, 2 make 44; a higher number is better there."""
    here.fill_in("who-5", 3, 2, 3, 1, 2)

    assert here.shown("result_score_0") == "44 of 100"
    assert here.shown("result_direction_0") == "A higher number means feeling better."


def test_what_is_left_out_is_kept_as_left_out_and_no_number_is_made(here: Measuring) -> None:
    """It says which, and why there is none."""
    here.fill_in("gad-7", 0, None, 2, 3, None, 1, 3)

    (score,) = here.scores()
    assert score.answers == (0, None, 2, 3, None, 1, 3)
    assert score.values == ()
    assert "Left out: 2, 5." in here.shown("result_left_out")
    assert not here.shown("result_score_0")


def test_nothing_answered_is_nothing_kept(here: Measuring) -> None:
    """Seven times left out is as good as stopping."""
    here.fill_in("gad-7", *[None] * 7)

    assert here.scores() == []
    assert here.page.list.isVisible()


def test_stopping_keeps_nothing_and_says_so(here: Measuring) -> None:
    """At any question."""
    here.page.list.cards["gad-7"].fill_button.click()
    here.answer(1, 2)
    here.page.form.stop_button.click()

    assert here.scores() == []
    assert here.shown("measures_told") == "Stopped. Nothing of it was kept."


def test_keys_answer_and_enter_goes_on(here: Measuring, qtbot: QtBot) -> None:
    """0 to 3 choose, Delete takes back, Enter leads to the next, to the end."""
    page = here.page
    with qtbot.waitActive(page):
        page.activateWindow()
    page.list.cards["gad-7"].fill_button.click()
    for key in ("2", "3", "0"):
        QTest.keyClicks(focus(), key)
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert page.form.answers[:3] == (2, 3, 0)
    QTest.keyClicks(focus(), "1")
    QTest.keyClick(focus(), Qt.Key.Key_Delete)
    QTest.keyClicks(focus(), "4")  # is no answer here
    assert page.form.answers[3] is None
    for _ in range(4):
        QTest.keyClick(focus(), Qt.Key.Key_Return)

    assert page.result.isVisible()
    assert here.scores()[0].answers == (2, 3, 0, None, None, None, None)


def test_enter_on_another_button_does_what_that_button_says(here: Measuring, qtbot: QtBot) -> None:
    """Stop means stop."""
    with qtbot.waitActive(here.page):
        here.page.activateWindow()
    here.page.list.cards["gad-7"].fill_button.click()
    here.page.form.stop_button.setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Return)

    assert here.page.list.isVisible()


def test_tab_goes_from_the_answers_to_the_buttons(here: Measuring, qtbot: QtBot) -> None:
    """Though the questions were made last."""
    with qtbot.waitActive(here.page):
        here.page.activateWindow()
    here.page.list.cards["gad-7"].fill_button.click()
    QTest.keyClick(focus(), Qt.Key.Key_Tab)

    assert focus().objectName() in ("measure_next", "measure_item_1_clear")


def test_back_shows_the_answer_that_was_given(here: Measuring) -> None:
    """And it can be changed."""
    here.page.list.cards["gad-7"].fill_button.click()
    here.answer(3, 1)
    here.page.form.back_button.click()
    assert here.page.form.questions[1].isVisible()
    assert here.page.form.questions[1].value == 1
    here.page.form.back_button.click()
    assert not here.page.form.back_button.isEnabled()
    here.answer(0)

    assert here.page.form.answers[:3] == (0, 1, None)


def test_all_at_once_is_one_list(here: Measuring) -> None:
    """Every question, one button, the same answers."""
    here.page.list.cards["gad-7"].fill_button.click()
    here.answer(3)
    form = here.page.form
    form.all_switch.click()

    assert all(question.isVisible() for question in form.questions)
    assert not form.back_button.isVisible()
    assert not form.leave_out_button.isVisible()
    for question in form.questions[1:]:
        question.choices.button(1).click()
    form.next_button.click()
    assert here.scores()[0].values == (("Total", 9),)


def test_a_shorter_measure_after_a_longer_one_begins_at_its_first_question(here: Measuring) -> None:
    """Though the longer one was left at its last, as a list."""
    here.page.list.cards["phq-8"].fill_button.click()
    here.answer(*[0] * 7)
    here.page.form.all_switch.click()
    here.page.form.stop_button.click()

    here.page.list.cards["who-5"].fill_button.click()

    assert [question.isVisible() for question in here.page.form.questions] == [True] + [False] * 4


# ---------------------------------------------------------------- item 9
@pytest.mark.parametrize("value", [1, 2, 3])
def test_any_answer_to_item_9_but_none_opens_support_with_everything_on_disk(
    here: Measuring, value: int
) -> None:
    """At once, before the next question and long before a result."""
    here.page.list.cards["phq-9"].fill_button.click()
    here.answer(*[0] * 8)
    here.page.form.questions[8].choices.button(value).click()

    ((kept,),) = here.at_support
    assert isinstance(kept, Score)
    assert kept.answers == (0,) * 8 + (value,)
    assert not here.page.result.isVisible()
    here.page.form.next_button.click()
    assert here.page.result.isVisible()
    assert len(here.scores()) == 1


def test_item_9_alone_opens_support_too(here: Measuring) -> None:
    """In the list, answered first; stopping then keeps what is on disk, and says so."""
    here.page.list.cards["phq-9"].fill_button.click()
    here.page.form.all_switch.click()
    here.page.form.questions[8].choices.button(3).click()
    here.page.form.stop_button.click()

    assert len(here.at_support) == 1
    assert here.scores()[0].answers == (None,) * 8 + (3,)
    assert "What you answered is kept" in here.shown("measures_told")


def test_a_zero_there_opens_nothing_and_a_change_to_more_does(here: Measuring) -> None:
    """0 is an answer; back to 0 and up again asks again; from 1 to 2 does not."""
    here.page.list.cards["phq-9"].fill_button.click()
    here.answer(*[3] * 8)
    nine = here.page.form.questions[8].choices
    nine.button(0).click()
    assert here.at_support == []
    for value in (1, 2, 0, 1):
        nine.button(value).click()

    assert len(here.at_support) == 2
    assert here.scores()[0].answers[8] == 1


def test_no_other_item_opens_support(here: Measuring) -> None:
    """Not even the highest answers to all of them."""
    here.fill_in("phq-9", *[3] * 8, 0)
    here.page.result.done_button.click()
    here.fill_in("gad-7", *[3] * 7)

    assert here.at_support == []


def test_support_opens_though_the_disk_is_full(here: Measuring) -> None:
    """The answer waits for the disk, the person waits for nothing."""
    here.journal.is_full = True
    here.page.list.cards["phq-9"].fill_button.click()
    here.answer(*[0] * 8)
    here.page.form.questions[8].choices.button(1).click()

    assert len(here.at_support) == 1
    assert here.told == ["The disk is full."]
    here.journal.is_full = False
    here.page.keeper.diary.save_again()
    assert here.scores()[0].answers[8] == 1
