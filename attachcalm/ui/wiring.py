"""Where what a page tells leads: the pages never know each other, nor the window."""

from typing import Protocol

from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.pages import Pages
from attachcalm.ui.settings_keeper import SettingsKeeper
from attachcalm.ui.unsaved import Unsaved
from attachcalm.ui.ways_in import WaysIn


class Window(Protocol):
    """What of the window the pages' facts lead to."""

    pages: Pages
    settings: SettingsKeeper
    own: OwnKeeper
    library: LibraryKeeper
    ways_in: WaysIn
    unsaved: Unsaved

    def show_support(self) -> None:
        """Support, from anywhere."""

    def leave_support(self) -> None:
        """Back to where the person was."""

    def show_people(self) -> None:
        """Support, at the person's own people."""

    def show_recent(self) -> None:
        """The last sittings on Home."""

    def close_sitting(self) -> None:
        """A sitting is over."""

    def watch_playing(self, playing: bool) -> None:
        """An exercise began or ended."""

    def go_to_trends(self) -> None:
        """To the chart."""

    def go(self, place: str) -> None:
        """To this page."""


def wire_page(window: Window, place: str) -> None:
    """Connect a page that has just been made."""
    match place:
        case "exercises":
            window.pages.exercises().exercise_chosen.connect(window.ways_in.open_exercise)
            window.pages.exercises().favourite_switched.connect(window.settings.keep_favourite)
            window.library.changed.connect(window.pages.exercises().set_library)
        case "settings":
            window.pages.settings().settings_changed.connect(window.settings.change)
            window.settings.changed.connect(window.pages.settings().set_settings)
        case "trends":
            window.pages.trends().place_wanted.connect(window.go)
        case "measures":
            page = window.pages.measures()
            page.left.connect(window.go_to_trends)
            page.support_wanted.connect(window.show_support)
            page.keeper.not_saved.connect(window.unsaved.tell)
        case "help":
            window.pages.help().support_wanted.connect(window.show_support)
        case "support":
            window.pages.support().ground_me_wanted.connect(window.ways_in.ground_me_now)
            window.pages.support().back_wanted.connect(window.leave_support)
            window.pages.support().own_changed.connect(window.own.change)
            window.own.changed.connect(window.pages.support().set_own)
        case "practice":
            _wire_practice(window)


def _wire_practice(window: Window) -> None:
    """Connect the page of a sitting."""
    page = window.pages.practice()
    page.left.connect(window.close_sitting)
    page.not_saved.connect(window.unsaved.tell)
    page.playing_changed.connect(window.watch_playing)
    page.saved.connect(window.show_recent)
    page.settings_changed.connect(window.settings.change)
    page.support_wanted.connect(window.show_support)
    page.contact_wanted.connect(window.show_people)
    page.ground_me_wanted.connect(window.ways_in.ground_me_now)
    page.trends_wanted.connect(window.go_to_trends)
    window.settings.changed.connect(page.switches.set_settings)
