"""What a reminder leads to in the window; loaded only when somebody wants reminders."""

from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from PySide6.QtCore import QObject

from attachcalm.reminders import Kind, plan_of
from attachcalm.settings import Settings
from attachcalm.ui.icons import Icons
from attachcalm.ui.means import Means
from attachcalm.ui.notice import Notice
from attachcalm.ui.pages import Pages
from attachcalm.ui.reminder_keeper import ReminderKeeper, Surroundings
from attachcalm.ui.settings_keeper import SettingsKeeper
from attachcalm.ui.tray import Tray
from attachcalm.ui.ways_in import WaysIn

UNDISTURBED = ("practice", "support")
"""The pages on which somebody is in the middle of something, before and after an exercise too."""


class Window(Protocol):
    """What of the window a reminder leads to."""

    pages: Pages
    settings: SettingsKeeper
    ways_in: WaysIn
    notice: Notice

    def come_to_front(self) -> None:
        """Show the window above the others."""

    def go(self, place: str) -> None:
        """Show this page."""

    def isActiveWindow(self) -> bool:  # noqa: N802 - Qt's name
        """Whether the keyboard is here."""


class Reminding(QObject):
    """Joins the keeper of reminders with the settings and the window."""

    def __init__(self, window: Window, means: Means, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._means = means
        self._icons = icons
        around = Surroundings(means.now, self._is_busy, means.has_tray, self._make_tray)
        self.keeper = ReminderKeeper(around, self)
        self.keeper.opened.connect(self._open)
        self.keeper.rest_chosen.connect(self._rest_today)
        self.keeper.told_inside.connect(self._tell_inside)
        window.settings.changed.connect(self._follow)
        self._follow(window.settings.settings)

    def stop(self) -> None:
        """Tell nothing any more, and leave the tray: the window is closed."""
        self._window.settings.changed.disconnect(self._follow)
        self.keeper.stop()

    def _follow(self, settings: Settings) -> None:
        self.keeper.follow(plan_of(settings))

    def _is_busy(self) -> bool:
        pages = self._window.pages
        is_here = pages.here in UNDISTURBED and self._window.isActiveWindow()
        return pages.is_playing or is_here

    def _open(self, kind: Kind) -> None:
        """Somebody followed a reminder; what they are in the middle of is left as it is."""
        self._window.come_to_front()
        if self._window.pages.here in UNDISTURBED:
            return
        if kind is Kind.BASE:
            self._window.ways_in.open_minute_in_corner()
        else:
            self._window.go("home")

    def _rest_today(self) -> None:
        tomorrow = (self._means.today() + timedelta(days=1)).isoformat()
        settings = self._window.settings
        settings.change(replace(settings.settings, reminder_resting_until=tomorrow))

    def _tell_inside(self, sentence: str) -> None:
        """Say it on top of the page, unless something more important stands there."""
        if self._window.settings.settings.reminder_kind == Kind.BASE:
            where = self.tr("Someone in your corner, among the exercises, takes a minute.")
            sentence = f"{sentence} {where}"
        if self._window.notice.isHidden():
            self._window.notice.tell(sentence)

    def _make_tray(self) -> Tray:
        return self._means.make_tray(self._icons)
