"""How a person rates themselves, and when: what every record is made of."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, Self

DISTRESS = range(11)  # 0 none … 10 as much as can be
ENERGY = range(-4, 5)  # -4 shut down, numb … 0 about right … +4 revved, panicky
SECURITY = range(11)  # 0 not at all … 10 fully: felt security
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


class OutOfRangeError(ValueError):
    """A rating that its scale does not have; the message says the scale."""


@dataclass(frozen=True, slots=True)
class Mood:
    """How a person rates themselves.  None means that it was skipped; 0 is a rating."""

    distress: int | None = None
    energy: int | None = None
    security: int | None = None

    def __post_init__(self) -> None:
        for name, value, scale in (
            ("distress", self.distress, DISTRESS),
            ("energy", self.energy, ENERGY),
            ("felt security", self.security, SECURITY),
        ):
            if value is not None and (type(value) is not int or value not in scale):
                raise OutOfRangeError(
                    f"{name} goes from {scale.start} to {scale.stop - 1}; {value} is not on it"
                )

    @property
    def is_skipped(self) -> bool:
        """Whether nothing at all was rated."""
        return self == Mood()


UNRATED = Mood()


def to_us(at: datetime) -> int:
    """Microseconds since 1970 in UTC of an aware datetime, exactly."""
    return (at - EPOCH) // _MICROSECOND


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, and the day it was for the person there and then."""

    at: datetime
    offset_minutes: int

    @classmethod
    def of(cls, at: datetime) -> Self:
        """The moment of an aware datetime.  Raises ValueError for a naive one."""
        offset = at.utcoffset()
        if offset is None:
            raise ValueError("a moment needs its time zone")
        return cls(at.astimezone(UTC), round(offset.total_seconds() / 60))

    @property
    def local(self) -> datetime:
        """The wall clock that the person saw."""
        return self.at.astimezone(timezone(timedelta(minutes=self.offset_minutes)))

    @property
    def day(self) -> date:
        """The person's own calendar day."""
        return self.local.date()
