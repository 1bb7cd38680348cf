"""The figures of days and of phases: items 3, 4, 6, 9 and 11 of the statistics."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attachcalm.insight import claims
from attachcalm.insight.autocorrelation import independent, lag_one
from attachcalm.insight.claims import Claim, Lack
from attachcalm.insight.days import Week, points_of, runs_of, smoothed, weeks_of
from attachcalm.insight.figure import Figure, figure, nothing
from attachcalm.insight.overlap import Overlap, Strength
from attachcalm.insight.phases import Phases, compare
from attachcalm.insight.slopes import Point
from attachcalm.insight.trend import MannKendall, Trend, trend_of

WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class TrendFigures:
    """Points a week; the interval and `test` take each rating's telling of the next into account.

    `independent_low` and `independent_high` do not, and are Sen's own.
    """

    per_week: Figure
    independent_low: float | None
    independent_high: float | None
    intercept: float | None  # on the first day
    test: MannKendall | None
    r1: float | None  # around the line
    n_eff: float | None


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The first distress rating before practice of each day."""

    days: int
    stretches: int  # between gaps of more than a week
    smooth: Figure  # where the smooth line is now
    weeks: tuple[Week, ...]
    r1: Figure
    n_eff: Figure
    trend_by_day: TrendFigures
    trend_by_week: TrendFigures  # of the medians of weeks


@dataclass(frozen=True, slots=True)
class PhaseFigures:
    """Baseline and practice compared; lower distress is better."""

    baseline_days: int
    practice_days: int
    corrected_tau: Figure  # the one to headline
    corrected_p: float | None
    trend_removed: bool | None
    baseline_tau: Figure
    overlap: Figure  # NAP
    strength: Strength | None
    error: float | None
    error_if_equal: float | None
    tau: Figure
    tau_u: Figure


def day_figures_of(days: Mapping[date, float]) -> DayFigures:
    """What a value a day says."""
    values = [value for _, value in sorted(days.items())]
    weeks = weeks_of(days)
    enough = claims.enough(len(values), lack=Lack.DAYS)
    line = smoothed(points_of(days))
    r1 = lag_one(values)
    n_eff = independent(len(values), r1)
    return DayFigures(
        days=len(days),
        stretches=len(runs_of(days)),
        smooth=figure(line[-1] if line else None, len(line), enough),
        weeks=weeks,
        r1=figure(r1, len(values), enough),
        n_eff=figure(n_eff, len(values), enough),
        trend_by_day=_by_day(days),
        trend_by_week=_by_week(weeks),
    )


def _by_day(days: Mapping[date, float]) -> TrendFigures:
    span = (max(days) - min(days)).days + 1 if days else 0
    trend = trend_of(points_of(days)) if len(days) > 1 else None
    low, high = (trend.low, trend.high) if trend else (None, None)
    return _trend_figures(trend, claims.trend(len(days), span, low, high))


def _by_week(weeks: Sequence[Week]) -> TrendFigures:
    points: list[Point] = points_of({week.monday: week.median for week in weeks})
    trend = trend_of(points) if len(points) > 1 else None
    low, high = (trend.low, trend.high) if trend else (None, None)
    return _trend_figures(trend, claims.trend_of_weeks(len(weeks), low, high))


def _trend_figures(trend: Trend | None, claim: Claim) -> TrendFigures:
    if trend is None or not claim.has_data:
        empty = Figure(None, trend.n if trend else 0, None, None, claim)
        return TrendFigures(empty, None, None, None, None, None, None)
    line = trend.line
    low, high = WEEK * trend.low, WEEK * trend.high
    return TrendFigures(
        per_week=figure(WEEK * line.slope, trend.n, claim, low, high),
        independent_low=WEEK * line.low,
        independent_high=WEEK * line.high,
        intercept=line.intercept,
        test=trend.wide_test,
        r1=trend.r1,
        n_eff=trend.n_eff,
    )


def phase_figures_of(days: Mapping[date, float], phases: Phases | None) -> PhaseFigures:
    """What the two phases say, if their dates were set beforehand and each has 5 rated days."""
    told = compare(days, phases, lower_is_better=True)
    claim, overlap, corrected = told.claim, told.overlap, told.corrected
    n = told.baseline_days + told.practice_days
    is_told = claim.has_data
    baseline = corrected.baseline if corrected else None
    return PhaseFigures(
        baseline_days=told.baseline_days,
        practice_days=told.practice_days,
        corrected_tau=figure(corrected.tau_b if corrected else None, n, claim),
        corrected_p=corrected.p if corrected and is_told else None,
        trend_removed=corrected.removed is not None if corrected and is_told else None,
        baseline_tau=figure(baseline.tau_b if baseline else None, told.baseline_days, claim),
        overlap=_overlap_figure(overlap, claim),
        strength=overlap.strength if overlap and is_told else None,
        error=overlap.error if overlap and is_told else None,
        error_if_equal=overlap.error_if_equal if overlap and is_told else None,
        tau=_tau_figure(overlap, claim),
        tau_u=figure(told.tau_u, n, claim),
    )


def _overlap_figure(overlap: Overlap | None, claim: Claim) -> Figure:
    if overlap is None:
        return nothing(claim)
    n = overlap.first + overlap.second
    return figure(overlap.value, n, claim, overlap.low, overlap.high)


def _tau_figure(overlap: Overlap | None, claim: Claim) -> Figure:
    if overlap is None:
        return nothing(claim)
    n = overlap.first + overlap.second
    return figure(overlap.tau, n, claim, 2 * overlap.low - 1, 2 * overlap.high - 1)
