"""A baseline and the practice after it."""

from datetime import date, timedelta

import pytest

from attachcalm.insight.claims import Lack
from attachcalm.insight.phases import Phases, Span, compare

FIRST = date(2026, 3, 2)
BASELINE, PRACTICE = (8, 7, 7, 6, 6), (5, 5, 4, 3, 4, 3)


def day(number: int) -> date:
    """So many days after the first."""
    return FIRST + timedelta(days=number)


def phases(set_on: date | None = FIRST) -> Phases:
    """Five days of baseline and the days after them."""
    return Phases(Span(day(0), day(4)), Span(day(5), day(20)), set_on)


def course() -> dict[date, float]:
    """A value a day, and two days that belong to neither phase."""
    told = {day(at): float(value) for at, value in enumerate(BASELINE + PRACTICE)}
    return told | {day(-1): 0.0, day(21): 10.0}


def test_an_old_trend_is_not_taken_for_an_effect() -> None:
    """NAP 1, and .058 once the baseline's own fall is taken off; days outside count nothing."""
    told = compare(course(), phases(), lower_is_better=True)

    assert (told.baseline_days, told.practice_days) == (5, 6)
    assert told.overlap is not None
    assert told.overlap.value == 1
    assert told.tau_u == pytest.approx(0.733, abs=0.001)
    assert told.corrected is not None
    assert told.corrected.tau_b == pytest.approx(0.058, abs=0.001)
    assert told.claim.is_met


def test_what_is_better_is_said_and_not_guessed() -> None:
    """Where higher is better, the same days are a worsening."""
    told = compare(course(), phases(), lower_is_better=False)

    assert told.overlap is not None
    assert told.overlap.value == 0
    assert told.overlap.error is None
    assert told.overlap.high > 0
    assert told.corrected is not None
    assert told.corrected.tau_b == pytest.approx(-0.058, abs=0.001)


@pytest.mark.parametrize(
    ("set_on", "beforehand"), [(day(5), True), (day(6), False), (None, False), (day(-9), True)]
)
def test_dates_are_set_before_practice_begins_or_nothing_is_claimed(
    set_on: date | None, beforehand: bool
) -> None:
    """By its first day at the latest."""
    told = compare(course(), phases(set_on), lower_is_better=True)

    assert told.claim.has_data is beforehand
    assert (Lack.SET_BEFOREHAND in {each.lack for each in told.claim.missing}) is not beforehand


def test_without_phases_and_without_days_what_is_missing_is_said() -> None:
    """Nothing is compared with nothing."""
    none = compare(course(), None, lower_is_better=True)
    empty = compare({day(0): 5.0}, phases(), lower_is_better=True)

    assert [each.lack for each in none.claim.missing] == [Lack.PHASES]
    assert none.overlap is None
    counts = {each.lack: each.count for each in empty.claim.missing}
    assert counts == {Lack.BASELINE_DAYS: 4, Lack.PRACTICE_DAYS: 5}
    assert empty.corrected is None


def test_phases_that_cannot_be_are_refused() -> None:
    """One that ends before it begins, and two that share a day."""
    with pytest.raises(ValueError, match="cannot end"):
        Span(day(1), day(0))
    with pytest.raises(ValueError, match="after the last day"):
        Phases(Span(day(0), day(4)), Span(day(4), day(9)))
