"""One value a day: what is made of ratings that come when they come (statistics 9).

The unit is the first rating, before practice or alone, of each of the person's own calendar days,
so that busy days do not count more than quiet ones.  Nothing is interpolated.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import expm1
from typing import Final

from attachcalm.insight.claims import WEEK_DAYS
from attachcalm.insight.middle import middle_of
from attachcalm.insight.series import GAP_DAYS
from attachcalm.insight.slopes import Point
from attachcalm.insight.weekly import monday_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import CheckIn

SMOOTH_DAYS: Final = 7.0  # after so many days, 1/e of what was known before still counts


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday on: the median of its `days` rated days, at least 2."""

    monday: date
    median: float
    days: int


def distress_of(mood: Mood) -> int | None:
    """The rating that days are made of unless another is asked for."""
    return mood.distress


def first_ratings(
    entries: Iterable[Entry],
    rated: Callable[[Mood], int | None] = distress_of,
    alone: Iterable[CheckIn] = (),
) -> dict[date, int]:
    """The first rating of each of the person's days, before practice or alone, in their order.

    Without check-ins a phase before any practice would have no days at all.
    """
    told = [(entry.started.at, entry.before) for entry in entries if entry.before]
    told += [(page.at, page.mood) for page in alone]
    days: dict[date, int] = {}
    for at, mood in sorted(told, key=lambda one: (one[0].at, rated(one[1]) or 0)):
        value = rated(mood)
        if value is not None:
            days.setdefault(at.day, value)
    return dict(sorted(days.items()))


def weeks_of(days: Mapping[date, float]) -> tuple[Week, ...]:
    """The median of each week, Monday to Sunday, that has at least 2 rated days."""
    found: dict[date, list[float]] = {}
    for day, value in sorted(days.items()):
        found.setdefault(monday_of(day), []).append(value)
    return tuple(
        Week(monday, middle_of(values), len(values))
        for monday, values in found.items()
        if len(values) >= WEEK_DAYS
    )


def runs_of(days: Iterable[date]) -> tuple[tuple[date, ...], ...]:
    """The days between which a line is drawn: broken where more than 7 days lie between two."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if not runs or day - runs[-1][-1] > timedelta(days=GAP_DAYS):
            runs.append([])
        runs[-1].append(day)
    return tuple(map(tuple, runs))


def points_of(days: Mapping[date, float]) -> list[Point]:
    """Days as points: days since the first one, and the value."""
    first = min(days, default=None)
    return [] if first is None else [((day - first).days, y) for day, y in sorted(days.items())]


def smoothed(points: Sequence[Point]) -> tuple[float, ...]:
    """A smooth line through points of time (days) and value, in the order of time.

    s ← s + (1 - e^(-Δt/7))(x - s): after a longer wait a new value counts for more (Zumbach and
    Müller 2001).
    """
    ordered = sorted(points)
    line = [value for _, value in ordered[:1]]
    for (last, _), (time, value) in pairwise(ordered):
        line.append(line[-1] - expm1((last - time) / SMOOTH_DAYS) * (value - line[-1]))
    return tuple(line)
