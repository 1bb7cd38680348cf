"""Series to draw and ways to look at what was drawn, for the tests of the charts."""

import random
import re
from datetime import date, timedelta
from functools import cache

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from attachcalm.charts.look import ChartColours
from attachcalm.insight.selection import Wish, select
from attachcalm.insight.series import Series, series_of
from attachcalm.journal.entry import Entry
from tests.insight.records import FIRST, flat, sitting

FAMILY = "Atkinson Hyperlegible Next"
LIGHT = ChartColours("#FFFFFF", "#1E2B2F", "#55626A", "#E6E1D7", "#B5622B", "#1D6B68", "#DDEDE9")
DARK = ChartColours("#1A2326", "#E7ECEA", "#A9B6B7", "#2A363A", "#E9A06B", "#7CC9BD", "#1C3B39")
CONTRAST = ChartColours("#FFFFFF", "#000000", "#1F1F1F", "#C0C0C0", "#8A3B00", "#003F3C", "#E3F4F1")
THEMES = (LIGHT, DARK, CONTRAST)


def whole(entries: list[Entry]) -> Series:
    """Return the series of all of them."""
    return series_of(select(flat(*entries), (), Wish(), date(2026, 1, 1)))


@cache
def season(count: int, days: int) -> Series:
    """Return believable ratings: mostly lower after, some higher, some missing."""
    chance = random.Random(count)
    entries = []
    for number in range(count):
        at = FIRST - timedelta(minutes=round(chance.uniform(0, days * 1440)))
        before = min(10, max(0, round(chance.gauss(6, 2))))
        change = chance.choice([-4, -3, -2, -2, -1, 0, 1, 2])
        after = None if chance.random() < 0.1 else min(10, max(0, before + change))
        entries.append(sitting(number, at, before, after))
    return whole(entries)


SEASONS = {0: 1, 1: 1, 3: 3, 40: 30, 400: 365, 40_000: 2900}
"""How many sittings in how many days."""


def named(figure: Figure, gid: str) -> Artist:
    """Return the one artist of this name."""
    (artist,) = figure.findobj(lambda artist: artist.get_gid() == gid)
    return artist


def has(figure: Figure, gid: str) -> bool:
    """Whether an artist of this name is there."""
    return bool(figure.findobj(lambda artist: artist.get_gid() == gid))


def marks(figure: Figure, gid: str) -> list[tuple[float, float]]:
    """Return the places of these rings or dots: day and rating."""
    line = named(figure, gid)
    assert isinstance(line, Line2D)
    places = np.asarray(line.get_xydata(), float)
    return [(x, y) for x, y in places[~np.isnan(places).any(axis=1)].tolist()]


def colour_of(sticks: Artist) -> str:
    """Return the colour that these sticks share."""
    assert isinstance(sticks, LineCollection)
    red, green, blue, _ = np.asarray(sticks.get_edgecolor(), float)[0].tolist()
    return to_hex((red, green, blue)).upper()


def dashes_of(sticks: Artist) -> list[float]:
    """Return the lengths drawn and left out; none for a solid line."""
    assert isinstance(sticks, LineCollection)
    (style,) = {str(style) for style in sticks.get_linestyle()}
    lengths = style.partition(",")[2]  # the first number is where the pattern begins
    return [float(number) for number in re.findall(r"\d+\.\d+", lengths)]


def segments(figure: Figure, gid: str) -> list[tuple[float, float, float]]:
    """Return these sticks: day, rating before, rating after."""
    lines = named(figure, gid)
    assert isinstance(lines, LineCollection)
    return [(float(a[0]), float(a[1]), float(b[1])) for a, b in lines.get_segments()]
