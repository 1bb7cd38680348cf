"""A sheet to draw on in pixels at 100 %, from the top left corner: for charts without a time axis.

What is drawn stands where its mark says it does, without any transformation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import wrap
from typing import Any, Final, Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PatchCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from attachcalm.charts.blank import LETTER_WIDTH, LINE, LINE_HEIGHT, Heading, new_figure
from attachcalm.charts.fonts import font_of, points
from attachcalm.charts.look import ChartColours, Paper

Box = tuple[float, float, float, float]  # left, top, width, height
Side = Literal["left", "center", "right"]
SMALL: Final = 11 / 13  # of the other letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figure, its one axes in pixels, and the height that the heading has taken."""

    figure: Figure
    axes: Axes
    paper: Paper
    top: float

    @property
    def colours(self) -> ChartColours:
        """The colours to draw with."""
        return self.paper.colours

    @property
    def letters(self) -> float:
        """The height of the letters."""
        return self.paper.size.letters

    def text_width(self, text: str, size: float = 1.0) -> float:
        """About how wide a text is."""
        return len(text) * self.letters * size * LETTER_WIDTH

    def fitted(self, text: str, width: float, size: float = 1.0) -> str:
        """The text, cut with an ellipsis where it is wider than this."""
        most = max(1, int(width / (self.letters * size * LETTER_WIDTH)))
        return text if len(text) <= most else text[: most - 1].rstrip() + "…"

    def first_fitting(self, texts: Sequence[str], width: float, size: float = 1.0) -> str:
        """The first of these texts that is not wider than this, nothing if none is."""
        return next((text for text in texts if self.text_width(text, size) <= width), "")

    def write(
        self, x: float, y: float, text: str, *, colour: str, side: Side = "left",
        weight: int = 400, size: float = 1.0,
    ) -> None:  # fmt: skip
        """Write a line with its middle at `y`."""
        self.axes.text(
            x, y, text, color=colour, horizontalalignment=side, verticalalignment="center_baseline",
            fontproperties=font_of(self.paper.font_family, self.letters * size, weight),
        )  # fmt: skip

    def stamp(
        self, text: str, places: Sequence[tuple[float, float]], *, colour: str, size: float,
        gid: str,
    ) -> None:  # fmt: skip
        """Write the same short text at many places, as one shape: 300 texts would take 300 ms."""
        shape = _shape_of(text, self.paper.font_family)
        reach = float(np.abs(shape.vertices).max())  # what half of a marker's size stands for
        high = 2 * reach * points(self.letters * size)
        x, y = zip(*places, strict=True)
        self.axes.plot(
            x, y, linestyle="none", marker=shape, markersize=high,
            markerfacecolor=colour, markeredgewidth=0, zorder=4, gid=gid,
        )  # fmt: skip

    def fill(self, boxes: Sequence[Box], colours: str | Sequence[str], *, gid: str) -> None:
        """Fill these boxes."""
        left, top, width, height = np.array(boxes, float).reshape(-1, 4).T
        right, bottom = left + width, top + height
        corners = np.stack([left, top, right, top, right, bottom, left, bottom], axis=1)
        shapes = PolyCollection(
            list(corners.reshape(-1, 4, 2)), facecolors=colours, edgecolors="none", gid=gid
        )
        self.axes.add_collection(shapes, autolim=False)

    def dots(
        self, places: Sequence[tuple[float, float, float]], *, gid: str, opacity: float = 1.0,
        edge: str | None = None,
    ) -> None:  # fmt: skip
        """Draw dots at x and y with a radius; with `edge` they are hollow rings of that colour."""
        circles = [Circle((x, y), radius) for x, y, radius in places]
        colours = self.colours
        looks: dict[str, Any] = {"facecolors": colours.after, "edgecolors": "none"}
        if edge is not None:
            looks = {"facecolors": colours.surface, "edgecolors": edge, "linewidths": points(2)}
        self.axes.add_collection(
            PatchCollection(circles, alpha=opacity, gid=gid, zorder=4, **looks), autolim=False
        )

    def lines(
        self, ends: Sequence[tuple[float, float, float, float]], *, colour: str, width: float,
        gid: str, dashes: Any = "solid", is_on_top: bool = False,
    ) -> None:  # fmt: skip
        """Draw lines from x and y to x and y; those of the grid lie under everything."""
        order = 5 if is_on_top else 0.8 if gid == "grid" else 3
        self.axes.add_collection(
            LineCollection(
                [[(a, b), (c, d)] for a, b, c, d in ends], colors=colour, linewidths=points(width),
                linestyles=[dashes], gid=gid, zorder=order,
            ),
            autolim=False,
        )  # fmt: skip

    def say_empty(self, text: str) -> None:
        """Say in the middle that there is nothing to show."""
        size = self.paper.size
        fitting = int(size.width * 0.8 / (self.letters * LETTER_WIDTH))
        lines = wrap(text, max(10, fitting))
        self.axes.text(
            size.width / 2, (self.top + size.height) / 2, "\n".join(lines),
            color=self.colours.muted, horizontalalignment="center", verticalalignment="center",
            fontproperties=font_of(self.paper.font_family, self.letters), linespacing=LINE,
        )  # fmt: skip

    @property
    def line_height(self) -> float:
        """From line to line."""
        return self.letters * LINE_HEIGHT


@cache
def _shape_of(text: str, family: str) -> Path:
    """The outline of a text, one letter height high, around its own middle."""
    written = TextPath((0, 0), text, size=1, prop=font_of(family, 1))
    middle = (written.vertices.min(axis=0) + written.vertices.max(axis=0)) / 2
    return Path(written.vertices - middle, written.codes)


def lay_sheet(paper: Paper, heading: Heading | None) -> Sheet:
    """An empty sheet."""
    figure, top = new_figure(paper, heading)
    axes = figure.add_axes((0, 0, 1, 1), facecolor="none")
    axes.set_axis_off()
    axes.set_xlim(0, paper.size.width)
    axes.set_ylim(paper.size.height, 0)
    return Sheet(figure, axes, paper, top)
