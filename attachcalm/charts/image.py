"""A chart as pixels, with the place and the words of every mark: for any window, without Qt.

Nothing heavy is imported before `render` is called, so this may be imported anywhere.
"""

from dataclasses import dataclass
from typing import Protocol, cast

from attachcalm.charts.drawing import Mark
from attachcalm.charts.look import ChartColours, Paper, Size
from attachcalm.insight.view import View


class Canvas(Protocol):
    """What a figure is drawn on, as far as it is needed here; matplotlib gives it no types."""

    def draw(self) -> None:
        """Draw the figure."""

    def get_width_height(self) -> tuple[int, int]:
        """How many pixels it has."""

    def buffer_rgba(self) -> memoryview:
        """The pixels, rows of columns of four bytes."""


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


def render(view: View, size: Size, colours: ChartColours, font_family: str) -> ChartImage:
    """Draw a view.  For one worker thread: no two charts may be drawn at the same time."""
    from attachcalm.charts.draw import draw

    drawing = draw(view, Paper(size, colours, font_family))
    canvas = cast("Canvas", drawing.figure.canvas)  # made by lay_ground
    canvas.draw()
    width, height = canvas.get_width_height()
    return ChartImage(bytes(canvas.buffer_rgba()), width, height, size.ratio, drawing.marks)
