"""The pages by name, each made when it is first wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from attachcalm.ui.background import Background
from attachcalm.ui.exercises_page import ExercisesPage
from attachcalm.ui.help_page import HelpPage
from attachcalm.ui.home_page import HomePage
from attachcalm.ui.icons import Icons
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.means import Means
from attachcalm.ui.practice_page import PracticePage
from attachcalm.ui.settings_keeper import SettingsKeeper
from attachcalm.ui.settings_page import SettingsPage
from attachcalm.ui.support_page import SupportPage
from attachcalm.ui.trends_page import TrendsPage


class Pages(QStackedWidget):
    """Holds the pages; only Home is there from the beginning."""

    made = Signal(object)  # the page, to be wired

    def __init__(
        self,
        icons: Icons,
        means: Means,
        settings: SettingsKeeper,
        library: LibraryKeeper,
        background: Background,
    ) -> None:
        super().__init__()
        self._icons = icons
        self._means = means
        self._settings = settings
        self._library = library
        self._background = background
        self.home = HomePage(icons, library.library, means.now())
        self._pages: dict[str, QWidget] = {"home": self.home}
        self.addWidget(self.home)

    @property
    def here(self) -> str:
        """The name of the page that is shown."""
        current = self.currentWidget()
        return next(name for name, page in self._pages.items() if page is current)

    @property
    def is_playing(self) -> bool:
        """Whether an exercise is going on."""
        page = self._pages.get("practice")
        return isinstance(page, PracticePage) and page.is_playing

    def page(self, place: str) -> QWidget:
        """The page of this name."""
        if place not in self._pages:
            page = self._make(place)
            self._pages[place] = page
            self.addWidget(page)
            self.made.emit(page)
        return self._pages[place]

    def practice(self) -> PracticePage:
        """The page of a sitting."""
        page = self.page("practice")
        assert isinstance(page, PracticePage)  # noqa: S101 - made under this name
        return page

    def exercises(self) -> ExercisesPage:
        """The page of all exercises."""
        page = self.page("exercises")
        assert isinstance(page, ExercisesPage)  # noqa: S101 - made under this name
        return page

    def _make(self, place: str) -> QWidget:
        icons, means, settings = self._icons, self._means, self._settings.settings
        match place:
            case "exercises":
                return ExercisesPage(icons, self._library.library, settings.favourites)
            case "trends":
                return TrendsPage(
                    icons, means.stage.journal, self._background, means.today, means.prepare_charts
                )
            case "settings":
                page = SettingsPage(icons, settings, means.data_folder)
                page.show_sound_note(means.stage.sound().note)
                return page
            case "help":
                return HelpPage(icons, means.details)
            case "support":
                return SupportPage(icons, means.directory(), means.today())
            case "practice":
                return PracticePage(icons, means.stage, settings)
        raise KeyError(place)
