"""A file is taken for a sound only if its first ten seconds could be decoded."""

import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtMultimedia import QMediaFormat
from pytestqt.qtbot import QtBot

from attachcalm.sound.own_sounds import ENOUGH_S, Fault
from attachcalm.sound.trial import Trial
from tests.fakes.mp4 import write_mp4
from tests.fakes.noise import RATE


def tried(qtbot: QtBot, path: Path) -> Fault | None:
    """Try the file, and return what came of it."""
    room = QObject()
    trial = Trial(path, room)
    with qtbot.waitSignal(trial.ended, timeout=10_000) as told:
        trial.begin()
    [fault] = told.args
    assert fault is None or isinstance(fault, Fault)
    return fault


@pytest.mark.parametrize("kind", ["wav", "mp3", "ogg", "flac"])
def test_what_can_be_played_is_taken(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    """Every kind that people have."""
    path = tmp_path / f"rain.{kind}"
    noise = np.random.default_rng(1).normal(0, 0.1, int(RATE * (ENOUGH_S + 1)))
    soundfile.write(path, noise, RATE, format=kind.upper())

    assert tried(qtbot, path) is None


def test_an_mp4_is_taken(qtbot: QtBot, tmp_path: Path) -> None:
    """The box is opened, and Qt's FFmpeg knows the speech of phones."""
    known = QMediaFormat().supportedAudioCodecs(QMediaFormat.ConversionMode.Decode)

    assert tried(qtbot, write_mp4(tmp_path / "rain.m4a", 11)) is None
    assert QMediaFormat.AudioCodec.AAC in known


@pytest.mark.parametrize("more, fault", [(-0.5, Fault.TOO_SHORT), (0.0, None), (0.5, None)])
def test_ten_seconds_are_enough(
    qtbot: QtBot, noise: Callable[[str, float], Path], more: float, fault: Fault | None
) -> None:
    """Below, at and above."""
    assert tried(qtbot, noise("rain.wav", ENOUGH_S + more)) is fault


CHAOS = random.Random(3).randbytes(2_000_000)
BROKEN = {
    "chaos.wav": b"RIFF\xff\xff\xff\xffWAVE" + CHAOS,
    "chaos.mp3": b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + CHAOS[:9_000],
    "chaos.ogg": b"OggS" + CHAOS,
    "chaos.flac": b"fLaC" + CHAOS,
    "chaos.m4a": b"\x00\x00\x00\x20ftypM4A " + CHAOS,
    "endless.m4a": b"\x00\x00\x00\x10ftypM4A \x00\x00\x00\x00" + b"\xff\xff\xff\xffmoov" * 9_999,
    "empty.wav": b"",
    "head.wav": b"RIFF\x00\x00\x00\x00WAVEfmt ",
    "list.mp3": b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:9/a.ts\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_played_is_told_and_the_window_never_waits(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    """The window's own timer goes on ticking meanwhile."""
    path = tmp_path / name
    path.write_bytes(BROKEN[name])
    pauses: list[int] = []
    since, ticks = QElapsedTimer(), QTimer(interval=5)
    ticks.timeout.connect(lambda: pauses.append(since.restart()))
    since.start()
    ticks.start()

    fault = tried(qtbot, path)

    assert fault in {Fault.NO_SOUND, Fault.TOO_SHORT}
    assert max([0, *pauses]) < 400  # a busy machine is given its time


def test_a_file_that_went_away_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    """And only once, however often Qt complains."""
    room = QObject()
    trial = Trial(tmp_path / "gone.wav", room)
    told: list[object] = []
    trial.ended.connect(told.append)

    with qtbot.waitSignal(trial.ended, timeout=5_000):
        trial.begin()
    qtbot.waitUntil(lambda: True)

    assert told == [Fault.NO_SOUND]


def test_patience_has_an_end(qtbot: QtBot, tmp_path: Path) -> None:
    """Whatever Qt does with a file: after a while the answer is no."""
    room = QObject()
    trial = Trial(tmp_path / "gone.wav", room)
    trial._decoder.error.disconnect()

    with qtbot.waitSignal(trial.ended, timeout=5_000) as told:
        trial.begin()
        trial._patience.setInterval(100)

    assert told.args == [Fault.NO_SOUND]
