"""Instants and ratings ↔ columns; apart from `rows`, for Home reads with these at the start."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Protocol

from attachcalm.journal.mood import EPOCH, Moment, Mood


class Row(Protocol):
    """One row, its columns by their names."""

    def __getitem__(self, name: str, /) -> Any: ...


def from_us(us: int, offset_minutes: int) -> Moment:
    """The moment of these microseconds."""
    return Moment(EPOCH + timedelta(microseconds=us), offset_minutes)


def us_before(day: date) -> int:
    """Microseconds since 1970 that lie before this day anywhere on earth."""
    return (day.toordinal() - EPOCH.toordinal()) * 86_400_000_000 - 129_600_000_000


def mood_row(when: str, mood: Mood | None) -> dict[str, int | None]:
    """The columns of a rating `before` or `after`; all empty when it was skipped."""
    mood = mood or Mood()
    return {
        f"{when}_distress": mood.distress,
        f"{when}_energy": mood.energy,
        f"{when}_security": mood.security,
    }


def mood_of(when: str, row: Row) -> Mood | None:
    """The rating `before` or `after`, None when it was skipped."""
    distress, energy, security = _MOOD_COLUMNS[when]
    return rated_as(row[distress], row[energy], row[security])


_MOOD_COLUMNS = {
    when: (f"{when}_distress", f"{when}_energy", f"{when}_security") for when in ("before", "after")
}


@lru_cache(maxsize=None, typed=True)  # a 1.0 is no 1
def rated_as(distress: int | None, energy: int | None, security: int | None) -> Mood | None:
    """One value for each rating that there can be: few, and read a hundred thousand times."""
    rated = (distress, energy, security)
    return None if rated == (None, None, None) else Mood(*rated)
