"""From which level: a small panel for each exercise, before across and after up."""

from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

from attachcalm.charts.blank import Heading
from attachcalm.charts.drawing import Drawing, Mark
from attachcalm.charts.look import Paper
from attachcalm.charts.sheet import SMALL, Sheet, lay_sheet
from attachcalm.insight.average import Average
from attachcalm.insight.by_exercise import BandChange, ByLevel, Row
from attachcalm.insight.told_exercises import band_words
from attachcalm.insight.words import number_words, times_words

MARGIN: Final = 12
OPACITY: Final = 0.75  # of a dot, where others may lie under it
DASHES: Final = (0, (1.6, 1.0))
HALO: Final = 6  # pixels of the ground around a cross, so that it is told from the dots under it
NEARLY: Final = 0.25  # of a row of panels, by which they may be lower than they need
LEAST: Final = 9.0  # letter heights across, that a panel needs
MOST: Final = 17.0  # … and takes at most
APART: Final = 1.6  # letter heights between panels
SPOT: Final = 0.5  # of the distance of two levels: the radius of the largest dot
EMPTY: Final = "No exercise is rated before and after in this time."


def draw(view: ByLevel, paper: Paper, heading: Heading | None = None) -> Drawing:
    """Draw as many panels as find room, the most often rated first."""
    sheet = lay_sheet(paper, heading)
    if not view.rows:
        sheet.say_empty(EMPTY)
        return Drawing(sheet.figure, ())
    grid = _Grid(sheet, len(view.rows))
    rows = view.rows[: grid.count]
    marks: list[Mark] = []
    for number, row in enumerate(rows):
        marks += _draw_panel(sheet, row, *grid.corner(number), grid.side)
    if len(view.rows) > len(rows):
        left = f"and {len(view.rows) - len(rows)} more, in the table"
        y = paper.size.height - sheet.line_height * 0.8
        sheet.write(MARGIN, y, left, colour=paper.colours.muted, size=SMALL)
    return Drawing(sheet.figure, tuple(marks))


class _Grid:
    """Square panels in rows, as large as lets most of them stand on the sheet."""

    def __init__(self, sheet: Sheet, wanted: int) -> None:
        letters, size = sheet.letters, sheet.paper.size
        self._apart = APART * letters
        self._left = MARGIN + 1.6 * letters  # the words of the levels
        self._above = 1.6 * letters  # the title
        self._below = 2.6 * letters  # the words below
        self._top = sheet.top
        width = size.width - self._left - MARGIN
        height = size.height - sheet.top - sheet.line_height
        widest = max(1, int((width + self._apart) / (LEAST * letters + self._apart)))
        sides = {
            across: min(
                MOST * letters,
                (width + self._apart) / across - self._apart,
                height / ceil(wanted / across) - self._above - self._below,
            )
            for across in range(1, widest + 1)
        }
        self._across = max(sides, key=lambda across: sides[across])
        self.side = sides[self._across]
        if self.side < LEAST * letters:  # not all find room: as many as do
            self._across = min(widest, wanted)
            needed = LEAST * letters + self._above + self._below
            down = max(1, int(height / needed + NEARLY))
            self.side = min(
                (width + self._apart) / self._across - self._apart,
                height / down - self._above - self._below,
            )
            self.count = self._across * down
        else:
            self.count = wanted

    def corner(self, number: int) -> tuple[float, float]:
        """The top left corner of a panel."""
        down, across = divmod(number, self._across)
        high = self.side + self._above + self._below
        return self._left + across * (
            self.side + self._apart
        ), self._top + down * high + self._above


def _draw_panel(sheet: Sheet, row: Row, left: float, top: float, side: float) -> list[Mark]:
    colours, step = sheet.colours, side / 11
    title = sheet.fitted(f"{row.title}", side)
    sheet.write(left, top - sheet.line_height * 0.6, title, colour=colours.text, weight=600)
    sheet.axes.fill(
        [left, left + side, left + side], [top + side, top + side, top],
        color=colours.band, linewidth=0, zorder=0.5, gid="lower-half",
    )  # fmt: skip
    sheet.lines(
        [(left, top + side, left + side, top)], colour=colours.muted, width=1, gid="no-change"
    )
    edges = [(left, top, left, top + side), (left, top + side, left + side, top + side)]
    sheet.lines(edges, colour=colours.grid, width=1, gid="edges")
    most = max(times for _, _, times in row.pairs)
    places, marks = [], []
    for before, after, times in row.pairs:
        x, y = left + (before + 0.5) * step, top + side - (after + 0.5) * step
        radius = max(2.2, SPOT * step * 1.6 * sqrt(times / most) if most > 1 else SPOT * step)
        places.append((x, y, min(radius, step)))
        told = f"{row.title}: {number_words(before)} before, {number_words(after)} after"
        marks.append(Mark(None, x, y, y, y, f"{told}, {times_words(times)}."))
    sheet.dots(places, gid="pairs", opacity=OPACITY)
    panel = _Panel(left, top, side)
    marks += [
        _draw_band(sheet, panel, row, band, band.average) for band in row.bands if band.average
    ]
    _write_ends(sheet, row, left, top, side)
    return marks


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where the levels of one panel stand."""

    left: float
    top: float
    side: float

    def x(self, before: float) -> float:
        """Where a level before stands."""
        return self.left + (before + 0.5) * self.side / 11

    def y(self, after: float) -> float:
        """Where a level after stands, inside the scale."""
        return self.top + self.side - (min(10.0, max(0.0, after)) + 0.5) * self.side / 11


def _draw_band(sheet: Sheet, panel: _Panel, row: Row, band: BandChange, average: Average) -> Mark:
    """Draw the average change of those that began between two levels, and its interval.

    As levels after: a change of the middle level before, so that the diagonal is no change.
    """
    colours, middle = sheet.colours, (band.low + band.high) / 2
    left, x, right = panel.x(band.low), panel.x(middle), panel.x(band.high)
    low, y, high = (panel.y(middle + v) for v in (average.low, average.value, average.high))
    cross = [(x, low, x, high), (left, y, right, y)]
    sheet.lines(cross, colour=colours.surface, width=HALO, gid="halo", is_on_top=True)
    sheet.lines(cross[:1], colour=colours.before, width=3, gid="interval", is_on_top=True)
    sheet.lines(
        cross[1:], colour=colours.before, width=3, gid="average",
        dashes=DASHES if band.is_few else "solid", is_on_top=True,
    )  # fmt: skip
    return Mark(None, x, y, high, low, band_words(row, band))


def _write_ends(sheet: Sheet, row: Row, left: float, top: float, side: float) -> None:
    muted, step = sheet.colours.muted, side / 11
    gap = sheet.letters * 0.4
    for level in (0, 10):
        y = top + side - (level + 0.5) * step
        sheet.write(left - gap, y, str(level), colour=muted, side="right", size=SMALL)
        x = left + (level + 0.5) * step
        below = top + side + sheet.line_height * 0.6
        sheet.write(x, below, str(level), colour=muted, side="center", size=SMALL)
    middle, below = left + side / 2, top + side + sheet.line_height * 0.6
    between = side - step - 2.4 * sheet.letters  # the numbers at both ends
    told = sheet.first_fitting((times_words(row.n), str(row.n)), between, SMALL)
    sheet.write(middle, below, told, colour=muted, side="center", size=SMALL)
