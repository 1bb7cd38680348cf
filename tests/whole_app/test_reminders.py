"""Reminders from the first switch to a click on one: quiet, at the time, and never in the way."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from attachcalm.settings import Settings, load, save
from attachcalm.ui.dates import day_words
from attachcalm.ui.main_window import MainWindow
from tests.fakes.tray import FakeDesktop
from tests.whole_app.conftest import Laptop

pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)  # offscreen
WORDS = ("AttachCalm", "A quiet minute, if you like.")


@pytest.fixture
def desktop(laptop: Laptop) -> FakeDesktop:
    """The laptop's desktop has a tray."""
    laptop.desktop.has_place = True
    return laptop.desktop


def set_up(laptop: Laptop) -> None:
    """Go by the settings and switch them on."""
    laptop.click("nav_settings")
    laptop.click("settings_reminders_open")
    laptop.click("reminder_on_switch")


def wait_until(laptop: Laptop, window: MainWindow, hour: int, minute: int = 0) -> None:
    """Let it be this time of the day, and the keeper's timer run out."""
    laptop.wall.now = datetime(2026, 3, 2, hour, minute, tzinfo=UTC)
    assert window.reminders.reminding is not None
    window.reminders.reminding.keeper.look()


def remind_at_six(laptop: Laptop, kind: str = "practise") -> MainWindow:
    """Somebody whose reminders are on, at home, when one comes."""
    save(Settings(reminders=True, reminder_kind=kind), laptop.paths.settings)
    window = laptop.open()
    wait_until(laptop, window, 18)
    return window


def turn_away(laptop: Laptop) -> None:
    """Work in another window."""
    other = QWidget()
    laptop.bot.addWidget(other)
    other.show()
    with laptop.bot.waitActive(other):
        other.activateWindow()
    assert not laptop.windows[-1].isActiveWindow()


# ---------------------------------------------------------------- off, on, off
def test_nothing_reminds_until_it_is_switched_on(laptop: Laptop, desktop: FakeDesktop) -> None:
    """No icon, no timer; the page alone begins nothing."""
    window = laptop.open()
    laptop.click("nav_settings")
    laptop.click("settings_reminders_open")

    assert window.reminders.reminding is None
    assert desktop.trays == []


def test_from_the_switch_to_the_click(laptop: Laptop, desktop: FakeDesktop) -> None:
    """On, kept, told at six, followed to Home; off, and the icon is gone."""
    window = laptop.open()
    set_up(laptop)
    assert load(laptop.paths.settings).reminders
    assert len(desktop.shown) == 1

    wait_until(laptop, window, 17, 59)
    assert desktop.told == []
    wait_until(laptop, window, 18)
    assert desktop.told == [WORDS]
    assert window.pages.here == "reminders", "nothing moved by itself"

    desktop.shown[0].opened.emit()
    assert window.pages.here == "home"
    laptop.click("nav_settings")
    laptop.click("settings_reminders_open")
    laptop.click("reminder_on_switch")
    assert desktop.shown == []


def test_they_go_on_after_a_restart_and_the_icon_goes_with_the_window(
    laptop: Laptop, desktop: FakeDesktop
) -> None:
    """Closed is closed."""
    window = laptop.open()
    set_up(laptop)
    window.close()
    assert desktop.shown == []

    window = laptop.open()
    assert len(desktop.shown) == 1
    wait_until(laptop, window, 18)
    window.close()

    assert desktop.told == [WORDS]
    assert desktop.shown == []


def test_a_closed_window_reminds_no_more(laptop: Laptop, desktop: FakeDesktop) -> None:
    """Even if its settings were to change."""
    window = laptop.open()
    set_up(laptop)
    window.close()

    window.settings.change(Settings(reminders=True, reminder_kind="base"))

    assert desktop.shown == []
    assert window.reminders.reminding is None


# ---------------------------------------------------------------- a click
def test_a_minute_in_ones_corner_is_opened_and_not_begun(
    laptop: Laptop, desktop: FakeDesktop
) -> None:
    """Its version of a minute is chosen; gates and ratings stand before it as ever."""
    window = remind_at_six(laptop, "base")

    desktop.shown[0].opened.emit()

    before = window.pages.practice().before
    assert window.pages.here == "practice"
    assert before.chosen_version().id == "minute"
    assert before.chosen_version().minutes == 1
    assert laptop.entries() == ()


def test_it_never_takes_the_keyboard_or_the_screen(laptop: Laptop, desktop: FakeDesktop) -> None:
    """A window that was put away stays there until somebody follows the reminder."""
    save(Settings(reminders=True), laptop.paths.settings)
    window = laptop.open()
    window.showMinimized()

    wait_until(laptop, window, 18)
    assert window.isMinimized()
    desktop.shown[0].opened.emit()

    assert not window.isMinimized()


def test_nothing_comes_while_an_exercise_plays_and_a_click_ends_none(
    laptop: Laptop, desktop: FakeDesktop
) -> None:
    """Neither during it nor for it afterwards."""
    save(Settings(reminders=True), laptop.paths.settings)
    window = laptop.open()
    laptop.click("breathe_now")

    wait_until(laptop, window, 18)
    desktop.shown[0].opened.emit()

    driver = window.pages.practice().driver
    assert driver is not None
    assert window.pages.here == "practice"
    laptop.play_to_the_end()
    wait_until(laptop, window, 18, 10)
    assert desktop.told == []


