"""A way out at any second, and people first when it is high."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Ending, Fact
from attachcalm.journal.mood import Mood
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.player.ports import Channel
from attachcalm.store.late import LateJournal
from tests.whole_app.conftest import Laptop

FADED_WITHIN_MS = 1_000


def remarks(laptop: Laptop) -> list[tuple[str, str, str]]:
    """What the file says was remarked."""
    told = LateJournal(laptop.paths.database).remarks()
    return [(remark.kind.value, remark.value, remark.text) for remark in told]


def begin(laptop: Laptop, exercise: str = "long-out", distress: int | None = None) -> None:
    """Go to the exercise, rate and press the button."""
    laptop.click("nav_exercises")
    laptop.click(f"start_{exercise}")
    if distress is not None:
        laptop.click(f"before_rating_distress_{distress}")
    laptop.click("before_rating_done")


# ---------------------------------------------------------------- too much
@pytest.mark.parametrize("way", ["key", "button"])
@pytest.mark.parametrize("after_ms", [0, 200, 7_000, 61_000])
def test_too_much_ends_it_at_any_second(laptop: Laptop, way: str, after_ms: int) -> None:
    """The sitting is stopped and kept, and thanks come before anything else."""
    window = laptop.open()
    laptop.take_keyboard()
    begin(laptop, distress=5)
    laptop.pass_time(after_ms)

    if way == "key":
        QTest.keyClick(window.pages.practice().player, Qt.Key.Key_Escape)
    else:
        laptop.click("player_too_much")

    assert window.pages.practice().driver is None
    assert "Thanks for noticing" in laptop.find("harder_title", QLabel).text()
    (entry,) = laptop.entries()
    assert entry.ended is not None
    assert entry.ended.ending is Ending.STOPPED
    assert entry.rated is None
    assert remarks(laptop) == [("harder", "too_much", "")]


def test_all_that_sounded_is_silent_within_a_second(laptop: Laptop) -> None:
    """Voice, cues and ambience are told to fade, and nothing loud begins."""
    laptop.open()
    begin(laptop)
    laptop.pass_time(9_000)
    before = len(laptop.sound.calls)

    laptop.click("player_too_much")

    stopped = [call for call in laptop.sound.calls[before:] if call.what == "stop"]
    assert {call.channel for call in stopped} == set(Channel)
    assert not [call for call in laptop.sound.calls[before:] if call.what == "play"]
    assert all(call.ms <= FADED_WITHIN_MS for call in stopped)


def test_a_minute_of_the_room_then_four_ways(laptop: Laptop) -> None:
    """It ends by itself, nothing else begins, and it is no sitting of its own."""
    window = laptop.open()
    begin(laptop)
    laptop.click("player_too_much")
    minute = window.pages.practice().harder_flow.minute
    captions: set[str] = set()
    assert minute.driver is not None
    assert not laptop.find("harder_caption", QLabel).text()

    for _ in range(330):
        laptop.clock.advance(200)
        if minute.driver is not None:
            minute.driver.tick()
            captions.add(window.pages.practice().harder.caption.text())

    assert len(captions) > 3
    assert minute.driver is None
    for way in ("harder_steady", "harder_contact", "harder_support", "harder_close"):
        assert laptop.find(way, QWidget).isEnabled()
    assert window.pages.practice().driver is None
    assert len(laptop.entries()) == 1


def test_the_four_ways_look_alike(laptop: Laptop) -> None:
    """None is pressed on a person: same kind, same height."""
    laptop.open()
    begin(laptop)
    laptop.click("player_too_much")
    laptop.click("harder_skip")

    names = ("harder_steady", "harder_contact", "harder_support", "harder_close")
    ways = [laptop.find(name, QWidget) for name in names]
    assert len({way.property("kind") for way in ways}) == 1
    assert len({way.height() for way in ways}) == 1


@pytest.mark.parametrize(
    ("way", "place"),
    [("harder_contact", "support"), ("harder_support", "support"), ("harder_close", "home")],
)
def test_each_way_leads_where_it_says(laptop: Laptop, way: str, place: str) -> None:
    """And a note that was written is kept, whichever way is taken."""
    window = laptop.open()
    begin(laptop)
    laptop.click("player_too_much")
    laptop.click("harder_skip")
    laptop.find("harder_note", QPlainTextEdit).setPlainText("The dark.")

    laptop.click(way)

    assert window.pages.here == place
    assert ("harder", "note", "The dark.") in remarks(laptop)


def test_steadying_begins_only_when_it_is_asked_for(laptop: Laptop) -> None:
    """One click, and two minutes of grounding go on."""
    window = laptop.open()
    begin(laptop)
    laptop.click("player_too_much")
    laptop.click("harder_skip")
    assert window.pages.practice().driver is None

    laptop.click("harder_steady")

    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.timeline.exercise_id == "orient-room"


def test_the_minute_falls_silent_when_support_is_opened(laptop: Laptop) -> None:
    """F9 from there too; no voice goes on behind the page."""
    window = laptop.open()
    laptop.take_keyboard()
    begin(laptop)
    laptop.click("player_too_much")

    QTest.keyClick(window, Qt.Key.Key_F9)

    assert window.pages.here == "support"
    assert window.pages.practice().harder_flow.minute.driver is None


def test_rating_afterwards_stays_possible(laptop: Laptop) -> None:
    """It is not asked, and it is there."""
    laptop.open()
    begin(laptop, distress=6)
    laptop.click("player_too_much")
    laptop.click("harder_skip")

    laptop.click("harder_rate")
    laptop.click("after_rating_distress_4")
    laptop.click("after_rating_done")

    (entry,) = laptop.entries()
    assert entry.after == Mood(distress=4)


class _FullDisk(LateJournal):
    """A journal whose disk can be full."""

    full = False

    def add(self, facts: "list[Fact | Remark]") -> None:  # type: ignore[override]
        if _FullDisk.full:
            raise NotSavedError("The disk is full. Make some room on it, then try again.")
        super().add(facts)


def test_a_full_disk_stops_nobody_from_stopping(laptop: Laptop) -> None:
    """The way out is open, it is said, and what was too much is written later."""
    laptop.open_journal = _FullDisk
    laptop.open()
    begin(laptop)
    _FullDisk.full = True
    try:
        laptop.click("player_too_much")
        assert "disk is full" in laptop.find("notice_text", QLabel).text()
        assert laptop.find("harder_skip", QWidget).isVisible()
    finally:
        _FullDisk.full = False

    laptop.click("notice_again")
    assert remarks(laptop) == [("harder", "too_much", "")]


# ---------------------------------------------------------------- people first
@pytest.mark.parametrize(("distress", "people_first"), [(8, False), (9, True), (10, True)])
def test_a_9_or_10_shows_people_before_practice(
    laptop: Laptop, distress: int, people_first: bool
) -> None:
    """The rating is on disk by then, and the exercise is one click away."""
    window = laptop.open()
    begin(laptop, distress=distress)

    (entry,) = laptop.entries()
    assert entry.before == Mood(distress=distress)
    assert (window.pages.practice().driver is None) is people_first
    if people_first:
        assert "112" in laptop.find("first_things_card_sentence", QLabel).text()
        laptop.click("first_things_go_on")
        assert window.pages.practice().driver is not None
        assert len(laptop.entries()) == 1


def test_i_might_not_be_safe_shows_people_whatever_was_rated(laptop: Laptop) -> None:
    """One click, with no number needed; what was rated so far is kept."""
    window = laptop.open()
    laptop.click("nav_exercises")
    laptop.click("start_long-out")
    laptop.click("before_rating_distress_3")

    laptop.click("before_rating_unsafe")

    assert laptop.find("first_things_support", QWidget).isVisible()
    assert laptop.entries()[0].before == Mood(distress=3)
    laptop.click("first_things_support")
    assert window.pages.here == "support"
    laptop.click("support_back")
    laptop.click("first_things_close")
    assert window.pages.here == "home"
    assert laptop.entries()[0].ended is not None


@pytest.mark.parametrize(("distress", "narrowed"), [(7, False), (8, True)])
def test_from_8_something_milder_is_offered_in_place(
    laptop: Laptop, distress: int, narrowed: bool
) -> None:
    """The reason is said; the milder one begins by a click and has the same rating before."""
    window = laptop.open()
    begin(laptop, "kindness-pause", distress)
    assert (window.pages.practice().driver is None) is narrowed
    if not narrowed:
        return
    assert "milder" in laptop.find("first_things_card_title", QLabel).text()

    laptop.click("first_things_go_on")

    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.timeline.exercise_id == "orient-room"
    by_exercise = {entry.started.exercise_id: entry for entry in laptop.entries()}
    left, begun = by_exercise["kindness-pause"], by_exercise["orient-room"]
    assert left.ended is not None
    assert left.ended.ending is Ending.LEFT
    assert (left.before, begun.before) == (Mood(distress=8), Mood(distress=8))


def held_back(laptop: Laptop) -> None:
    """An 8 before an exercise that is not among the mildest: something else is offered."""
    begin(laptop, "kindness-pause", 8)
    assert laptop.find("first_things_go_on", QWidget).isVisible()


def test_going_elsewhere_closes_what_a_rule_held_back(laptop: Laptop) -> None:
    """By the rail: Home does not offer to go on with an exercise that never began."""
    window = laptop.open()
    held_back(laptop)

    laptop.click("nav_home")

    assert not window.home.interrupted.isVisible()
    assert laptop.entries()[0].ended is not None


def test_grounding_at_once_closes_it_too(laptop: Laptop) -> None:
    """Ctrl+G on that page: one sitting is closed, the other goes on."""
    window = laptop.open()
    laptop.take_keyboard()
    held_back(laptop)

    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)

    ended = {entry.started.exercise_id: entry.ended for entry in laptop.entries()}
    assert ended["kindness-pause"] is not None
    assert ended["orient-room"] is None


def test_support_and_back_leaves_the_way_on(laptop: Laptop) -> None:
    """People were looked for, and the milder exercise is still one click away."""
    window = laptop.open()
    held_back(laptop)
    laptop.click("help_now")
    laptop.click("support_back")

    laptop.click("first_things_go_on")

    assert window.pages.practice().driver is not None


def test_a_power_cut_there_opens_no_way_round_the_rule(laptop: Laptop) -> None:
    """Taken up at the next start, the rating on disk holds the exercise back still."""
    laptop.open()
    held_back(laptop)
    window = laptop.open()  # a second start: the first never came to close anything

    laptop.click("interrupted_go_on")

    assert window.pages.practice().driver is None
    laptop.click("first_things_go_on")
    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.timeline.exercise_id == "orient-room"


# ---------------------------------------------------------------- R1
@pytest.mark.parametrize(("after", "is_harder"), [(5, False), (6, True), (7, True)])
def test_a_clearly_higher_rating_is_kept_as_harder(
    laptop: Laptop, after: int, is_harder: bool
) -> None:
    """From 4 up by 2; the ways on are there, and none of them begins by itself."""
    window = laptop.open()
    begin(laptop, distress=4)
    laptop.click("player_stop")

    laptop.click(f"after_rating_distress_{after}")
    laptop.click("after_rating_done")

    assert (("harder", "R1", "") in remarks(laptop)) is is_harder
    assert window.pages.practice().after.ways.isVisible()
    assert window.pages.practice().driver is None


def test_kinds_of_remarks_are_those_of_the_journal() -> None:
    """The words that are searched for above are the ones that are written."""
    assert RemarkKind.HARDER.value == "harder"
