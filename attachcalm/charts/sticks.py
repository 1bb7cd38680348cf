"""Before and after each time: a stick for each sitting, over the band between the usual levels."""

from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from attachcalm.charts.axes import BESIDE, Ground, lay_ground
from attachcalm.charts.blank import LETTER_WIDTH, LINE, Heading
from attachcalm.charts.columns import columns_of, thinned
from attachcalm.charts.drawing import Drawing
from attachcalm.charts.end_words import write_end_words
from attachcalm.charts.fonts import font_of, points
from attachcalm.charts.look import ChartColours, Paper
from attachcalm.charts.place import Row, band_of, days_of, ease_of, row_of
from attachcalm.charts.stick_marks import marks_of
from attachcalm.insight.series import Series

FEW: Final = 40  # sticks that are drawn in full; more are thinned
MANY: Final = 4  # sticks for each column; with more, they are gathered into the columns
LEAST_MARK: Final = 6.5  # pixels at 100 %, among few sticks
LINE_TO_MARK: Final = 0.3  # a stick is never wider than this share of its marks
COLUMN: Final = 6  # pixels at 100 %
Dashes = str | tuple[int, tuple[float, float]]
SOLID: Final[Dashes] = "solid"
DASHES: Final[Dashes] = (0, (2.4, 1.6))  # of the line's width, drawn and left out
EMPTY: Final = "Nothing is rated in this time."
EMPTY_ACROSS: Final = 17  # letters in a line of that, at most


@dataclass(frozen=True, slots=True)
class Strength:
    """How strongly sticks are drawn: sizes in pixels at 100 %, opacities 0 to 1."""

    line: float
    line_opacity: float
    mark: float
    mark_opacity: float


FULL: Final = Strength(line=2, line_opacity=0.65, mark=9, mark_opacity=1)
THIN: Final = Strength(line=1.5, line_opacity=0.4, mark=6, mark_opacity=1)
LEAST_THIN: Final = 4.5  # pixels at 100 %: a mark among very many


def draw(series: Series, paper: Paper, heading: Heading | None = None) -> Drawing:
    """Draw the chart of a series, whatever its length; an empty one says in words that it is."""
    days = days_of(series)
    ground = lay_ground(days, paper, heading, series.scale)
    row = row_of(series)
    if days is None:
        _write_empty(ground)
        return Drawing(ground.figure, ())
    count = int(ground.width / COLUMN)
    columns = columns_of(row, days.ends, count, series.scale) if series.n > MANY * count else None
    # The median of numb and revved is no usual level: on a two-sided scale there is no band.
    band = None if series.scale.inside else band_of(series, row)
    if band is not None and series.n > FEW:
        band = thinned(band, days.ends, count, series.scale)
    _shade_inside(ground)
    if band is not None:
        _draw_band(ground, band.broken())
    if columns is None:
        day_width = ground.width / (days.ends[1] - days.ends[0])
        strength = _strength(row, day_width, paper.size.text)
        _draw_row(ground, row, strength)
    else:
        _draw_row(ground, columns.row, replace(THIN, mark=LEAST_THIN))
    write_end_words(ground, series, row, band)
    return Drawing(ground.figure, marks_of(series, ground, row, columns))


def _strength(row: Row, day_width: float, text: float) -> Strength:
    """Sticks grow with the text; marks only as far as most neighbours leave them room."""
    apart = np.diff(row.x) * day_width
    room = float(np.quantile(apart, 0.25)) if len(apart) else np.inf
    most, least = (THIN, LEAST_THIN) if len(row.x) > FEW else (FULL, LEAST_MARK)
    mark = min(most.mark * text, max(least * (1 + text) / 2, room))
    return replace(most, line=min(most.line * text, mark * LINE_TO_MARK), mark=mark)


def _shade_inside(ground: Ground) -> None:
    """Tint the window of tolerance, where the scale has one."""
    if ground.scale.inside is not None:
        ground.axes.axhspan(
            *ground.scale.inside, color=ground.paper.colours.band, linewidth=0, zorder=0.4,
            gid="inside",
        )  # fmt: skip


def _draw_band(ground: Ground, levels: Row) -> None:
    axes, colours = ground.axes, ground.paper.colours
    fill = axes.fill_between(levels.x, levels.before, levels.after, color=colours.band, linewidth=0)
    fill.set(zorder=0.5, gid="band")
    for name, level, width in (("before", levels.before, 1.6), ("after", levels.after, 2.6)):
        (line,) = axes.plot(
            levels.x,
            level,
            color=getattr(colours, name),
            linewidth=points(width),
            solid_joinstyle="round",
            zorder=2,
        )
        line.set_gid(f"usually-{name}")


def _draw_row(ground: Ground, row: Row, strength: Strength) -> None:
    axes, colours = ground.axes, ground.paper.colours
    ease = ease_of(row, ground.scale)
    across = (ease == 0) & (row.after != row.before)  # from one side of the window to the other
    for name, chosen, colour, dashes in (
        ("easier", ease > 0, colours.after, SOLID),  # False where one is NaN
        ("across", across, colours.muted, SOLID),
        ("harder", ease < 0, colours.before, DASHES),
    ):
        _draw_lines(axes, row.where(chosen), strength, name=name, colour=colour, dashes=dashes)
    _draw_rings(axes, row, colours, strength)
    _draw_dots(axes, row, colours, strength)


def _draw_lines(
    axes: Axes,
    row: Row,
    strength: Strength,
    *,
    name: str,
    colour: str,
    dashes: Dashes,
) -> None:
    ends = np.column_stack([row.x, row.before]), np.column_stack([row.x, row.after])
    segments = np.stack(ends, axis=1)
    lines = LineCollection(
        list(segments),
        colors=colour,
        linewidths=points(strength.line),
        linestyles=[dashes],
        alpha=strength.line_opacity,
        zorder=3,
        gid=name,
    )
    axes.add_collection(lines, autolim=False)


def _draw_rings(axes: Axes, row: Row, colours: ChartColours, strength: Strength) -> None:
    axes.plot(
        row.x,
        row.before,
        linestyle="none",
        marker="o",
        markersize=points(strength.mark),
        markerfacecolor=colours.surface,
        markeredgecolor=colours.before,
        markeredgewidth=points(strength.mark * 0.22),
        alpha=strength.mark_opacity,
        zorder=4,
        gid="rings",
    )


def _draw_dots(axes: Axes, row: Row, colours: ChartColours, strength: Strength) -> None:
    """A dot inside its own ring is smaller, so that the ring stays to be seen."""
    inside = row.after == row.before
    for name, chosen, share in (("dots", ~inside, 0.85), ("dots-in-rings", inside, 0.5)):
        axes.plot(
            row.x[chosen],
            row.after[chosen],
            linestyle="none",
            marker="o",
            markersize=points(strength.mark * share),
            markerfacecolor=colours.after,
            markeredgewidth=0,
            alpha=strength.mark_opacity,
            zorder=5,
            gid=name,
        )


def _write_empty(ground: Ground) -> None:
    paper = ground.paper
    fitting = int((ground.width - 2 * BESIDE) / (paper.size.letters * LETTER_WIDTH))
    ground.axes.text(
        0.5,
        (ground.scale.low + ground.scale.high) / 2,
        "\n".join(wrap(EMPTY, min(EMPTY_ACROSS, fitting))),
        fontproperties=font_of(paper.font_family, paper.size.letters),
        color=paper.colours.muted,
        backgroundcolor=paper.colours.surface,
        horizontalalignment="center",
        verticalalignment="center",
        linespacing=LINE,
    )
