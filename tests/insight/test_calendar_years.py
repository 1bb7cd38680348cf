"""Going through the calendar: twelve months at a time, none twice and none left out."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from attachcalm.insight.period import ALL_TIME, Period
from attachcalm.insight.year import first_of_year, year_after, year_before

TODAY = date(2025, 11, 30)


def test_the_twelve_months_before_end_where_these_begin() -> None:
    """From 1 December 2024 on; so the one before ends on 30 November."""
    before = year_before(ALL_TIME, TODAY)

    assert before.until == date(2024, 11, 30)
    assert first_of_year(before.until) == date(2023, 12, 1)


@pytest.mark.parametrize("today", [TODAY, date(2024, 2, 29), date(2025, 1, 1), date(2025, 12, 31)])
def test_back_and_forth_leads_to_the_same_years(today: date) -> None:
    """Three years back and three on again."""
    there = [ALL_TIME]
    for _ in range(3):
        there.append(year_before(there[-1], today))
    back = [there[-1]]
    for _ in range(3):
        back.append(year_after(back[-1], today))

    assert [period.until for period in reversed(there)] == [period.until for period in back]
    for later, earlier in pairwise(there):
        assert earlier.until == first_of_year(later.until or today) - timedelta(days=1)


def test_after_the_last_twelve_months_comes_nothing() -> None:
    """The calendar up to today stays what it is."""
    assert year_after(ALL_TIME, TODAY) == ALL_TIME


def test_the_calendar_begins_where_dates_begin() -> None:
    """Nobody has been practising then, and nothing breaks."""
    first = Period(None, until=date(1, 6, 30))

    assert year_before(first, TODAY) == first
