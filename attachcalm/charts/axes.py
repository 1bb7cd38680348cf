"""The ground of a chart: margins, hairlines, the words on both axes, and a heading."""

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from attachcalm.charts.blank import LETTER_WIDTH, Heading, new_figure
from attachcalm.charts.dates import date_ticks
from attachcalm.charts.fonts import font_of, points
from attachcalm.charts.look import Paper
from attachcalm.charts.place import Days
from attachcalm.insight.scale import Scale

BESIDE: Final = 8  # pixels between the hairlines and the words beside them
UNDER: Final = 0.75  # letter heights between the lowest hairline and the dates
END_WORD: Final = 5.4  # letter heights that "look-back" needs at the right end
INSET: Final = 8  # pixels between the hairlines' ends and the outermost sticks
LEVEL_STEPS: Final = (2, 4, 5, 8, 10)
LEVEL_ROOM: Final = 1.5  # letter heights from level to level
DAY_ROOM: Final = 5.0  # letter heights that "26 Oct" needs, with the room beside it
MONTH_ROOM: Final = 6.2  # … and that "Oct 2025" needs


@dataclass(frozen=True, slots=True)
class Ground:
    """The empty chart, and how large the room between its axes is in pixels at 100 %."""

    figure: Figure
    axes: Axes
    width: float
    height: float
    paper: Paper
    scale: Scale

    @property
    def level(self) -> float:
        """How many points of the scale a pixel is."""
        return (self.scale.high - self.scale.low) / (self.height - 2 * INSET)


def lay_ground(days: Days | None, paper: Paper, heading: Heading | None, scale: Scale) -> Ground:
    """Make a figure with everything but the sticks.  Margins are fixed in pixels, so it is fast."""
    size, letters = paper.size, paper.size.letters
    figure, top = new_figure(paper, heading)
    longest = max(len(_level_words(scale, level)) for level, _ in scale.ends)
    left = max(4.0, longest * LETTER_WIDTH) * letters + BESIDE
    right = BESIDE + (0 if days is None else END_WORD * letters)
    top, bottom = top + 0.9 * letters, 2.6 * letters
    width, height = size.width - left - right, size.height - top - bottom
    axes = figure.add_axes(
        (left / size.width, bottom / size.height, width / size.width, height / size.height),
        facecolor="none",
    )
    axes.set_frame_on(False)
    axes.tick_params(length=0, labelcolor=paper.colours.muted, pad=points(BESIDE))
    axes.tick_params("x", pad=points(UNDER * letters))
    ground = Ground(figure, axes, width, height, paper, scale)
    _write_levels(ground)
    _write_days(ground, days)
    return ground


def _write_levels(ground: Ground) -> None:
    axes, paper, scale = ground.axes, ground.paper, ground.scale
    inset = INSET * ground.level
    axes.set_ylim(scale.low - inset, scale.high + inset)
    font = font_of(paper.font_family, paper.size.letters)
    needed = LEVEL_ROOM * paper.size.letters * ground.level
    across = scale.high - scale.low
    steps = [step for step in LEVEL_STEPS if across % step == 0]
    step = next((step for step in steps if step >= needed), steps[-1])
    levels = range(scale.low, scale.high + 1, step)
    axes.set_yticks(
        levels,
        [_level_words(scale, level) for level in levels],
        fontproperties=font,
        verticalalignment="center",
    )
    axes.grid(axis="y", color=paper.colours.grid, linewidth=points(1), zorder=1)
    axes.set_axisbelow(True)


def _level_words(scale: Scale, level: int) -> str:
    return " ".join([scale.level_words(level), *(word for at, word in scale.ends if at == level)])


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
