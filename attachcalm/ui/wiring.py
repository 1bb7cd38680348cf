"""Where what a page tells leads: the pages never know each other, nor the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from attachcalm.ui.background import Background
from attachcalm.ui.icons import Icons
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.means import Means
from attachcalm.ui.notice import Notice
from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.pages import Pages
from attachcalm.ui.settings_keeper import SettingsKeeper
from attachcalm.ui.sleep_bar import SleepBar
from attachcalm.ui.suggester import Suggester
from attachcalm.ui.unsaved import Unsaved
from attachcalm.ui.warm_up import WarmUp
from attachcalm.ui.ways_in import WaysIn

if TYPE_CHECKING:  # what reminds is imported when somebody wants it
    from attachcalm.ui.reminding import Reminding


class Window(Protocol):
    """What of the window the pages' facts lead to."""

    background: Background
    pages: Pages
    settings: SettingsKeeper
    own: OwnKeeper
    library: LibraryKeeper
    ways_in: WaysIn
    notice: Notice
    unsaved: Unsaved
    sleep_bar: SleepBar
    suggester: Suggester
    warm_up: WarmUp

    def go(self, place: str) -> None:
        """Show this page."""

    def come_to_front(self) -> None:
        """Show the window above the others."""

    def isActiveWindow(self) -> bool:  # noqa: N802 - Qt's name
        """Whether the keyboard is here."""

    def show_support(self) -> None:
        """Support, from anywhere."""

    def leave_support(self) -> None:
        """Back to where the person was."""

    def show_people(self) -> None:
        """Support, at the person's own people."""

    def show_recent(self) -> None:
        """The last sittings on Home."""

    def suggest(self) -> None:
        """What fits the moment, worked out anew."""

    def close_sitting(self) -> None:
        """A sitting is over."""

    def watch_playing(self, playing: bool) -> None:
        """An exercise began or ended."""

    def go_to_trends(self) -> None:
        """To the chart."""


def wire_page(window: Window, place: str) -> None:
    """Connect a page that has just been made."""
    if place in _WIRES:
        _WIRES[place](window)


def _wire_exercises(window: Window) -> None:
    page = window.pages.exercises()
    page.exercise_chosen.connect(window.ways_in.open_exercise)
    page.favourite_switched.connect(window.settings.keep_favourite)
    window.library.changed.connect(page.set_library)
    page.check_wanted.connect(partial(window.go, "findings"))


def _wire_findings(window: Window) -> None:
    page = window.pages.findings()
    page.left.connect(partial(window.go, "exercises"))
    page.library_read.connect(window.library.take)


def _wire_settings(window: Window) -> None:
    page = window.pages.settings()
    page.settings_changed.connect(window.settings.change)
    window.settings.changed.connect(page.set_settings)
    _wire_records(window)


def _wire_trends(window: Window) -> None:
    window.pages.trends().place_wanted.connect(window.go)


def _wire_learn(window: Window) -> None:
    page = window.pages.learn()
    page.leaflet_chosen.connect(window.pages.leaflet().open)
    page.place_wanted.connect(window.go)


def _wire_leaflet(window: Window) -> None:
    page = window.pages.leaflet()
    page.place_wanted.connect(window.go)
    page.exercise_chosen.connect(window.ways_in.open_exercise)
    window.library.changed.connect(page.set_library)
    window.own.changed.connect(page.set_own)


def _wire_session(window: Window) -> None:
    page = window.pages.session()
    page.left.connect(window.go_to_trends)
    page.settings_changed.connect(window.settings.change)
    window.settings.changed.connect(page.choice.set_settings)


def _wire_measures(window: Window) -> None:
    page = window.pages.measures()
    page.left.connect(window.go_to_trends)
    page.support_wanted.connect(window.show_support)
    page.keeper.not_saved.connect(window.unsaved.tell)
    window.unsaved.mind(page.keeper.diary)
    window.unsaved.at_close(page.keep_begun)


def _wire_help(window: Window) -> None:
    page = window.pages.help()
    page.support_wanted.connect(window.show_support)
    page.side_effects.noted.connect(window.ways_in.note_side_effect)


def _wire_support(window: Window) -> None:
    page = window.pages.support()
    page.ground_me_wanted.connect(window.ways_in.ground_me_now)
    page.back_wanted.connect(window.leave_support)
    page.own_changed.connect(window.own.change)
    window.own.changed.connect(page.set_own)


def _wire_records(window: Window) -> None:
    """What was taken in is seen wherever the journal is read; Trends reads it at each visit."""
    added = window.pages.settings().records.added
    added.connect(window.show_recent)
    added.connect(window.suggester.forget_record)
    added.connect(window.suggest)


def _wire_practice(window: Window) -> None:
    page = window.pages.practice()
    page.left.connect(window.close_sitting)
    page.not_saved.connect(window.unsaved.tell)
    page.playing_changed.connect(window.watch_playing)
    page.playing_changed.connect(window.sleep_bar.watch)
    page.saved.connect(window.show_recent)
    page.settings_changed.connect(window.settings.change)
    page.support_wanted.connect(window.show_support)
    page.contact_wanted.connect(window.show_people)
    page.ground_me_wanted.connect(window.ways_in.ground_me_now)
    page.trends_wanted.connect(window.go_to_trends)
    window.settings.changed.connect(page.switches.set_settings)


_WIRES: dict[str, Callable[[Window], None]] = {
    "exercises": _wire_exercises,
    "findings": _wire_findings,
    "settings": _wire_settings,
    "trends": _wire_trends,
    "learn": _wire_learn,
    "leaflet": _wire_leaflet,
    "session": _wire_session,
    "measures": _wire_measures,
    "help": _wire_help,
    "support": _wire_support,
    "practice": _wire_practice,
}


class RemindersLater(QObject):
    """The way to the page of reminders and back; what reminds is loaded when it is wanted."""

    def __init__(self, window: Window, means: Means, icons: Icons) -> None:
        super().__init__(window.pages)
        self._window = window
        self._means = means
        self._icons = icons
        self._has_begun = False
        self.reminding: Reminding | None = None
        window.pages.made.connect(self.join)
        window.settings.changed.connect(self.look)
        window.warm_up.journal_opened.connect(self.begin)

    def begin(self) -> None:
        """Remind from now on, if the person wants it: the window has been painted."""
        self._has_begun = True
        self.look()

    def end(self) -> None:
        """The window closes."""
        self._has_begun = False
        if self.reminding is not None:
            self.reminding.stop()
            self.reminding = None

    def look(self) -> None:
        """Load what reminds when the settings first want it."""
        if self._has_begun and self.reminding is None and self._window.settings.settings.reminders:
            from attachcalm.ui.reminding import Reminding

            self.reminding = Reminding(self._window, self._means, self._icons, self)

    def join(self, place: str) -> None:
        """Connect a page that has just been made, if it has to do with reminders."""
        if place == "settings":
            self._window.pages.settings().reminders.wanted.connect(self.show_page)
        elif place == "reminders":
            page = self._window.pages.reminders()
            page.settings_changed.connect(self._window.settings.change)
            self._window.settings.changed.connect(page.set_settings)
            page.left.connect(self.leave_page)

    def show_page(self) -> None:
        """To the page of reminders."""
        self._window.go("reminders")

    def leave_page(self) -> None:
        """Back to the settings, from where one came."""
        self._window.go("settings")
