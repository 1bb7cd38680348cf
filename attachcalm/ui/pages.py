"""The pages by name, each made when it is first wanted."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from attachcalm.ui.background import Background
from attachcalm.ui.home_page import HomePage
from attachcalm.ui.icons import Icons
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.means import Means
from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.settings_keeper import SettingsKeeper

if TYPE_CHECKING:  # a page's module is imported when the page is first wanted
    from attachcalm.support.own import Own
    from attachcalm.ui.breath_page import BreathPage
    from attachcalm.ui.exercises_page import ExercisesPage
    from attachcalm.ui.health_page import HealthPage
    from attachcalm.ui.help_page import HelpPage
    from attachcalm.ui.practice_page import PracticePage
    from attachcalm.ui.reminders_page import RemindersPage
    from attachcalm.ui.settings_page import SettingsPage
    from attachcalm.ui.support_page import SupportPage
    from attachcalm.ui.trends_page import TrendsPage


class Pages(QStackedWidget):
    """Holds the pages; only Home is there from the beginning."""

    made = Signal(str)  # the name of a page that is to be wired

    def __init__(
        self,
        icons: Icons,
        means: Means,
        settings: SettingsKeeper,
        library: LibraryKeeper,
        *,
        own: OwnKeeper,
        background: Background,
    ) -> None:
        super().__init__()
        self._icons = icons
        self._means = means
        self._settings = settings
        self._library = library
        self._own = own
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
        return self.was_practice_made and self.practice().is_playing

    @property
    def was_practice_made(self) -> bool:
        """Whether there was a sitting since the window opened."""
        return "practice" in self._pages

    def page(self, place: str) -> QWidget:
        """The page of this name."""
        if place not in self._pages:
            page = self._make(place)
            self._pages[place] = page
            self.addWidget(page)
            self.made.emit(place)
        return self._pages[place]

    def exercises(self) -> "ExercisesPage":
        """The page of all exercises."""
        return cast("ExercisesPage", self.page("exercises"))

    def trends(self) -> "TrendsPage":
        """The page of charts."""
        return cast("TrendsPage", self.page("trends"))

    def settings(self) -> "SettingsPage":
        """The page of settings."""
        return cast("SettingsPage", self.page("settings"))

    def help(self) -> "HelpPage":
        """The page of answers."""
        return cast("HelpPage", self.page("help"))

    def support(self) -> "SupportPage":
        """The page for a hard moment."""
        return cast("SupportPage", self.page("support"))

    def health(self) -> "HealthPage":
        """The page of private questions."""
        return cast("HealthPage", self.page("health"))

    def breath(self) -> "BreathPage":
        """The page on which the breath is fitted."""
        return cast("BreathPage", self.page("breath"))

    def reminders(self) -> "RemindersPage":
        """The page of reminders."""
        return cast("RemindersPage", self.page("reminders"))

    def practice(self) -> "PracticePage":
        """The page of a sitting."""
        return cast("PracticePage", self.page("practice"))

    def _make(self, place: str) -> QWidget:
        icons, means, settings = self._icons, self._means, self._settings.settings
        match place:
            case "exercises":
                from attachcalm.ui.exercises_page import ExercisesPage

                library, own = self._library.library, self._own.own
                return ExercisesPage(icons, library, settings.favourites, own)
            case "trends":
                return self._make_trends()
            case "settings":
                return self._make_settings()
            case "practice":
                from attachcalm.ui.practice_page import PracticePage
                from attachcalm.ui.threshold import Around

                around = Around(self._library.find, self._get_own, self._emergency)
                return PracticePage(icons, means.stage(), settings, around)
        return self._make_quiet(place)

    def _make_quiet(self, place: str) -> QWidget:
        """Make a page on which nothing moves."""
        icons, means = self._icons, self._means
        match place:
            case "help":
                from attachcalm.ui.help_page import HelpPage

                return HelpPage(icons, means.details)
            case "support":
                from attachcalm.ui.support_page import SupportPage

                own, today = self._own.own, means.today()
                return SupportPage(icons, means.countries(), own, today)
            case "health":
                from attachcalm.ui.health_page import HealthPage

                return HealthPage(icons, self._own.own, means.today())
            case "breath":
                from attachcalm.ui.breath_page import BreathPage

                clock = means.stage().clock
                return BreathPage(icons, self._settings.settings, self._own.own, clock)
            case "reminders":
                from attachcalm.ui.reminders_page import Outside, RemindersPage

                outside = Outside(means.now, means.has_tray, means.save_calendar)
                return RemindersPage(icons, self._settings.settings, outside)
        raise KeyError(place)

    def _get_own(self) -> "Own":
        return self._own.own

    def _emergency(self) -> str:
        """Which number to call, in the country that was chosen."""
        from attachcalm.support.countries import country_of
        from attachcalm.ui.support_words import danger_words

        return danger_words(country_of(self._means.countries(), self._own.own.country))

    def _make_trends(self) -> QWidget:
        from attachcalm.ui.trends_page import TrendsPage

        means = self._means
        return TrendsPage(
            self._icons, means.journal, self._background, means.today, means.prepare_charts
        )

    def _make_settings(self) -> QWidget:
        from attachcalm.ui.new_sound import NewSound, try_out
        from attachcalm.ui.records_keeper import Outside, RecordsKeeper
        from attachcalm.ui.settings_page import SettingsPage

        means = self._means
        new_sound = NewSound(means.own_sounds, self._background, means.stage, try_out)
        page = SettingsPage(self._icons, self._settings.settings, means.data_folder, new_sound)
        page.sound.show_note(means.stage().sound().note)
        outside = Outside(means.journal, means.open_journal, means.now)
        RecordsKeeper(page.records, outside, self._background)  # the card's child
        return page
