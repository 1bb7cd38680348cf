"""The ground of a chart: margins, hairlines, the words on both axes, and a heading."""

from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from attachcalm.charts.dates import date_ticks
from attachcalm.charts.fonts import font_of, points
from attachcalm.charts.look import Paper
from attachcalm.charts.place import Days

DPI: Final = 100
BESIDE: Final = 8  # pixels between the hairlines and the words beside them
UNDER: Final = 0.75  # letter heights between the lowest hairline and the dates
INSET: Final = 8  # pixels between the hairlines' ends and the outermost sticks
LEVELS: Final = {0: "0 none", 2: "2", 4: "4", 5: "5", 6: "6", 8: "8", 10: "10 most"}
LEVEL_STEPS: Final = (2, 5, 10)
LEVEL_ROOM: Final = 1.5  # letter heights from level to level
DAY_ROOM: Final = 5.0  # letter heights that "26 Oct" needs, with the room beside it
MONTH_ROOM: Final = 6.2  # … and that "Oct 2025" needs
LETTER_WIDTH: Final = 0.53  # of its height, on average
TITLE_SIZE: Final = 17 / 13  # against the other letters
LINE: Final = 1.1  # of the font's own, from line to line
LINE_HEIGHT: Final = 1.2 * LINE  # letter heights
MARGIN: Final = 16  # pixels around a heading


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a chart that is looked at by itself."""

    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Ground:
    """The empty chart, and how large the room between its axes is in pixels at 100 %."""

    figure: Figure
    axes: Axes
    width: float
    height: float
    paper: Paper


def lay_ground(days: Days | None, paper: Paper, heading: Heading | None) -> Ground:
    """Make a figure with everything but the sticks.  Margins are fixed in pixels, so it is fast."""
    size, letters = paper.size, paper.size.letters
    figure = Figure(
        figsize=(size.width / DPI, size.height / DPI),
        dpi=DPI * size.ratio,
        facecolor=paper.colours.surface,
    )
    FigureCanvasAgg(figure)
    left = 4.0 * letters + BESIDE
    right = BESIDE + (0 if days is None else 4.4 * letters)
    top, bottom = 0.9 * letters, 2.6 * letters
    if heading is not None:
        top += _write_heading(figure, paper, heading)
    width, height = size.width - left - right, size.height - top - bottom
    axes = figure.add_axes(
        (left / size.width, bottom / size.height, width / size.width, height / size.height),
        facecolor="none",
    )
    axes.set_frame_on(False)
    axes.tick_params(length=0, labelcolor=paper.colours.muted, pad=points(BESIDE))
    axes.tick_params("x", pad=points(UNDER * letters))
    ground = Ground(figure, axes, width, height, paper)
    _write_levels(ground)
    _write_days(ground, days)
    return ground


def _write_heading(figure: Figure, paper: Paper, heading: Heading) -> float:
    """Write the heading and return the height that it takes in pixels."""
    size, letters = paper.size, paper.size.letters
    across = int((size.width - 2 * MARGIN) / (letters * LETTER_WIDTH))
    lines = wrap(heading.sentence, across)
    down = float(MARGIN)
    for text, pixels, weight, colour in (
        (heading.title, letters * TITLE_SIZE, 600, paper.colours.text),
        ("\n".join(lines), letters, 400, paper.colours.muted),
    ):
        figure.text(
            MARGIN / size.width,
            1 - down / size.height,
            text,
            fontproperties=font_of(paper.font_family, pixels, weight),
            color=colour,
            verticalalignment="top",
            linespacing=LINE,
        )
        down += pixels * LINE_HEIGHT
    return down + letters * LINE_HEIGHT * (len(lines) - 1) + letters


def _write_levels(ground: Ground) -> None:
    inset = INSET * 10 / (ground.height - 2 * INSET)
    axes, paper = ground.axes, ground.paper
    axes.set_ylim(-inset, 10 + inset)
    font = font_of(paper.font_family, paper.size.letters)
    needed = LEVEL_ROOM * paper.size.letters * 10 / (ground.height - 2 * INSET)
    step = next((step for step in LEVEL_STEPS if step >= needed), LEVEL_STEPS[-1])
    levels = range(0, 11, step)
    axes.set_yticks(
        levels,
        [LEVELS[level] for level in levels],
        fontproperties=font,
        verticalalignment="center",
    )
    axes.grid(axis="y", color=paper.colours.grid, linewidth=points(1), zorder=1)
    axes.set_axisbelow(True)


def _write_days(ground: Ground, days: Days | None) -> None:
    axes, letters = ground.axes, ground.paper.size.letters
    if days is None:
        axes.set_xlim(0, 1)
        axes.set_xticks([])
        return
    begin, end = days.ends
    a_pixel = (end - begin) / (ground.width - 2 * INSET)
    axes.set_xlim(begin - INSET * a_pixel, end + INSET * a_pixel)
    letter = letters * a_pixel
    ticks = date_ticks(days.first, days.last, DAY_ROOM * letter, MONTH_ROOM * letter)
    axes.set_xticks(
        [day.toordinal() + 0.5 for day, _ in ticks],
        [words for _, words in ticks],
        fontproperties=font_of(ground.paper.font_family, letters),
    )
