"""A sitting laid flat: what charts need of an entry, light enough to have very many of them."""

from typing import Final, NamedTuple

from attachcalm.journal.entry import Ending, Entry
from attachcalm.journal.mood import EPOCH, Mood, to_us

_EPOCH_DAY: Final = EPOCH.toordinal()
_US_A_MINUTE: Final = 60_000_000
_US_AN_HOUR: Final = 60 * _US_A_MINUTE
_US_A_DAY: Final = 24 * _US_AN_HOUR


class Sitting(NamedTuple):
    """What a chart needs of one sitting.  `ending` is None while it is open.

    A named tuple of plain numbers where an entry is made of facts: it is read in a tenth of the
    time (bench/trends_data.py).
    """

    id: str
    us: int  # when it began, as `to_us`
    offset_minutes: int  # what the person's clock was ahead of UTC
    exercise_id: str
    exercise_title: str
    before: Mood | None
    after: Mood | None
    ending: Ending | None
    practised_ms: int

    @property
    def ordinal(self) -> int:
        """The person's own calendar day, as `ordinal_of`."""
        return ordinal_of(self.us, self.offset_minutes)

    @property
    def hour(self) -> int:
        """The hour on the person's own clock, 0 to 23."""
        return hour_of(self.us, self.offset_minutes)


def sitting_of(entry: Entry) -> Sitting:
    """The same sitting, flat."""
    begun, ended = entry.started, entry.ended
    return Sitting(
        str(begun.sitting),
        to_us(begun.at.at),
        begun.at.offset_minutes,
        begun.exercise_id,
        begun.exercise_title,
        entry.before,
        entry.after,
        ended.ending if ended else None,
        ended.practised_ms if ended else 0,
    )


def ordinal_of(us: int, offset_minutes: int) -> int:
    """The calendar day on a clock so far ahead of UTC, as `date.toordinal` counts."""
    return (us + offset_minutes * _US_A_MINUTE) // _US_A_DAY + _EPOCH_DAY


def hour_of(us: int, offset_minutes: int) -> int:
    """The hour on a clock so far ahead of UTC, 0 to 23."""
    return (us + offset_minutes * _US_A_MINUTE) % _US_A_DAY // _US_AN_HOUR
