"""A chart as pixels, with the place and the words of every mark: for any window, without Qt.

Nothing heavy is imported before `render` is called, so this may be imported anywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast
from uuid import UUID

from attachcalm.charts.look import ChartColours, Paper, Size
from attachcalm.insight.series import Series
from attachcalm.insight.twin import several_words, stick_words

if TYPE_CHECKING:
    from attachcalm.charts.columns import Columns
    from attachcalm.charts.place import Numbers, Row
    from attachcalm.charts.sticks import Picture


class Canvas(Protocol):
    """What a figure is drawn on, as far as it is needed here; matplotlib gives it no types."""

    def draw(self) -> None:
        """Draw the figure."""

    def get_width_height(self) -> tuple[int, int]:
        """How many pixels it has."""

    def buffer_rgba(self) -> memoryview:
        """The pixels, rows of columns of four bytes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One stick, or one column of many: where it is, and what it says.

    Pixels at 100 %, from the top left corner of the chart.  `y_px` is the rating after, or before
    if there is none after; `top_px` and `bottom_px` are the two ends of the stick.
    """

    sitting: UUID | None  # None if it stands for several
    x_px: float
    y_px: float
    top_px: float
    bottom_px: float
    sentence: str


@dataclass(frozen=True, slots=True)
class ChartImage:
    """A drawn chart: `width` by `height` device pixels, 4 bytes each (red, green, blue, opacity).

    `scale` is how many device pixels a pixel at 100 % has.  Marks go from the oldest to the newest.
    """

    rgba: bytes
    width: int
    height: int
    scale: float
    marks: tuple[Mark, ...]


def render(series: Series, size: Size, colours: ChartColours, font_family: str) -> ChartImage:
    """Draw a series.  For one worker thread: no two charts may be drawn at the same time."""
    from attachcalm.charts.sticks import draw

    picture = draw(series, Paper(size, colours, font_family))
    canvas = cast("Canvas", picture.figure.canvas)  # made by lay_ground
    canvas.draw()
    width, height = canvas.get_width_height()
    return ChartImage(
        bytes(canvas.buffer_rgba()), width, height, size.ratio, _marks(series, picture, size)
    )


def _marks(series: Series, picture: "Picture", size: Size) -> tuple[Mark, ...]:
    columns = picture.columns
    if columns is None:
        places = _places(picture, picture.row, size)
        told = _stick_words(series)
    else:
        places = _places(picture, columns.middles, size)
        told = _column_words(series, columns)
    return tuple(
        Mark(sitting, *place, sentence)
        for place, (sitting, sentence) in zip(places, told, strict=True)
    )


def _places(
    picture: "Picture", row: "Row", size: Size
) -> Iterator[tuple[float, float, float, float]]:
    """Return x, y, top and bottom of each stick in pixels at 100 %."""
    import numpy as np

    before, after = _down(picture, row.before, size), _down(picture, row.after, size)
    y = np.where(np.isnan(after), before, after)
    x = picture.axes.transData.transform(np.column_stack([row.x, row.x]))[:, 0] / size.ratio
    top, bottom = np.fmin(before, after), np.fmax(before, after)
    return zip(x.tolist(), y.tolist(), top.tolist(), bottom.tolist(), strict=True)


def _down(picture: "Picture", levels: "Numbers", size: Size) -> "Numbers":
    import numpy as np

    there = np.nan_to_num(levels)
    up = picture.axes.transData.transform(np.column_stack([there, there]))[:, 1] / size.ratio
    return np.where(np.isnan(levels), np.nan, size.height - up)


def _stick_words(series: Series) -> Iterator[tuple[UUID | None, str]]:
    for stick in series.sticks:
        yield stick.sitting, stick_words(stick)


def _column_words(series: Series, columns: "Columns") -> Iterator[tuple[UUID | None, str]]:
    middles = columns.middles
    spans = zip(columns.firsts.tolist(), columns.lasts.tolist(), strict=True)
    levels = zip(middles.before.tolist(), middles.after.tolist(), strict=True)
    for (first, last), (before, after) in zip(spans, levels, strict=True):
        stick = series.sticks[first]
        if first == last:
            yield stick.sitting, stick_words(stick)
            continue
        days = stick.day, series.sticks[last].day
        yield None, several_words(*days, last - first + 1, _known(before), _known(after))


def _known(level: float) -> float | None:
    return None if level != level else level  # noqa: PLR0124 - only NaN is not itself
