"""After an exercise that left somebody high: people first, and the same four ways as anywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Fact
from attachcalm.journal.mood import Mood
from attachcalm.journal.remark import Remark
from attachcalm.store.late import LateJournal
from tests.whole_app.conftest import Laptop
from tests.whole_app.test_too_much import begin, remarks


class FullDisk(LateJournal):
    """A journal whose disk can be full."""

    full = False

    def add(self, facts: "list[Fact | Remark]") -> None:  # type: ignore[override]
        if FullDisk.full:
            raise NotSavedError("The disk is full. Make some room on it, then try again.")
        super().add(facts)


def rate(laptop: Laptop, before: int | None, after: int) -> None:
    """Practise a moment between two ratings."""
    begin(laptop, distress=before)
    if before is not None and before >= 9:
        laptop.click("first_things_go_on")
    laptop.click("player_stop")
    laptop.click(f"after_rating_distress_{after}")
    laptop.click("after_rating_done")


@pytest.mark.parametrize("before", [8, 10, None])
@pytest.mark.parametrize(("after", "people_first"), [(8, False), (9, True), (10, True)])
def test_people_come_first_from_9_whatever_was_before(
    laptop: Laptop, before: int | None, after: int, people_first: bool
) -> None:
    """The rating is on disk; the number to call and a large button stand first."""
    window = laptop.open()
    rate(laptop, before, after)

    panel = window.pages.practice().after
    assert laptop.entries()[0].after == Mood(distress=after)
    assert panel.people.isVisible() is people_first
    assert panel.ways.isVisible()
    if people_first:
        assert "112" in laptop.find("after_people_sentence", QLabel).text()
        assert panel.people.geometry().bottom() < panel.result.geometry().top()
        laptop.click("after_people_support")
        assert window.pages.here == "support"


@pytest.mark.parametrize(
    ("before", "after", "by_rule"),
    [(3, 4, False), (3, 5, True), (7, 7, False), (7, 8, True), (8, 9, False), (7, 9, True)],
)
def test_the_rule_is_written_once_and_only_where_it_holds(
    laptop: Laptop, before: int, after: int, by_rule: bool
) -> None:
    """R1: 2 or more higher, or 8 and above from below."""
    laptop.open()
    rate(laptop, before, after)

    assert remarks(laptop) == ([("harder", "R1", "")] if by_rule else [])


@pytest.mark.parametrize(
    ("way", "place"),
    [
        ("after_ways_contact", "support"),
        ("after_ways_support", "support"),
        ("after_ways_close", "home"),
        ("after_ways_steady", "practice"),
    ],
)
def test_the_four_ways_lead_where_they_do_elsewhere(laptop: Laptop, way: str, place: str) -> None:
    """One set of words and ways; there is no second button for the same."""
    window = laptop.open()
    rate(laptop, 4, 6)
    panel = window.pages.practice().after
    assert not panel.done_button.isVisible()
    assert not panel.support_button.isVisible()

    laptop.click(way)

    assert window.pages.here == place
    assert (window.pages.practice().driver is not None) is (place == "practice")


@pytest.mark.parametrize("after", [4, 3])
def test_an_ordinary_time_shows_no_ways_of_a_harder_one(laptop: Laptop, after: int) -> None:
    """Done for today, Support and Trends, as ever."""
    window = laptop.open()
    rate(laptop, 4, after)

    panel = window.pages.practice().after
    assert not panel.ways.isVisible()
    assert not panel.people.isVisible()
    assert panel.done_button.isVisible()
    assert panel.support_button.isVisible()


def test_what_one_sitting_showed_does_not_stay_for_the_next(laptop: Laptop) -> None:
    """After a 9 an easier time has no people card left over."""
    window = laptop.open()
    rate(laptop, 5, 9)
    laptop.click("after_ways_close")
    rate(laptop, 5, 3)

    assert not window.pages.practice().after.people.isVisible()
    assert laptop.find("after_done", QWidget).isEnabled()


@pytest.mark.parametrize("after", [6, 9])
def test_an_enter_too_many_begins_nothing(laptop: Laptop, after: int) -> None:
    """Rating by keys ends with Enter; one more must not start the next exercise."""
    window = laptop.open()
    laptop.take_keyboard()
    rate(laptop, 4, after)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        focused = laptop.app.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    assert window.pages.practice().driver is None


# ---------------------------------------------------------------- I might not be safe
def test_i_might_not_be_safe_keeps_the_rating_and_opens_support(laptop: Laptop) -> None:
    """Written first; coming back, people still stand first, whatever the number was."""
    window = laptop.open()
    begin(laptop, distress=5)
    laptop.click("player_stop")
    laptop.click("after_rating_distress_3")

    laptop.click("after_rating_unsafe")

    assert window.pages.here == "support"
    assert laptop.entries()[0].after == Mood(distress=3)
    laptop.click("support_back")
    assert laptop.find("after_people_support", QWidget).isVisible()


def test_without_a_rating_it_can_still_be_given_later(laptop: Laptop) -> None:
    """Nothing is written for the person that they did not say."""
    window = laptop.open()
    begin(laptop, distress=5)
    laptop.click("player_stop")

    laptop.click("after_rating_unsafe")

    assert window.pages.here == "support"
    assert laptop.entries()[0].rated is None
    laptop.click("support_back")
    laptop.click("after_rating_distress_4")
    laptop.click("after_rating_done")
    assert laptop.entries()[0].after == Mood(distress=4)


def test_a_full_disk_hides_nobody_from_support(laptop: Laptop) -> None:
    """Support opens, it is said that nothing is saved yet, and all is written later."""
    laptop.open_journal = FullDisk
    window = laptop.open()
    begin(laptop, distress=5)
    laptop.click("player_stop")
    laptop.click("after_rating_distress_9")
    FullDisk.full = True
    try:
        laptop.click("after_rating_unsafe")
        assert window.pages.here == "support"
        assert "disk is full" in laptop.find("notice_text", QLabel).text()
    finally:
        FullDisk.full = False

    laptop.click("notice_again")
    assert laptop.entries()[0].after == Mood(distress=9)
    assert remarks(laptop) == [("harder", "R1", "")]


# ---------------------------------------------------------------- what stayed
def test_a_side_effect_is_written_with_its_sitting(laptop: Laptop) -> None:
    """What the page is told, the journal has, in the person's own words."""
    window = laptop.open()
    rate(laptop, 5, 4)

    window.pages.practice().after_flow.note_side_effect("A tight chest since then.")

    (told,) = LateJournal(laptop.paths.database).remarks()
    assert (told.kind.value, told.text) == ("side_effect", "A tight chest since then.")
    assert told.sitting == laptop.entries()[0].sitting


