"""Within the day: every rating in four strips, with the middle half and the median of each."""

from typing import Final

from attachcalm.charts.blank import Heading
from attachcalm.charts.drawing import Drawing, Mark
from attachcalm.charts.look import Paper
from attachcalm.charts.mixing import blended
from attachcalm.charts.sheet import SMALL, Sheet, lay_sheet
from attachcalm.insight.day_parts import DayParts, Part
from attachcalm.insight.told_days import part_words

MARGIN: Final = 12
DOT: Final = 4.0  # pixels, the radius of a rating
OPACITY: Final = 0.8  # of a rating, the medians before them
BOLD: Final = 1.15  # bold letters are wider
STRIP: Final = 0.7  # of a quarter of the width
HOURS: Final = {
    "night": "0 to 6", "morning": "6 to 12", "afternoon": "12 to 18", "evening": "18 to 24"
}  # fmt: skip
EMPTY: Final = "Nothing is rated in this time."


def draw(view: DayParts, paper: Paper, heading: Heading | None = None) -> Drawing:
    """Draw the four parts; ratings stand side by side, or as bars where they are too many."""
    sheet = lay_sheet(paper, heading)
    if not view.n:
        sheet.say_empty(EMPTY)
        return Drawing(sheet.figure, ())
    ground = _Ground(sheet)
    ground.draw()
    most = max(times for part in view.parts for _, times in part.counts)
    marks = tuple(
        _draw_part(sheet, ground, part, number, most) for number, part in enumerate(view.parts)
    )
    return Drawing(sheet.figure, marks)


class _Ground:
    """The levels from 0 to 10 and the middle of each strip."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._left = MARGIN + sheet.letters * 4.2
        self.right = sheet.paper.size.width - MARGIN
        self.top = sheet.top + sheet.letters
        self.bottom = sheet.paper.size.height - sheet.line_height * 3.4
        self.strip = (self.right - self._left) / 4

    def x(self, number: int) -> float:
        """The middle of a strip."""
        return self._left + (number + 0.5) * self.strip

    def y(self, level: float) -> float:
        """Where a level stands."""
        return self.bottom - level / 10 * (self.bottom - self.top)

    def draw(self) -> None:
        """Draw the hairlines and write the levels."""
        sheet = self._sheet
        step = 2 if self.y(0) - self.y(2) > sheet.letters * 1.5 else 5
        ends = {0: " none", 10: " most"}
        for level in range(0, 11, step):
            y = self.y(level)
            sheet.lines(
                [(self._left, y, self.right, y)], colour=sheet.colours.grid, width=1, gid="grid"
            )
            words = f"{level}{ends.get(level, '')}"
            sheet.write(self._left - 8, y, words, colour=sheet.colours.muted, side="right")


def _draw_part(sheet: Sheet, ground: _Ground, part: Part, number: int, most: int) -> Mark:
    x, colours = ground.x(number), sheet.colours
    room = ground.strip * STRIP
    if most * 2 * DOT <= room:
        places = [
            (x + (at - (times - 1) / 2) * 2 * DOT, ground.y(level), DOT)
            for level, times in part.counts
            for at in range(times)
        ]
        sheet.dots(places, gid=f"ratings-{part.part}", opacity=OPACITY)
    else:
        high = max(2.0, (ground.y(0) - ground.y(1)) * 0.55)
        wide = {level: max(1.0, times / most * room) for level, times in part.counts}
        boxes = [(x - w / 2, ground.y(level) - high / 2, w, high) for level, w in wide.items()]
        fill = blended(colours.surface, colours.after, OPACITY)
        sheet.fill(boxes, fill, gid=f"ratings-{part.part}")
    top, bottom = ground.y(10), ground.y(0)
    y = ground.y(5)
    if part.middle is not None:
        low, middle, high = (
            ground.y(v) for v in (part.middle.low, part.middle.median, part.middle.high)
        )
        side = x + room / 2 + 6
        sheet.lines([(side, low, side, high)], colour=colours.before, width=4, gid="half")
        sheet.lines(
            [(side - 7, middle, side + 7, middle)], colour=colours.before, width=3, gid="median"
        )
        y = middle
    _write_part(sheet, ground, part, x)
    return Mark(None, x, y, top, bottom, part_words(part), room / 2)


def _write_part(sheet: Sheet, ground: _Ground, part: Part, x: float) -> None:
    colours, name = sheet.colours, part.part.value
    y = ground.bottom + sheet.line_height * 0.9
    title = sheet.fitted(name.capitalize(), ground.strip, SMALL * BOLD)
    sheet.write(x, y, title, colour=colours.text, side="center", weight=600, size=SMALL)
    y += sheet.line_height
    told = sheet.first_fitting(
        (f"{HOURS[name]} · n = {part.n}", f"n = {part.n}", str(part.n)), ground.strip, SMALL * BOLD
    )
    sheet.write(x, y, told, colour=colours.muted, side="center", size=SMALL)
