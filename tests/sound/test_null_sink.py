"""The whole way out: what leaves the machine is recorded and compared with the files."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from attachcalm.player.conductor import CUT_FADE_MS, STOP_FADE_MS
from attachcalm.sound.qt import CLOSING_FADE_MS, PAUSE_FADE_MS
from tests.fakes.ear import read
from tests.fakes.null_sink import RATE, Mono, NullSink, fits, loud_stretches, missing_programs

pytestmark = pytest.mark.sound

MONO_TO_EACH_SIDE = 0.5**0.5  # Qt keeps the power, not the level
MakeNoise = Callable[[str, float], Path]


@pytest.fixture
def sink() -> Iterator[NullSink]:
    """Start a sound server of our own; without its programs skip, but never in CI."""
    missing = missing_programs()
    if missing:
        reason = (
            f"not installed: {', '.join(missing)}; on Debian or Ubuntu: "
            "apt-get install libpulse0 pulseaudio pulseaudio-utils"
        )
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with NullSink() as started:
        yield started


def play(sink: NullSink, case: str, *files: Path) -> None:
    done = sink.run(sys.executable, "-m", "tests.sound.play_out_loud", case, *map(str, files))
    assert done.returncode == 0, done.stderr


def test_what_is_heard_is_the_file_with_its_pause(sink: NullSink, noise: MakeNoise) -> None:
    """Two seconds, a pause of one second and its fade, and the rest of it, where it was left.

    A busy machine loses a few milliseconds here and there, so not every piece has to fit.
    """
    file = noise("voice.wav", 4.0)

    play(sink, "pause", file)

    heard = sink.recorded()
    first, second = loud_stretches(heard)
    silent = 1.0 - PAUSE_FADE_MS / 1_000
    assert second[0] - first[1] == pytest.approx(silent, abs=0.3)
    assert (first[1] - first[0]) + (second[1] - second[0]) == pytest.approx(4.0, abs=0.3)
    likeness = [
        fit.likeness
        for begin, end in (first, second)
        for fit in fits(heard[int(begin * RATE) : int(end * RATE)], read(file))
    ]
    assert median(likeness) >= 0.98
    assert sum(piece > 0.95 for piece in likeness) >= 0.5 * len(likeness)


def test_voice_bell_and_ambience_are_heard_together_at_their_gains(
    sink: NullSink, noise: MakeNoise
) -> None:
    """Each is found in the one recording, as loud as asked; the ambience is lowered in time."""
    voice, bell, rain = noise("voice.wav", 4.0), noise("bell.wav", 4.0), noise("rain.wav", 4.0)

    play(sink, "mix", voice, bell, rain)

    heard = sink.recorded()
    [(begin, end)] = loud_stretches(heard)
    assert end - begin == pytest.approx(4.0, abs=0.4)
    early = heard[int((begin + 1.0) * RATE) : int((begin + 1.8) * RATE)]
    late = heard[int((begin + 2.8) * RATE) : int((begin + 3.6) * RATE)]
    for file, asked_early, asked_late in ((voice, 0.4, 0.4), (bell, 0.2, 0.2), (rain, 0.5, 0.1)):
        assert gain_of(file, early) == pytest.approx(asked_early, abs=0.04), file.name
        assert gain_of(file, late) == pytest.approx(asked_late, abs=0.04), file.name


def gain_of(file: Path, heard: Mono) -> float:
    """Return how loud the file is in a stretch where others sound too."""
    return median(fit.gain for fit in fits(heard, read(file))) / MONO_TO_EACH_SIDE


WINDOW_S = 0.02
ENDS = {  # how long each way to end takes, in seconds, and how many files it plays
    "skip": (CUT_FADE_MS / 1_000, 1),
    "stop": (STOP_FADE_MS / 1_000, 2),
    "hold": (PAUSE_FADE_MS / 1_000, 1),
    "leave": (CLOSING_FADE_MS / 1_000, 1),
    "sleep": (0.1 + STOP_FADE_MS / 1_000, 1),
}


@pytest.mark.parametrize("way", ENDS)
def test_nothing_ends_abruptly(sink: NullSink, noise: MakeNoise, way: str) -> None:
    """What leaves the machine goes down step by step, for 0.3 s at least and 1 s at the most."""
    lasts, files = ENDS[way]

    play(sink, way, *(noise(f"{number}.wav", 9.0) for number in range(files)))

    loudness = loudness_of(sink.recorded())
    falling = fall_of(loudness)
    assert 0.85 * lasts - 0.06 <= len(falling) * WINDOW_S <= lasts + 0.25
    assert len(falling) * WINDOW_S <= 1.0 + 0.15  # a busy machine is given its time
    assert max(-np.diff(falling)) < 0.4


def loudness_of(heard: Mono) -> Mono:
    """Return how loud each fiftieth of a second is, 1 for what is usual before the end."""
    length = int(WINDOW_S * RATE)
    pieces = heard[: len(heard) // length * length].reshape(-1, length)
    loudness = np.sqrt((pieces**2).mean(axis=1))
    usual: Mono = loudness / np.median(loudness[loudness > 0.01])
    return usual


def fall_of(loudness: Mono) -> Mono:
    """Return the stretch from the last full loudness to the first silence after it."""
    begin = int(np.flatnonzero(loudness > 0.93)[-1])
    silent = np.flatnonzero(loudness[begin:] < 0.02)
    return loudness[begin : begin + int(silent[0]) + 1]


def test_a_device_that_goes_and_comes_back_is_heard_again(sink: NullSink, noise: MakeNoise) -> None:
    """Qt tells nothing of a lost device: the player just stands still, until it is started anew."""
    play(sink, "lost", noise("voice.wav", 5.0))
