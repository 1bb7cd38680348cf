"""How far two phases overlap: the nonoverlap of all pairs (statistics 3).

NAP (Parker and Vannest 2009) is the probability that a day of the second phase is better than a
day of the first.  Formulas as in SingleCaseES [48]; not the standard error of the popular web
calculator, which is reported to be wrong [50].
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Final

from attachcalm.insight.normal import Z95

MEDIUM_FROM, STRONG_FROM = 0.66, 0.93  # where the words begin
_HALVINGS: Final = 60


class Strength(StrEnum):
    """How much of a difference a NAP is, in words that describe and explain nothing."""

    WEAK = "weak"
    MEDIUM = "medium"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Overlap:
    """The NAP of `first` and `second` days, 0 to 1 (0.5: no difference), with its 95 % interval.

    Never show `error` alone: it is None where the phases do not overlap at all, or have one day.
    """

    value: float
    low: float
    high: float
    error: float | None  # unbiased standard error
    error_if_equal: float  # standard error if there were no difference
    first: int
    second: int

    @property
    def tau(self) -> float:
        """Tau = 2·NAP - 1, -1 to 1: the same on a scale where 0 is no difference (item 4)."""
        return 2 * self.value - 1

    @property
    def strength(self) -> Strength:
        """The word: weak below .66, medium below .93, else strong."""
        if self.value < MEDIUM_FROM:
            return Strength.WEAK
        return Strength.MEDIUM if self.value < STRONG_FROM else Strength.STRONG


@dataclass(frozen=True, slots=True)
class _Side:
    """The pairs of each value of one phase: how often it comes, and its mean pair score."""

    scores: tuple[tuple[int, float], ...]

    def mean_square(self) -> float:
        return sum(n * q * q for n, q in self.scores) / sum(n for n, _ in self.scores)


def overlap_of(
    first: Iterable[float], second: Iterable[float], *, lower_is_better: bool
) -> Overlap:
    """NAP = (#better + ½ #equal) / (mn) over all pairs of a first and a second value.

    Raises ValueError if a phase is empty.
    """
    sign = -1 if lower_is_better else 1
    a = Counter(sign * value for value in first)
    b = Counter(sign * value for value in second)
    m, n = a.total(), b.total()
    if not m or not n:
        raise ValueError("a phase without a value overlaps with nothing")
    of_first = _side(a, b, lambda value, other: other > value)
    of_second = _side(b, a, lambda value, other: value > other)
    value = sum(times * q for times, q in of_first.scores) / m
    low, high = _interval(value, m, n)
    return Overlap(
        value, low, high, _error(value, a, b, of_first, of_second),
        sqrt((m + n + 1) / (12 * m * n)), m, n,
    )  # fmt: skip


def pair_score(first: Mapping[float, int], second: Mapping[float, int]) -> int:
    """S: pairs in which the second is higher, less those in which it is lower (value → count)."""
    return sum(
        times * more * ((other > value) - (other < value))
        for value, times in first.items()
        for other, more in second.items()
    )


def _side(
    mine: Mapping[float, int], theirs: Mapping[float, int], wins: Callable[[float, float], bool]
) -> _Side:
    of = sum(theirs.values())
    scores = []
    for value, times in sorted(mine.items()):
        won = sum(more for other, more in theirs.items() if wins(value, other))
        scores.append((times, (won + theirs.get(value, 0) / 2) / of))
    return _Side(tuple(scores))


def _error(
    value: float, a: Counter[float], b: Counter[float], of_first: _Side, of_second: _Side
) -> float | None:
    """√([N - (m+n-1)N² + nQ1 + mQ2 - 2Q3] / [(m-1)(n-1)]); q is 1, ½ or 0 in each pair.

    Q1 = Σ_i(Σ_j q)²/(mn²), Q2 = Σ_j(Σ_i q)²/(m²n), Q3 = Σq²/(mn).
    """
    m, n = a.total(), b.total()
    if m < 2 or n < 2:
        return None
    equal = sum(times * b[other] for other, times in a.items()) / (m * n)
    q1, q2, q3 = of_first.mean_square(), of_second.mean_square(), value - equal / 4
    variance = value - (m + n - 1) * value**2 + n * q1 + m * q2 - 2 * q3
    return sqrt(variance / ((m - 1) * (n - 1))) if variance > 0 else None


def _interval(value: float, m: int, n: int) -> tuple[float, float]:
    """Newcombe's method 5 (2006): the θ with (N-θ)² = z²θ(1-θ)/(mn) · [1 + h(...)]."""
    h = (m + n) / 2 - 1

    def is_far(theta: float) -> bool:
        spread = 1 + h * ((1 - theta) / (2 - theta) + theta / (1 + theta))
        return (value - theta) ** 2 > Z95**2 * theta * (1 - theta) / (m * n) * spread

    return _edge(0.0, value, is_far), _edge(1.0, value, is_far)


def _edge(far: float, near: float, is_far: Callable[[float], bool]) -> float:
    """Where being far ends, between a point that is far or on the edge and one that is not."""
    if not is_far(far):
        return far
    for _ in range(_HALVINGS):
        middle = (far + near) / 2
        far, near = (middle, near) if is_far(middle) else (far, middle)
    return (far + near) / 2
