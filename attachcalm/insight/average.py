"""An average change with the interval in which it plausibly lies, stable from a few times on.

Student's t on the person's own changes, with the first guess of their spread mixed in that
`works` uses too: changes vary by about 1.5 points until the ratings say otherwise, so that three
equal changes do not look like certainty.
"""

from collections import Counter
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import NormalDist
from typing import Final

from attachcalm.insight.works import NOISE, NOISE_WEIGHT

SURE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Average:
    """The mean of `n` changes, and its interval."""

    value: float
    low: float
    high: float
    n: int


def average_of(counts: Counter[int], sure: float = SURE) -> Average:
    """The mean of values given as value → how often, with its interval (`sure`, 0 to 1).

    Variance (6 · 1.5² + SS) / (6 + n - 1), t with 6 + n - 1 degrees of freedom.  Raises ValueError
    for no values.
    """
    n = counts.total()
    if not n:
        raise ValueError("no values have no average")
    mean = sum(value * times for value, times in counts.items()) / n
    squares = sum((value - mean) ** 2 * times for value, times in counts.items())
    free = NOISE_WEIGHT + n - 1
    spread = sqrt((NOISE_WEIGHT * NOISE**2 + squares) / free / n)
    half = t_quantile((1 + sure) / 2, free) * spread
    return Average(mean, mean - half, mean + half, n)


def t_quantile(share: float, free: int) -> float:
    """The value below which a `share`, over 0 and under 1, of Student's t with `free` degrees lies.

    The expansion of Fisher and Cornish (Abramowitz and Stegun 26.7.5): within 0.002 of the true
    value from 6 degrees on, for shares from 0.025 to 0.975.
    """
    z = NormalDist().inv_cdf(share)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + fsum(term / free**power for power, term in enumerate(terms, 1))
