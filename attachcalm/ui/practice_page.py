"""One sitting on the screen: before, player, after.  Facts are written before a screen changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from attachcalm.exercises.card import Version
from attachcalm.exercises.model import Exercise
from attachcalm.exercises.narration import Narration
from attachcalm.journal.book import Journal
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Mood
from attachcalm.player.conductor import Conductor, Volumes
from attachcalm.player.ports import Clock, Sound
from attachcalm.player.session import Changed, Events, Frame, Session
from attachcalm.player.shelf import SoundShelf
from attachcalm.player.timeline import Timeline, compile_timeline
from attachcalm.practice import Practice
from attachcalm.settings import Settings
from attachcalm.ui.after_panel import AfterPanel
from attachcalm.ui.before_panel import BeforePanel
from attachcalm.ui.driver import Driver
from attachcalm.ui.icons import Icons
from attachcalm.ui.player_view import PlayerView
from attachcalm.ui.scribe import Scribe


@dataclass(frozen=True, slots=True)
class Stage:
    """What a sitting is played with."""

    practice: Practice
    journal: Journal
    clock: Clock
    narration: Callable[[], Narration]
    shelf: Callable[[], SoundShelf]
    sound: Callable[[], Sound]


def volumes_of(settings: Settings) -> Volumes:
    """The volumes as the player wants them, 0 to 1."""
    return Volumes(
        settings.voice_volume / 100, settings.cue_volume / 100, settings.ambience_volume / 100
    )


class PracticePage(QStackedWidget):
    """Leads through one sitting and tells the main window what came of it."""

    playing_changed = Signal(bool)  # the rail hides while it plays
    saved = Signal(object)  # the Entry, complete
    left = Signal()
    trends_wanted = Signal()
    support_wanted = Signal()
    ground_me_wanted = Signal()
    settings_changed = Signal(object)  # Settings, changed from inside the player
    not_saved = Signal(str)  # the sentence

    def __init__(self, icons: Icons, stage: Stage, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("practice_page")
        self._stage = stage
        self._settings = settings
        self._keeper = icons.keeper
        self._exercise: Exercise | None = None
        self._driver: Driver | None = None
        self._conductor: Conductor | None = None
        self._quietly = False
        self._scribe = Scribe(stage.practice, self)
        self.before = BeforePanel(icons)
        self.player = PlayerView(icons)
        self.after = AfterPanel(icons)
        for panel in (self.before, self.player, self.after):
            self.addWidget(panel)
        self._connect()

    @property
    def is_playing(self) -> bool:
        """Whether an exercise is going on."""
        return self._driver is not None

    @property
    def driver(self) -> Driver | None:
        """What moves the exercise that is going on."""
        return self._driver

    def set_settings(self, settings: Settings) -> None:
        """Use these settings from now on, volumes at once."""
        self._settings = settings
        if self._conductor is not None:
            self._conductor.set_volumes(volumes_of(settings))

    # ------------------------------------------------------------ the way through
    def open(self, exercise: Exercise, version: Version) -> None:
        """Show what there is to know and to rate before the exercise."""
        self._exercise = exercise
        self.setCurrentWidget(self.before)
        self.before.open(exercise, version)

    def start(self, exercise: Exercise, version: Version, before: Mood | None) -> None:
        """Begin at once."""
        self._exercise = exercise
        self._begin(version, before)

    def take_up(self, exercise: Exercise, entry: Entry) -> None:
        """Go on with an interrupted sitting at the step where it was."""
        self._exercise = exercise
        self._scribe.take_up(entry)
        versions = exercise.card.versions
        self._play(exercise.card.version_or(entry.started.version_id, versions[0]), entry)

    def rate_and_close(self, exercise: Exercise, entry: Entry) -> None:
        """End an interrupted sitting where it was, and ask how the person is now."""
        self._exercise = exercise
        self._scribe.take_up(entry)
        self._scribe.leave()
        self._ask_after()

    def pause(self) -> None:
        """Pause what is playing."""
        if self._driver is not None:
            self._driver.pause()

    def stop_quietly(self) -> None:
        """End what is playing, if anything is, and ask nothing."""
        if self._driver is not None:
            self._quietly = True
            self._driver.stop()
            self._quietly = False

    def _begin(self, version: Version, before: Mood | None) -> None:
        assert self._exercise is not None  # noqa: S101 - opened or started first
        self._scribe.begin(self._exercise, version, before)
        self._play(version, None)

    def _play(self, version: Version, interrupted: Entry | None) -> None:
        assert self._exercise is not None  # noqa: S101 - opened or started first
        timeline = compile_timeline(
            self._exercise,
            version.id,
            self._stage.narration().clip,
            self._settings.pace,
            self._stage.journal.words(),
        )
        start = 0
        if interrupted is not None:
            timeline = timeline.with_choices({a.key: str(a.value) for a in interrupted.answers})
            start = _where(timeline, interrupted)
        session = Session(timeline, self._stage.clock, start)
        self._conductor = Conductor(
            self._stage.sound(),
            self._stage.shelf(),
            volumes_of(self._settings),
            ambience=self._settings.ambience,
            breath_tones=self._settings.breath_tones,
            sound_on=self._settings.sound,
        )
        self._driver = driver = Driver(session, self._keeper.look.reduced_motion, self)
        driver.happened.connect(self._happened)
        driver.frame_changed.connect(self._frame_changed)
        self.player.command(driver)
        self.setCurrentWidget(self.player)
        self._show_switches()
        self.player.open(self._exercise.title, timeline, self._settings.pace)
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

    def _rated(self, mood: Mood | None) -> None:
        self._scribe.rate_after(mood)
        if self._scribe.entry is not None:
            self.after.show_entry(self._scribe.entry)
            self.saved.emit(self._scribe.entry)

    # ------------------------------------------------------------ switches of the player
    def _show_switches(self) -> None:
        reduced = self._keeper.look.reduced_motion
        self.player.set_switches(self._settings.sound, self._settings.captions, reduced)

    def _switch_sound(self, on: bool) -> None:
        if self._conductor is not None:
            self._conductor.set_sound_on(on)
        self._set(replace(self._settings, sound=on))

    def _switch_captions(self, on: bool) -> None:
        self._set(replace(self._settings, captions=on))

    def _switch_motion(self, reduced: bool) -> None:
        self._set(replace(self._settings, motion="reduced" if reduced else "full"))
        if self._driver is not None:
            self._driver.set_reduced_motion(reduced)

    def _choose_pace(self, pace: float) -> None:
        if self._driver is not None:
            self._driver.set_pace(pace)
        self._set(replace(self._settings, pace=pace))

    def _set(self, settings: Settings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)
        self._show_switches()

    def _connect(self) -> None:
        self._scribe.not_saved.connect(self.not_saved)
        self.before.begun.connect(self._begin)
        self.before.left.connect(self.left)
        self.player.sound_switched.connect(self._switch_sound)
        self.player.captions_switched.connect(self._switch_captions)
        self.player.motion_switched.connect(self._switch_motion)
        self.player.pace_chosen.connect(self._choose_pace)
        self.after.rated.connect(self._rated)
        self.after.done.connect(self.left)
        self.after.trends_wanted.connect(self.trends_wanted)
        self.player.support_wanted.connect(self.support_wanted)
        self.after.support_wanted.connect(self.support_wanted)
        self.after.ground_me_wanted.connect(self.ground_me_wanted)


def _where(timeline: Timeline, interrupted: Entry) -> int:
    """The span with which an interrupted sitting goes on: the beginning of its last step."""
    step_id = interrupted.progress.step_id if interrupted.progress else ""
    span = timeline.first_span_of(step_id)
    return span.index if span else 0
