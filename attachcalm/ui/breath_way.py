"""The page on which the breath is fitted: opened from several places, it leads back to each."""

from PySide6.QtCore import QObject, Signal

from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.pages import Pages
from attachcalm.ui.settings_keeper import SettingsKeeper


class BreathWay(QObject):
    """Joins the page to settings and answers, and remembers where the person came from."""

    place_wanted = Signal(str)

    def __init__(self, pages: Pages, settings: SettingsKeeper, own: OwnKeeper) -> None:
        super().__init__(pages)
        self._pages = pages
        self._settings = settings
        self._own = own
        self._came_from = "home"

    def join(self, place: str) -> None:
        """Connect a page that has just been made."""
        if place == "settings":
            self._pages.settings().breath_wanted.connect(self.open)
        elif place == "practice":
            self._pages.practice().before.breath_wanted.connect(self.open)
        elif place == "breath":
            page = self._pages.breath()
            page.left.connect(self._leave)
            page.settings_changed.connect(self._settings.change)
            self._settings.changed.connect(page.set_settings)
            self._own.changed.connect(page.set_own)

    def open(self) -> None:
        """Show the page."""
        if self._pages.here != "breath":
            self._came_from = self._pages.here
        self.place_wanted.emit("breath")

    def _leave(self) -> None:
        self.place_wanted.emit(self._came_from)
