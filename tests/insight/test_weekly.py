"""When a look back on the week is offered: not too early, not too often."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from attachcalm.insight.weekly import is_due, monday_of, week_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Moment, Mood
from tests.fakes.facts import FIRST, checked_in, looked_back, rated, started

MONDAY = date(2026, 3, 2)  # the day of FIRST


def ago(days: int) -> Moment:
    """This moment so many days before the first."""
    return Moment(FIRST - timedelta(days=days), 0)


def sat(days: int, distress: int | None = 5) -> Entry:
    """A sitting so many days ago."""
    return Entry(started(when=ago(days), before=Mood(distress)))


def test_the_calendars_first_week_has_a_monday() -> None:
    """1 January of the year 1 was one; nothing lies before it."""
    assert monday_of(date.min) == date.min
    assert monday_of(date(2026, 3, 8)) == MONDAY


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (MONDAY, date(2026, 2, 23)),
        (date(2026, 3, 4), date(2026, 2, 23)),
        (date(2026, 3, 5), MONDAY),
        (date(2026, 3, 8), MONDAY),
    ],
)
def test_the_week_is_the_one_that_most_of_the_last_seven_days_lie_in(
    today: date, monday: date
) -> None:
    """Until Wednesday the one before, from Thursday this one."""
    assert week_of(today) == monday


@pytest.mark.parametrize(
    ("days", "due"),
    [((), False), ((0, 1), False), ((0, 1, 1), False), ((0, 1, 6), True), ((0, 1, 7), False)],
)
def test_three_rated_days_of_the_last_seven_are_needed(days: tuple[int, ...], due: bool) -> None:
    """Today is one of the seven; two ratings on a day are one day."""
    assert is_due([sat(day) for day in days], (), MONDAY) is due


def test_any_rating_makes_a_rated_day() -> None:
    """Before, after, and without an exercise; a page without one does not."""
    begun = started(when=ago(1))
    after = Entry(begun, rated=rated(begun, Mood(energy=0), ago(1)))
    pages = [checked_in(Mood(0), ago(2)), checked_in(when=ago(3), words=("torn",))]

    assert is_due([sat(0), after], pages, MONDAY)
    assert not is_due([sat(0), sat(1, None)], pages, MONDAY)


@pytest.mark.parametrize(("days", "due"), [(0, False), (6, False), (7, True)])
def test_not_now_keeps_it_away_for_seven_days(days: int, due: bool) -> None:
    """Below, at and above."""
    entries = [sat(day) for day in range(4)]

    assert is_due(entries, (), MONDAY, MONDAY - timedelta(days=days)) is due


@pytest.mark.parametrize(("days", "due"), [(0, False), (6, False), (7, True)])
def test_once_in_seven_days_is_enough(days: int, due: bool) -> None:
    """One that was written keeps the next away."""
    entries = [sat(day) for day in range(4)]

    page = looked_back(when=ago(days))
    page = replace(page, week=week_of(page.at.day))

    assert is_due(entries, [page], MONDAY) is due


def test_a_week_that_was_looked_back_on_is_not_offered_again() -> None:
    """Though it was written long ago."""
    week = week_of(MONDAY)
    done = replace(looked_back(when=ago(30)), week=week)

    assert not is_due([sat(day) for day in range(4)], [done], MONDAY)
