"""Change by exercise: a mark and an interval for each, most often rated first."""

from math import ceil, floor
from typing import Final

from attachcalm.charts.blank import Heading
from attachcalm.charts.drawing import Drawing, Mark
from attachcalm.charts.look import Paper
from attachcalm.charts.sheet import SMALL, Sheet, lay_sheet
from attachcalm.insight.by_exercise import ByExercise, Row
from attachcalm.insight.told_exercises import row_words
from attachcalm.insight.words import times_words

MARGIN: Final = 12  # pixels beside the rows
ROW: Final = 3.4  # letter heights that a row needs, its name above its line
ROOMY: Final = 5.5  # … and takes at most
FOOT: Final = 3.2  # letter heights for the numbers below
DOT: Final = 6  # pixels, its radius
DASHES: Final = (0, (2.0, 1.4))
EMPTY: Final = "No exercise is rated before and after in this time."


def draw(view: ByExercise, paper: Paper, heading: Heading | None = None) -> Drawing:
    """Draw the exercises that find room; what does not is named in a line below, and counted."""
    sheet = lay_sheet(paper, heading)
    if not view.rows:
        sheet.say_empty(EMPTY)
        return Drawing(sheet.figure, ())
    room = paper.size.height - sheet.top - FOOT * sheet.letters
    most = max(1, int(room / (ROW * sheet.letters)))
    if len(view.rows) > most:
        room -= sheet.line_height * 1.4
        most = max(1, int(room / (ROW * sheet.letters)))
    rows = view.rows[:most]
    high = min(ROOMY * sheet.letters, room / len(rows))
    beside = max(sheet.text_width(_times(row), SMALL) for row in rows)
    axis = _Axis(rows, paper.size.width - beside)  # no line goes through how often it was
    bottom = sheet.top + high * len(rows)
    _draw_axis(sheet, axis, bottom)
    marks = tuple(
        _draw_row(sheet, axis, row, sheet.top + high * number, high)
        for number, row in enumerate(rows)
    )
    if len(view.rows) > len(rows):
        left = f"and {len(view.rows) - len(rows)} more, in the table"
        y = paper.size.height - sheet.line_height * 0.8
        sheet.write(MARGIN, y, left, colour=paper.colours.muted, size=SMALL)
    return Drawing(sheet.figure, marks)


class _Axis:
    """Whole points from the lowest end of a line to the highest, 0 always among them."""

    def __init__(self, rows: tuple[Row, ...], width: float) -> None:
        ends = [0.0]
        for row in rows:
            if row.average is not None:
                ends += [row.average.low, row.average.high]
        self.low, self.high = min(floor(min(ends)), -1), max(ceil(max(ends)), 1)
        self._left, self._room = MARGIN * 3, width - 6 * MARGIN

    def x(self, change: float) -> float:
        """Where a change stands."""
        return self._left + (change - self.low) / (self.high - self.low) * self._room


def _draw_axis(sheet: Sheet, axis: _Axis, bottom: float) -> None:
    zero, colours = axis.x(0), sheet.colours
    high = bottom - sheet.top
    sheet.fill([(MARGIN, sheet.top, zero - MARGIN, high)], colours.band, gid="lower-half")
    grid = [change for change in range(axis.low, axis.high + 1) if change]
    sheet.lines(
        [(axis.x(change), sheet.top, axis.x(change), bottom) for change in grid],
        colour=colours.grid, width=1, gid="grid",
    )  # fmt: skip
    sheet.lines([(zero, sheet.top, zero, bottom)], colour=colours.muted, width=2, gid="zero")
    every = max(1, ceil(2.2 * sheet.letters / (axis.x(1) - axis.x(0))))
    y = bottom + sheet.line_height * 0.6
    for change in range(axis.low, axis.high + 1):
        if change % every == 0:
            text = f"{change:+d}".replace("-", "\N{MINUS SIGN}") if change else "0"
            sheet.write(axis.x(change), y, text, colour=colours.muted, side="center", size=SMALL)
    y += sheet.line_height
    gap = sheet.letters * 0.6
    sheet.write(zero - gap, y, "lower after", colour=colours.muted, side="right", size=SMALL)
    if zero + gap + sheet.text_width("higher after", SMALL) <= sheet.paper.size.width:
        sheet.write(zero + gap, y, "higher after", colour=colours.muted, size=SMALL)


def _times(row: Row) -> str:
    """How often it was rated, beside its line."""
    return ("only " if row.is_few else "") + times_words(row.n)


def _draw_row(sheet: Sheet, axis: _Axis, row: Row, top: float, high: float) -> Mark:
    colours, all_across = sheet.colours, float(sheet.paper.size.width)
    name_y = top + high / 2 - sheet.line_height * 0.55
    line_y = top + high / 2 + sheet.line_height * 0.5
    right = sheet.paper.size.width - MARGIN * 1.5
    times = _times(row)
    sheet.write(right, name_y, times, colour=colours.muted, side="right", size=SMALL)
    name = sheet.fitted(row.title, right - sheet.text_width(times) - MARGIN * 3)
    sheet.write(MARGIN * 1.5, name_y, name, colour=colours.text, weight=600)
    if row.average is None:
        sheet.write(MARGIN * 1.5, line_y, "too few to tell", colour=colours.muted, size=SMALL)
        return Mark(None, axis.x(0), line_y, top, top + high, row_words(row), all_across)
    average, few = row.average, row.is_few
    low, x, high_x = (axis.x(value) for value in (average.low, average.value, average.high))
    sheet.lines(
        [(low, line_y, high_x, line_y)], colour=colours.after, width=2 if few else 4,
        gid="interval", dashes=DASHES if few else "solid",
    )  # fmt: skip
    edge = colours.after if few else None
    sheet.dots([(x, line_y, DOT)], gid="hollow" if few else "average", edge=edge)
    return Mark(None, x, line_y, top, top + high, row_words(row), all_across)
