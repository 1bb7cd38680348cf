"""Instants and ratings ↔ columns; apart from `rows`, for Home reads with these at the start."""

from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from attachcalm.journal.mood import Moment, Mood

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Row(Protocol):
    """One row, its columns by their names."""

    def __getitem__(self, name: str, /) -> Any: ...


def to_us(at: datetime) -> int:
    """Microseconds since 1970 in UTC, exactly."""
    return (at - _EPOCH) // _MICROSECOND


def from_us(us: int, offset_minutes: int) -> Moment:
    """The moment of these microseconds."""
    return Moment(_EPOCH + timedelta(microseconds=us), offset_minutes)


def mood_row(when: str, mood: Mood | None) -> dict[str, int | None]:
    """The columns of a rating `before` or `after`; all empty when it was skipped."""
    mood = mood or Mood()
    return {
        f"{when}_distress": mood.distress,
        f"{when}_energy": mood.energy,
        f"{when}_security": mood.security,
    }


def mood_of(when: str, row: Row) -> Mood | None:
    """The rating `before` or `after`, None when it was skipped or not reached."""
    rated = (row[f"{when}_distress"], row[f"{when}_energy"], row[f"{when}_security"])
    return None if rated == (None, None, None) else Mood(*rated)
