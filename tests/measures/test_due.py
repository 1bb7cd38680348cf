"""A measure says something new once its look-back is over: not before 14 days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.measures.due import due_on, is_due

LAST = date(2026, 3, 2)


@pytest.mark.parametrize(("days", "due"), [(0, False), (13, False), (14, True), (15, True)])
def test_13_14_and_15_days(days: int, due: bool) -> None:
    """The day after two weeks asks about other days."""
    assert is_due(LAST, 14, LAST + timedelta(days=days)) is due


def test_never_filled_in_is_due() -> None:
    """There is nothing that it would overlap."""
    assert is_due(None, 14, LAST)


@pytest.mark.parametrize("interval", [-3, 0, 1, 13, 14])
def test_no_measure_is_due_sooner_than_14_days(interval: int) -> None:
    """Whatever its file says."""
    assert due_on(LAST, interval) == date(2026, 3, 16)


def test_the_end_of_the_calendar_is_no_fault() -> None:
    """A score whose year was mistyped must not stop the page."""
    assert due_on(date.max, 14) == date.max
    assert due_on(date.max - timedelta(days=3), 28) == date.max


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 366))
def test_the_interval_is_kept(last: date, interval: int) -> None:
    """Across years, leap days and months."""
    assert (due_on(last, interval) - last).days == max(interval, 14)
