"""Times as people wrote them in a file, read without a zone or with one."""

import re
from collections.abc import Callable
from datetime import datetime, time
from typing import Final

from attachcalm.journal.mood import Moment
from attachcalm.records.fields import FIRST_YEAR, LAST_YEAR

Here = Callable[[datetime], datetime]
"""Gives a time on the wall, which names no zone, the zone of this computer."""

NOON: Final = time(12)
_ANY_CASE = re.IGNORECASE | re.ASCII
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\s*([ap])\.?\s?m\.?)?", _ANY_CASE)


def system_zone(at: datetime) -> datetime:
    """`Here` for the real world."""
    return at.astimezone()


def time_of(told: str) -> time | None:
    """13:48, 8:30 am or 8.30 p.m.; None for anything else."""
    found = _TIME.fullmatch(told.strip().replace("\u202f", " ").replace("\xa0", " "))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def instant_of(told: str) -> datetime | None:
    """2024-01-03 with or without a time and a zone, as in ISO 8601; None for anything else."""
    try:
        at = datetime.fromisoformat(told.strip()) if len(told) < 40 else None
    except ValueError:
        return None
    return at if at is not None and FIRST_YEAR <= at.year <= LAST_YEAR else None


def moment_of(at: datetime, here: Here) -> Moment:
    """The moment of it; a time without a zone was on the wall of this computer."""
    return Moment.of(at if at.tzinfo is not None else here(at))
