"""Rain, waves, brown noise and breath: shaped noise that turns round without a seam.

A loop is drawn as a spectrum (a magnitude shape, random phases) and brought into time by one
inverse FFT, so its end runs into its beginning by construction.  All that moves in it turns a
whole number of times in the loop, and what rings past the end is laid over the beginning.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

RATE = 44_100
Sound = NDArray[np.float64]
Shape = Callable[[NDArray[np.floating]], NDArray[np.float64]]


def sloped(db_per_octave: float, low_hz: float = 20, high_hz: float = 16_000) -> Shape:
    """A magnitude that falls by so much, between two fourth-order edges."""

    def shape(hz: NDArray[np.floating]) -> NDArray[np.float64]:
        safe = np.maximum(hz, 1.0)
        slope = safe ** (db_per_octave / 6.02)
        edges = 1 / np.sqrt((1 + (low_hz / safe) ** 8) * (1 + (safe / high_hz) ** 8))
        magnitude: NDArray[np.float64] = slope * edges * (hz > 0)
        return magnitude

    return shape


def periodic_noise(chance: np.random.Generator, samples: int, shape: Shape) -> Sound:
    """Noise of this shape that repeats after `samples`, with an RMS of 1."""
    bins = samples // 2 + 1
    draws = chance.normal(size=bins) + 1j * chance.normal(size=bins)
    noise = np.fft.irfft(draws * shape(np.fft.rfftfreq(samples, 1 / RATE)), samples)
    scaled: Sound = noise / np.sqrt(np.mean(noise**2))
    return scaled


def stereo_noise(chance: np.random.Generator, samples: int, shape: Shape) -> Sound:
    """Two channels that share most of their noise: wide, with the middle still there."""
    shared, left, right = (periodic_noise(chance, samples, shape) for _ in range(3))
    return np.stack([0.8 * shared + 0.6 * left, 0.8 * shared + 0.6 * right], axis=1)


def brown(chance: np.random.Generator, seconds: int = 60) -> Sound:
    """Low, even noise: -6 dB an octave."""
    return stereo_noise(chance, seconds * RATE, sloped(-6.0, 35, 8_000))


def rain(chance: np.random.Generator, seconds: int = 60) -> Sound:
    """Steady rain: a soft bed, single drops over it, a low rumble under it."""
    samples = seconds * RATE
    bed = stereo_noise(chance, samples, sloped(-3.0, 350, 6_500))
    bed *= _swell(chance, seconds, low=0.8)[:, None]
    rumble = stereo_noise(chance, samples, sloped(-3.0, 30, 300))
    drops = _drops(chance, samples, per_second=110)
    shower: Sound = bed + 0.25 * rumble + 0.35 * drops / np.sqrt(np.mean(drops**2))
    return shower


def waves(chance: np.random.Generator, seconds: int = 72, count: int = 8) -> Sound:
    """A calm sea: each wave rises slowly, breaks with a hiss and runs out."""
    samples = seconds * RATE
    layers = (
        (0.55, sloped(-5.5, 30, 900), 0.30),
        (0.62, sloped(-4.5, 60, 5_000), 0.30),
        (0.30, sloped(0.0, 1_500, 11_000), 0.14),
    )
    begins = _uneven_beats(chance, samples, count)
    sea = np.zeros((samples, 2))
    for gain, shape, decay in layers:
        noise = stereo_noise(chance, samples, shape)
        level = _wave_levels(samples, begins, decay)
        late = np.roll(level, int(0.35 * RATE))  # the wave passes from left to right
        sea += gain * noise * np.stack([level, late], axis=1)
    return sea


def breath(chance: np.random.Generator, seconds: float, *, inward: bool) -> Sound:
    """The sound of air for one stroke: brighter towards the end of an in-breath."""
    samples = round(seconds * RATE)
    bands = ((260, 700), (420, 1_100), (700, 1_900))
    way = np.linspace(0, 1, samples) if inward else np.linspace(1, 0, samples)
    air = np.zeros(samples)
    for place, (low_hz, high_hz) in zip((0.0, 0.5, 1.0), bands, strict=True):
        near = np.clip(1 - np.abs(way - place) / 0.5, 0, 1)
        air += np.sqrt(near) * periodic_noise(chance, samples, sloped(0.0, low_hz, high_hz))
    envelope: Sound = np.sin(np.pi * np.arange(samples) / samples) ** 1.5
    return air * envelope


def _swell(chance: np.random.Generator, seconds: int, low: float) -> Sound:
    """A slow rise and fall between `low` and 1, made of whole turns under 0.15 Hz."""
    time = np.arange(seconds * RATE) / (seconds * RATE)
    turns = np.arange(1, int(seconds * 0.15) + 1)
    phases = chance.uniform(0, 2 * np.pi, len(turns))
    moving = sum(
        np.sin(2 * np.pi * n * time + phase) / n for n, phase in zip(turns, phases, strict=True)
    )
    spread = np.asarray(moving)
    swell: Sound = low + (1 - low) * (spread - spread.min()) / (spread.max() - spread.min())
    return swell


def _drops(chance: np.random.Generator, samples: int, per_second: int) -> Sound:
    drops = np.zeros((samples, 2))
    for _ in range(samples // RATE * per_second):
        decay = chance.uniform(0.004, 0.022)
        time = np.arange(int(6 * decay * RATE)) / RATE
        hz = chance.uniform(900, 5_200) * (1 + 6 * time)
        rise = np.minimum(1, time / 0.001)
        drop = rise * np.sin(2 * np.pi * hz * time) * np.exp(-time / decay)
        level, pan = chance.pareto(2.6) + 0.2, chance.uniform(0.1, 0.9)
        where = (chance.integers(samples) + np.arange(len(time))) % samples
        drops[where, 0] += level * np.sqrt(1 - pan) * drop
        drops[where, 1] += level * np.sqrt(pan) * drop
    return drops


def _uneven_beats(chance: np.random.Generator, samples: int, count: int) -> list[tuple[int, int]]:
    """Where each wave begins and how long it is, together exactly one loop."""
    lengths = 1 + chance.uniform(-0.12, 0.12, count)
    edges = np.round(np.concatenate([[0], np.cumsum(lengths)]) / lengths.sum() * samples)
    return [(int(a), int(b - a)) for a, b in pairwise(edges)]


def _wave_levels(samples: int, begins: list[tuple[int, int]], decay: float) -> Sound:
    """Each wave's rise and fall; the fall runs on under the next wave, past the loop's end too."""
    level = np.full(samples, 0.12)
    for begin, period in begins:
        top = int(0.42 * period)
        rise = np.sin(np.linspace(0, np.pi / 2, top, endpoint=False)) ** 2.2
        fall = np.exp(-np.arange(3 * period - top) / (decay * period))
        fall *= np.linspace(1, 0, len(fall))  # so that nothing is cut off where it ends
        shape = np.concatenate([rise, fall])
        np.add.at(level, (begin + np.arange(len(shape))) % samples, shape)
    return level
