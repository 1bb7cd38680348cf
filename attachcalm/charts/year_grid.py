"""A year of days: a row for each month, a square for each day, empty where nothing was rated."""

from calendar import monthrange
from datetime import date
from math import ceil
from typing import Final

from attachcalm.charts.blank import Heading
from attachcalm.charts.drawing import Drawing, Mark
from attachcalm.charts.look import Paper
from attachcalm.charts.mixing import blended, readable
from attachcalm.charts.sheet import SMALL, Sheet, lay_sheet
from attachcalm.insight.told_days import day_sentence
from attachcalm.insight.words import short_month
from attachcalm.insight.year import Year

MARGIN: Final = 12
GAP: Final = 2.0  # pixels between squares
STEPS: Final = (0.14, 0.32, 0.52, 0.74, 0.95)  # how much of the colour each of five levels has
NUMBERS_FROM: Final = 1.35  # letter heights: a smaller square has no number
DAYS: Final = 31


def draw(year: Year, paper: Paper, heading: Heading | None = None) -> Drawing:
    """Draw twelve months; the number in a square is its level, so that no colour is needed."""
    sheet = lay_sheet(paper, heading)
    left = MARGIN + sheet.letters * 4.4
    foot = sheet.line_height * 2.6
    width = (paper.size.width - left - MARGIN) / DAYS
    height = min((paper.size.height - sheet.top - foot - sheet.line_height) / 12, width * 1.6)
    place = _Place(year, left, sheet.top + sheet.line_height, width, height)
    _write_ends(sheet, place)
    _draw_empty(sheet, place)
    marks = _draw_days(sheet, place)
    _draw_key(sheet, place)
    return Drawing(sheet.figure, marks)


class _Place:
    """Where each day stands."""

    def __init__(self, year: Year, left: float, top: float, width: float, height: float) -> None:
        self.year, self.left, self.top, self.width, self.height = year, left, top, width, height
        self._row = {(month.year, month.month): row for row, month in enumerate(year.months)}

    def corner(self, day: date) -> tuple[float, float]:
        """The top left corner of a day's square."""
        row = self._row[(day.year, day.month)]
        return self.left + (day.day - 1) * self.width, self.top + row * self.height

    @property
    def bottom(self) -> float:
        """Where the last month ends."""
        return self.top + 12 * self.height


def _box(place: _Place, day: date) -> tuple[float, float, float, float]:
    x, y = place.corner(day)
    return x, y, place.width - GAP, place.height - GAP


def _write_ends(sheet: Sheet, place: _Place) -> None:
    muted = sheet.colours.muted
    every = max(1, ceil(sheet.letters * SMALL * 1.15 / place.height))
    for row, month in enumerate(place.year.months):
        if row % every:
            continue
        y = place.top + (row + 0.5) * place.height - GAP / 2
        name = short_month(month)
        if row == 0 or month.month == 1:
            name += f" {month.year % 100:02d}"
        sheet.write(place.left - MARGIN, y, name, colour=muted, side="right", size=SMALL)
    every = 1 if place.width > sheet.text_width("31") * 1.5 else 5
    for number in range(1, DAYS + 1):
        if every == 1 or number == 1 or number % every == 0:
            x = place.left + (number - 0.5) * place.width - GAP / 2
            y = place.top - sheet.line_height * 0.55
            sheet.write(x, y, str(number), colour=muted, side="center", size=SMALL)


def _draw_empty(sheet: Sheet, place: _Place) -> None:
    days = [
        date(month.year, month.month, number)
        for month in place.year.months
        for number in range(1, monthrange(month.year, month.month)[1] + 1)
    ]
    boxes = [_box(place, day) for day in days if day <= place.year.today]
    sheet.fill(boxes, blended(sheet.colours.surface, sheet.colours.grid, 0.55), gid="empty")


def _draw_days(sheet: Sheet, place: _Place) -> tuple[Mark, ...]:
    colours = sheet.colours
    boxes, fills, marks = [], [], []
    numbers: dict[tuple[str, str], list[tuple[float, float]]] = {}
    side = min(place.width, place.height) - GAP
    numbered = side >= NUMBERS_FROM * sheet.letters * SMALL
    for day in place.year.days:
        x, y, width, height = _box(place, day.day)
        fill = colour_of(day.level, colours.surface, colours.before)
        boxes.append((x, y, width, height))
        fills.append(fill)
        middle = x + width / 2, y + height / 2
        if numbered:
            ink = readable(fill, colours.text, colours.surface)
            numbers.setdefault((f"{day.level:.0f}", ink), []).append(middle)
        sentence = day_sentence(day)
        marks.append(Mark(None, *middle, y, y + height, sentence, width / 2))
    sheet.fill(boxes, fills, gid="days")
    for (number, ink), places in numbers.items():
        sheet.stamp(number, places, colour=ink, size=SMALL, gid=f"number-{number}")
    _ring_today(sheet, place)
    return tuple(marks)


def _ring_today(sheet: Sheet, place: _Place) -> None:
    x, y, width, height = _box(place, place.year.today)
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    edges = [(*one, *other) for one, other in zip(corners, corners[1:] + corners[:1], strict=True)]
    sheet.lines(edges, colour=sheet.colours.text, width=1.5, gid="today")


def _draw_key(sheet: Sheet, place: _Place) -> None:
    colours, muted = sheet.colours, sheet.colours.muted
    y = place.bottom + sheet.line_height * 0.6
    side = sheet.letters * 1.1
    least, most = "0 none", "10 most"
    room = sheet.paper.size.width - place.left - 5 * (side + GAP) - sheet.letters
    if sheet.text_width(least + most, SMALL) > room:
        least, most = "0", "10"
    sheet.write(place.left, y + side / 2, least, colour=muted, size=SMALL)
    x = place.left + sheet.text_width(least, SMALL) + sheet.letters * 0.6
    boxes = [(x + step * (side + GAP), y, side, side) for step in range(5)]
    fills = [blended(colours.surface, colours.before, share) for share in STEPS]
    sheet.fill(boxes, fills, gid="key")
    x += 5 * (side + GAP) + sheet.letters * 0.5
    sheet.write(x, y + side / 2, most, colour=muted, size=SMALL)


def colour_of(level: float, none: str, most: str) -> str:
    """The colour of a level from 0 to 10, in five steps."""
    return blended(none, most, STEPS[min(4, int(level / 10 * 5))])
