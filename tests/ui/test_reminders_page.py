"""The page of reminders: each change is told at once, and what cannot be is said."""

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.reminders import Plan
from attachcalm.settings import Settings
from attachcalm.ui.icons import Icons
from attachcalm.ui.reminder_coming_card import ask_where
from attachcalm.ui.reminders_page import Outside, RemindersPage
from tests.fakes.clock import FakeWallClock
from tests.fakes.tray import FakeDesktop


class Person:
    """Somebody at the page, and what is kept of what they do."""

    def __init__(self, icons: Icons, settings: Settings) -> None:
        self.keeper = icons.keeper
        self.wall = FakeWallClock()
        self.desktop = FakeDesktop()
        self.told: list[Settings] = []
        self.saved: list[tuple[Plan, str, Path]] = []
        self.refusal: OSError | None = None
        outside = Outside(self.wall, self.desktop.has_tray, self.save)
        self.page = RemindersPage(icons, settings, outside)
        self.page.settings_changed.connect(self.hear)

    def hear(self, settings: Settings) -> None:
        """Hold it and tell it back, as the keeper does."""
        self.told.append(settings)
        self.page.set_settings(settings)

    def save(self, plan: Plan, words: str, path: Path) -> None:
        """Write a calendar, or have no room for it."""
        if self.refusal is not None:
            raise self.refusal
        self.saved.append((plan, words, path))

    @property
    def settings(self) -> Settings:
        """The last that was told."""
        return self.told[-1]

    def show(self, **changes: object) -> None:
        """Have these settings."""
        self.page.set_settings(replace(Settings(), **changes))  # type: ignore[arg-type]

    def add(self, at: str) -> None:
        """Choose this time and add it."""
        picker = self.page.times.time
        picker.setCurrentIndex(picker.findText(at))
        self.page.times.add_button.click()

    @property
    def chips(self) -> list[str]:
        """The times that stand there."""
        return [
            chip.text() for chip in self.page.times.findChildren(QPushButton)
            if chip.property("time") and chip.isVisible()
        ]  # fmt: skip

    @property
    def preview(self) -> list[str]:
        """What comes, line by line."""
        return self.page.coming.list.text().split("\n")

    def pick(self, picker: QWidget, *keys: Qt.Key) -> None:
        """Choose with the keyboard."""
        for key in keys:
            QTest.keyClick(picker, key)


@pytest.fixture(autouse=True)
def _locale(qapp: object) -> Iterator[None]:
    """Days and times in words that the tests can know."""
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(before)


@pytest.fixture
def person(qtbot: QtBot, icons: Icons) -> Person:
    """Somebody who never set a reminder, on a Monday at half past nine."""
    made = Person(icons, Settings())
    qtbot.addWidget(made.page)
    made.page.resize(940, 600)
    made.page.show()
    return made


# ---------------------------------------------------------------- off and on
def test_it_is_off_and_says_what_would_come(person: Person) -> None:
    """Nothing was told, and the preview speaks of what would be."""
    assert not person.page.times.on.is_on()
    assert person.told == []
    assert person.preview == ["Today, 18:00", "Tomorrow, 18:00", "Wednesday, 4 March 2026, 18:00"]
    assert "are off" in person.page.coming.sentence.text()


def test_switched_on_it_begins_its_rhythm_today(person: Person) -> None:
    """The days of rest are counted from here."""
    person.page.times.on.switch.click()

    assert person.settings == Settings(reminders=True, reminder_since="2026-03-02")
    assert person.page.coming.sentence.text() == ""
    person.page.times.on.switch.click()
    assert not person.settings.reminders


def test_what_it_is_for_is_a_choice(person: Person) -> None:
    """To practise, or a minute with someone in one's corner."""
    person.pick(person.page.times.kind, Qt.Key.Key_Down)

    assert person.settings.reminder_kind == "base"


# ---------------------------------------------------------------- times and days
def test_times_are_added_in_order_and_taken_out(person: Person) -> None:
    """Each stands there as something to press."""
    person.add("09:45")
    person.add("12:00")
    assert person.settings.reminder_times[0] == "09:45"
    assert person.chips == ["09:45", "12:00", "18:00"]

    chip = person.page.findChild(QPushButton, "reminder_time_1200")
    assert chip is not None
    assert chip.accessibleName() == "Take out 12:00"
    chip.click()

    assert person.settings.reminder_times == ("09:45", "18:00")
    assert person.chips == ["09:45", "18:00"]


