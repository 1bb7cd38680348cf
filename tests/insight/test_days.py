"""One value a day, medians of weeks, and lines that break."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.days import (
    Week,
    first_ratings,
    points_of,
    runs_of,
    smoothed,
    weeks_of,
)
from attachcalm.journal.mood import Moment, Mood
from tests.fakes.facts import checked_in
from tests.insight.records import FIRST, daily, sitting

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    """So many days after a Monday."""
    return MONDAY + timedelta(days=number)


def test_a_busy_day_counts_once_by_its_first_rating() -> None:
    """In whatever order they come; a sitting that was not rated before is passed over, 0 is not."""
    entries = [
        sitting(0, FIRST + timedelta(hours=5), 9, 2),
        sitting(1, FIRST, None, 3),
        sitting(2, FIRST + timedelta(hours=1), 0, 1),
        sitting(3, FIRST + timedelta(days=1), None, 4),
    ]

    assert first_ratings(entries) == {FIRST.date(): 0}
    assert first_ratings(entries[::-1]) == {FIRST.date(): 0}


def test_a_day_is_the_persons_own() -> None:
    """Half past midnight in Berlin is still yesterday in UTC."""
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    there = late.astimezone(FIRST.tzinfo)

    assert list(first_ratings([sitting(0, late, 5, 5)])) == [date(2026, 3, 1)]
    assert list(first_ratings([sitting(0, there, 5, 5)])) == [date(2026, 3, 2)]


def test_a_week_with_one_rated_day_has_no_middle() -> None:
    """Two have; weeks go from Monday to Sunday."""
    days: dict[date, float] = {day(0): 8, day(6): 5, day(7): 4, day(14): 3, day(15): 3, day(16): 9}

    assert weeks_of(days) == (Week(MONDAY, 6.5, 2), Week(day(14), 3, 3))


@pytest.mark.parametrize(("apart", "lines"), [(7, 1), (8, 2)])
def test_a_line_breaks_where_more_than_a_week_lies_between(apart: int, lines: int) -> None:
    """Seven days are no gap, eight are; the order of days changes nothing."""
    days = [day(0), day(1), day(1 + apart)]

    assert len(runs_of(days)) == len(runs_of(days[::-1])) == lines
    assert [each for run in runs_of(days) for each in run] == days


def test_points_are_days_since_the_first() -> None:
    """Real distances, and nothing between them."""
    assert points_of({day(9): 4, day(2): 7}) == [(0, 7), (7, 4)]
    assert points_of({}) == []
    assert smoothed([]) == ()


@given(
    st.dictionaries(st.integers(0, 1000), st.integers(0, 10), min_size=1, max_size=40),
    st.randoms(use_true_random=False),
)
def test_a_smooth_line_stays_among_its_ratings(told: dict[int, int], chance: object) -> None:
    """It never leaves their range, and ends where it ends in whatever order they come."""
    points = [(float(at), float(value)) for at, value in told.items()]

    line = smoothed(points)

    assert len(line) == len(points)
    assert all(min(told.values()) - 1e-9 <= each <= max(told.values()) + 1e-9 for each in line)
    assert smoothed(points[::-1]) == line


def test_a_check_in_can_be_the_first_rating_of_a_day() -> None:
    """So that a baseline before any practice has days; a later one changes nothing."""
    (entry,) = daily((7, 4))
    early = checked_in(Mood(9), Moment.of(FIRST - timedelta(hours=1)))
    late = checked_in(Mood(2), Moment.of(FIRST + timedelta(hours=1)))
    unrated = checked_in(Mood(energy=2), Moment.of(FIRST - timedelta(hours=2)))
    another_day = checked_in(Mood(3), Moment.of(FIRST - timedelta(days=3)))

    assert first_ratings([entry], alone=[late, unrated]) == {FIRST.date(): 7}
    assert first_ratings([entry], alone=[late, early]) == {FIRST.date(): 9}
    assert list(first_ratings([entry], alone=[another_day]).values()) == [3, 7]
