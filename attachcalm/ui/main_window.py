"""The window: where one is, and the one block in which facts from the pages meet."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from attachcalm.exercises.card import Need
from attachcalm.exercises.library import Library
from attachcalm.settings import Settings
from attachcalm.ui.background import Background
from attachcalm.ui.breath_way import BreathWay
from attachcalm.ui.care import Care
from attachcalm.ui.diary_way import DiaryWay, WordsLater
from attachcalm.ui.garbage import Garbage
from attachcalm.ui.icons import Icons
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.means import Means
from attachcalm.ui.notice import Notice
from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.page_makers import Supply
from attachcalm.ui.pages import Pages
from attachcalm.ui.rail import PLACES, Rail
from attachcalm.ui.settings_keeper import SettingsKeeper
from attachcalm.ui.sleep_bar import SleepBar
from attachcalm.ui.suggester import Keepers, Suggester
from attachcalm.ui.unsaved import Unsaved
from attachcalm.ui.warm_up import WarmUp
from attachcalm.ui.ways_in import WaysIn
from attachcalm.ui.window_frame import WindowFrame
from attachcalm.ui.wiring import RemindersLater, wire_page

if TYPE_CHECKING:
    from attachcalm.ui.widgets.focus_ring import FocusRing

FIRST_SIZE = (1180, 800)
LEAST_SIZE = (940, 600)


class MainWindow(QMainWindow):
    """Knows the pages; the pages do not know each other."""

    first_painted = Signal()
    journal_ready = Signal()

    def __init__(self, icons: Icons, means: Means, library: Library, settings: Settings) -> None:
        super().__init__()
        self._icons = icons
        self._means = means
        self._was_painted = False
        self._is_journal_open = False
        self._before_support = "home"
        self.garbage = Garbage(self)
        self.background = Background(self)
        self.settings = SettingsKeeper(settings, means.save_settings, icons.keeper)
        self.own = OwnKeeper(means.load_own, means.save_own, self)
        self.library = LibraryKeeper(library, means.load_library, self)
        supply = Supply(icons, means, self.settings, self.library, self.own, self.background)
        self.pages = Pages(supply)
        self.home = self.pages.home
        self.breath_way = BreathWay(self.pages, self.settings, self.own)
        self.ways_in = WaysIn(self.library, means, self.pages.practice)
        self.care = Care(self.pages, self.own, self.library, means.today)
        self.warm_up = WarmUp(means, self.library, self.background, self.pages)
        keepers = Keepers(self.own, self.settings)
        self.suggester = Suggester(means, self.library, keepers, self.background)
        self.rail = Rail(icons)
        self.notice = Notice(icons)
        self.sleep_bar = SleepBar(icons, means.stage, self.settings)
        self.unsaved = Unsaved(self.notice, self.pages, means.stage)
        self.reminders = RemindersLater(self, means, icons)
        self.diary_way = DiaryWay(self, means, icons)
        self.words = WordsLater(self, means, icons)
        self._arrange()
        self._connect()
        self.show_recent()
        self.focus_ring: FocusRing | None = None  # made behind the first picture

    # ------------------------------------------------------------ after the first paint
    def event(self, event: QEvent) -> bool:
        """Tell once that the first picture is on the screen."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._tell_painted)
        return done

    def _tell_painted(self) -> None:
        self.first_painted.emit()
        self.focus_ring = _take_keyboard(self, self._icons)

    def _journal_opened(self, note: object) -> None:
        if isinstance(note, str):
            self.notice.tell(note)
        self._is_journal_open = True
        self.show_recent()
        self.journal_ready.emit()

    def come_to_front(self) -> None:
        """Show the window above the others, because somebody started AttachCalm again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    # ------------------------------------------------------------ going places
    def go(self, place: str) -> None:
        """Show this page.  An exercise that is going on ends by its own buttons only."""
        if self.pages.is_playing:
            self.rail.show_place(self.pages.here)
            return
        if self.pages.was_practice_made:
            self.pages.practice().leave_threshold()
        if place == "trends":
            self.pages.trends().refresh()
        if place == "exercises":
            recent = self._means.recent()
            used = tuple(dict.fromkeys(sitting.exercise_id for sitting in recent))
            self.pages.exercises().set_last_used(used)
        self._show(place)

    def show_support(self) -> None:
        """Support, from anywhere: an exercise is paused, not ended."""
        if self.pages.was_practice_made:
            self.pages.practice().pause()
        if self.pages.here != "support":
            self._before_support = self.pages.here
        self._show("support")

    def show_people(self) -> None:
        """Support, at the person's own people."""
        self.show_support()
        self.pages.support().show_people()

    def leave_support(self) -> None:
        """Go back to where the person was."""
        self._show(self._before_support)

    def _show(self, place: str = "practice") -> None:
        page = self.pages.page(place)
        self.pages.setCurrentWidget(page)
        self.rail.show_place(place)
        self.rail.setVisible(not self.pages.is_playing)
        if place in ("support", "leaflet"):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ what pages tell
    def show_recent(self) -> None:
        """Show the last sittings on Home."""
        self.home.show_recent(self._means.recent())

    def close_sitting(self) -> None:
        """A sitting is over: go home."""
        self.show_recent()
        self.suggester.forget_record()
        self.suggest()
        self.go("home")

    def show_need(self, need: Need | None) -> None:
        """Exercises, narrowed to what fits."""
        self.go("exercises")
        self.pages.exercises().show_need(need)

    def suggest(self) -> None:
        """Work out what fits this moment, once the record can be read; never beside the pacer."""
        if self._is_journal_open and not self.pages.is_playing:
            self.suggester.think(self.home.now_card.now())

    def watch_playing(self, playing: bool) -> None:
        """An exercise began or ended."""
        self.rail.setVisible(not playing)
        self.garbage.wait(playing)
        if playing:
            self.home.forget_moment()

    def go_to_trends(self) -> None:
        """To the chart."""
        self.go("trends")

    # ------------------------------------------------------------ wiring
    def _connect(self) -> None:
        _wire_home(self)
        _wire_suggestions(self)
        self.pages.made.connect(self._page_made)
        self.pages.made.connect(self.care.join)
        self.care.place_wanted.connect(self.go)
        self.care.home_wanted.connect(self.close_sitting)
        self.care.exercise_wanted.connect(self.ways_in.open_exercise)
        self.pages.made.connect(self.breath_way.join)
        self.breath_way.place_wanted.connect(self._show)
        self.rail.place_chosen.connect(self.go)
        self.rail.support_wanted.connect(self.show_support)
        self.settings.not_saved.connect(self.notice.tell)
        self.own.not_saved.connect(self.notice.tell)
        self.warm_up.journal_opened.connect(self._journal_opened)
        self.warm_up.done.connect(self.garbage.spare_what_stays)
        self.ways_in.entered.connect(self._show)
        self.ways_in.nothing_found.connect(self.show_support)
        self.ways_in.closed.connect(self.close_sitting)
        self.ways_in.not_saved.connect(self.unsaved.tell)

    def _page_made(self, place: str) -> None:
        wire_page(self, place)

    # ------------------------------------------------------------ the window itself
    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the place; an exercise that is going on is offered again at the next start.

        While something entered is not on the disk, the first try to close only says so.
        """
        if self.pages.was_practice_made:
            self.pages.practice().pause()
        if not self.unsaved.lets_close():
            event.ignore()
            return
        place = self.geometry()
        where = (place.x(), place.y(), place.width(), place.height())
        self.settings.change(replace(self.settings.settings, window=where))
        self.sleep_bar.fade()
        self.reminders.end()
        self.background.finish()
        self._means.close_sound()
        super().closeEvent(event)

    def _arrange(self) -> None:
        self.setWindowTitle("AttachCalm")
        self.setMinimumSize(*LEAST_SIZE)
        column = (self.notice, self.pages, self.sleep_bar)
        self.setCentralWidget(WindowFrame(self.rail, column, self._icons.keeper))
        self.rail.show_place("home")
        place_window(self, self.settings.settings.window)


def _wire_home(window: MainWindow) -> None:
    """Connect the page that is there from the start."""
    home, ways_in = window.home, window.ways_in
    home.exercise_chosen.connect(ways_in.open_exercise)
    home.ground_me_wanted.connect(ways_in.ground_me_now)
    home.breathe_wanted.connect(ways_in.breathe_now)
    home.now_card.need_chosen.connect(window.show_need)
    home.take_up_wanted.connect(ways_in.take_up)
    home.rate_and_close_wanted.connect(ways_in.rate_and_close)
    home.leave_wanted.connect(ways_in.leave)
    window.library.changed.connect(home.set_library)


def _wire_suggestions(window: MainWindow) -> None:
    """Suggest when the record was read, and again whenever it or the moment has changed."""
    card, suggester = window.home.now_card, window.suggester
    card.moment_told.connect(suggester.think)
    card.remarked.connect(window.ways_in.remark)
    suggester.suggested.connect(card.show_suggestions)
    suggester.people_wanted.connect(window.home.tell_people)
    window.home.support_wanted.connect(window.show_support)
    window.home.people_wanted.connect(window.show_people)
    window.journal_ready.connect(window.suggest)
    window.library.changed.connect(window.suggest)
    window.own.changed.connect(window.suggest)
    window.ways_in.remarked.connect(suggester.forget_record)


def _take_keyboard(window: MainWindow, icons: Icons) -> "FocusRing":
    """Bind the window's keys, and ring what they act on: nothing of it is in the first picture."""
    from attachcalm.ui.shortcuts import bind
    from attachcalm.ui.widgets.focus_ring import FocusRing

    places = window.rail.places
    bind(window, (
        ("Ctrl+G", window.ways_in.ground_me_now),
        ("F9", window.show_support),
        ("F1", places.button(PLACES.index("help")).click),
        ("Ctrl+Q", window.close),
    ))  # fmt: skip
    buttons = places.buttons()[: len(PLACES)]
    bind(window, ((f"Ctrl+{number}", place.click) for number, place in enumerate(buttons, 1)))
    return FocusRing(window, icons.keeper)


def place_window(window: QWidget, where: tuple[int, ...]) -> None:
    """Put the window where it was last (x, y, width, height), if that is still on a screen."""
    wanted = QRect(*where) if where else QRect()
    screens = (screen.availableGeometry() for screen in QGuiApplication.screens())
    if any(screen.intersects(wanted) for screen in screens):
        window.setGeometry(wanted)
    else:
        window.resize(*FIRST_SIZE)
