"""What a person rated is plain to see: every raw point, whatever lies around and below it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from attachcalm.charts.blank import Heading
from attachcalm.charts.draw import draw
from attachcalm.charts.drawing import Drawing
from attachcalm.charts.look import ChartColours, Paper, Size
from attachcalm.charts.mixing import blended, contrast
from attachcalm.insight.view import VIEWS, View
from attachcalm.journal.mood import Moment, Mood
from tests.charts.drawing import FAMILY, THEMES, has, named, season
from tests.charts.test_views import view_of
from tests.fakes.facts import checked_in
from tests.insight.records import FIRST, daily
from tests.insight.test_views import chosen

PLAIN = 3.0  # the contrast that a mark needs (WCAG 2.2, 1.4.11)
IDS = ("light", "dark", "contrast")


def drawn(view: View, colours: ChartColours, *, text: float = 1) -> Drawing:
    """The view in these colours."""
    return draw(view, Paper(Size(760, 430, text=text), colours, FAMILY))


def marker(figure: Figure, gid: str) -> Line2D:
    """The markers of this name."""
    found = named(figure, gid)
    assert isinstance(found, Line2D)
    return found


def seen(colour: str, opacity: float | None, ground: str) -> float:
    """How well a colour is seen on a ground through which it lets this much of it."""
    return contrast(blended(ground, colour, 1 if opacity is None else opacity), ground)


@pytest.mark.parametrize("count", [3, 40, 41, 400, 4_000])
@pytest.mark.parametrize("colours", THEMES, ids=IDS)
def test_every_ring_and_dot_is_plain_on_the_ground_and_on_the_band(
    colours: ChartColours, count: int
) -> None:
    """Few or very many: 3 to 1 at least."""
    figure = drawn(season(count, 60 if count < 400 else 900), colours).figure

    rings, dots = marker(figure, "rings"), marker(figure, "dots")
    for ground in (colours.surface, colours.band):
        assert seen(to_hex(rings.get_markeredgecolor()), rings.get_alpha(), ground) >= PLAIN
        assert seen(to_hex(dots.get_markerfacecolor()), dots.get_alpha(), ground) >= PLAIN


@pytest.mark.parametrize(("name", "gid"), [("levels", "pairs"), ("day", "ratings-evening")])
@pytest.mark.parametrize("colours", THEMES, ids=IDS)
def test_ratings_by_level_and_within_the_day_are_plain(
    colours: ChartColours, name: str, gid: str
) -> None:
    """On the ground, and on the tinted half."""
    figure = drawn(view_of(name, 40), colours).figure

    for dots in figure.findobj(lambda artist: artist.get_gid() == gid):
        assert isinstance(dots, PatchCollection)
        for ground in (colours.surface, colours.band):
            assert seen(colours.after, dots.get_alpha(), ground) >= PLAIN


def test_marks_grow_with_the_text_among_many_too() -> None:
    """Whoever needs large letters needs large marks."""
    sizes = [
        marker(drawn(season(60, 900), THEMES[0], text=text).figure, "rings").get_markersize()
        for text in (1, 2)
    ]

    assert sizes[1] > sizes[0]


# ---------------------------------------------------------------- the words at the end
def series_with(*alone: int, ratings: tuple[tuple[int, int | None], ...] = ()) -> View:
    """Sittings from the first day on, and check-ins of ten days later."""
    pages = [
        checked_in(Mood(level), Moment.of(FIRST + timedelta(days=10 + n)))
        for n, level in enumerate(alone)
    ]
    return VIEWS["sticks"](replace(chosen(daily(*ratings)), check_ins=tuple(pages)))


def words(view: View) -> dict[str, float]:
    """The words at the right end, and the level of each."""
    figure = drawn(view, THEMES[0]).figure
    found = figure.findobj(lambda artist: (artist.get_gid() or "").startswith("word-"))
    return {word.get_text(): word.get_position()[1] for word in found if isinstance(word, Text)}


def test_a_check_in_is_not_called_before() -> None:
    """Where there is nothing else it is called what it is."""
    assert words(series_with(7)) == {"check-in": 7}


def test_before_and_after_name_a_time_that_has_both() -> None:
    """A check-in later, and a time that was not rated after, are passed over."""
    told = words(series_with(1, 2, ratings=((8, 4), (6, None))))

    assert told == {"before": 8, "after": 4}


# ---------------------------------------------------------------- intervals by level
@pytest.mark.parametrize(("times", "drawn_as"), [(2, None), (3, "broken"), (5, "solid")])
def test_a_level_has_its_average_and_interval_from_three_times_on(
    times: int, drawn_as: str | None
) -> None:
    """Broken below five; each is a mark that can be read."""
    drawing = drawn(VIEWS["levels"](chosen(daily(*[(8, 6)] * times))), THEMES[0])

    assert has(drawing.figure, "interval") is (drawn_as is not None)
    told = [mark.sentence for mark in drawing.marks if "begun at 7 to 10" in mark.sentence]
    assert len(told) == (drawn_as is not None)
    if drawn_as is not None:
        line = named(drawing.figure, "average")
        assert isinstance(line, LineCollection)
        ((_, dashes),) = line.get_linestyles()  # type: ignore[attr-defined]
        assert bool(dashes) is (drawn_as == "broken")


@pytest.mark.parametrize("text", [1, 2])
def test_nothing_is_left_out_while_half_the_sheet_is_empty(text: float) -> None:
    """Panels may be a little lower if another row finds room by that."""
    paper = Paper(Size(900, 420 * int(text), text=text), THEMES[0], FAMILY)

    drawing = draw(view_of("levels", 400), paper, Heading("By level", "A sentence above it."))

    lines = drawing.figure.findobj(lambda artist: artist.get_gid() == "no-change")
    lowest = max(y for line in lines for path in line.get_paths() for _, y in path.vertices)  # type: ignore[attr-defined]
    assert lowest > 420 * text / 2
