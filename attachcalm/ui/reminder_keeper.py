"""Looks at the clock and tells a reminder when it is due; nothing of it ever takes the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

from attachcalm.reminders import Plan, due, next_at
from attachcalm.ui.reminder_words import reminder_words, title_words
from attachcalm.ui.tray import Tray

FARTHEST = timedelta(minutes=10)
"""How far ahead the timer is set: a clock that was set or a machine that slept is met by then."""
NEAREST = timedelta(seconds=1)  # a timer may be a little early, and is then set anew


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the keeper asks, each time anew."""

    now: Callable[[], datetime]
    is_busy: Callable[[], bool]  # an exercise goes on, or something else that nothing may disturb
    has_tray: Callable[[], bool]
    make_tray: Callable[[], Tray]


class ReminderKeeper(QObject):
    """One timer, and an icon in the tray only while the plan is on.

    What was due before the plan was heard, or while the person was busy, is let go: somebody in
    the middle of it needs no reminder of it.
    """

    opened = Signal(object)  # Kind: somebody followed a reminder, or opened the icon
    rest_chosen = Signal()
    told_inside = Signal(str)  # a sentence for the window, where there is no tray

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._plan = Plan()
        self._seen: datetime | None = None
        self._tray: Tray | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)

    def follow(self, plan: Plan) -> None:
        """Remind by this plan from now on."""
        if plan == self._plan:
            return
        self._plan = plan
        self._seen = self._around.now()
        if self._tray is not None and plan.on:
            self._tray.appear(neutral=plan.neutral)
        self.look()

    def stop(self) -> None:
        """Tell nothing any more."""
        self.follow(Plan())

    def look(self) -> None:
        """Tell what is due, and see when to look again."""
        self._keep_tray()
        now = self._around.now()
        found = due(self._plan, now, self._seen)
        if found is not None:
            self._seen = found
            if not self._around.is_busy():
                self._tell()
        self._wait(now)

    def _keep_tray(self) -> None:
        """Have an icon while one is wanted and there is a place for it: a tray may come later."""
        wanted = self._plan.on and self._around.has_tray()
        if wanted and self._tray is None:
            self._tray = self._around.make_tray()
            self._tray.opened.connect(self._open)
            self._tray.rest_chosen.connect(self.rest_chosen)
            self._tray.appear(neutral=self._plan.neutral)
        elif not wanted and self._tray is not None:
            self._tray.leave()
            self._tray = None

    def _tell(self) -> None:
        if self._tray is not None:
            self._tray.tell(title_words(self._plan), reminder_words())
        else:
            self.told_inside.emit(reminder_words())

    def _wait(self, now: datetime) -> None:
        if not self._plan.on:
            self.timer.stop()
            return
        there = next_at(self._plan, now)
        ahead = FARTHEST
        if there is not None:
            ahead = min(ahead, max(NEAREST, there.astimezone(UTC) - now.astimezone(UTC)))
        self.timer.start(ceil(ahead / timedelta(milliseconds=1)))

    def _open(self) -> None:
        self.opened.emit(self._plan.kind)
