"""Whether ratings go up or down over time, and how surely (statistics 6 and 11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from attachcalm.insight.autocorrelation import independent, lag_one
from attachcalm.insight.normal import beyond
from attachcalm.insight.slopes import Point, slopes_of
from attachcalm.insight.tau import kendall_of
from attachcalm.insight.trend_line import Line, interval_of, line_by, variance_of

DECIMALS: Final = 9  # beyond them, what is left around a line is how it was reckoned


@dataclass(frozen=True, slots=True)
class MannKendall:
    """S = #later higher - #later lower, its variance, z with continuity correction, two-sided p."""

    score: int
    variance: float
    z: float
    p: float


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend in points per day.

    `line` and `test` take the ratings for independent.  Where each tells of the next, `r1` is
    above 0, they are worth `n_eff` of them, and `low`, `high` and `wide_test` are what may be
    said: the interval of the slope, and the test, with Var·n/n_eff.  `r1` is that of what is left
    around the line: a trend by itself is no dependence.
    """

    line: Line
    low: float
    high: float
    test: MannKendall
    wide_test: MannKendall
    r1: float | None
    n_eff: float

    @property
    def n(self) -> int:
        """How many points it was made of."""
        return self.line.n


def mann_kendall(points: Sequence[Point], stretch: float = 1.0) -> MannKendall:
    """The test of Mann (1945) and Kendall; z = (S∓1)/√Var, 0 for an S of 0.

    `stretch` is what Var is multiplied by where points depend on each other.  Raises ValueError
    for no points.
    """
    told = kendall_of(points)
    variance = told.variance * stretch
    if not told.score or not variance:
        return MannKendall(told.score, variance, 0.0, 1.0)
    z = (told.score - (1 if told.score > 0 else -1)) / sqrt(variance)
    return MannKendall(told.score, variance, z, beyond(z))


def trend_of(points: Sequence[Point]) -> Trend:
    """The trend of points of time (days) and value, whatever their order.

    Raises ValueError unless there are points of two times.
    """
    ordered = sorted(points)
    slopes = slopes_of(ordered)
    line = line_by(slopes, ordered)
    r1 = lag_one([round(y - line.at(t), DECIMALS) for t, y in ordered])
    n_eff = independent(len(ordered), r1)
    stretch = len(ordered) / n_eff
    low, high = interval_of(slopes, stretch * variance_of(ordered))
    test, wide_test = mann_kendall(ordered), mann_kendall(ordered, stretch)
    return Trend(line, low, high, test, wide_test, r1, n_eff)
