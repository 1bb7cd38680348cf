"""Too much at any moment of any exercise, and nothing that was written is lost on the way out."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from attachcalm.journal.entry import Ending
from attachcalm.journal.remark import RemarkKind
from attachcalm.player.session import LOOK_AGAIN_MS
from attachcalm.store.late import LateJournal
from attachcalm.ui.driver import Driver
from attachcalm.ui.practice_page import PracticePage
from tests.whole_app.conftest import Laptop
from tests.whole_app.test_too_much import begin, remarks

FADED_WITHIN_MS = 1_000
SHIPPED = sorted(file.stem for file in (Path("resources") / "exercises").resolve().glob("*.yaml"))
MOVES = st.lists(
    st.one_of(
        st.integers(0, 90_000),  # milliseconds pass
        st.sampled_from(["pause", "skip a question", "forward", "back", "repeat"]),
    ),
    max_size=6,
)


def move(laptop: Laptop, driver: Driver, what: "int | str") -> None:
    """Do one thing that a person, or time, can do to an exercise."""
    match what:
        case "pause":
            driver.toggle_pause()
        case "skip a question":
            driver.answer(None)
        case "forward":
            driver.forward()
        case "back":
            driver.back()
        case "repeat":
            driver.repeat()
        case int():
            wait(laptop, driver, what)


def wait(laptop: Laptop, driver: Driver, ms: int) -> None:
    """Let time pass from one event to the next, never as long as a sleeping laptop would."""
    page = laptop.windows[-1].pages.practice()
    while ms > 0 and page.driver is driver:
        due = driver.session.due_in()
        passed = min(ms, LOOK_AGAIN_MS if due is None else max(1, due))
        laptop.clock.advance(passed)
        driver.tick()
        ms -= passed


def walk(laptop: Laptop, exercise: str, version: int, moves: "list[int | str]") -> PracticePage:
    """Begin the exercise and come to some moment of it."""
    window = laptop.windows[-1]
    page = window.pages.practice()
    page.stop_quietly()
    found = window.library.find(exercise)
    assert found is not None
    versions = found.card.versions
    window.ways_in.entered.emit()
    page.start(found, versions[version % len(versions)], None)
    for what in moves:
        if page.driver is not None:
            move(laptop, page.driver, what)
    return page


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    exercise=st.sampled_from(SHIPPED), version=st.integers(0, 1), moves=MOVES, by_key=st.booleans()
)
def test_any_moment_of_any_exercise_leads_out(
    laptop: Laptop, exercise: str, version: int, moves: "list[int | str]", by_key: bool
) -> None:
    """Playing, paused or at a question: stopped, kept, silent, and thanked."""
    if not laptop.windows:
        laptop.open()
        laptop.take_keyboard()
    earlier = {entry.sitting for entry in laptop.entries()}
    page = walk(laptop, exercise, version, moves)
    assume(page.driver is not None)
    asked, told = len(laptop.sound.calls), len(remarks(laptop))

    if by_key:
        focused = laptop.app.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    else:
        laptop.click("player_too_much")

    assert page.driver is None
    assert page.currentWidget() is page.harder
    assert not laptop.sound.heard()
    stops = [call for call in laptop.sound.calls[asked:] if call.what == "stop"]
    assert stops
    assert all(call.ms <= FADED_WITHIN_MS for call in stops)
    assert not [call for call in laptop.sound.calls[asked:] if call.what == "play"]
    (entry,) = [entry for entry in laptop.entries() if entry.sitting not in earlier]
    assert entry.ended is not None
    assert entry.ended.ending is Ending.STOPPED
    assert len(remarks(laptop)) == told + 1


def test_esc_leads_out_while_somebody_types_an_answer(laptop: Laptop) -> None:
    """A field that has the keyboard does not swallow the way out."""
    window = laptop.open()
    laptop.take_keyboard()
    page = walk(laptop, "orient-room", 1, [150_000])
    assert page.driver is not None
    assert page.driver.session.span.is_open
    field = laptop.find("question_text", QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "s")
    assert page.driver is not None  # "s" is a letter here

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert window.pages.practice().currentWidget() is page.harder


# ---------------------------------------------------------------- the minute
def test_no_sentence_of_the_minute_is_cut_off(laptop: Laptop) -> None:
    """What is begun is said to its end before the minute is over."""
    window = laptop.open()
    begin(laptop)
    laptop.click("player_too_much")
    minute = window.pages.practice().harder_flow.minute
    assert minute.driver is not None
    spans = minute.driver.session.timeline.spans
    began = laptop.clock()
    laptop.sound.now = laptop.clock
    asked = len(laptop.sound.calls)

    while minute.driver is not None:
        laptop.clock.advance(100)
        minute.driver.tick()

    lasts = {span.clip.path: span.speech_ms for span in spans if span.clip is not None}
    spoken = [call for call in laptop.sound.calls[asked:] if call.what == "play"]
    over = laptop.clock()
    assert 50_000 <= over - began <= 60_000
    assert len(spoken) > 3
    assert all(call.path and call.at + lasts[call.path] <= over for call in spoken)


def test_without_its_exercise_the_four_ways_come_at_once(laptop: Laptop, tmp_path: Path) -> None:
    """A library that lost the exercise of the minute costs the minute, not the way out."""
    shipped, poorer = laptop.paths.resources, tmp_path / "resources"
    poorer.mkdir()
    for part in shipped.iterdir():
        if part.name != "exercises":
            (poorer / part.name).symlink_to(part)
    leave_out = shutil.ignore_patterns("orient-room.yaml")
    shutil.copytree(shipped / "exercises", poorer / "exercises", ignore=leave_out)
    laptop.paths = replace(laptop.paths, resources=poorer)
    window = laptop.open()
    begin(laptop)

    laptop.click("player_too_much")

    assert window.pages.practice().harder_flow.minute.driver is None
    assert laptop.find("harder_steady", QWidget).isVisible()
    laptop.click("harder_close")
    assert window.pages.here == "home"


def test_a_key_pressed_twice_begins_nothing(laptop: Laptop) -> None:
    """Space pauses in the player; out of habit it must not start the next exercise."""
    window = laptop.open()
    laptop.take_keyboard()
    begin(laptop)
    laptop.click("player_too_much")

    for _ in range(3):
        focused = laptop.app.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)

    assert window.pages.practice().driver is None


def test_ground_me_now_silences_the_minute_first(laptop: Laptop) -> None:
    """Two voices at once would be the opposite of calm."""
    window = laptop.open()
    laptop.take_keyboard()
    begin(laptop)
    laptop.click("player_too_much")
    laptop.find("harder_skip", QWidget)

    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)

    assert window.pages.practice().harder_flow.minute.driver is None
    assert window.pages.practice().driver is not None


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(1180, 800), (940, 600)])
def test_nothing_is_cut_off_at_the_side(laptop: Laptop, size: tuple[int, int], scale: int) -> None:
    """The four ways turn to two and two, or to one column, before the page grows too wide."""
    window = laptop.open()
    window.resize(*size)
    window.settings.change(replace(window.settings.settings, text_size=scale))
    begin(laptop, distress=4)
    laptop.click("player_too_much")
    laptop.click("harder_skip")
    harder = window.pages.practice().harder
    assert harder.horizontalScrollBar().maximum() == 0
    assert harder.four.width() >= harder.four.steady.width()

    harder.rate.click()
    laptop.click("after_rating_distress_9")
    laptop.click("after_rating_done")
    assert window.pages.practice().after.horizontalScrollBar().maximum() == 0


# ---------------------------------------------------------------- what was written
@pytest.mark.parametrize("way", ["rail", "support", "ground me", "unsafe", "rate", "window"])
def test_a_note_is_kept_whichever_way_somebody_goes(laptop: Laptop, way: str) -> None:
    """It belongs to the sitting that was too much, and is written once."""
    window = laptop.open()
    laptop.take_keyboard()
    begin(laptop)
    laptop.click("player_too_much")
    laptop.click("harder_skip")
    (sitting,) = [entry.sitting for entry in laptop.entries()]
    laptop.find("harder_note", QPlainTextEdit).setPlainText("The dark.")

    match way:
        case "rail":
            laptop.click("nav_home")
        case "support":
            QTest.keyClick(window, Qt.Key.Key_F9)
        case "ground me":
            QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        case "unsafe":
            laptop.click("harder_unsafe")
            assert window.pages.here == "support"
        case "rate":
            laptop.click("harder_rate")
        case "window":
            window.close()
            laptop.open()
            laptop.take_keyboard()

    told = LateJournal(laptop.paths.database).remarks()
    (note,) = [remark for remark in told if remark.kind is RemarkKind.HARDER and remark.text]
    assert (note.text, note.sitting) == ("The dark.", sitting)


def test_i_might_not_be_safe_is_there_during_the_minute_too(laptop: Laptop) -> None:
    """One click to people, and the voice stops."""
    window = laptop.open()
    begin(laptop)
    laptop.click("player_too_much")

    laptop.click("harder_unsafe")

    assert window.pages.here == "support"
    assert window.pages.practice().harder_flow.minute.driver is None
