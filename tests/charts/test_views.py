"""The seven views: nothing cut off or covered, each mark in words, whatever there is to show."""

import random
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from uuid import UUID

import pytest
from matplotlib.collections import LineCollection, PatchCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from attachcalm.charts.blank import Heading
from attachcalm.charts.draw import draw
from attachcalm.charts.drawing import Drawing
from attachcalm.charts.look import ChartColours, Paper, Size
from attachcalm.charts.mixing import blended, contrast, readable
from attachcalm.charts.year_grid import STEPS
from attachcalm.insight.period import Period
from attachcalm.insight.selection import Wish, select
from attachcalm.insight.told import told_of
from attachcalm.insight.view import VIEWS, View, is_empty, look
from attachcalm.journal.entry import Entry, RatedAfter
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import CheckIn
from attachcalm.journal.sitting import Sitting
from tests.charts.drawing import FAMILY, LIGHT, THEMES, has, named
from tests.fakes.facts import checked_in
from tests.insight.records import FIRST, flat, sitting

TODAY = date(2025, 11, 30)
EXERCISES = (
    "five-senses", "long-out", "body-scan", "a-safe-place-with-a-very-long-name-to-cut",
    "kindness", "walk", "box", "somebody-in-your-corner", "orient-room",
)  # fmt: skip
Records = tuple[tuple[Sitting, ...], tuple[CheckIn, ...]]


@cache
def records(count: int, days: int = 300, *, worse: bool = False) -> Records:
    """Believable records of every scale, exercise and hour; some ratings are missing."""
    chance = random.Random(count)
    entries, pages = [], []
    for number in range(count):
        at = FIRST.replace(hour=chance.randrange(24)) - timedelta(days=chance.uniform(0, days))
        before = min(10, max(0, round(chance.gauss(6, 2))))
        change = chance.choice([0, 1, 2] if worse else [-4, -3, -2, -1, 0, 1])
        after = None if chance.random() < 0.1 else min(10, max(0, before + change))
        entries.append(_rated(number, at, before, after, chance))
        if chance.random() < 0.3:
            mood = Mood(chance.randrange(11), chance.randrange(-4, 5))
            pages.append(checked_in(mood, Moment.of(at), id=UUID(int=10**6 + number)))
    return flat(*entries), tuple(pages)


def _rated(number: int, at: object, before: int, after: int | None, chance: random.Random) -> Entry:
    from dataclasses import replace
    from datetime import datetime

    assert isinstance(at, datetime)
    exercise = EXERCISES[min(len(EXERCISES) - 1, int(chance.expovariate(0.4)))]
    entry = sitting(number, at, before, after, exercise=exercise)
    energy, security = chance.randrange(-4, 5), chance.choice([None, 3, 5])
    started = replace(entry.started, before=Mood(before, energy, security))
    if after is None:
        return replace(entry, started=started)
    rated = RatedAfter(entry.sitting, entry.started.at, Mood(after, round(energy / 2), security))
    return replace(entry, started=started, rated=rated)


def view_of(name: str, count: int, days: int = 300, *, worse: bool = False) -> View:
    """One view of so many sittings."""
    return look(name, *records(count, days, worse=worse), Wish(), TODAY)


def drawn(
    view: View, size: Size | None = None, colours: ChartColours = LIGHT, *, headed: bool = False
) -> Drawing:
    """Draw it."""
    told = told_of(view)
    heading = Heading(told.title, told.headline) if headed else None
    return draw(view, Paper(size or Size(760, 430), colours, FAMILY), heading)


COUNTS = {0: 1, 1: 1, 3: 3, 40: 60, 400: 330, 4_000: 2_000}
SIZES = ((400, 320), (760, 430), (1_200, 600))


