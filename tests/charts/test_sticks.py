"""The chart of before and after: each rating where it belongs, and nothing that was not rated."""

from datetime import timedelta
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from attachcalm.charts.look import ChartColours, Paper, Size
from attachcalm.charts.sticks import draw
from attachcalm.insight.series import Series
from tests.charts.drawing import (
    FAMILY,
    LIGHT,
    SEASONS,
    THEMES,
    colour_of,
    dashes_of,
    has,
    marks,
    named,
    season,
    segments,
    whole,
)
from tests.insight.records import FIRST, daily, sitting

SIZES = ((360, 260), (520, 430), (900, 500), (1600, 700))
DAY_ONE = FIRST.toordinal() + 0.5


def drawn(series: Series, size: Size | None = None, colours: ChartColours = LIGHT) -> Figure:
    """Draw a series, light and 520 by 430 unless told otherwise."""
    return draw(series, Paper(size or Size(520, 430), colours, FAMILY)).figure


def test_a_lower_rating_is_a_solid_stick_in_the_colour_of_after() -> None:
    """From the ring of before down to the dot of after, on its own day."""
    figure = drawn(whole(daily((7, 4))))

    assert segments(figure, "easier") == [(DAY_ONE, 7, 4)]
    assert segments(figure, "harder") == []
    assert marks(figure, "rings") == [(DAY_ONE, 7)]
    assert marks(figure, "dots") == [(DAY_ONE, 4)]
    assert colour_of(named(figure, "easier")) == LIGHT.after
    assert dashes_of(named(figure, "easier")) == []


def test_a_higher_rating_is_a_dashed_stick_in_the_colour_of_before() -> None:
    """It differs by line and by colour, and is no alarm."""
    figure = drawn(whole(daily((4, 6))))

    assert segments(figure, "harder") == [(DAY_ONE, 4, 6)]
    assert segments(figure, "easier") == []
    assert colour_of(named(figure, "harder")) == LIGHT.before
    assert len(dashes_of(named(figure, "harder"))) == 2  # drawn, left out


def test_an_equal_rating_is_a_dot_inside_its_ring() -> None:
    """No stick, and the ring stays to be seen around the smaller dot."""
    figure = drawn(whole(daily((5, 5))))

    assert segments(figure, "easier") == segments(figure, "harder") == []
    assert marks(figure, "rings") == marks(figure, "dots-in-rings") == [(DAY_ONE, 5)]
    assert marks(figure, "dots") == []
    ring, dot = named(figure, "rings"), named(figure, "dots-in-rings")
    assert isinstance(ring, Line2D)
    assert isinstance(dot, Line2D)
    assert dot.get_markersize() < ring.get_markersize() - 2 * ring.get_markeredgewidth()
    assert dot.get_zorder() > ring.get_zorder()


def test_a_missing_rating_is_not_drawn_at_all() -> None:
    """A ring alone, a dot alone; never a stick to 0."""
    figure = drawn(whole(daily((7, None), (None, 3))))

    assert marks(figure, "rings") == [(DAY_ONE, 7)]
    assert marks(figure, "dots") == [(DAY_ONE + 1, 3)]
    assert segments(figure, "easier") == segments(figure, "harder") == []


def test_nought_is_drawn_at_nought() -> None:
    """0 is a rating and has its place."""
    assert marks(drawn(whole(daily((0, 0)))), "rings") == [(DAY_ONE, 0)]


def test_only_harder_times_are_drawn_like_any_others() -> None:
    """The band then lies upside down, with the words in that order."""
    figure = drawn(whole(daily(*[(3, 6)] * 5)))

    assert len(segments(figure, "harder")) == 5
    before, after = named(figure, "word-before"), named(figure, "word-after")
    assert isinstance(before, Text)
    assert isinstance(after, Text)
    assert after.get_position()[1] > before.get_position()[1]


def test_several_times_on_one_day_share_its_room_in_order() -> None:
    """Three sittings stand at a sixth, a half and five sixths of their day."""
    entries = [sitting(hour, FIRST + timedelta(hours=hour), 5 + hour, 4) for hour in range(3)]

    places = marks(drawn(whole(entries)), "rings")

    assert [rating for _, rating in places] == [5, 6, 7]
    shares = [x - FIRST.toordinal() for x, _ in places]
    assert shares == pytest.approx([1 / 6, 3 / 6, 5 / 6])


def test_a_gap_is_as_wide_as_it_was_long() -> None:
    """The time axis has true days."""
    entries = [sitting(0, FIRST, 7, 5), sitting(1, FIRST + timedelta(days=20), 6, 4)]

    (first, _), (second, _) = marks(drawn(whole(entries)), "rings")

    assert second - first == 20


