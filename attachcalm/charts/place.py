"""Where each stick stands on the time axis, as arrays."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from attachcalm.insight.scale import Scale
from attachcalm.insight.series import Series

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]

LEAST_DAYS: Final = 7  # a shorter time axis would spread a few days over the whole width


@dataclass(frozen=True, slots=True)
class Row:
    """Sticks side by side.  `x` is in days, as `date.toordinal` counts; NaN is not rated."""

    x: Numbers
    before: Numbers
    after: Numbers

    def where(self, chosen: NDArray[np.bool_]) -> Self:
        """Return the sticks that are chosen."""
        return type(self)(self.x[chosen], self.before[chosen], self.after[chosen])


@dataclass(frozen=True, slots=True)
class Band:
    """The usual levels, and for each point the number of the run it belongs to, ascending."""

    row: Row
    run: Whole

    def broken(self) -> Row:
        """The levels with nothing (NaN) between two runs, where a line breaks."""
        breaks = np.flatnonzero(np.diff(self.run)) + 1
        row = self.row
        return Row(*(np.insert(side, breaks, np.nan) for side in (row.x, row.before, row.after)))


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a time axis, both ends included."""

    first: date
    last: date

    @property
    def ends(self) -> tuple[float, float]:
        """Where the axis begins and ends: the days, in the middle of a week if they are fewer."""
        begin, end = float(self.first.toordinal()), float(self.last.toordinal() + 1)
        short = max(0.0, LEAST_DAYS - (end - begin)) / 2
        return begin - short, end + short


def days_of(series: Series) -> Days | None:
    """The days from the first stick to the last; None if there is no stick."""
    if not series.sticks:
        return None
    return Days(series.sticks[0].day, series.sticks[-1].day)


def row_of(series: Series) -> Row:
    """Every stick on its true day; several of one day share that day's room evenly, in order."""
    days = np.array([stick.ordinal for stick in series.sticks], np.int64)
    return Row(
        x=days + _place_in_day(days),
        before=np.array([stick.before for stick in series.sticks], np.float64),  # None is NaN
        after=np.array([stick.after for stick in series.sticks], np.float64),
    )


def band_of(series: Series, row: Row) -> Band | None:
    """The usual levels at the places of their sticks; None if there are none.

    A run of a single point is no line and is left out.
    """
    runs = [run for run in series.runs if len(run) > 1]
    points = [usual for run in runs for usual in run]
    if not points:
        return None
    count = len(points)
    return Band(
        Row(
            x=row.x[np.fromiter((usual.position for usual in points), np.int64, count)],
            before=np.fromiter((usual.before for usual in points), np.float64, count),
            after=np.fromiter((usual.after for usual in points), np.float64, count),
        ),
        np.repeat(np.arange(len(runs)), [len(run) for run in runs]),
    )


def ease_of(row: Row, scale: Scale) -> Numbers:
    """How much easier each stick ended, in points, as `Scale.ease`; NaN where one is not rated."""
    if scale.inside is None:
        return row.after - row.before if scale.more_is_easier else row.before - row.after
    low, high = scale.inside
    before, after = (
        np.maximum(0, np.maximum(low - side, side - high)) for side in (row.before, row.after)
    )
    return before - after


def _place_in_day(days: Whole) -> Numbers:
    """Return the share of the day, over 0 and under 1: ½ for one stick, ¼ and ¾ for two."""
    starts = np.flatnonzero(np.diff(days, prepend=-1))
    counts = np.diff(starts, append=len(days))
    order = np.arange(len(days)) - np.repeat(starts, counts)
    place: Numbers = (order + 0.5) / np.repeat(counts, counts)
    return place
