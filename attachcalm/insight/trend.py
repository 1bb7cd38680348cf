"""Whether ratings go up or down over time, and how surely (statistics 6 and 11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from attachcalm.insight.autocorrelation import independent, lag_one
from attachcalm.insight.normal import beyond
from attachcalm.insight.slopes import Point
from attachcalm.insight.tau import kendall_of
from attachcalm.insight.trend_line import Line, line_of


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
    above 0, they are worth `n_eff` of them, and `wide` and `wide_test` are what may be said.
    `r1` is that of what is left around the line: a trend by itself is no dependence.
    """

    line: Line
    wide: Line
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
    line = line_of(ordered)
    r1 = lag_one([y - line.at(t) for t, y in ordered])
    n_eff = independent(len(ordered), r1)
    stretch = len(ordered) / n_eff
    wide = line_of(ordered, stretch) if stretch > 1 else line
    return Trend(line, wide, mann_kendall(ordered), mann_kendall(ordered, stretch), r1, n_eff)
