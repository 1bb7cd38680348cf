"""What is dated after today: in no view, and said instead."""

from datetime import date, timedelta

import pytest

from attachcalm.insight.ahead import ahead_words
from attachcalm.insight.period import PERIODS, Period

TODAY = date(2025, 11, 30)


@pytest.mark.parametrize("period", [*PERIODS, Period(1)])
@pytest.mark.parametrize(("later", "is_in"), [(-1, None), (0, True), (1, False), (9_000, False)])
def test_no_period_holds_a_day_that_has_not_been(
    period: Period, later: int, is_in: bool | None
) -> None:
    """Today is the last; the same for every period, and so for every view."""
    held = period.holds(TODAY + timedelta(days=later), TODAY)

    assert held is (period != Period(1) if is_in is None else is_in)


def test_a_period_that_is_asked_for_ahead_ends_today_too() -> None:
    """Whatever its last day."""
    period = Period(90, until=TODAY + timedelta(days=30))

    assert period.holds(TODAY, TODAY)
    assert not period.holds(TODAY + timedelta(days=1), TODAY)


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        ((), ""),
        ((1,), "1 record is dated after today"),
        ((1, 40), "2 records are dated after today"),
    ],
)
def test_it_is_said_how_much_there_is(ahead: tuple[int, ...], words: str) -> None:
    """In the singular and the plural; nothing where there is nothing."""
    days = [TODAY, TODAY - timedelta(days=3), *(TODAY + timedelta(days=n) for n in ahead)]

    told = ahead_words(days, TODAY)

    assert told.startswith(words)
    assert bool(told) is bool(ahead)
    assert not ahead or "kept" in told
