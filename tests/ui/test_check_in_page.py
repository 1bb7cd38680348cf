"""The page on which one checks in: words that are found or one's own, drafts, and when it was."""

from datetime import date, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from attachcalm.diary import Said
from attachcalm.feelings import load
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import MOST_WORDS
from attachcalm.ui.check_in_page import CheckInPage, Of, Written
from attachcalm.ui.check_in_words import SHORT, breakable, in_short, rating_words
from attachcalm.ui.feelings_card import FeelingsCard
from attachcalm.ui.icons import Icons
from attachcalm.ui.when_row import WhenRow
from tests.fakes.clock import FakeWallClock
from tests.fakes.facts import checked_in


@pytest.fixture
def page(icons: Icons, qtbot: QtBot, resources: Path) -> CheckInPage:
    """The page with the words that ship."""
    made = CheckInPage(icons, load(resources / "feelings.json"), FakeWallClock())
    qtbot.addWidget(made)
    made.show()
    return made


def offered(card: FeelingsCard) -> list[str]:
    """The words that can be chosen now."""
    return [pill.accessibleName() for pill in card.pills.pills]


def search(card: FeelingsCard, text: str) -> None:
    """Write this into the field."""
    card.search.clear()
    QTest.keyClicks(card.search, text)


# ---------------------------------------------------------------- words
def test_a_listed_word_written_in_capitals_is_the_listed_one(page: CheckInPage) -> None:
    """Enter takes it, and writing it twice takes it once."""
    for text in ("SCARED", "scared", "Like wet  sand"):
        search(page.feelings, text)
        QTest.keyClick(page.feelings.search, Qt.Key.Key_Return)

    assert page.feelings.words() == ("scared", "Like wet sand")
    assert page.feelings.search.text() == ""


def test_a_search_looks_through_all_families_and_the_own_words(page: CheckInPage) -> None:
    """Meanwhile no family can be chosen; afterwards each shows its own again."""
    card = page.feelings
    card.set_own(("scattered", "like wet sand"))
    search(card, "sca")
    assert offered(card)[0] == "scared"
    assert offered(card)[-1] == "scattered"

    assert not card.families.buttons()[2].isVisible()

    card.search.clear()
    card.families.buttons()[2].click()

    assert "furious" in offered(card)
    card.families.buttons()[-1].click()
    assert offered(card) == ["scattered", "like wet sand"]


def test_a_word_that_is_not_listed_is_said_to_be_one_of_ones_own(page: CheckInPage) -> None:
    """Nobody is told that a word is wrong."""
    search(page.feelings, "zzz")

    assert offered(page.feelings) == []
    assert "word of your own" in page.feelings.meaning.text()
    assert page.feelings.add_button.isVisible()


def test_a_chosen_word_is_taken_out_by_one_press(page: CheckInPage) -> None:
    """The pill of the family is off then too."""
    card = page.feelings
    card.families.buttons()[0].click()
    card.pills.pills[1].click()
    assert card.words() == ("scared",)

    card.chosen.chips[0].click()

    assert card.words() == ()
    assert not card.pills.pills[1].isChecked()


def test_there_is_an_end_to_words(page: CheckInPage) -> None:
    """As many as a page can hold."""
    page.feelings.set_words(tuple(f"w{n}" for n in range(MOST_WORDS)))
    search(page.feelings, "one more")

    QTest.keyClick(page.feelings.search, Qt.Key.Key_Return)

    assert len(page.feelings.words()) == MOST_WORDS
    assert "one more" not in page.feelings.words()


def test_without_the_list_own_words_are_all_there_is(icons: Icons, qtbot: QtBot) -> None:
    """A bad file costs the list, not the page."""
    made = CheckInPage(icons, (), FakeWallClock())
    qtbot.addWidget(made)

    search(made.feelings, "torn")
    QTest.keyClick(made.feelings.search, Qt.Key.Key_Return)

    assert made.said() == Said(words=("torn",))


