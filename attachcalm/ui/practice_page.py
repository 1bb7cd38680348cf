"""One sitting on the screen: before, player, after.  Facts are written before a screen changes."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget

from attachcalm.exercises.card import Version
from attachcalm.exercises.model import Exercise
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Mood
from attachcalm.player.conductor import Conductor
from attachcalm.player.own_breath import fit_of
from attachcalm.player.pieces import is_spoken
from attachcalm.player.session import Changed, Events, Frame, Session
from attachcalm.player.timeline import Timeline, compile_timeline
from attachcalm.settings import Settings
from attachcalm.support.holds import holds_wait
from attachcalm.ui.after_flow import AfterFlow
from attachcalm.ui.after_panel import AfterPanel
from attachcalm.ui.before_panel import BeforePanel
from attachcalm.ui.driver import Driver
from attachcalm.ui.first_things import FirstThings
from attachcalm.ui.harder_flow import HarderFlow
from attachcalm.ui.harder_view import HarderView
from attachcalm.ui.icons import Icons
from attachcalm.ui.player_switches import PlayerSwitches
from attachcalm.ui.player_view import PlayerView
from attachcalm.ui.scribe import Scribe
from attachcalm.ui.stage import Stage
from attachcalm.ui.threshold import Around, Threshold


class PracticePage(QStackedWidget):
    """Leads through one sitting and tells the main window what came of it."""

    playing_changed = Signal(bool)  # the rail hides while it plays
    saved = Signal(object)  # the Entry, complete
    left = Signal()
    trends_wanted = Signal()
    support_wanted = Signal()
    contact_wanted = Signal()  # Support, at the person's own people
    health_wanted = Signal()
    ground_me_wanted = Signal()
    settings_changed = Signal(object)  # Settings, changed from inside the player
    not_saved = Signal(str)  # the sentence

    def __init__(self, icons: Icons, stage: Stage, settings: Settings, around: Around) -> None:
        super().__init__()
        self.setObjectName("practice_page")
        self._stage = stage
        self._around = around
        self._keeper = icons.keeper
        self._exercise: Exercise | None = None
        self._driver: Driver | None = None
        self._conductor: Conductor | None = None
        self._quietly = False
        self._scribe = Scribe(stage.practice, self)
        self.before = BeforePanel(icons)
        self.player = PlayerView(icons)
        self.after = AfterPanel(icons)
        self.harder = HarderView(icons)
        self.first = FirstThings(icons)
        for panel in (self.before, self.player, self.after, self.harder, self.first):
            self.addWidget(panel)
        self.switches = PlayerSwitches(self.player, icons.keeper, settings)
        self.harder_flow = HarderFlow(self.harder, self._scribe, stage, around.find)
        self.after_flow = AfterFlow(self.after, self._scribe, around.emergency)
        self._threshold = Threshold(self.first, self._scribe, around)
        self._connect()

    @property
    def is_playing(self) -> bool:
        """Whether an exercise is going on."""
        return self._driver is not None

    @property
    def driver(self) -> Driver | None:
        """What moves the exercise that is going on."""
        return self._driver

    # ------------------------------------------------------------ the way through
    def open(self, exercise: Exercise, version: Version) -> None:
        """Show what there is to know and to rate before the exercise."""
        self.leave_threshold()
        self._exercise = exercise
        self.setCurrentWidget(self.before)
        spoken = is_spoken(exercise, self._stage.narration().clip)
        self.before.open(exercise, version, spoken=spoken)

    def start(self, exercise: Exercise, version: Version, before: Mood | None) -> None:
        """Begin at once: what is asked for in a hard moment meets no question."""
        self.leave_threshold()
        self._exercise = exercise
        self._scribe.begin(exercise, version, before)
        self._play(version)

    def take_up(self, exercise: Exercise, entry: Entry) -> None:
        """Go on with an interrupted sitting at the step where it was, if no rule holds it back."""
        self._exercise = exercise
        version = exercise.card.version_or(entry.started.version_id, exercise.card.versions[0])
        if self._threshold.holds_back(exercise, version, entry):
            self.setCurrentWidget(self.first)
        else:
            self._play(version, entry)

    def rate_and_close(self, exercise: Exercise, entry: Entry) -> None:
        """End an interrupted sitting where it was, and ask how the person is now."""
        self._exercise = exercise
        self._scribe.take_up(entry)
        self._scribe.leave()
        self._ask_after()

    def leave_threshold(self) -> None:
        """Close a sitting that was rated and not begun: the person goes elsewhere."""
        self._threshold.close()

    def pause(self) -> None:
        """Pause what is playing; the minute after "too much" ends, and its note is kept."""
        self.harder_flow.leave()
        if self._driver is not None:
            self._driver.pause()

    def stop_quietly(self) -> None:
        """End what is playing, if anything is, and ask nothing."""
        self.harder_flow.leave()
        if self._driver is not None:
            self._quietly = True
            self._driver.stop()
            self._quietly = False

    def _begin(self, version: Version, before: Mood | None, unsafe: bool) -> None:
        """Play, unless there is something to read first; the rating is on disk by then."""
        assert self._exercise is not None  # noqa: S101 - opened or started first
        if self._threshold.holds(self._exercise, version, before, unsafe=unsafe):
            self.setCurrentWidget(self.first)
        else:
            self._play(version)

    def _start_instead(self, exercise: Exercise, before: Mood | None) -> None:
        self.start(exercise, exercise.card.shortest, before)

    def _too_much(self) -> None:
        """Stop, keep that it was too much, and lead on; nothing is asked first."""
        if self._driver is not None:
            self.stop_quietly()
            self.harder_flow.keep()
            self.setCurrentWidget(self.harder)
            self.harder_flow.begin(self.switches.settings)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Leave no voice and no note behind on a page that nobody sees."""
        super().hideEvent(event)
        self.harder_flow.leave()

    def _play(self, version: Version, interrupted: Entry | None = None) -> None:
        assert self._exercise is not None  # noqa: S101 - opened or started first
        timeline = compile_timeline(
            self._exercise,
            version.id,
            self._stage.narration().clip,
            self.switches.settings.pace,
            self._stage.journal.words(),
            fit=fit_of(self.switches.settings, no_holds=holds_wait(self._around.own().health)),
        )
        start = 0
        if interrupted is not None:
            timeline = timeline.with_choices({a.key: str(a.value) for a in interrupted.answers})
            start = _where(timeline, interrupted)
        session = Session(timeline, self._stage.clock, start)
        self._conductor = self._stage.conductor(self.switches.settings)
        self._driver = driver = Driver(session, self._keeper.look.reduced_motion, self)
        driver.happened.connect(self._happened)
        driver.frame_changed.connect(self._frame_changed)
        self.player.command(driver)
        self.setCurrentWidget(self.player)
        self.switches.move(driver, self._conductor)
        self.switches.show()
        self.player.open(self._exercise.title, timeline, self.switches.settings.pace)
        self.playing_changed.emit(True)
        self._driver.start()

    def _happened(self, events: Events) -> None:
        """Write, then sound, then show: what was entered is on disk before anything changes."""
        if self._driver is None or self._conductor is None:
            return  # it was stopped in between
        session = self._driver.session
        self._scribe.hear(session, events)
        self._conductor.hear(events)
        self.player.show_events(events)
        if any(isinstance(event, Changed) and event.phase.over for event in events):
            self._scribe.end(session)
            self._driver.deleteLater()
            self._driver = None
            self.switches.move(None, None)
            self.playing_changed.emit(False)
            if not self._quietly:
                self._ask_after()
        else:
            self.player.show_frame(session.frame())

    def _frame_changed(self, frame: Frame) -> None:
        if self._driver is not None and self._conductor is not None:
            self._conductor.watch(frame)
            self.player.show_frame(frame)

    def _ask_after(self) -> None:
        self.setCurrentWidget(self.after)
        self.after.ask(self._exercise is not None and self._exercise.card.asks_security)

    def _connect(self) -> None:
        self._scribe.not_saved.connect(self.not_saved)
        self.before.begun.connect(self._begin)
        self.before.left.connect(self.left)
        self.switches.settings_changed.connect(self.settings_changed)
        self._threshold.play_wanted.connect(self._play)
        self._threshold.instead_wanted.connect(self._start_instead)
        self._threshold.left.connect(self.left)
        self._threshold.health_wanted.connect(self.health_wanted)
        self.first.support_wanted.connect(self.support_wanted)
        self.player.too_much_pressed.connect(self._too_much)
        self.harder.rating_wanted.connect(self._ask_after)
        self.harder.steady_wanted.connect(self.ground_me_wanted)
        self.harder.contact_wanted.connect(self.contact_wanted)
        self.harder.support_wanted.connect(self.support_wanted)
        self.harder.closed.connect(self.left)
        self.after.contact_wanted.connect(self.contact_wanted)
        self.after_flow.saved.connect(self.saved)
        self.after_flow.support_wanted.connect(self.support_wanted)
        self.after.done.connect(self.left)
        self.after.trends_wanted.connect(self.trends_wanted)
        self.player.support_wanted.connect(self.support_wanted)
        self.after.ground_me_wanted.connect(self.ground_me_wanted)


def _where(timeline: Timeline, interrupted: Entry) -> int:
    """The span with which an interrupted sitting goes on: the beginning of its last step."""
    step_id = interrupted.progress.step_id if interrupted.progress else ""
    span = timeline.first_span_of(step_id)
    return span.index if span else 0