@pytest.mark.parametrize("headed", [False, True])
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("name", VIEWS)
def test_no_word_is_cut_off_or_covered(name: str, count: int, headed: bool) -> None:
    """At every size and at 200 % text, however much there is to show."""
    view = view_of(name, count, COUNTS[count])
    for size in SIZES:
        for text in (1.0, 2.0):
            if text > 1 and headed and size == SIZES[0]:
                continue  # a heading at 200 % leaves nothing of so small a picture
            figure = drawn(view, Size(*size, text=text), headed=headed).figure
            figure.canvas.draw()
            told = (name, count, size, text)
            boxes = {text: text.get_window_extent() for text in _texts(figure)}
            for written, box in boxes.items():
                assert box.x0 >= 0, (told, written)
                assert box.y0 >= 0, (told, written)
                assert box.x1 <= figure.bbox.width, (told, written)
                assert box.y1 <= figure.bbox.height, (told, written)
            for (one, box), (other, covered) in combinations(boxes.items(), 2):
                assert not _ink(box).overlaps(_ink(covered)), (told, one, other)


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("count", COUNTS)
def test_every_mark_lies_on_the_picture_and_says_something(name: str, count: int) -> None:
    """For the pointer, the keys and a screen reader."""
    view = view_of(name, count, COUNTS[count])

    marks = drawn(view).marks

    assert bool(marks) is not is_empty(view)
    for mark in marks:
        assert 0 <= mark.x_px <= 760
        assert 0 <= mark.top_px <= mark.y_px <= mark.bottom_px <= 430
        assert mark.sentence.endswith(".")


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark", "contrast"])
def test_letters_can_be_read_in_every_theme(name: str, colours: ChartColours) -> None:
    """Each has a contrast of 4.5 with the ground, or 3 with the square that it stands on."""
    figure = drawn(view_of(name, 400), colours=colours).figure

    grounds = [colours.surface, *(blended(colours.surface, colours.before, s) for s in STEPS)]
    for text in _texts(figure):
        ink = str(text.get_color())
        if ink in {colours.text, colours.muted}:
            assert contrast(ink, colours.surface) >= 4.5, text
        elif ink == colours.surface:
            assert max(contrast(ink, ground) for ground in grounds) >= 3, text


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark", "contrast"])
def test_every_number_of_the_calendar_can_be_read_on_its_square(colours: ChartColours) -> None:
    """Five grounds, each with the better of two inks."""
    for share in STEPS:
        ground = blended(colours.surface, colours.before, share)
        ink = readable(ground, colours.text, colours.surface)
        assert contrast(ink, ground) >= 3.5, share


# ---------------------------------------------------------------- change by exercise
def test_a_few_times_are_drawn_hollow_and_dotted() -> None:
    """Four are few, five are not; below three there is no mark at all."""
    for times, gid in ((2, None), (4, "hollow"), (5, "average")):
        entries = [sitting(n, FIRST + timedelta(days=n), 7, 5) for n in range(times)]
        figure = drawn(look("exercises", flat(*entries), (), Wish(), TODAY)).figure

        assert has(figure, "hollow") is (gid == "hollow")
        assert has(figure, "average") is (gid == "average")


def test_exercises_stand_in_the_order_of_how_often() -> None:
    """Not of how well: the one that went worse but was done more stands first."""
    often = [sitting(n, FIRST + timedelta(days=n), 5, 7, exercise="often") for n in range(6)]
    well = [sitting(50 + n, FIRST + timedelta(days=n), 9, 1, exercise="well") for n in range(5)]

    marks = drawn(look("exercises", flat(*well, *often), (), Wish(), TODAY)).marks

    assert [mark.sentence.partition(":")[0] for mark in marks] == ["Often", "Well"]
    assert marks[0].x_px > marks[1].x_px  # higher after lies to the right


def test_no_line_goes_through_how_often_it_was() -> None:
    """The lines of the grid end before the words at the side begin."""
    entries = [sitting(n, FIRST + timedelta(days=n), 7, 5) for n in range(4)]
    figure = drawn(look("exercises", flat(*entries), (), Wish(), TODAY)).figure
    figure.canvas.draw()
    grid = named(figure, "grid")
    assert isinstance(grid, LineCollection)
    (axes,) = figure.axes

    rightmost = max(axes.transData.transform(line)[0][0] for line in grid.get_segments())
    (words,) = [text for text in _texts(figure) if text.get_text() == "only 4 times"]

    assert words.get_window_extent().x0 > rightmost


