"""The chart as pixels: marks where the ink is, and words for each."""

from datetime import timedelta

import pytest

from attachcalm.charts.drawing import Mark
from attachcalm.charts.image import ChartImage, render
from attachcalm.charts.look import ChartColours, Size
from attachcalm.insight.series import Series
from tests.charts.drawing import DARK, FAMILY, LIGHT, SEASONS, THEMES, season, whole
from tests.insight.records import FIRST, daily, sitting

Colour = tuple[int, int, int]


def image_of(series: Series, size: Size, colours: ChartColours = LIGHT) -> ChartImage:
    """Draw a series."""
    return render(series, size, colours, FAMILY)


def pixel(image: ChartImage, x: float, y: float) -> Colour:
    """Return the colour at a place in pixels at 100 %."""
    column, row = int(x * image.scale), int(y * image.scale)
    start = (row * image.width + column) * 4
    red, green, blue, opacity = image.rgba[start : start + 4]
    assert opacity == 255
    return red, green, blue


def rgb(colour: str) -> Colour:
    """Return a colour as three bytes."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_image_has_every_device_pixel(ratio: float) -> None:
    """Four bytes for each, at any sharpness of the screen."""
    image = image_of(whole(daily((7, 4))), Size(360, 260, ratio=ratio))

    assert (image.width, image.height, image.scale) == (360 * ratio, 260 * ratio, ratio)
    assert len(image.rgba) == image.width * image.height * 4


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [Size(360, 260), Size(900, 500, 2.0), Size(520, 430, 1.5, 1.5)])
def test_a_mark_is_where_its_ink_is(size: Size, colours: ChartColours) -> None:
    """The dot's colour in its middle, the ground's inside the ring, the ring's around it."""
    image = image_of(whole(daily((7, 4), (6, None))), size, colours)

    both, ring_only = image.marks
    assert pixel(image, both.x_px, both.y_px) == rgb(colours.after)
    assert both.y_px == both.bottom_px > both.top_px
    assert pixel(image, both.x_px, both.top_px) == rgb(colours.surface)
    assert pixel(image, ring_only.x_px, ring_only.y_px) == rgb(colours.surface)
    assert ring_only.top_px == ring_only.y_px == ring_only.bottom_px
    above = [
        pixel(image, ring_only.x_px, ring_only.y_px - step / size.ratio)
        for step in range(round(6 * size.ratio * size.text))
    ]
    assert rgb(colours.before) in above


def test_a_mark_says_its_sitting_in_words() -> None:
    """For the pointer and for a screen reader, from the oldest to the newest."""
    entries = daily((7, 4), (6, None))

    image = image_of(whole(entries), Size(520, 430))

    assert [mark.sitting for mark in image.marks] == [str(entry.sitting) for entry in entries]
    assert [mark.sentence for mark in image.marks] == [
        "1 November 2025, Five senses: 7 before, 4 after, 3 lower.",
        "2 November 2025, Five senses: 6 before, not rated after.",
    ]


@pytest.mark.parametrize("count", SEASONS)
def test_every_mark_lies_on_the_chart(count: int) -> None:
    """In order of time, in bounds, few enough to walk through."""
    size = Size(520, 430)

    image = image_of(season(count, SEASONS[count]), size)

    places = [mark.x_px for mark in image.marks]
    assert places == sorted(places)
    assert all(0 < mark.x_px < size.width for mark in image.marks)
    assert all(0 < mark.top_px <= mark.bottom_px < size.height for mark in image.marks)
    assert all(mark.top_px <= mark.y_px <= mark.bottom_px for mark in image.marks)
    assert min(count, 1) <= len(image.marks) <= 4 * size.width / 6


def test_a_column_of_many_tells_their_number_and_days() -> None:
    """Every sitting is counted in exactly one mark."""
    series = season(4000, 2900)

    crowded = image_of(series, Size(520, 430)).marks

    assert sum(_times(mark) for mark in crowded) == 4000
    assert all((mark.sitting is None) == (_times(mark) > 1) for mark in crowded)


def test_a_column_of_one_tells_that_one() -> None:
    """A sitting by itself among crowds keeps its own words and name."""
    entries = [sitting(number, FIRST + timedelta(minutes=number), 7, 5) for number in range(600)]
    entries.append(sitting(999, FIRST + timedelta(days=60), 6, 3))

    last = image_of(whole(entries), Size(520, 430)).marks[-1]

    assert last.sitting == str(entries[-1].sitting)
    assert last.sentence.endswith("6 before, 3 after, 3 lower.")


def test_the_same_series_gives_the_same_pixels() -> None:
    """Nothing in a picture depends on chance or on what was drawn before."""
    series = season(40, 30)

    first = image_of(series, Size(520, 430))
    image_of(series, Size(900, 500), DARK)

    assert image_of(series, Size(520, 430)) == first


def test_a_chart_too_small_to_read_is_refused() -> None:
    """It says what it needs."""
    with pytest.raises(ValueError, match="at least 240 x 180"):
        Size(200, 150)


def _times(mark: Mark) -> int:
    """How many sittings a mark's sentence tells of."""
    if mark.sitting is not None:
        return 1
    words = mark.sentence.split(": ")[0].split(", ")[1]
    return 2 if words == "twice" else int(words.removesuffix(" times"))