def test_five_six_and_no_seventh_time(person: Person) -> None:
    """The button rests, and why is said."""
    person.show(reminder_times=("09:00", "10:00", "11:00", "12:00", "13:00"))
    assert person.page.times.add_button.isEnabled()

    person.add("14:00")

    assert len(person.settings.reminder_times) == 6
    assert not person.page.times.add_button.isEnabled()
    assert "six" in person.page.times.note.text()


def test_a_time_that_is_there_is_not_added_again(person: Person) -> None:
    """It is said, and nothing changes."""
    person.add("18:00")

    assert person.told == []
    assert person.page.times.note.text() == "18:00 is there already."


@pytest.mark.parametrize(
    "at, is_quiet",
    [("07:45", True), ("08:00", False), ("21:15", False), ("21:30", True), ("21:45", True)],
)
def test_a_time_in_the_quiet_hours_says_so(person: Person, at: str, is_quiet: bool) -> None:
    """It is kept, for the hours may change, and marked; at, before and after their ends."""
    person.add(at)

    assert at in person.settings.reminder_times
    assert any("quiet" in chip for chip in person.chips) is is_quiet
    assert ("21:30 to 08:00" in person.page.times.note.text()) is is_quiet


def test_the_last_time_can_go(person: Person) -> None:
    """Then nothing comes, and there is nothing to save."""
    chip = person.page.findChild(QPushButton, "reminder_time_1800")
    assert chip is not None
    chip.click()

    assert person.preview == ["Nothing: there is no time yet."]
    assert not person.page.coming.save_button.isEnabled()
    person.add("12:00")
    assert person.page.coming.save_button.isEnabled()


def test_days_are_switched_one_by_one(person: Person) -> None:
    """Without Tuesday, the next after today is on Wednesday."""
    person.page.times.days[1].click()

    assert person.settings.reminder_days == (0, 2, 3, 4, 5, 6)
    assert person.preview[1] == "Wednesday, 4 March 2026, 18:00"
    assert person.page.times.days[1].accessibleName() == "Tuesday"


# ---------------------------------------------------------------- rest and quiet
def test_a_rhythm_of_rest_is_counted_from_today(person: Person) -> None:
    """Three days, then one of rest."""
    person.pick(person.page.rest.rhythm, Qt.Key.Key_Down)

    assert (person.settings.reminder_rest, person.settings.reminder_since) == ("3-1", "2026-03-02")


def test_rest_today_says_until_when_and_can_be_ended(person: Person) -> None:
    """One click each."""
    person.page.rest.today_button.click()
    assert person.settings.reminder_resting_until == "2026-03-03"
    assert "Tuesday, 3 March 2026" in person.page.rest.resting.text()
    assert person.preview[0] == "Tomorrow, 18:00"

    person.page.rest.end_button.click()

    assert person.settings.reminder_resting_until == ""
    assert not person.page.rest.resting.isVisible()
    assert not person.page.rest.end_button.isVisible()
    person.page.rest.week_button.click()
    assert person.settings.reminder_resting_until == "2026-03-09"


@pytest.mark.parametrize("until, rests", [("2026-03-01", False), ("2026-03-02", False),
                                          ("2026-03-03", True)])  # fmt: skip
def test_a_rest_that_is_over_is_not_spoken_of(person: Person, until: str, rests: bool) -> None:
    """Before, on and after the day itself."""
    person.show(reminder_resting_until=until)

    assert person.page.rest.resting.isVisible() is rests


def test_shown_on_another_day_it_speaks_of_that_day(person: Person) -> None:
    """The page may stay for weeks."""
    person.page.rest.today_button.click()
    person.page.hide()
    person.wall.advance(days=1)
    person.page.show()

    assert not person.page.rest.resting.isVisible()
    assert person.preview[0] == "Today, 18:00"


def test_quiet_hours_are_the_persons_own(person: Person) -> None:
    """A time that is no quarter of an hour, out of a file, is shown as it is."""
    person.show(quiet_from="22:10")
    assert person.page.rest.quiet_from.currentText() == "22:10"

    person.pick(person.page.rest.quiet_to, Qt.Key.Key_Down)

    assert (person.settings.quiet_from, person.settings.quiet_to) == ("22:10", "08:15")


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"reminder_days": ()}, "no day of the week"),
        ({"reminder_times": ("23:00",)}, "quiet hours"),
        ({"reminder_days": (6,), "reminder_rest": "5-2", "reminder_since": "2026-03-02"}, "rest"),
    ],
)
def test_where_nothing_comes_the_reason_is_said(
    person: Person, changes: dict[str, object], why: str
) -> None:
    """And no empty file can be saved."""
    person.show(**changes)

    assert len(person.preview) == 1
    assert why in person.preview[0]
    assert not person.page.coming.save_button.isEnabled()