def test_an_exercise_behind_another_window_is_left_in_peace_too(
    laptop: Laptop, desktop: FakeDesktop
) -> None:
    """Somebody may listen only, with the window put away."""
    save(Settings(reminders=True), laptop.paths.settings)
    window = laptop.open()
    laptop.click("breathe_now")
    turn_away(laptop)

    wait_until(laptop, window, 18)

    assert desktop.told == []


@pytest.mark.parametrize("place", ["help_now", "start_long-out"])
@pytest.mark.parametrize("is_here", [True, False])
def test_nobody_is_disturbed_on_support_or_before_an_exercise(
    laptop: Laptop, desktop: FakeDesktop, place: str, is_here: bool
) -> None:
    """While they are there; a window left on that page is no reason to be silent."""
    save(Settings(reminders=True), laptop.paths.settings)
    window = laptop.open()
    laptop.take_keyboard()
    if place != "help_now":
        laptop.click("nav_exercises")
    laptop.click(place)
    if not is_here:
        turn_away(laptop)

    wait_until(laptop, window, 18)

    assert desktop.told == ([] if is_here else [WORDS])


def test_somebody_on_support_is_left_there(laptop: Laptop, desktop: FakeDesktop) -> None:
    """A click brings the window, and the page with the numbers stays."""
    window = remind_at_six(laptop, "base")
    laptop.click("help_now")

    desktop.shown[0].opened.emit()

    assert window.pages.here == "support"


def test_rest_by_the_icon_lasts_until_tomorrow(laptop: Laptop, desktop: FakeDesktop) -> None:
    """One click, kept on disk, shown on the page, and the plan stays on."""
    window = remind_at_six(laptop)

    desktop.shown[0].rest_chosen.emit()

    kept = load(laptop.paths.settings)
    assert (kept.reminders, kept.reminder_resting_until) == (True, "2026-03-03")
    laptop.click("nav_settings")
    laptop.click("settings_reminders_open")
    assert day_words(date(2026, 3, 3)) in laptop.find("reminder_resting", QLabel).text()
    assert window.pages.here == "reminders"


# ---------------------------------------------------------------- without a tray
def test_without_a_tray_a_line_stands_in_the_window(laptop: Laptop) -> None:
    """It can be closed, and it steals nothing."""
    remind_at_six(laptop)

    assert laptop.find("notice_text", QLabel).text() == WORDS[1]
    laptop.click("notice_close")
    assert not laptop.windows[-1].notice.isVisible()


def test_without_a_tray_it_is_said_where_the_minute_is(laptop: Laptop) -> None:
    """There is nothing to click on, so the words lead there."""
    remind_at_six(laptop, "base")

    assert "Someone in your corner" in laptop.find("notice_text", QLabel).text()


def test_what_is_more_important_stays_in_the_notice(laptop: Laptop) -> None:
    """Something could not be saved, and that is not covered up."""
    save(Settings(reminders=True), laptop.paths.settings)
    window = laptop.open()
    window.unsaved.tell("Not saved yet.")

    wait_until(laptop, window, 18)

    assert laptop.find("notice_text", QLabel).text() == "Not saved yet."


def test_a_calendar_file_holds_the_plan(laptop: Laptop, tmp_path: Path) -> None:
    """Read back by the library; neutral, it says nothing of the app."""
    window = laptop.open()
    set_up(laptop)
    laptop.click("reminder_neutral_switch")
    path = tmp_path / "reminders.ics"
    window.pages.reminders().coming.ask_where = lambda *_: path

    laptop.click("reminder_save")

    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert isinstance(event, Event)
    assert event["summary"] == WORDS[1]
    assert event.start == datetime(2026, 3, 2, 18)  # noqa: DTZ001 - the wall's own
    assert b"attachcalm" not in path.read_bytes().lower()
    assert [file.name for file in tmp_path.glob("*.part")] == []


def test_a_folder_that_is_gone_is_told(laptop: Laptop, tmp_path: Path) -> None:
    """Nothing is lost, and another folder may do."""
    window = laptop.open()
    set_up(laptop)
    window.pages.reminders().coming.ask_where = lambda *_: tmp_path / "gone" / "reminders.ics"

    laptop.click("reminder_save")

    assert "could not be saved" in laptop.find("reminder_save_note", QLabel).text()


def test_all_by_keys(laptop: Laptop, desktop: FakeDesktop) -> None:
    """On, a kind, and back to the settings."""
    window = laptop.open()
    laptop.take_keyboard()
    window.go("reminders")
    QTest.keyClick(laptop.find("reminder_on_switch", QWidget), Qt.Key.Key_Space)
    QTest.keyClick(laptop.find("reminder_kind", QComboBox), Qt.Key.Key_Down)
    QTest.keyClick(laptop.find("reminders_back", QWidget), Qt.Key.Key_Space)

    kept = load(laptop.paths.settings)
    assert (kept.reminders, kept.reminder_kind) == (True, "base")
    assert window.pages.here == "settings"
