"""One minute of looking round the room: what follows when an exercise was too much."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from attachcalm.exercises.model import Exercise, Pause, Step
from attachcalm.player.conductor import Conductor, Volumes
from attachcalm.player.session import Began, Changed, Events, Frame, Session
from attachcalm.player.timeline import Span, compile_timeline
from attachcalm.settings import Settings
from attachcalm.ui.driver import Driver
from attachcalm.ui.stage import Stage

LASTS_MS = 60_000
QUIET_MS = 1_500  # what sounded before has faded by then
QUIETER = 0.7  # of the person's own volume for the voice


class HarderMinute(QObject):
    """Plays the beginning of an exercise, quietly, and records nothing: it is no sitting."""

    caption_changed = Signal(str)
    left_changed = Signal(int)  # whole seconds
    over = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._driver: Driver | None = None
        self._conductor: Conductor | None = None

    @property
    def driver(self) -> Driver | None:
        """What moves it, while it goes on."""
        return self._driver

    def begin(self, exercise: Exercise, settings: Settings) -> None:
        """Begin at once, with the voice and the captions of this exercise."""
        version = exercise.card.shortest.id
        quiet = Step("quiet", exercise.title, (Pause(QUIET_MS),))
        after_quiet = replace(exercise, steps=(quiet, *exercise.steps))
        timeline = compile_timeline(after_quiet, version, self._stage.narration().clip)
        voice = settings.voice_volume / 100 * QUIETER
        self._conductor = Conductor(
            self._stage.sound(),
            self._stage.shelf(),
            Volumes(voice, 0.0, 0.0),
            breath_tones=False,
            sound_on=settings.sound,
        )
        self._driver = Driver(Session(timeline, self._stage.clock), False, self)
        self._driver.happened.connect(self._happened)
        self._driver.frame_changed.connect(self._watch)
        self._driver.start()

    def stop(self) -> None:
        """Let it fade and be over; safe at any time."""
        if self._driver is not None:
            self._driver.stop()

    def _happened(self, events: Events) -> None:
        """End rather than begin a sentence that would be cut off, or a question."""
        if self._driver is None or self._conductor is None:
            return
        if any(isinstance(event, Began) and not _fits(event.span) for event in events):
            self.stop()
            return
        self._conductor.hear(events)
        for event in events:
            if isinstance(event, Began) and event.span.caption:
                self.caption_changed.emit(event.span.caption)
            elif isinstance(event, Changed) and event.phase.over:
                self._finish()

    def _watch(self, now: Frame) -> None:
        if self._driver is None or self._conductor is None:
            return
        self._conductor.watch(now)
        self.left_changed.emit(max(0, LASTS_MS - now.position) // 1_000)
        if now.position >= LASTS_MS:
            self.stop()

    def _finish(self) -> None:
        if self._driver is not None:
            self._driver.deleteLater()
            self._driver = None
            self.over.emit()


def _fits(span: Span) -> bool:
    """Whether all that is said in it is said before the minute is over."""
    return span.question is None and span.start + span.speech_ms <= LASTS_MS


Find = Callable[[str], Exercise | None]
"""Looks an exercise up by its id; None if the library has none of it."""
