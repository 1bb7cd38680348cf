"""Before an exercise: what waits says why in place of the rating, and what is told comes first."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from attachcalm.exercises import library
from attachcalm.exercises.library import Library
from attachcalm.support.flags import Flag, Health
from attachcalm.support.own import Own
from attachcalm.ui.before_panel import BeforePanel
from attachcalm.ui.icons import Icons

DAY = date(2026, 3, 2)
EIGHT_NOES = Own(health=Health(asked_on=DAY), told_of_side_effects=DAY)


def yes(*flags: Flag) -> Own:
    """Somebody who answered, and said yes to these."""
    return replace(EIGHT_NOES, health=Health(frozenset(flags), DAY))


@pytest.fixture(scope="module")
def shipped(resources: Path) -> Library:
    """The exercises that ship with the app."""
    return library.load([resources / "exercises"])


@pytest.fixture
def panel(qtbot: QtBot, icons: Icons, shipped: Library) -> BeforePanel:
    """The panel of somebody with eight noes who was told of side effects."""
    made = BeforePanel(icons)
    qtbot.addWidget(made)
    made.set_library(shipped)
    made.set_own(EIGHT_NOES)
    made.show()
    return made


def open_exercise(panel: BeforePanel, shipped: Library, exercise_id: str) -> None:
    """Choose this exercise in its first version."""
    exercise = shipped.exercise(exercise_id)
    panel.open(exercise, exercise.card.versions[0])


def seen(panel: BeforePanel) -> list[str]:
    """Which of the three stands first."""
    three = {"waiting": panel.waiting, "told": panel.side_effects, "rating": panel.rating}
    return [name for name, card in three.items() if card.isVisible()]


def versions(panel: BeforePanel) -> list[str]:
    """The versions that can be chosen."""
    buttons = panel.about.findChildren(QRadioButton)
    return [button.objectName().removeprefix("version_") for button in buttons]


# ---------------------------------------------------------------- what waits
def test_what_is_offered_is_rated(panel: BeforePanel, shipped: Library) -> None:
    """Nothing stands between."""
    open_exercise(panel, shipped, "cyclic-sigh")

    assert seen(panel) == ["rating"]
    assert not panel.note.isVisible()


def test_what_an_answer_keeps_back_says_why_and_cannot_be_begun(
    panel: BeforePanel, shipped: Library, qtbot: QtBot
) -> None:
    """The reason, what fits instead by its name, and the answers; no Begin."""
    panel.set_own(yes(Flag.BREATH))
    open_exercise(panel, shipped, "cyclic-sigh")

    assert seen(panel) == ["waiting"]
    assert "soft breathing" in panel.waiting.sentence.text()
    assert shipped.card("long-out").title in panel.waiting.instead.text()
    assert not panel.rating.button.isVisible()
    with qtbot.waitSignal(panel.instead_wanted) as told:
        panel.waiting.instead.click()
    assert told.args == ["long-out"]
    with qtbot.waitSignal(panel.health_wanted):
        panel.waiting.answers.click()


def test_before_it_knows_the_answers_it_is_careful(
    qtbot: QtBot, icons: Icons, shipped: Library
) -> None:
    """A panel that was told nothing holds the careful set."""
    panel = BeforePanel(icons)
    qtbot.addWidget(panel)
    panel.show()

    open_exercise(panel, shipped, "cyclic-sigh")

    assert seen(panel) == ["waiting"]
    assert not panel.waiting.instead.isVisible(), "it does not know what fits either"


def test_another_answer_opens_it_and_keeps_what_was_rated(
    panel: BeforePanel, shipped: Library
) -> None:
    """Back from the questions: the rating is as it was left, and the version too."""
    open_exercise(panel, shipped, "cyclic-sigh")
    panel.rating.distress.set_value(4)
    panel.about.findChildren(QRadioButton)[1].setChecked(True)
    chosen = panel.chosen_version()

    panel.set_own(yes(Flag.BREATH))
    assert seen(panel) == ["waiting"]
    panel.set_own(EIGHT_NOES)

    assert seen(panel) == ["rating"]
    assert panel.rating.distress.value() == 4
    assert panel.chosen_version() == chosen


# ---------------------------------------------------------------- what is done otherwise
def test_a_word_of_warning_stands_above_the_rating(panel: BeforePanel, shipped: Library) -> None:
    """After a loss, before somebody is brought to mind."""
    panel.set_own(yes(Flag.LOSS))
    open_exercise(panel, shipped, "safe-person")

    assert seen(panel) == ["rating"]
    assert "miss" in panel.note.title.text()
    assert panel.note.isVisible()
    places = [card.mapTo(panel, card.rect().topLeft()).y() for card in (panel.note, panel.rating)]
    assert places == sorted(places)


def test_with_flashbacks_the_long_version_is_not_among_the_choices(
    panel: BeforePanel, shipped: Library
) -> None:
    """Seven minutes are not offered; the short form is marked in their place."""
    open_exercise(panel, shipped, "calm-place")
    assert versions(panel)[0] == "full"

    panel.set_own(yes(Flag.FLASHBACKS))

    assert "full" not in versions(panel)
    assert panel.chosen_version().minutes <= 5


# ---------------------------------------------------------------- side effects
@pytest.mark.parametrize(
    ("exercise", "told_on", "first"),
    [
        ("calm-place", None, "told"),
        ("safe-person", None, "told"),
        ("calm-place", DAY, "rating"),
        ("long-out", None, "rating"),
        ("orient-room", None, "rating"),
    ],
)
def test_side_effects_are_told_before_the_first_quiet_or_imagined_one(
    panel: BeforePanel, shipped: Library, exercise: str, told_on: date | None, first: str
) -> None:
    """Once; and never before what grounds."""
    panel.set_own(replace(EIGHT_NOES, told_of_side_effects=told_on))
    open_exercise(panel, shipped, exercise)

    assert seen(panel) == [first]


def test_read_leads_on_to_the_rating(panel: BeforePanel, shipped: Library) -> None:
    """Whoever listens keeps the day; then the rating has the keyboard."""
    panel.set_own(replace(EIGHT_NOES, told_of_side_effects=None))
    open_exercise(panel, shipped, "calm-place")
    panel.side_effects_read.connect(partial(panel.set_own, EIGHT_NOES))

    panel.side_effects.read_button.click()

    assert seen(panel) == ["rating"]
    assert panel.focusWidget() is panel.rating.distress.buttons[0]


def test_what_waits_is_not_told_of_first(panel: BeforePanel, shipped: Library) -> None:
    """Nobody reads of figures for what they cannot begin."""
    panel.set_own(Own(health=Health(frozenset({Flag.SUBSTANCES}), DAY)))
    open_exercise(panel, shipped, "calm-place")

    assert seen(panel) == ["waiting"]