def test_something_unpleasant_that_stayed_can_be_noted(laptop: Laptop) -> None:
    """In the person's own words, beside the sitting, and thanked for without alarm."""
    laptop.open()
    begin(laptop)
    laptop.click("player_stop")
    laptop.click("after_rating_done")
    laptop.find("side_effect_words", QPlainTextEdit).setPlainText("  Dizzy for an hour. ")

    laptop.click("side_effect_note")

    assert ("side_effect", "", "Dizzy for an hour.") in remarks(laptop)
    assert laptop.find("side_effect_thanks", QWidget).isVisible()


def test_it_can_be_noted_at_any_time_and_without_a_sitting(laptop: Laptop) -> None:
    """Days later, from Help: about no sitting, and nothing is asked for it."""
    laptop.open()
    laptop.click("nav_help")
    laptop.find("side_effect_words", QPlainTextEdit).setPlainText("A dream came back on Sunday.")

    laptop.click("side_effect_note")

    (told,) = LateJournal(laptop.paths.database).remarks()
    assert (told.kind.value, told.text) == ("side_effect", "A dream came back on Sunday.")
    assert (told.exercise_id, told.sitting) == ("", None)
    assert laptop.find("side_effect_thanks", QWidget).isVisible()
    assert laptop.entries() == ()


def test_a_note_from_help_waits_for_a_full_disk(laptop: Laptop) -> None:
    """It is said, and it is written as soon as there is room."""
    laptop.open_journal = FullDisk
    laptop.open()
    laptop.click("nav_help")
    laptop.find("side_effect_words", QPlainTextEdit).setPlainText("Dizzy since then.")
    FullDisk.full = True
    try:
        laptop.click("side_effect_note")
        assert "disk is full" in laptop.find("notice_text", QLabel).text()
    finally:
        FullDisk.full = False

    laptop.click("notice_again")

    assert remarks(laptop) == [("side_effect", "", "Dizzy since then.")]
