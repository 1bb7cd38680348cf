"""The line that half of all slopes lie above: Theil-Sen with real dates (statistics 6).

Theil (1950), Sen (1968); the interval is that of `scipy.stats.theilslopes`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from attachcalm.insight.middle import at_ranks, middle_of, middle_of_counts
from attachcalm.insight.normal import Z95
from attachcalm.insight.slopes import Point, slopes_of


@dataclass(frozen=True, slots=True)
class Line:
    """y = intercept + slope·t, and the 95 % interval of the slope, per unit of t."""

    slope: float
    intercept: float
    low: float
    high: float
    n: int

    def at(self, time: float) -> float:
        """Its height there."""
        return self.intercept + self.slope * time


def line_of(points: Sequence[Point]) -> Line:
    """The median of all slopes, and median(y - slope·t).

    The interval lies between ranks of the slopes, (N ± z√Var(S))/2.  Raises ValueError unless
    there are points of two times.
    """
    return line_by(slopes_of(points), points)


def line_by(slopes: Mapping[float, int], points: Sequence[Point]) -> Line:
    """The same where the slopes are counted already."""
    if not slopes:
        raise ValueError("a line needs points of two times")
    slope = middle_of_counts(slopes)
    height = middle_of([y - slope * t for t, y in points])
    low, high = interval_of(slopes, variance_of(points))
    return Line(slope, height, low, high, len(points))


def interval_of(slopes: Mapping[float, int], variance: float) -> tuple[float, float]:
    """The 95 % interval of the median of these slopes, with this Var(S)."""
    count = sum(slopes.values())
    half = Z95 * sqrt(variance)
    last = min(round((count + half) / 2), count - 1)
    low, high = at_ranks(slopes, (max(round((count - half) / 2) - 1, 0), last))
    return low, high


def variance_of(points: Sequence[Point]) -> float:
    """Var(S) = [n(n-1)(2n+5) - Σc(c-1)(2c+5)]/18, over the ties of times and of values.

    At least 0, which it would fall below where hardly any point is unlike another.
    """
    n = len(points)
    ties = [*Counter(t for t, _ in points).values(), *Counter(y for _, y in points).values()]
    spread = n * (n - 1) * (2 * n + 5) - sum(c * (c - 1) * (2 * c + 5) for c in ties)
    return max(0, spread) / 18
