"""Where each stick, or column of sticks, stands on a drawn chart, and its sentence."""

from collections.abc import Iterator

import numpy as np

from attachcalm.charts.axes import Ground
from attachcalm.charts.columns import Columns
from attachcalm.charts.drawing import Mark
from attachcalm.charts.place import Numbers, Row
from attachcalm.insight.series import Series
from attachcalm.insight.twin import several_words, stick_words


def marks_of(series: Series, ground: Ground, row: Row, columns: Columns | None) -> tuple[Mark, ...]:
    """The marks, from the oldest to the newest."""
    if columns is None:
        places, told = _places(ground, row), _stick_words(series)
    else:
        places, told = _places(ground, columns.middles), _column_words(series, columns)
    return tuple(
        Mark(sitting, *place, sentence)
        for place, (sitting, sentence) in zip(places, told, strict=True)
    )


def _places(ground: Ground, row: Row) -> Iterator[tuple[float, float, float, float]]:
    """Return x, y, top and bottom of each stick in pixels at 100 %; y is after, else before."""
    before, after = _down(ground, row.before), _down(ground, row.after)
    y = np.where(np.isnan(after), before, after)
    ratio = ground.paper.size.ratio
    x = ground.axes.transData.transform(np.column_stack([row.x, row.x]))[:, 0] / ratio
    top, bottom = np.fmin(before, after), np.fmax(before, after)
    return zip(x.tolist(), y.tolist(), top.tolist(), bottom.tolist(), strict=True)


def _down(ground: Ground, levels: Numbers) -> Numbers:
    there, size = np.nan_to_num(levels), ground.paper.size
    up = ground.axes.transData.transform(np.column_stack([there, there]))[:, 1] / size.ratio
    return np.where(np.isnan(levels), np.nan, size.height - up)


def _stick_words(series: Series) -> Iterator[tuple[str | None, str]]:
    for stick in series.sticks:
        yield stick.sitting, stick_words(stick, series.scale)


def _column_words(series: Series, columns: Columns) -> Iterator[tuple[str | None, str]]:
    middles = columns.middles
    spans = zip(columns.firsts.tolist(), columns.lasts.tolist(), strict=True)
    levels = zip(middles.before.tolist(), middles.after.tolist(), strict=True)
    for (first, last), (before, after) in zip(spans, levels, strict=True):
        stick = series.sticks[first]
        if first == last:
            yield stick.sitting, stick_words(stick, series.scale)
            continue
        days = stick.day, series.sticks[last].day
        yield (
            None,
            several_words(days, last - first + 1, _known(before), _known(after), series.scale),
        )


def _known(level: float) -> float | None:
    return None if level != level else level  # noqa: PLR0124 - only NaN is not itself
