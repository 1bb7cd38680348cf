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
        self._idle = True
        self._leaving = False
        self._held = False
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
    def is_fading(self) -> bool:
        """Whether its gain is on the way somewhere."""
        return not self._idle and (self._leaving or not self._ramp.is_over)

    # ------------------------------------------------------------ what is asked of it
    def begin(self, path: Path, *, gain: float, loop: bool, fade_in_ms: int, held: bool) -> None:
        """Play this file from its start; `held`, it stands there until `go_on`."""
        self._idle = self._leaving = False
        self._held = held
        self._ramp = Ramp(0.0, gain, fade_in_ms) if fade_in_ms > 0 else steady(gain)
        self._output.setVolume(self._ramp.gain)
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
        """Move to this gain."""
        if not self._idle:
            self._ramp = self._ramp.bent_to(gain, ramp_ms)
            self._output.setVolume(self._ramp.gain)

    def leave(self, fade_ms: int) -> None:
        """Fade away within this time and be idle, or sooner if it is leaving already."""
        if self._idle or (self._leaving and self._ramp.left <= fade_ms):
            return
        self._leaving = True
        self._ramp = self._ramp.bent_to(0.0, fade_ms)
        if self._ramp.is_over:
            self.fall_silent()

    def hold(self) -> None:
        """Stand still; whoever holds it lets no fade advance."""
        if not self._idle and not self._held:
            self._held = True
            self._player.pause()

    def go_on(self) -> None:
        """Go on from where it was held."""
        if not self._idle and self._held:
            self._held = False
            self._stood_for = 0
            self._player.play()

    def follow(self, device: QAudioDevice) -> None:
        """Sound on this device.  The output is kept: replacing one re-enters Qt's player."""
        if self._output.device() != device:
            self._output.setDevice(device)

    def fall_silent(self) -> None:
        """Be idle at once and let go of the file."""
        self._idle = True
        self._leaving = self._held = False
        self._player.stop()
        self._player.setSource(QUrl())

    # ------------------------------------------------------------ time passes
    def advance(self, ms: int) -> None:
        """Move the fade on."""
        if not self.is_fading:
            return
        self._ramp = self._ramp.after(ms)
        self._output.setVolume(self._ramp.gain)
        if self._leaving and self._ramp.is_over:
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
            self._idle = True
            self._leaving = self._held = False

    def _on_error_occurred(self, error: QMediaPlayer.Error, _: str) -> None:
        """Qt's own words name the file, so only the kind of error is logged."""
        if not self._idle:
            self._idle = True
            self._leaving = self._held = False
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
