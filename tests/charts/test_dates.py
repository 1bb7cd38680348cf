"""Which days are written under the time axis."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from attachcalm.charts.dates import date_ticks

FIRST = date(2025, 10, 26)


def words(days: int, room: float) -> list[str]:
    """Return the words under an axis of so many days after the first."""
    ticks = date_ticks(FIRST, FIRST + timedelta(days), room, room * 1.25)
    return [word for _, word in ticks]


def test_a_month_is_written_in_days_from_its_first() -> None:
    """Weeks when a day's words take more than three days' room."""
    assert words(28, 6) == ["26 Oct", "2 Nov", "9 Nov", "16 Nov", "23 Nov"]
    assert words(2, 0.5) == ["26 Oct", "27 Oct", "28 Oct"]


def test_a_year_is_written_in_months_with_their_year() -> None:
    """At the first of each month, every third counted from January."""
    assert words(365, 60) == ["Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026"]


def test_an_axis_without_a_round_day_has_its_first_day() -> None:
    """There is always something to read."""
    assert words(40, 50) == ["26 Oct"]
    assert words(0, 9) == ["26 Oct"]


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(0, 40_000),
    st.floats(0.05, 8_000),
)
def test_days_lie_on_the_axis_with_room_between(first: date, days: int, room: float) -> None:
    """No two words can touch, whatever the length of the axis."""
    last = first + timedelta(days)

    ticks = date_ticks(first, last, room, room * 1.25)

    assert ticks
    assert all(first <= day <= last for day, _ in ticks)
    assert all((after - before).days >= room for (before, _), (after, _) in pairwise(ticks))