def test_what_finds_no_room_is_counted() -> None:
    """Nine exercises in a low picture: those left out are told, and in the table."""
    view = view_of("exercises", 400)

    figure = drawn(view, Size(400, 200)).figure

    left = len(told_of(view).table.rows) - len(drawn(view, Size(400, 200)).marks)
    assert left > 0
    assert f"and {left} more, in the table" in {text.get_text() for text in _texts(figure)}


# ---------------------------------------------------------------- the others
def test_a_day_without_a_rating_is_left_empty() -> None:
    """Two rated days are two squares, each with its number."""
    entries = [sitting(1, FIRST, 7, 4), sitting(2, FIRST + timedelta(days=4), 0, None)]

    figure = drawn(look("year", flat(*entries), (), Wish(), TODAY), Size(1_000, 500)).figure

    days = named(figure, "days")
    assert isinstance(days, PolyCollection)
    assert len(days.get_paths()) == 2
    assert has(figure, "number-6")  # 5.5 is rounded up
    assert has(figure, "number-0")


def test_ratings_too_many_for_dots_are_bars_as_wide_as_they_are_many() -> None:
    """Twenty are dots, four thousand are bars."""
    few, many = drawn(view_of("day", 40)).figure, drawn(view_of("day", 4_000)).figure

    assert _count(few, "ratings-morning") == sum(
        1 for one in records(40)[0] if 6 <= one.hour < 12
    ) + sum(1 for page in records(40)[1] if 6 <= page.at.local.hour < 12)
    assert _count(many, "ratings-morning") <= 11


def test_energy_has_its_window_and_no_usual_level() -> None:
    """The median of numb and revved would be "about right", and nobody was."""
    energy, distress = drawn(view_of("energy", 40)).figure, drawn(view_of("sticks", 40)).figure

    assert has(energy, "inside")
    assert not has(energy, "band")
    assert has(distress, "band")
    assert not has(distress, "inside")


def test_crossing_the_window_is_neither_easier_nor_harder() -> None:
    """From -3 to +3 is as far outside as before: a plain line."""
    entry = _rated(1, FIRST, 5, 5, random.Random(1))
    from dataclasses import replace

    started = replace(entry.started, before=Mood(energy=-3))
    crossed = replace(
        entry, started=started, rated=RatedAfter(entry.sitting, started.at, Mood(energy=3))
    )

    figure = drawn(look("energy", flat(crossed), (), Wish(), TODAY)).figure

    lines = {gid: named(figure, gid) for gid in ("easier", "across", "harder")}
    counts = {
        gid: len(line.get_segments())
        for gid, line in lines.items()
        if isinstance(line, LineCollection)
    }
    assert counts == {"easier": 0, "across": 1, "harder": 0}


def test_the_calendar_shows_its_whole_year_whatever_the_period() -> None:
    """Narrowed to thirty days, the months before are still there."""
    told = records(400)

    days = look("year", *told, Wish(Period(30)), TODAY)
    everything = look("year", *told, Wish(), TODAY)

    assert told_of(days).table.lines == told_of(everything).table.lines
    assert select(*told, Wish(Period(30)), TODAY).sittings != told[0]


def test_the_same_records_give_the_same_drawing() -> None:
    """No chance, no order."""
    entries, pages = records(40)
    for name in VIEWS:
        one = drawn(look(name, entries, pages, Wish(), TODAY))
        other = drawn(look(name, entries[::-1], pages[::-1], Wish(), TODAY))
        assert one.marks == other.marks


def _count(figure: Figure, gid: str) -> int:
    shapes = named(figure, gid)
    assert isinstance(shapes, (PatchCollection, PolyCollection))
    return len(shapes.get_paths())


def _ink(box: Bbox) -> Bbox:
    """A text's box without the air that a font has above and below its letters."""
    air = (box.y1 - box.y0) * 0.12
    return Bbox([[box.x0, box.y0 + air], [box.x1, box.y1 - air]])


def _texts(figure: Figure) -> list[Text]:
    texts = [artist for artist in figure.findobj() if isinstance(artist, Text)]
    return [text for text in texts if text.get_visible() and text.get_text()]
