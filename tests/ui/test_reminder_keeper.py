"""The keeper of reminders: at the time, once, by an icon that is there only while it is wanted."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from attachcalm.reminders import Kind, Plan
from attachcalm.ui.reminder_keeper import FARTHEST, ReminderKeeper, Surroundings
from tests.fakes.clock import FakeWallClock
from tests.fakes.tray import FakeDesktop

BERLIN = ZoneInfo("Europe/Berlin")
MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=BERLIN)
PLAN = Plan(on=True, times=(time(18),))
WORDS = ("AttachCalm", "A quiet minute, if you like.")


@dataclass
class Room:
    """Somebody at a desktop, with a clock that is moved by hand."""

    parent: QObject
    desktop: FakeDesktop = field(default_factory=FakeDesktop)
    wall: FakeWallClock = field(default_factory=lambda: FakeWallClock(MORNING))
    is_busy: bool = False
    inside: list[str] = field(default_factory=list)
    opened: list[Kind] = field(default_factory=list)

    def __post_init__(self) -> None:
        around = Surroundings(
            self.wall, lambda: self.is_busy, self.desktop.has_tray, self.desktop.make_tray
        )
        self.keeper = ReminderKeeper(around, self.parent)
        self.keeper.told_inside.connect(self.inside.append)
        self.keeper.opened.connect(self.opened.append)

    def at(self, hour: int, minute: int = 0, second: int = 0, *, day: int = 2) -> int:
        """Let it be this time of March 2026, and return how often something was told by then."""
        self.wall.now = datetime(2026, 3, day, hour, minute, second, tzinfo=BERLIN)
        self.keeper.look()
        return len(self.desktop.told)

    def live(self, until: datetime) -> None:
        """Let time pass as the timer has it, never touching the clock in between."""
        while self.wall.now < until and self.keeper.timer.isActive():
            self.wall.now += timedelta(milliseconds=self.keeper.timer.interval())
            self.keeper.timer.stop()
            self.keeper.look()


@pytest.fixture
def room(qapp: object, qtbot: QtBot) -> Room:
    """A desktop with a place for icons."""
    return Room(QObject())


# ---------------------------------------------------------------- the timer
def test_without_a_plan_there_is_no_timer_and_no_icon(room: Room) -> None:
    """Off by default means that nothing goes on at all."""
    room.keeper.follow(Plan())
    room.keeper.look()

    assert not room.keeper.timer.isActive()
    assert room.desktop.trays == []


@pytest.mark.parametrize(
    "now, seconds",
    [
        ((9, 30), 600),
        ((17, 49, 59), 600),
        ((17, 50), 600),
        ((17, 50, 1), 599),
        ((17, 59, 59), 1),
        ((18, 0), 600),
    ],
)
def test_the_timer_is_never_set_further_than_ten_minutes(
    room: Room, now: tuple[int, ...], seconds: int
) -> None:
    """So a clock that was set, or a laptop that slept, is met soon; below, at and above."""
    room.keeper.follow(PLAN)
    room.at(*now)

    assert room.keeper.timer.interval() == seconds * 1000
    assert room.keeper.timer.isSingleShot()
    assert timedelta(seconds=600) == FARTHEST


def test_a_timer_that_is_a_little_early_does_not_spin(room: Room) -> None:
    """Qt may be early by a twentieth; it is then set anew, a second at the least."""
    room.keeper.follow(PLAN)
    room.wall.now = MORNING.replace(hour=17, minute=59, second=59, microsecond=999_000)
    room.keeper.look()

    assert room.desktop.told == []
    assert room.keeper.timer.interval() == 1000


def test_a_whole_week_by_the_timer_alone(room: Room) -> None:
    """Seven evenings, each once, over nights and quiet hours."""
    room.keeper.follow(replace(PLAN, times=(time(18), time(23))))

    room.live(MORNING + timedelta(days=7))

    assert room.desktop.told == [WORDS] * 7


def test_over_the_change_of_the_clock_eighteen_is_eighteen(room: Room) -> None:
    """The last Sunday of March has 23 hours."""
    room.keeper.follow(PLAN)
    room.at(18, day=28)
    assert room.at(17, 59, day=29) == 1

    assert room.at(18, day=29) == 2


# ---------------------------------------------------------------- what is told
@pytest.mark.parametrize("late, told", [(-1, 0), (0, 1), (14, 1), (15, 1), (16, 0)])
def test_it_comes_a_quarter_of_an_hour_late_at_most(room: Room, late: int, told: int) -> None:
    """A laptop that slept longer says nothing when it wakes."""
    room.keeper.follow(PLAN)

    moment = MORNING.replace(hour=18, minute=0) + timedelta(minutes=late)

    assert room.at(moment.hour, moment.minute) == told


def test_each_is_told_once(room: Room) -> None:
    """However often one looks."""
    room.keeper.follow(PLAN)

    assert [room.at(18), room.at(18, 1), room.at(18, 14)] == [1, 1, 1]
    assert room.at(18, day=3) == 2


@pytest.mark.parametrize("planned, told", [((21, 29), 1), ((21, 30), 0), ((7, 59), 0), ((8, 0), 1)])
def test_nothing_in_quiet_hours(room: Room, planned: tuple[int, int], told: int) -> None:
    """Before, at their first minute, at their last, and after."""
    room.wall.now = MORNING.replace(hour=1)
    room.keeper.follow(replace(PLAN, times=(time(*planned),)))

    assert room.at(*planned) == told


def test_nothing_while_the_person_is_busy_and_nothing_after_it(room: Room) -> None:
    """Somebody who just practised needs no reminder of it."""
    room.keeper.follow(PLAN)
    room.is_busy = True
    assert room.at(18) == 0
    room.is_busy = False

    assert room.at(18, 5) == 0
    assert room.at(18, day=3) == 1


def test_somebody_who_opens_the_app_at_the_time_is_there_already(room: Room) -> None:
    """What came before the plan was heard is let go."""
    room.wall.now = MORNING.replace(hour=18, minute=5)

    room.keeper.follow(PLAN)

    assert room.desktop.told == []
    assert room.at(18, day=3) == 1


def test_the_same_plan_again_changes_nothing(room: Room) -> None:
    """Another setting was changed just before the time."""
    room.keeper.follow(PLAN)
    room.wall.now = MORNING.replace(hour=18, minute=0)

    room.keeper.follow(replace(PLAN))
    room.keeper.look()

    assert room.desktop.told == [WORDS]


def test_a_neutral_one_does_not_name_the_app(room: Room) -> None:
    """Neither in its words nor by its icon."""
    room.keeper.follow(replace(PLAN, neutral=True, kind=Kind.BASE))
    room.at(18)

    assert room.desktop.told == [("Reminder", "A quiet minute, if you like.")]
    assert [tray.looks_neutral for tray in room.desktop.shown] == [True]


def test_both_kinds_say_the_same(room: Room) -> None:
    """Whoever looks on learns nothing of what for."""
    room.keeper.follow(replace(PLAN, kind=Kind.BASE))
    room.at(18)

    assert room.desktop.told == [WORDS]


# ---------------------------------------------------------------- the icon
def test_the_icon_is_there_only_while_the_plan_is_on(room: Room) -> None:
    """On, neutral, off, on again: never two, and never one too long."""
    counts = []
    for plan in (PLAN, replace(PLAN, neutral=True), replace(PLAN, on=False), PLAN, Plan()):
        room.keeper.follow(plan)
        counts.append(len(room.desktop.shown))

    assert counts == [1, 1, 0, 1, 0]
    assert len(room.desktop.trays) == 2
    assert not room.keeper.timer.isActive()


def test_stopped_it_leaves_the_tray_and_tells_nothing(room: Room) -> None:
    """The window was closed."""
    room.keeper.follow(PLAN)
    room.keeper.stop()

    assert room.at(18) == 0
    assert room.desktop.shown == []
    assert not room.keeper.timer.isActive()


def test_without_a_tray_it_is_told_inside_the_window(qapp: object, qtbot: QtBot) -> None:
    """No icon is made, and nothing goes wrong."""
    room = Room(QObject(), FakeDesktop(has_place=False))
    room.keeper.follow(PLAN)

    room.at(18)

    assert room.inside == ["A quiet minute, if you like."]
    assert room.desktop.trays == []


def test_a_tray_that_comes_later_is_used_and_one_that_goes_is_left(room: Room) -> None:
    """A desktop's panel may start after us, and may crash."""
    room.desktop.has_place = False
    room.keeper.follow(PLAN)
    room.desktop.has_place = True
    room.at(18)
    room.desktop.has_place = False
    room.at(18, day=3)

    assert len(room.desktop.told) == 1
    assert len(room.inside) == 1
    assert room.desktop.shown == []


@pytest.mark.parametrize("kind", list(Kind))
def test_a_click_says_what_it_was_for(room: Room, kind: Kind) -> None:
    """On the notification or the icon; until then nothing is opened."""
    room.keeper.follow(replace(PLAN, kind=kind))
    room.at(18)
    assert room.opened == []

    room.desktop.trays[0].opened.emit()

    assert room.opened == [kind]


def test_rest_is_one_click_away(room: Room, qtbot: QtBot) -> None:
    """In the icon's own menu."""
    room.keeper.follow(PLAN)

    with qtbot.waitSignal(room.keeper.rest_chosen):
        room.desktop.trays[0].rest_chosen.emit()


def test_the_real_clock_wakes_the_keeper(room: Room, qtbot: QtBot) -> None:
    """The timer is connected: set to nothing, it looks."""
    room.keeper.follow(PLAN)
    room.wall.now = MORNING.replace(hour=18, minute=0)

    room.keeper.timer.start(0)
    found: Callable[[], bool] = lambda: room.desktop.told == [WORDS]  # noqa: E731
    qtbot.waitUntil(found)
