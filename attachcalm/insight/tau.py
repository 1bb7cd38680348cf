"""Rank correlations of phases and of time (statistics 4).

Kendall's tau-b (1970), Tau-U (Parker and others 2011), and the one to headline, the
Baseline-Corrected Tau (Tarlow 2017 [49]).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from typing import Final

from attachcalm.insight.normal import beyond
from attachcalm.insight.overlap import pair_score
from attachcalm.insight.slopes import Point
from attachcalm.insight.trend_line import Line, line_of

TREND_IN_BASELINE: Final = 0.05  # a p below this takes the baseline's trend off
_DECIMALS: Final = 9  # to which residuals are equal, however they were reckoned


@dataclass(frozen=True, slots=True)
class Kendall:
    """S, its variance under no association with ties taken off, tau-b (-1 to 1) and two-sided p.

    `tau_b` is None where one side has only one value; `p`, by the normal distribution, also where
    there are fewer than 3 points.
    """

    n: int
    score: int
    variance: float
    tau_b: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """Tau-b between phase and value, positive where it improved.

    `baseline` is the trend that was found in the first phase, by time; `removed` is its line, if
    p < .05 asked for taking it off all values.
    """

    tau_b: float | None
    p: float | None
    n: int
    baseline: Kendall
    removed: Line | None


def kendall_of(points: Iterable[tuple[float, float]]) -> Kendall:
    """Kendall's S, tau-b and its p without continuity correction.  Raises ValueError for none.

    τ_b = S/√((n₀-n₁)(n₀-n₂)), n₀ = n(n-1)/2, n₁ and n₂ the pairs tied on either side.  By counters
    of values: n·k steps for k values.
    """
    ordered = sorted(points)
    if not ordered:
        raise ValueError("no points have no order")
    xs, ys = Counter(x for x, _ in ordered), Counter(y for _, y in ordered)
    score, n = _score(ordered, sorted(ys)), len(ordered)
    pairs = n * (n - 1) // 2
    loose = (pairs - _tied(xs)) * (pairs - _tied(ys))
    variance = _variance(n, xs, ys)
    tau_b = max(-1.0, min(1.0, score / sqrt(loose))) if loose else None
    p = beyond(score / sqrt(variance)) if tau_b is not None and variance else None
    return Kendall(n, score, variance, tau_b, p)


def tau_u_of(first: Sequence[Point], second: Sequence[Point], *, lower_is_better: bool) -> float:
    """Tau-U = (S_AB - S_AA)/(mn), for therapists who ask for it.

    S_AA is Kendall's S within the first phase, in the direction that is better.  It can leave -1
    to 1, and controls the trend weakly [49].  Raises ValueError if a phase is empty.
    """
    if not first or not second:
        raise ValueError("a phase without a value has no tau")
    sign = -1 if lower_is_better else 1
    between = pair_score(Counter(y for _, y in first), Counter(y for _, y in second))
    return sign * (between - kendall_of(first).score) / (len(first) * len(second))


def corrected_tau_of(
    first: Sequence[Point], second: Sequence[Point], *, lower_is_better: bool
) -> Corrected:
    """The Baseline-Corrected Tau of points of time and value.

    If the first phase's trend has p < .05, its Theil-Sen line is taken off all points.  Raises
    ValueError if a phase is empty.
    """
    if not first or not second:
        raise ValueError("a phase without a value has no tau")
    baseline = kendall_of(first)
    has_trend = baseline.p is not None and baseline.p < TREND_IN_BASELINE
    line = line_of(first) if has_trend else None
    sign = -1 if lower_is_better else 1
    phases = [(0, point) for point in first] + [(1, point) for point in second]
    told = kendall_of([(phase, sign * _left(point, line)) for phase, point in phases])
    return Corrected(told.tau_b, told.p, told.n, baseline, line)


def _left(point: Point, line: Line | None) -> float:
    time, value = point
    return value if line is None else round(value - line.at(time), _DECIMALS)


def _score(ordered: Sequence[tuple[float, float]], values: Sequence[float]) -> int:
    """Concordant pairs less discordant ones; those tied on either side count nothing."""
    seen = [0] * len(values)
    score = 0
    for _, same in groupby(ordered, key=lambda point: point[0]):
        ranks = [bisect_left(values, y) for _, y in same]
        for rank in ranks:
            score += sum(seen[:rank]) - sum(seen[rank + 1 :])
        for rank in ranks:
            seen[rank] += 1
    return score


def _tied(counts: Counter[float]) -> int:
    return sum(times * (times - 1) // 2 for times in counts.values())


def _variance(n: int, xs: Counter[float], ys: Counter[float]) -> float:
    """Kendall (1970), 4.3: with ties on both sides."""
    if n < 3:
        return 0.0
    all_pairs = n * (n - 1)
    spread = all_pairs * (2 * n + 5) - _ties(xs) - _ties(ys)
    both = 2 * _tied(xs) * _tied(ys) / all_pairs
    triples = _triples(xs) * _triples(ys) / (9 * all_pairs * (n - 2))
    return spread / 18 + both + triples


def _ties(counts: Counter[float]) -> int:
    return sum(c * (c - 1) * (2 * c + 5) for c in counts.values())


def _triples(counts: Counter[float]) -> int:
    return sum(c * (c - 1) * (c - 2) for c in counts.values())
