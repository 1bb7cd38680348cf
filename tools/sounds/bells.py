"""Bells, as sums of dying partials."""

import numpy as np

from tools.sounds.noises import RATE, Sound, periodic_noise, sloped

# Partials of a singing bowl: ratio to the lowest, level, decay in seconds, beat in Hz.
_BOWL = (
    (1.0, 1.0, 5.0, 0.55),
    (2.71, 0.62, 3.3, 0.9),
    (5.15, 0.34, 2.0, 1.4),
    (8.43, 0.17, 1.2, 1.9),
    (12.2, 0.08, 0.7, 2.6),
    (16.5, 0.035, 0.4, 3.3),
)
# Partials of a free bar, struck softly.
_CHIME = ((1.0, 1.0, 1.2, 0.0), (2.756, 0.45, 0.6, 0.0), (5.404, 0.18, 0.3, 0.0))
_ATTACK_S = 0.006


def bowl(chance: np.random.Generator) -> Sound:
    """A singing bowl of 216 Hz, ten seconds: each partial is two that beat slowly."""
    rung = _ring(chance, 216.0, _BOWL, seconds=10.0, release_s=0.8)
    mallet = periodic_noise(chance, round(0.012 * RATE), sloped(0.0, 300, 2_600))
    rung[: len(mallet)] += 0.08 * mallet * np.hanning(len(mallet))
    return rung


def chime(chance: np.random.Generator) -> Sound:
    """A small, bright chime of 880 Hz, four seconds."""
    return _ring(chance, 880.0, _CHIME, seconds=4.0, release_s=0.5)


def _ring(
    chance: np.random.Generator,
    lowest_hz: float,
    partials: tuple[tuple[float, float, float, float], ...],
    seconds: float,
    release_s: float,
) -> Sound:
    time = np.arange(round(seconds * RATE)) / RATE
    rung = np.zeros(len(time))
    for ratio, level, decay, beat in partials:
        for shift in (-beat / 2, beat / 2):
            phase = chance.uniform(0, 2 * np.pi)
            wave = np.sin(2 * np.pi * (lowest_hz * ratio + shift) * time + phase)
            rung += level / 2 * wave * np.exp(-time / decay)
    attack = np.minimum(1, time / _ATTACK_S)
    release = np.minimum(1, (time[-1] - time) / release_s)
    soft: Sound = rung * (1 - np.cos(np.pi * attack)) / 2 * (1 - np.cos(np.pi * release)) / 2
    return soft
