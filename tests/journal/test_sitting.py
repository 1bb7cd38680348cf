"""A sitting laid flat tells the same as its entry, wherever on earth it was."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from attachcalm.journal.entry import Ended, Ending, Entry, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.sitting import sitting_of

moments = st.builds(
    Moment,
    st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(-1439, 1439),
)


@given(moments)
def test_its_day_and_hour_are_those_of_the_wall_clock(moment: Moment) -> None:
    """Also before 1970, where numbers are negative, and a day away from UTC."""
    begun = Started(UUID(int=1), moment, "soft-gaze", "Soft gaze", "body", "full", "1", None)

    flat = sitting_of(Entry(begun))

    assert flat.ordinal == moment.day.toordinal()
    assert flat.hour == moment.local.hour
    assert (flat.ending, flat.practised_ms) == (None, 0)


def test_its_ratings_and_its_end_are_those_of_the_entry() -> None:
    """0 stays a rating, and what was skipped stays skipped."""
    at = Moment(datetime(2026, 3, 1, 9, tzinfo=UTC), 60)
    name, before, after = UUID(int=7), Mood(0, None, 4), Mood(None, -2)
    begun = Started(name, at, "soft-gaze", "Soft gaze", "body", "full", "1", before)
    entry = Entry(begun, Ended(name, at, Ending.STOPPED, 90_000), RatedAfter(name, at, after))

    flat = sitting_of(entry)

    assert (flat.before, flat.after) == (before, after)
    assert (flat.ending, flat.practised_ms) == (Ending.STOPPED, 90_000)
    assert (flat.id, flat.exercise_id, flat.exercise_title) == (str(name), "soft-gaze", "Soft gaze")
