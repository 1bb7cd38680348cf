"""The ways to look at a selection, each by its name: what the window, files and terminal offer."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Final

from attachcalm.insight.by_exercise import ByExercise, ByLevel, by_exercise_of, by_level_of
from attachcalm.insight.day_parts import DayParts, day_parts_of
from attachcalm.insight.scale import ENERGY_SCALE, SECURITY_SCALE
from attachcalm.insight.selection import Selection, Wish, select
from attachcalm.insight.series import Series, series_of
from attachcalm.insight.year import Year, first_of_year, year_of
from attachcalm.journal.page import Page
from attachcalm.journal.sitting import Sitting

CALENDAR: Final = "year"
View = Series | ByExercise | ByLevel | Year | DayParts

VIEWS: Final[Mapping[str, Callable[[Selection], View]]] = MappingProxyType({
    "sticks": series_of,
    "exercises": by_exercise_of,
    "levels": by_level_of,
    CALENDAR: year_of,
    "day": day_parts_of,
    "energy": partial(series_of, scale=ENERGY_SCALE),
    "security": partial(series_of, scale=SECURITY_SCALE),
})  # fmt: skip


def first_needed(name: str, wish: Wish, today: date) -> date | None:
    """The first day from which this view needs the records; None where it needs all."""
    period = wish.period
    if name == CALENDAR:
        last = period.until or today
        return first_of_year(last)
    return None if period.days is None else period.first_day(today)


def look(
    name: str, sittings: Iterable[Sitting], pages: Collection[Page], wish: Wish, today: date
) -> View:
    """One of VIEWS, of these records as wished for; a calendar shows its whole year."""
    if name == CALENDAR:
        wish = replace(wish, period=replace(wish.period, days=None))
    return VIEWS[name](select(sittings, pages, wish, today))


def is_empty(view: View) -> bool:
    """Whether there is nothing at all to show."""
    return not (view.days if isinstance(view, Year) else view.n)
