"""Entries as a journal would give them back, for the tests of what they say."""

from datetime import datetime, timedelta, timezone
from uuid import UUID

from attachcalm.journal.entry import Ended, Ending, Entry, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.sitting import Sitting, sitting_of

FIRST = datetime(2025, 11, 1, 9, tzinfo=timezone(timedelta(hours=1)))


def sitting(
    number: int,
    at: datetime,
    before: int | None,
    after: int | None,
    *,
    ending: Ending | None = Ending.FINISHED,
    minutes: float = 5,
    exercise: str = "five-senses",
) -> Entry:
    """One sitting; `ending` None is one that is still open."""
    name, moment = UUID(int=number + 1), Moment.of(at)
    title = exercise.replace("-", " ").capitalize()
    mood = None if before is None else Mood(distress=before)
    return Entry(
        Started(name, moment, exercise, title, "grounding", "full", "r1", mood),
        None if ending is None else Ended(name, moment, ending, round(minutes * 60_000)),
        None if after is None else RatedAfter(name, moment, Mood(distress=after)),
    )


def flat(*entries: Entry) -> tuple[Sitting, ...]:
    """As charts take them."""
    return tuple(map(sitting_of, entries))


def daily(*ratings: tuple[int | None, int | None]) -> list[Entry]:
    """One sitting a day from 1 November 2025 on, with these ratings before and after."""
    return [
        sitting(number, FIRST + timedelta(days=number), before, after)
        for number, (before, after) in enumerate(ratings)
    ]
