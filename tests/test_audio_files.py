"""The sound files that ship: all there, whole, as long and as loud as promised."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from attachcalm.exercises import library
from attachcalm.exercises.model import Bell, Breathe, Exercise, StrokeKind
from attachcalm.exercises.narration import (
    MANIFEST,
    RECIPE,
    Narration,
    clip_key,
    has_slot,
    narration_folder,
)

RESOURCES = Path(__file__).parent.parent / "resources"
AUDIO = RESOURCES / "audio"
VOICE = narration_folder(AUDIO)
SPOKEN: dict[str, Any] = json.loads((VOICE / MANIFEST).read_bytes())
SOUNDS: dict[str, Any] = json.loads((AUDIO / "sounds.json").read_bytes())["sounds"]

LOUDNESS = {"bell": (-26.5, -23.5), "breath": (-33.5, -30.5), "ambience": (-28.5, -27.5)}
VOICE_LUFS = (-21.5, -18.5)
CEILING = 10 ** (-3 / 20)  # -3 dBTP
SHORTER_MS, LONGER_MS = 15, 100  # an MP3 may hold some silence beside what was put in

Sound = NDArray[np.float64]


@cache
def exercises() -> tuple[Exercise, ...]:
    """Every exercise that ships."""
    shelf = library.load([RESOURCES / "exercises"])
    return tuple(shelf.exercise(card.id) for card in shelf.cards)


def decoded(file: Path) -> tuple[Sound, int]:
    """The file as a player hears it: samples by channels, and the rate."""
    samples, rate = soundfile.read(file, always_2d=True)
    return samples, rate


def loudness(samples: Sound, rate: int) -> float:
    """Integrated loudness (ITU-R BS.1770-4), in LUFS; under 3 s as if repeated until 3 s are full.

    Written here a second time on purpose: the tool that made the files measures with pyloudnorm.
    """
    times = max(1, -(-3 * rate // len(samples)))
    heard = k_weighted(np.tile(samples, (times, 1)), rate)
    block, hop = round(0.4 * rate), round(0.1 * rate)
    sums = np.concatenate([[0.0], np.cumsum((heard**2).sum(axis=1))])
    begins = np.arange(0, len(heard) - block + 1, hop)
    powers = (sums[begins + block] - sums[begins]) / block
    loud = powers[powers > 10 ** ((-70 + 0.691) / 10)]
    loud = loud[loud > loud.mean() / 10]
    return float(-0.691 + 10 * np.log10(loud.mean()))


def k_weighted(samples: Sound, rate: int) -> Sound:
    """The two K filters as one frequency response, on a signal padded against turning round."""
    length = len(samples) + rate
    w = np.exp(-2j * np.pi * np.fft.rfftfreq(length))
    response = _shelf(rate, w) * _high_pass(rate, w)
    spectrum = np.fft.rfft(samples, length, axis=0) * response[:, None]
    weighted: Sound = np.fft.irfft(spectrum, length, axis=0)[: len(samples)]
    return weighted


def _shelf(rate: int, w: NDArray[np.complex128]) -> NDArray[np.complex128]:
    k, q, gain = np.tan(np.pi * 1681.974450955533 / rate), 0.7071752369554196, 3.999843853973347
    high = 10 ** (gain / 20)
    band = high**0.4996667741545416
    above = (
        (high + band * k / q + k * k)
        + 2 * (k * k - high) * w
        + (high - band * k / q + k * k) * w**2
    )
    below = (1 + k / q + k * k) + 2 * (k * k - 1) * w + (1 - k / q + k * k) * w**2
    shelf: NDArray[np.complex128] = above / below
    return shelf


def _high_pass(rate: int, w: NDArray[np.complex128]) -> NDArray[np.complex128]:
    k, q = np.tan(np.pi * 38.13547087602444 / rate), 0.5003270373238773
    below = (1 + k / q + k * k) + 2 * (k * k - 1) * w + (1 - k / q + k * k) * w**2
    passed: NDArray[np.complex128] = (1 - w) ** 2 / (below / (1 + k / q + k * k))
    return passed


def true_peak(samples: Sound) -> float:
    """The highest peak between the samples too (four times oversampled), 1 for full scale."""
    spectrum = np.fft.rfft(samples, axis=0)
    fine = np.fft.irfft(spectrum, 4 * len(samples), axis=0) * 4
    return float(np.abs(fine).max())


def test_the_meter_reads_what_the_standard_says() -> None:
    """EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS reads -23 LUFS."""
    time = np.arange(20 * 48_000) / 48_000
    sine = 10 ** (-23 / 20) * np.sin(2 * np.pi * 1_000 * time)

    assert loudness(np.stack([sine, sine], axis=1), 48_000) == pytest.approx(-23.0, abs=0.1)


def test_every_spoken_line_of_every_exercise_has_a_clip() -> None:
    """After an edit: `python tools/voice/render.py`.

    An exercise that the voice has not come to yet is named in the manifest, and shown, not spoken.
    """
    narration = Narration.load(AUDIO)

    silent = {
        exercise.id: line
        for exercise in exercises()
        for line in exercise.spoken_lines()
        if not has_slot(line) and narration.clip(line) is None
    }

    assert exercises()
    assert sorted(silent) == SPOKEN["waiting"]


def test_no_clip_is_left_that_nobody_speaks() -> None:
    """The folder holds the manifest's clips, and the manifest the exercises' lines, no more."""
    lines = {line for exercise in exercises() for line in exercise.spoken_lines()}

    assert {file.name for file in VOICE.iterdir()} == {
        MANIFEST,
        *(f"{key}.mp3" for key in SPOKEN["clips"]),
    }
    assert set(SPOKEN["clips"]) <= {clip_key(line) for line in lines}


def test_the_clips_were_made_by_todays_recipe() -> None:
    """And each is named after its own sentence."""
    assert SPOKEN["recipe"] == RECIPE.as_dict()
    assert {key: clip_key(entry["text"]) for key, entry in SPOKEN["clips"].items()} == {
        key: key for key in SPOKEN["clips"]
    }


@pytest.mark.parametrize("key", SPOKEN["clips"])
def test_a_clip_is_whole_and_sounds_as_promised(key: str) -> None:
    """Its bytes, its length, its level; neither clipped nor silent, soft at both ends."""
    entry, file = SPOKEN["clips"][key], VOICE / f"{key}.mp3"

    content = file.read_bytes()
    samples, rate = decoded(file)

    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert len(content) == entry["bytes"]
    assert (rate, samples.shape[1]) == (24_000, 1)
    assert len(samples) * 1_000 / rate == pytest.approx(entry["duration_ms"], abs=20)
    assert VOICE_LUFS[0] <= loudness(samples, rate) <= VOICE_LUFS[1]
    assert 0.1 < true_peak(samples) <= CEILING
    assert np.abs(samples[: rate // 100]).max() < 0.01
    assert np.abs(samples[-rate // 100 :]).max() < 0.01


def test_no_sound_file_is_missing_or_left_over() -> None:
    """`sounds.json` names every file beside the narration."""
    there = {
        file.relative_to(AUDIO).as_posix()
        for file in AUDIO.rglob("*")
        if file.is_file() and "narration" not in file.parts and file.name != "sounds.json"
    }

    assert {entry["file"] for entry in SOUNDS.values()} == there


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_whole_and_as_loud_as_promised(name: str) -> None:
    """Its bytes, its length and its level."""
    entry = SOUNDS[name]
    file = AUDIO / entry["file"]

    samples, rate = decoded(file)
    quietest, loudest = LOUDNESS[entry["kind"]]

    assert hashlib.sha256(file.read_bytes()).hexdigest() == entry["sha256"]
    assert len(samples) * 1_000 / rate == pytest.approx(entry["duration_ms"], abs=20)
    assert quietest <= loudness(samples, rate) <= loudest
    assert true_peak(samples) <= CEILING
    assert entry["title"]


@pytest.mark.parametrize("name", [name for name in SOUNDS if SOUNDS[name]["kind"] != "ambience"])
def test_a_sound_that_plays_once_begins_and_ends_in_silence(name: str) -> None:
    """No click at either end."""
    samples, rate = decoded(AUDIO / SOUNDS[name]["file"])

    for edge in (samples[: rate // 5_000], samples[-rate // 5_000 :]):
        assert np.abs(edge).max() < 0.002


@pytest.mark.parametrize("name", [name for name in SOUNDS if SOUNDS[name]["kind"] == "ambience"])
def test_a_loop_turns_round_without_a_seam(name: str) -> None:
    """Where it turns, neither the signal nor its slope moves more than it does inside the loop."""
    samples, rate = decoded(AUDIO / SOUNDS[name]["file"])

    turned = np.concatenate([samples[-rate:], samples[:rate]])
    jumps = np.abs(np.diff(turned, axis=0))
    bends = np.abs(np.diff(turned, n=2, axis=0))

    assert jumps[rate - 1].max() <= np.quantile(jumps, 0.999)
    assert bends[rate - 2 : rate].max() <= np.quantile(bends, 0.999)
    assert levels_beside_the_seam(samples, rate) < 3.0


def levels_beside_the_seam(samples: Sound, rate: int) -> float:
    """By how many dB the last and the first half second differ."""
    powers = [np.mean(part**2) for part in (samples[-rate // 2 :], samples[: rate // 2])]
    return float(abs(10 * np.log10(powers[0] / powers[1])))


def test_every_stroke_and_bell_of_the_exercises_has_its_sound() -> None:
    """The breath's tone is as long as the stroke, give or take the silence an MP3 adds."""
    for exercise in exercises():
        for part in (part for step in exercise.steps for part in step.parts):
            if isinstance(part, Bell):
                assert SOUNDS[part.sound]["kind"] == "bell"
            if isinstance(part, Breathe):
                for stroke in part.strokes:
                    if stroke.kind is not StrokeKind.HOLD:
                        tone = SOUNDS[f"{stroke.kind}-{stroke.ms}"]["duration_ms"]
                        assert stroke.ms - SHORTER_MS <= tone <= stroke.ms + LONGER_MS


def test_the_sounds_stay_small_enough_to_ship() -> None:
    """At most 25 MB together and 4 MB each."""
    sizes = [file.stat().st_size for file in AUDIO.rglob("*") if file.is_file()]

    assert sum(sizes) <= 25_000_000
    assert max(sizes) <= 4_000_000
