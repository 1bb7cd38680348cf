"""The middle of some numbers: medians and quartiles, without loading a statistics library."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum
from typing import TypeVar

Number = TypeVar("Number", int, float)


@dataclass(frozen=True, slots=True)
class Middle:
    """A median, and the bounds of the middle half of what it was taken from."""

    median: float
    low: float  # a quarter of the values lies below
    high: float  # a quarter lies above


def middle_of(values: Collection[float]) -> float:
    """The median.  Raises ValueError for no values."""
    if not values:
        raise ValueError("no values have no middle")
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def middle_half_of(values: Collection[float]) -> Middle:
    """The median and the quartiles.  Raises ValueError for no values."""
    ordered = sorted(values)
    return Middle(quantile(ordered, 0.5), quantile(ordered, 0.25), quantile(ordered, 0.75))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which a `share`, 0 to 1, of these ascending values lies.

    Linear between neighbours, the least value at 0 and the greatest at 1: definition 7 of Hyndman
    and Fan (1996), which spreadsheets call "inclusive".  Raises ValueError for no values.
    """
    if not ordered:
        raise ValueError("no values have no middle")
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def mean_of(values: Collection[float]) -> float:
    """Exactly added, so that no order moves it.  Raises ValueError for no values."""
    if not values:
        raise ValueError("no values have no mean")
    return fsum(values) / len(values)


def middle_of_counts(counts: Mapping[Number, int]) -> float:
    """The median of values that are given as value → how often.  Raises ValueError for none."""
    n = sum(counts.values())
    if not n:
        raise ValueError("no values have no middle")
    low, high = at_ranks(counts, ((n - 1) // 2, n // 2))
    return (low + high) / 2


def at_ranks(counts: Mapping[Number, int], ranks: Sequence[int]) -> list[Number]:
    """The values at these places, from 0 on, of all values in ascending order.

    Raises IndexError for a place that there is not.
    """
    ordered = sorted(counts)
    reach = list(accumulate(map(counts.__getitem__, ordered)))
    return [ordered[bisect_right(reach, rank)] for rank in ranks]