def test_a_tag_of_ones_own_is_added_once_and_taken_off_again(page: CheckInPage) -> None:
    """It stands among the others, chosen."""
    for _ in range(2):
        QTest.keyClicks(page.tags.field, "Work ")
        QTest.keyClick(page.tags.field, Qt.Key.Key_Return)
    QTest.keyClicks(page.tags.field, "the bus")
    QTest.keyClick(page.tags.field, Qt.Key.Key_Return)
    assert page.tags.tags() == ("Work", "the bus")

    page.tags.pills.pills[-1].click()

    assert page.tags.tags() == ("Work",)
    assert not page.tags.pills.pills[-1].isChecked()


# ---------------------------------------------------------------- drafts
def test_each_page_that_was_begun_is_kept_for_itself(page: CheckInPage) -> None:
    """A new one, and one that was being changed."""
    earlier = checked_in(Mood(5), note="first")
    page.note.setPlainText("new")
    page.open(Of(page=earlier))
    assert page.said() == Said(Mood(5), note="first")
    page.note.setPlainText("second")
    page.open(Of())
    assert page.said().note == "new"
    assert page.draft_note.isVisible()

    page.open(Of(page=earlier))

    assert page.said() == Said(Mood(5), note="second")
    page.afresh_button.click()
    assert page.said() == Said(Mood(5), note="first")
    page.open(Of())
    page.open(Of(page=earlier))
    assert not page.draft_note.isVisible()


def test_emptying_a_page_is_not_saving_it(page: CheckInPage, qtbot: QtBot) -> None:
    """It is said how to be rid of it."""
    page.open(Of(page=checked_in(note="first")))
    page.note.setPlainText("")

    with qtbot.assertNotEmitted(page.written):
        page.save_button.click()

    assert "delete it in the list" in page.hint.text()


def test_beside_an_exercise_nothing_is_rated(page: CheckInPage, qtbot: QtBot) -> None:
    """A rating that stood there before is not told with it."""
    sitting = uuid4()
    page.ratings.distress.set_value(9)
    page.open(Of(sitting))
    page.note.setPlainText("better")

    with qtbot.waitSignal(page.written) as told:
        page.save_button.click()

    assert told.args == [Written(Of(sitting), Said(note="better"), None)]
    assert not page.ratings.isVisible()
    assert not page.when.isVisible()


# ---------------------------------------------------------------- when
@pytest.mark.parametrize(
    ("which", "day_at", "expected"),
    [
        (0, 0, None),
        (1, 0, (date(2026, 3, 2), time(9, 30))),
        (2, 0, (date(2026, 3, 1), time(9, 30))),
        (3, 0, (date(2026, 2, 28), time(9, 30))),
        (3, 59, (date(2026, 3, 2) - timedelta(days=61), time(9, 30))),
    ],
)
def test_when_it_was(
    icons: Icons, qtbot: QtBot, which: int, day_at: int, expected: tuple[date, time] | None
) -> None:
    """Now, today, yesterday, or a day of the last two months; the day before yesterday first."""
    row = WhenRow(icons)
    qtbot.addWidget(row)
    row.ask(FakeWallClock()())
    row.which.setCurrentIndex(which)
    row.day.setCurrentIndex(day_at)

    assert row.chosen() == expected


# ---------------------------------------------------------------- how it is said
def test_ratings_are_said_as_they_are() -> None:
    """0 is said, and what was skipped is not."""
    assert rating_words(Mood(0)) == "Distress 0 of 10"
    assert rating_words(Mood(energy=0, security=0)) == "Energy 0, felt security 0 of 10"
    assert rating_words(Mood()) == ""


def test_a_word_without_an_end_is_shortened_on_a_button_and_broken_in_a_text() -> None:
    """At the limit neither happens; an ampersand is an ampersand."""
    fits, long = "x" * SHORT, "x" * (SHORT + 1)

    assert (in_short(fits), in_short(long)) == (fits, "x" * (SHORT - 1) + "…")
    assert in_short("a & b") == "a && b"
    assert (breakable(fits), breakable(long)) == (fits, f"{fits}\u200bx")
