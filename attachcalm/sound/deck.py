"""One player of Qt's with its own way out: one file at a time, at a gain that moves."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaPlayer

from attachcalm.sound.ramp import Ramp, steady

STUCK_MS = 3_000  # a lost device freezes the position and tells nothing
LONGEST_PATIENCE_MS = 48_000

_log = logging.getLogger(__name__)


class Deck(QObject):
    """Idle, playing, or leaving (fading towards idle); held while all is paused."""

    def __init__(self, parent: QObject, label: str) -> None:
        """Stand idle; `label` names it in the log."""
        super().__init__(parent)
        self._label = label
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._ramp = steady(0.0)
        self._hush = steady(1.0)  # a pause's own way down and up again, on top of the ramp
        self._comes_for = 0  # ms until its fade-in is over
        self._idle = True
        self._failed = False
        self._leaving = False
        self._held = False
        self._ends_when_held = False
        self._stood_at = -1
        self._stood_for = 0
        self._patience = STUCK_MS
        settle_disconnects(self._output)
        self._player.mediaStatusChanged.connect(self._on_media_status_changed)
        self._player.errorOccurred.connect(self._on_error_occurred)

    @property
    def is_idle(self) -> bool:
        """Whether it is free for another file."""
        return self._idle

    @property
    def has_failed(self) -> bool:
        """Whether its last file could not be played."""
        return self._failed

    @property
    def is_fading(self) -> bool:
        """Whether its gain is on the way somewhere."""
        on_the_way = not self._held and (self._leaving or not self._ramp.is_over)
        return not self._idle and (on_the_way or not self._hush.is_over)

    @property
    def is_audible(self) -> bool:
        """Whether falling silent now would be a click."""
        stands = self._held and self._hush.is_over
        return not self._idle and not stands and self._output.volume() > 0

    @property
    def goal(self) -> float:
        """The gain that it has, or is on its way to."""
        return self._ramp.goal

    @property
    def left_ms(self) -> int | None:
        """How much of the file is left once its fade-in is over; None while that is not known."""
        known = not self._idle and self._comes_for <= 0 and self._player.duration() > 0
        return self._player.duration() - self._player.position() if known else None

    # ------------------------------------------------------------ what is asked of it
    def begin(
        self,
        path: Path,
        *,
        gain: float,
        loop: bool,
        fade_in_ms: int,
        held: bool,
        even: bool = False,
    ) -> None:
        """Play this file from its start; `held`, it stands there until `go_on`."""
        self._idle = self._failed = self._leaving = self._ends_when_held = False
        self._held = held
        self._hush = steady(1.0)
        fades = fade_in_ms > 0
        self._comes_for = fade_in_ms
        self._ramp = Ramp(0.0, gain, fade_in_ms, even=even) if fades else steady(gain)
        self._send_gain()
        self._patience = STUCK_MS
        self._stood_for = 0
        loops = QMediaPlayer.Loops.Infinite if loop else QMediaPlayer.Loops.Once
        self._player.setLoops(loops.value)
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        if held:
            self._player.pause()
        else:
            self._player.play()

    def bring_to(self, gain: float, ramp_ms: int) -> None:
        """Move to this gain; while it fades in it gets no louder sooner than it would have."""
        if self._idle:
            return
        if gain < self._ramp.gain:
            self._comes_for = 0
        even = self._comes_for > 0 and self._ramp.even
        self._ramp = self._ramp.bent_to(gain, max(ramp_ms, self._comes_for), even=even)
        self._send_gain()

    def leave(self, fade_ms: int, *, even: bool = False) -> None:
        """Fade away within this time and be idle, or sooner if it is leaving already.

        While it fades into a pause, that fade is its last.
        """
        if self._held and not self._hush.is_over:
            self._ends_when_held = True
            return
        if self._idle or (self._leaving and self._ramp.left <= fade_ms):
            return
        self._leaving = True
        self._ramp = self._ramp.bent_to(0.0, fade_ms, even=even)
        if self._ramp.is_over:
            self.fall_silent()

    def hold(self, fade_ms: int = 0) -> None:
        """Fade within this time and stand still; any other fade waits until it goes on."""
        if self._idle or self._held:
            return
        self._held = True
        self._hush = self._hush.bent_to(0.0, fade_ms)
        if self._hush.is_over:
            self._stand_still()

    def go_on(self, fade_ms: int = 0) -> None:
        """Go on from where it was held."""
        if not self._idle and self._held and not self._ends_when_held:
            self._held = False
            self._stood_for = 0
            self._hush = self._hush.bent_to(1.0, fade_ms if self._hush.goal < 1 else 0)
            self._send_gain()
            self._player.play()

    def follow(self, device: QAudioDevice) -> None:
        """Sound on this device.  The output is kept: replacing one re-enters Qt's player."""
        if self._output.device() != device:
            self._output.setDevice(device)

    def fall_silent(self) -> None:
        """Be idle at once and let go of the file."""
        self._be_idle()
        self._player.stop()
        self._player.setSource(QUrl())

    def _stand_still(self) -> None:
        if self._ends_when_held:
            self.fall_silent()
        else:
            self._player.pause()

    def _send_gain(self) -> None:
        self._output.setVolume(self._ramp.gain * self._hush.gain)

    def _be_idle(self) -> None:
        self._idle = True
        self._leaving = self._held = self._ends_when_held = False

    # ------------------------------------------------------------ time passes
    def advance(self, ms: int) -> None:
        """Move the fades on."""
        if not self.is_fading:
            return
        was_hushing, self._hush = not self._hush.is_over, self._hush.after(ms)
        if not self._held:
            self._ramp = self._ramp.after(ms)
            self._comes_for = max(0, self._comes_for - ms)
        self._send_gain()
        if self._held and was_hushing and self._hush.is_over:
            self._stand_still()
        elif self._leaving and not self._held and self._ramp.is_over:
            self.fall_silent()

    def look_after(self, ms: int, *, device_there: bool) -> None:
        """Start again from the same place if it stands still although it should play.

        Each time in vain it waits twice as long: a headset may need longer than that to wake.
        """
        position = self._player.position()
        if self._idle or self._held or position != self._stood_at:
            self._stood_at = position
            self._stood_for = 0
            return
        self._stood_for += ms
        if device_there and self._stood_for >= self._patience:
            _log.info("The %s stood still and is started again.", self._label)
            self._stood_for = 0
            self._patience = min(2 * self._patience, LONGEST_PATIENCE_MS)
            self._player.stop()
            self._player.play()
            self._player.setPosition(position)

    # ------------------------------------------------------------ what Qt tells
    def _on_media_status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._be_idle()

    def _on_error_occurred(self, error: QMediaPlayer.Error, _: str) -> None:
        """Qt's own words name the file, so only the kind of error is logged."""
        if not self._idle:
            self._be_idle()
            self._failed = True
            _log.warning("A sound for the %s cannot be played: %s.", self._label, error.name)


def settle_disconnects(source: QObject) -> None:
    """Keep the window from freezing in `stop`.

    Qt's audio threads disconnect from the output when they end.  That calls a virtual method, and
    the first time PySide asks Python whether it is overridden: the thread waits for the GIL, which
    the window's thread holds while it waits, in `stop`, for a lock of that thread.  Disconnecting
    once from here settles the answer, and no other thread ever asks.
    """
    source.objectNameChanged.connect(source.setObjectName)
    source.objectNameChanged.disconnect(source.setObjectName)
