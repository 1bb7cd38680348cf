"""What comes out of Qt's players, without any device: their decoded buffers and their gains."""

import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtMultimedia import (
    QAudioBuffer,
    QAudioBufferOutput,
    QAudioFormat,
    QMediaPlayer,
)
from pytestqt.qtbot import QtBot

from attachcalm.sound.deck import settle_disconnects
from tests.fakes.noise import RATE

Samples = npt.NDArray[np.float32]


class Ear(QObject):
    """Listens to one player from now on.  The gain is not in the samples; it is told apart."""

    def __init__(self, player: QMediaPlayer) -> None:
        super().__init__(player)
        wanted = QAudioFormat()
        wanted.setSampleRate(RATE)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Float)
        self.tap = QAudioBufferOutput(wanted, self)
        settle_disconnects(self.tap)
        self.pieces: list[Samples] = []
        self.gains: list[tuple[int, float]] = []  # milliseconds since it listens, gain
        self._since = QElapsedTimer()
        self._since.start()
        self.tap.audioBufferReceived.connect(self._on_buffer)
        player.setAudioBufferOutput(self.tap)
        player.audioOutput().volumeChanged.connect(self._on_volume_changed)

    @property
    def samples(self) -> Samples:
        """Return all that came out so far."""
        return np.concatenate(self.pieces) if self.pieces else np.zeros(0, np.float32)

    def has_heard(self, seconds: float) -> bool:
        """Tell whether at least so much came out."""
        return sum(map(len, self.pieces)) >= seconds * RATE

    def _on_buffer(self, buffer: QAudioBuffer) -> None:
        if buffer.byteCount():  # the last one is empty
            self.pieces.append(np.frombuffer(bytes(buffer.constData()), np.float32))

    def _on_volume_changed(self, gain: float) -> None:
        self.gains.append((self._since.elapsed(), gain))


def read(path: Path) -> Samples:
    """Return the samples of a mono 16-bit WAV, from -1 to 1."""
    with wave.open(str(path), "rb") as file:
        raw = np.frombuffer(file.readframes(file.getnframes()), np.dtype("<i2"))
    return (raw / 32_768).astype(np.float32)


def likeness(heard: Samples, meant: Samples) -> float:
    """Return the correlation of two stretches of the same length: 1 for the same sound."""
    return float(np.corrcoef(heard, meant)[0, 1])


def playing(sound: QObject) -> dict[Path, QMediaPlayer]:
    """Return the players of a `QtSound` that play now, by their file."""
    return {
        Path(player.source().toLocalFile()): player
        for player in sound.findChildren(QMediaPlayer)
        if player.playbackState() is QMediaPlayer.PlaybackState.PlayingState
    }


def ears(sound: QObject) -> list[Ear]:
    """Listen to every player that was made so far and has no ear yet, and return all ears."""
    for player in sound.findChildren(QMediaPlayer):
        if not player.findChildren(Ear):
            Ear(player)
    return sound.findChildren(Ear)


def ended(status: QMediaPlayer.MediaStatus) -> bool:
    return status is QMediaPlayer.MediaStatus.EndOfMedia


def wait_for_end(qtbot: QtBot, ear: Ear) -> None:
    player = ear.parent()
    assert isinstance(player, QMediaPlayer)
    with qtbot.waitSignal(player.mediaStatusChanged, check_params_cb=ended, timeout=8_000):
        pass


def let_pass(qtbot: QtBot, ms: int) -> None:
    """Let real time pass, for what must not happen meanwhile."""
    timer = QTimer(singleShot=True, interval=ms)
    with qtbot.waitSignal(timer.timeout, timeout=ms + 2_000):
        timer.start()
