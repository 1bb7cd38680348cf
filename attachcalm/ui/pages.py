"""The pages by name, each made when it is first wanted."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from attachcalm.ui.home_page import HomePage
from attachcalm.ui.page_makers import MAKERS, Supply

if TYPE_CHECKING:  # a page's module is imported when the page is first wanted
    from attachcalm.ui.breath_page import BreathPage
    from attachcalm.ui.check_in_page import CheckInPage
    from attachcalm.ui.check_ins_page import CheckInsPage
    from attachcalm.ui.exercises_page import ExercisesPage
    from attachcalm.ui.findings_page import FindingsPage
    from attachcalm.ui.health_page import HealthPage
    from attachcalm.ui.help_page import HelpPage
    from attachcalm.ui.kit_page import KitPage
    from attachcalm.ui.leaflet_page import LeafletPage
    from attachcalm.ui.learn_page import LearnPage
    from attachcalm.ui.let_out_page import LetOutPage
    from attachcalm.ui.look_back_page import LookBackPage
    from attachcalm.ui.measures_page import MeasuresPage
    from attachcalm.ui.practice_page import PracticePage
    from attachcalm.ui.reminders_page import RemindersPage
    from attachcalm.ui.session_page import SessionPage
    from attachcalm.ui.settings_page import SettingsPage
    from attachcalm.ui.support_page import SupportPage
    from attachcalm.ui.taking_out_page import TakingOutPage
    from attachcalm.ui.trends_page import TrendsPage
    from attachcalm.ui.words_page import WordsPage


class Pages(QStackedWidget):
    """Holds the pages; only Home is there from the beginning."""

    made = Signal(str)  # the name of a page that is to be wired

    def __init__(self, supply: Supply) -> None:
        super().__init__()
        self._supply = supply
        self.home = HomePage(supply.icons, supply.library.library, supply.means.now())
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
            page = MAKERS[place](self._supply)
            self._pages[place] = page
            self.addWidget(page)
            self.made.emit(place)
        return self._pages[place]

    def exercises(self) -> "ExercisesPage":
        """The page of all exercises."""
        return cast("ExercisesPage", self.page("exercises"))

    def findings(self) -> "FindingsPage":
        """The page that says what was found in exercises of one's own."""
        return cast("FindingsPage", self.page("findings"))

    def trends(self) -> "TrendsPage":
        """The page of charts."""
        return cast("TrendsPage", self.page("trends"))

    def learn(self) -> "LearnPage":
        """The list of pages to learn from."""
        return cast("LearnPage", self.page("learn"))

    def leaflet(self) -> "LeafletPage":
        """One page to learn from."""
        return cast("LeafletPage", self.page("leaflet"))

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

    def session(self) -> "SessionPage":
        """The page for a session, on which it is made."""
        return cast("SessionPage", self.page("session"))

    def breath(self) -> "BreathPage":
        """The page on which the breath is fitted."""
        return cast("BreathPage", self.page("breath"))

    def reminders(self) -> "RemindersPage":
        """The page of reminders."""
        return cast("RemindersPage", self.page("reminders"))

    def measures(self) -> "MeasuresPage":
        """The page of published questionnaires."""
        return cast("MeasuresPage", self.page("measures"))

    def check_in(self) -> "CheckInPage":
        """The page on which one checks in."""
        return cast("CheckInPage", self.page("check_in"))

    def check_ins(self) -> "CheckInsPage":
        """The page of all check-ins."""
        return cast("CheckInsPage", self.page("check_ins"))

    def let_out(self) -> "LetOutPage":
        """The page that keeps nothing."""
        return cast("LetOutPage", self.page("let_out"))

    def look_back(self) -> "LookBackPage":
        """The page that looks back on a week."""
        return cast("LookBackPage", self.page("look_back"))

    def words(self) -> "WordsPage":
        """The page of the person's own words and people."""
        return cast("WordsPage", self.page("words"))

    def kit(self) -> "KitPage":
        """The page of the comfort kit."""
        return cast("KitPage", self.page("kit"))

    def taking_out(self) -> "TakingOutPage":
        """The page on which everything of someone is taken out."""
        return cast("TakingOutPage", self.page("taking_out"))

    def practice(self) -> "PracticePage":
        """The page of a sitting."""
        return cast("PracticePage", self.page("practice"))
