"""A stream, wind in leaves and a warm hum; loops without a seam, as in `noises`."""

import numpy as np

from tools.sounds.noises import RATE, Sound, sloped, stereo_noise

_RATIOS = (0.5, 1.0, 1.5, 2.0, 2.25, 3.0, 4.0)  # of the hum's root: octaves, fifths and a second
_CENTS = ((-2.8, 0.22), (0.0, 1.0), (2.4, 0.22))  # and how strong: each tone beats a little
_ROOT_HZ = 110.0


def stream(chance: np.random.Generator, seconds: int = 60) -> Sound:
    """A small brook: a steady rush, with bubbles that rise in it."""
    samples = seconds * RATE
    rush = stereo_noise(chance, samples, sloped(-3.5, 250, 5_000))
    low = stereo_noise(chance, samples, sloped(-4.0, 60, 500))
    bubbles = _bubbles(chance, samples, per_second=45)
    brook: Sound = rush + 0.3 * low + 0.55 * bubbles / np.sqrt(np.mean(bubbles**2))
    return brook


def wind(chance: np.random.Generator, seconds: int = 72) -> Sound:
    """Slow wind, and leaves that answer it a little later; it never drops to nothing."""
    samples = seconds * RATE
    gusts = _gusts(chance, samples, turns=9)
    air = stereo_noise(chance, samples, sloped(-4.5, 70, 1_800))
    leaves = stereo_noise(chance, samples, sloped(-2.0, 1_200, 7_000))
    later = np.roll(gusts, int(0.4 * RATE))
    moved = np.stack([gusts, later], axis=1)
    wood: Sound = (0.35 + 0.65 * moved) * air + 0.55 * (0.1 + 0.9 * moved**2) * leaves
    return wood


def hum(chance: np.random.Generator, seconds: int = 64) -> Sound:
    """A warm, even chord whose tones come and go slowly, with a little air in it."""
    samples = seconds * RATE
    time = np.arange(samples) / samples  # one turn of the loop
    chord = np.zeros((samples, 2))
    for ratio in _RATIOS:
        turns = chance.integers(1, 6)
        level = 0.75 + 0.25 * np.sin(2 * np.pi * (turns * time + chance.uniform()))
        tone = np.zeros((samples, 2))
        for harmonic in (1, 2, 3):
            for cents, strength in _CENTS:
                hz = _ROOT_HZ * ratio * harmonic * 2 ** (cents / 1_200)
                whole = round(hz * seconds)  # whole turns in the loop: no seam
                phase = chance.uniform(0, 1, 2)
                tone += strength * np.sin(2 * np.pi * (whole * time[:, None] + phase)) / harmonic**2
        chord += level[:, None] * tone / max(1.0, ratio)
    air = stereo_noise(chance, samples, sloped(-6.0, 80, 3_000))
    scaled: Sound = chord / np.sqrt(np.mean(chord**2)) + 0.1 * air
    return scaled


def _bubbles(chance: np.random.Generator, samples: int, per_second: int) -> Sound:
    """Short soft tones that rise, as a bubble's does when it nears the top."""
    bubbles = np.zeros((samples, 2))
    for _ in range(samples // RATE * per_second):
        decay = chance.uniform(0.012, 0.055)
        time = np.arange(int(6 * decay * RATE)) / RATE
        hz = chance.uniform(350, 1_500)
        turns = hz * (time + chance.uniform(2, 8) * time**2 / 2)
        tone = np.minimum(1, time / 0.004) * np.sin(2 * np.pi * turns) * np.exp(-time / decay)
        level, pan = min(chance.pareto(3.0) + 0.2, 3.0), chance.uniform(0.15, 0.85)
        where = (chance.integers(samples) + np.arange(len(time))) % samples
        bubbles[where, 0] += level * np.sqrt(1 - pan) * tone
        bubbles[where, 1] += level * np.sqrt(pan) * tone
    return bubbles


def _gusts(chance: np.random.Generator, samples: int, turns: int) -> Sound:
    """How strong the wind is, 0 to 1, made of so many whole turns of the loop."""
    time = np.arange(samples) / samples
    moving = np.zeros(samples)
    for turn in range(2, turns + 1):
        moving += np.sin(2 * np.pi * (turn * time + chance.uniform())) / turn**0.7
    gusts: Sound = (moving - moving.min()) / (moving.max() - moving.min())
    return gusts