def test_no_quiet_hours_at_all(person: Person) -> None:
    """The same time twice; it is said."""
    person.show(quiet_from="08:00", quiet_to="08:00")

    assert person.page.rest.quiet_note.text() == "No hour is quiet."


# ---------------------------------------------------------------- the tray and the calendar
def test_without_a_tray_it_is_said_what_happens_instead(person: Person) -> None:
    """In the window, and a calendar file."""
    assert "small icon" in person.page.times.tray_note.text()

    person.desktop.has_place = False
    person.show(reminders=True)

    assert "calendar file" in person.page.times.tray_note.text()


@pytest.mark.parametrize(
    "neutral, words, name",
    [
        (False, "AttachCalm: A quiet minute, if you like.", "attachcalm-reminders.ics"),
        (True, "A quiet minute, if you like.", "reminders.ics"),
    ],
)
def test_a_calendar_is_saved_where_the_person_says(
    person: Person, tmp_path: Path, neutral: bool, words: str, name: str
) -> None:
    """With the name offered that fits, and the words."""
    person.show(reminder_neutral=neutral)
    person.page.coming.ask_where = lambda _parent, _title, offered: tmp_path / offered

    person.page.coming.save_button.click()

    ((plan, said, path),) = person.saved
    assert (plan.neutral, said, path.name) == (neutral, words, name)
    assert name in person.page.coming.note.text()


def test_a_changed_mind_saves_nothing(person: Person) -> None:
    """The dialog was left."""
    person.page.coming.ask_where = lambda *_: None

    person.page.coming.save_button.click()

    assert person.saved == []
    assert not person.page.coming.note.isVisible()


def test_a_full_disk_is_told_and_the_plan_stays(person: Person, tmp_path: Path) -> None:
    """In a sentence; with room again, it is saved and said."""
    person.page.coming.ask_where = lambda *_: tmp_path / "reminders.ics"
    person.refusal = OSError(errno.ENOSPC, "No space left on device")
    person.page.coming.save_button.click()
    assert "No space left on device" in person.page.coming.note.text()
    assert person.page.coming.note.property("kind") == "warn"

    person.refusal = None
    person.page.coming.save_button.click()

    assert person.page.coming.note.property("kind") == "ok"
    assert person.told == []


def test_what_was_saved_is_not_said_of_another_plan(person: Person, tmp_path: Path) -> None:
    """The file holds the old one."""
    person.page.coming.ask_where = lambda *_: tmp_path / "reminders.ics"
    person.page.coming.save_button.click()
    assert person.page.coming.note.isVisible()

    person.add("12:00")

    assert not person.page.coming.note.isVisible()


def test_the_dialog_is_qts_own_and_adds_the_ending(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the system remember the file for others to see."""
    seen: list[object] = []

    def choose(dialog: QWidget) -> int:
        seen.append(dialog.testOption(dialog.Option.DontUseNativeDialog))  # type: ignore[attr-defined]
        dialog.selectFile(str(tmp_path / "mine"))  # type: ignore[attr-defined]
        return 1

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.exec", choose)

    assert ask_where(person.page, "Save", "reminders.ics") == tmp_path / "mine.ics"
    assert seen == [True]


def test_every_control_is_reached_by_the_keyboard(person: Person) -> None:
    """From Back on, in the order of the page."""
    person.page.back_button.setFocus()
    reached: list[QWidget] = []
    for _ in range(30):
        focus = person.page.focusWidget()
        assert focus is not None
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    wanted = [c for c in person.page.times.controls + person.page.rest.controls if c.isVisible()]
    assert [c for c in reached if c in wanted][: len(wanted)] == wanted
    assert person.page.coming.save_button in reached


def test_back_leaves(person: Person, qtbot: QtBot) -> None:
    """Everything is kept already."""
    with qtbot.waitSignal(person.page.left):
        person.page.back_button.click()


def test_at_twice_the_size_nothing_has_to_be_scrolled_sideways(person: Person) -> None:
    """In the least window, beside the rail."""
    person.show(reminders=True, reminder_times=("07:00", "18:00", "22:00"))
    rail = 176  # px at 200 %, where it shows icons only

    person.keeper.choose("light", 2.0, True)

    content = person.page.findChild(QWidget, "reminders_content")
    assert content is not None
    assert content.minimumSizeHint().width() <= 940 - rail
