"""One line of another program as a check-in whose name depends on nothing but that line."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import LONGEST_NOTE, LONGEST_WORD, MOST_WORDS, CheckIn
from attachcalm.records.choices import Role
from attachcalm.records.foreign_csv import FaultError
from attachcalm.records.times import Here, moment_of

_OURS: Final = UUID("6f3a3c0e-8b57-4b0e-9d3e-2f6c7c1a5d42")  # names of check-ins from elsewhere
_A_DAY: Final = timedelta(days=1)
_BREAKS = re.compile(r"<(?:br ?/?|/p|/div|/li|/h\d)>", re.IGNORECASE)
_MARKS = re.compile(r"</?(?:b|i|u|s|p|div|span|ul|ol|li|strong|em|h\d|strike|font)>", re.IGNORECASE)


def name_of(*parts: str) -> UUID:
    """The same name for the same content, here and on any other computer."""
    return uuid5(_OURS, "\x1f".join(parts))


def check_in(
    name: UUID, at: datetime, here: Here, mood: Mood, *, tags: Iterable[str] = (), note: str = ""
) -> CheckIn:
    """The check-in.  Raises FaultError for a note that is too long, or a time that never was.

    It counts as written a day before the moment on the wall, wherever it is read: reading it again
    changes nothing, and whatever the person changes or takes out later stays so.
    """
    if len(note) > LONGEST_NOTE:
        raise FaultError(f"its note is longer than {LONGEST_NOTE:,} signs")
    try:
        moment: Moment = moment_of(at, here)
        written = at.replace(tzinfo=UTC) - _A_DAY
    except (OverflowError, OSError, ValueError):  # far from today some systems know no zone
        raise FaultError("its time cannot be read") from None
    kept = tuple(dict.fromkeys(tag for each in tags if (tag := _word(each))))
    return CheckIn(name, moment, written, mood, tags=kept[:MOST_WORDS], note=note)


def mood_by(role: Role, value: int) -> Mood:
    """The rating, 0 to 10, as this role takes it."""
    match role:
        case Role.DISTRESS:
            return Mood(distress=value)
        case Role.TURNED:
            return Mood(distress=10 - value)
        case Role.SECURITY:
            return Mood(security=value)
        case Role.OUT | Role.TAG:
            return Mood()


def plain_note(*parts: str) -> str:
    """The parts below each other, without the bold and the bullets of other programs."""
    told = (_MARKS.sub("", _BREAKS.sub("\n", part)).strip() for part in parts)
    return "\n\n".join(part for part in told if part)


def _word(told: str) -> str:
    return " ".join(told.split())[:LONGEST_WORD].rstrip()
