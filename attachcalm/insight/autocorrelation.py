"""How much one rating tells of the next, and what many ratings then are worth (statistics 11)."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from attachcalm.insight.middle import mean_of


def lag_one(values: Sequence[float]) -> float | None:
    """r1 of values in the order of time, -1 to 1: Σ(x_i-x̄)(x_(i+1)-x̄) / Σ(x_i-x̄)².

    The order counts, the distance does not: it is that of successive ratings.  None where there is
    no variation.
    """
    if len(values) < 2:
        return None
    mean = mean_of(values)
    away = [value - mean for value in values]
    squares = fsum(each * each for each in away)
    if not squares:
        return None
    return fsum(each * following for each, following in pairwise(away)) / squares


def independent(n: int, r1: float | None) -> float:
    """n_eff = n(1-r1)/(1+r1): how many independent ratings `n` are worth.

    Never more than `n`: a negative or unknown r1 takes nothing away and adds nothing.
    """
    if r1 is None or r1 <= 0:
        return float(n)
    return n * (1 - r1) / (1 + r1)