def test_the_band_runs_between_the_usual_levels_and_breaks_at_a_gap() -> None:
    """Each run has its own stretch; between them there is nothing."""
    early = daily((8, 6), (8, 6), (8, 6), (8, 6))
    late = [sitting(9 + day, FIRST + timedelta(days=20 + day), 4, 1) for day in range(4)]

    figure = drawn(whole(early + late))

    for gid, levels in (("usually-before", (8, 4)), ("usually-after", (6, 1))):
        line = named(figure, gid)
        assert isinstance(line, Line2D)
        expected = [levels[0], levels[0], np.nan, levels[1], levels[1]]
        np.testing.assert_array_equal(line.get_ydata(), expected)
    assert has(figure, "band")


def test_without_a_band_the_words_name_the_last_marks() -> None:
    """Sittings that are not rated twice have no usual level, and the words do not claim one."""
    figure = drawn(whole(daily((7, None), (9, None))))

    word = named(figure, "word-before")
    assert isinstance(word, Text)
    assert word.get_text() == "before"
    assert word.get_position()[1] == 9
    assert not has(figure, "word-after")
    assert not has(figure, "band")


def test_more_than_forty_sticks_are_thinned_and_all_there() -> None:
    """The band comes forward, the sticks step back."""
    few, many = season(40, 30), season(41, 30)

    opacities = [named(drawn(series), "easier").get_alpha() for series in (few, many)]

    assert opacities == [0.65, 0.4]
    assert len(marks(drawn(many), "rings")) == sum(s.before is not None for s in many.sticks)


@pytest.mark.parametrize("count", [2_000, 40_000])
def test_very_many_sticks_are_gathered_into_few(count: int) -> None:
    """At most five for every six pixels, whatever there is, and harder times among them."""
    figure = drawn(season(count, 2900), Size(900, 500))

    assert 0 < len(segments(figure, "easier")) + len(segments(figure, "harder")) < 2 * 150
    assert len(marks(figure, "rings")) < 5 * 150
    assert all(after > before for _, before, after in segments(figure, "harder"))
    assert segments(figure, "harder")


def test_the_few_harder_times_among_thousands_are_not_averaged_away() -> None:
    """3,000 easier sittings and 3 harder ones in the same week: the harder ones are drawn."""
    start = FIRST
    entries = [sitting(number, start + timedelta(minutes=number), 7, 5) for number in range(3000)]
    entries += [
        sitting(9000 + number, start + timedelta(minutes=number), 5, 9) for number in range(3)
    ]

    figure = drawn(whole(entries))

    assert [(before, after) for _, before, after in segments(figure, "harder")] == [(5, 9)]


def test_an_empty_series_says_so_on_an_empty_chart() -> None:
    """Calm, without marks, without dates."""
    figure = drawn(whole([]))

    assert "Nothing is rated\nin this time." in {text.get_text() for text in _texts(figure)}
    assert not has(figure, "rings")


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark", "contrast"])
def test_only_the_given_colours_are_used(colours: ChartColours) -> None:
    """Nothing falls back to a colour of the drawing library."""
    figure = drawn(season(40, 30), colours=colours)

    texts = {to_hex(text.get_color()).upper() for text in _texts(figure)}
    assert texts <= {colours.muted, colours.before, colours.after}
    assert to_hex(figure.get_facecolor()).upper() == colours.surface
    rings = named(figure, "rings")
    assert isinstance(rings, Line2D)
    assert rings.get_markerfacecolor() == colours.surface


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", SEASONS)
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_no_word_is_cut_off_or_covered(size: tuple[int, int], count: int, text: float) -> None:
    """Every text lies inside the picture, and no two lie on each other."""
    series = season(count, SEASONS[count])

    figure = drawn(series, Size(*size, text=text))

    figure.canvas.draw()
    boxes = {text: text.get_window_extent() for text in _texts(figure)}
    for written, box in boxes.items():
        assert box.x0 >= 0, written
        assert box.y0 >= 0, written
        assert box.x1 <= figure.bbox.width, written
        assert box.y1 <= figure.bbox.height, written
    for (one, box), (other, covered) in combinations(boxes.items(), 2):
        assert not box.overlaps(covered), (one, other)


def test_words_in_the_bundled_font() -> None:
    """Every text is set in the family that was asked for, not in a stand-in."""
    figure = drawn(season(40, 30))

    assert {text.get_fontproperties().get_name() for text in _texts(figure)} == {FAMILY}


def test_drawing_changes_no_setting_of_the_process() -> None:
    """Colours and fonts are handed over, not set for everybody."""
    before = dict(mpl.rcParams)

    drawn(season(40, 30)).canvas.draw()

    assert dict(mpl.rcParams) == before


def _texts(figure: Figure) -> list[Text]:
    texts = [artist for artist in figure.findobj() if isinstance(artist, Text)]
    return [text for text in texts if text.get_visible() and text.get_text()]
