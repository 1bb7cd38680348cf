"""Many sticks gathered into columns of a few pixels, so that any number costs about the same.

In each column the sticks that end easier, the same and harder are gathered apart: one stick at
their medians for each kind, so that a harder time is never averaged away.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from attachcalm.charts.place import Band, Numbers, Row, Whole, ease_of
from attachcalm.insight.scale import Scale

LEVELS: Final = 21  # of half a point: no scale is longer than ten
KINDS: Final = 5  # easier, the same, harder, only before, only after
APART: Final = 0.22  # of a column: how far the kinds stand left and right of its middle
ASIDE: Final = np.array([-APART, 0.0, APART, 0.0, 0.0])


@dataclass(frozen=True, slots=True)
class Columns:
    """What is drawn instead of the single sticks, and what each column holds."""

    row: Row  # a stick for each kind in each column
    middles: Row  # one for each column that has any: the medians of all in it
    firsts: Whole  # for each of these, the index of its first stick …
    lasts: Whole  # … and of its last


def columns_of(row: Row, ends: tuple[float, float], count: int, scale: Scale) -> Columns:
    """Gather a row, in ascending order, into `count` columns between these ends of the axis."""
    column = _column(row.x, ends, count)
    group = column * KINDS + _kind(row, scale)
    before = _medians(group, row.before, count * KINDS, scale)
    after = _medians(group, row.after, count * KINDS, scale)
    used = np.flatnonzero(~np.isnan(before) | ~np.isnan(after))
    aside = ASIDE[used % KINDS] * (ends[1] - ends[0]) / count
    x = _middle_of(used // KINDS, ends, count) + aside
    firsts = np.flatnonzero(np.diff(column, prepend=-1))
    filled = column[firsts]
    return Columns(
        row=Row(x, before[used], after[used]),
        middles=Row(
            _middle_of(filled, ends, count),
            _medians(column, row.before, count, scale)[filled],
            _medians(column, row.after, count, scale)[filled],
        ),
        firsts=firsts,
        lasts=np.append(firsts[1:], len(column)) - 1,
    )


def thinned(band: Band, ends: tuple[float, float], count: int, scale: Scale) -> Band:
    """The band with at most one point of a run in each column: the medians of those in it."""
    row = band.row
    column = _column(row.x, ends, count)
    begins = np.diff(column, prepend=-1).astype(bool) | np.diff(band.run, prepend=-1).astype(bool)
    group = begins.cumsum() - 1
    groups = int(group[-1]) + 1
    return Band(
        Row(
            np.bincount(group, row.x) / np.bincount(group),
            _medians(group, row.before, groups, scale),
            _medians(group, row.after, groups, scale),
        ),
        band.run[begins],
    )


def _column(x: Numbers, ends: tuple[float, float], count: int) -> Whole:
    share = (x - ends[0]) / (ends[1] - ends[0])
    return np.clip((share * count).astype(np.int64), 0, count - 1)


def _middle_of(column: Whole, ends: tuple[float, float], count: int) -> Numbers:
    middle: Numbers = ends[0] + (column + 0.5) * (ends[1] - ends[0]) / count
    return middle


def _kind(row: Row, scale: Scale) -> Whole:
    kind = 1 - np.sign(ease_of(row, scale))
    kind = np.where(np.isnan(row.after), 3, kind)
    return np.where(np.isnan(row.before), 4, kind).astype(np.int64)


def _medians(group: Whole, values: Numbers, groups: int, scale: Scale) -> Numbers:
    """Return the median of the values of each group, NaN where it has none, by counting levels."""
    there = ~np.isnan(values)
    level = np.rint((values[there] - scale.low) * 2).astype(np.int64)
    table = np.bincount(group[there] * LEVELS + level, minlength=groups * LEVELS)
    reached = table.reshape(groups, LEVELS).cumsum(axis=1)
    total = reached[:, -1]
    lower = (reached > ((total - 1) // 2)[:, np.newaxis]).argmax(axis=1)
    upper = (reached > (total // 2)[:, np.newaxis]).argmax(axis=1)
    middle: Numbers = (lower + upper) / 4 + scale.low
    middle[total == 0] = np.nan
    return middle
