"""Whether a file can really be played: its first seconds are decoded, and nobody has to wait.

Like `qt`, importing this loads QtMultimedia; see there why no slot may be called by its threads.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QAudioDecoder

from attachcalm.sound import ffmpeg_log
from attachcalm.sound.deck import settle_disconnects
from attachcalm.sound.own_sounds import ENOUGH_S, Fault

PATIENCE_MS = 15_000

_log = logging.getLogger(__name__)


class Trial(QObject):
    """Decodes the beginning of one file, and tells how that went once."""

    ended = Signal(object)  # None if it can be played, or the Fault

    def __init__(self, path: Path, parent: QObject) -> None:
        """Be ready to try this file."""
        super().__init__(parent)
        self._path = path
        self._decoded_s = 0.0
        self._is_over = False
        self._decoder = QAudioDecoder(self)
        ffmpeg_log.quieten()
        settle_disconnects(self._decoder)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._decoder.bufferReady.connect(self._on_buffer_ready)
        self._decoder.finished.connect(self._on_finished)
        self._decoder.error.connect(self._on_failed)
        self._patience.timeout.connect(self._on_failed)

    def begin(self) -> None:
        """Begin; `ended` comes later, never from within this call."""
        self._patience.start()
        self._decoder.setSource(QUrl.fromLocalFile(str(self._path)))
        QTimer.singleShot(0, self._decoder, self._decoder.start)

    def _on_buffer_ready(self) -> None:
        buffer = self._decoder.read()
        rate = buffer.format().sampleRate()
        self._decoded_s += buffer.frameCount() / rate if rate > 0 else 0.0
        if self._decoded_s >= ENOUGH_S - 0.001:  # a sum of floats
            self._end(None)

    def _on_finished(self) -> None:
        self._end(Fault.TOO_SHORT if self._decoded_s else Fault.NO_SOUND)

    def _on_failed(self) -> None:
        _log.info("A sound of the person's own cannot be played.")
        self._end(Fault.NO_SOUND)

    def _end(self, fault: Fault | None) -> None:
        if not self._is_over:
            self._is_over = True
            self._patience.stop()
            self._decoder.stop()
            self.ended.emit(fault)
