"""Reads a leaflet aloud, a sentence at a time, until it ends or somebody stops it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from attachcalm.exercises.narration import Clip, Narration
from attachcalm.learn.model import Leaflet
from attachcalm.player.ports import Channel, Sound

BETWEEN_MS = 700  # of silence after a sentence
FADE_MS = 400  # of a sentence that is left


def clips_of(leaflet: Leaflet, narration: Narration) -> tuple[Clip, ...]:
    """A clip for each of its sentences, or none at all if only one of them has none."""
    clips = [narration.clip(line) for line in leaflet.lines()]
    found = tuple(clip for clip in clips if clip is not None)
    return found if len(found) == len(clips) else ()


class ReadAloud(QObject):
    """Plays one clip after the other; the sound is asked for when the first is to be heard."""

    changed = Signal(bool)  # whether it reads now

    def __init__(self, sound: Callable[[], Sound], parent: QObject) -> None:
        super().__init__(parent)
        self._sound = sound
        self._left: list[Clip] = []
        self._gain = 1.0
        self.is_reading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_on)

    def begin(self, clips: Sequence[Clip], gain: float) -> None:
        """Read these; `gain` goes from 0 to 1."""
        self._left = list(clips)
        self._gain = gain
        self._tell(bool(clips))
        self.go_on()

    def go_on(self) -> None:
        """The next sentence, or the end; the timer's own call."""
        if not self._left:
            self._tell(False)
            return
        clip = self._left.pop(0)
        self._sound().play(Channel.VOICE, clip.path, gain=self._gain)
        self._timer.start(clip.duration_ms + BETWEEN_MS)

    def stop(self) -> None:
        """Fall silent, if it reads."""
        self._timer.stop()
        self._left = []
        if self.is_reading:
            self._sound().stop(Channel.VOICE, fade_out_ms=FADE_MS)
            self._tell(False)

    @property
    def timer_runs(self) -> bool:
        """Whether a further sentence is due."""
        return self._timer.isActive()

    def _tell(self, reads: bool) -> None:
        if reads != self.is_reading:
            self.is_reading = reads
            self.changed.emit(reads)
