"""Helplines with the date on which they were last checked, from a data file."""

import json
import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_log = logging.getLogger(__name__)

FINDER = "findahelpline.com"
OLD_AFTER_DAYS = 180


@dataclass(frozen=True, slots=True)
class Helpline:
    """One number, and how it is used."""

    name: str
    how: str
    number: str


@dataclass(frozen=True, slots=True)
class Place:
    """A country or region: its emergency number, and its helplines."""

    name: str
    emergency: str
    lines: tuple[Helpline, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """All places, and when the numbers were last checked."""

    places: tuple[Place, ...] = ()
    checked_on: date | None = None

    def is_old(self, today: date) -> bool:
        """Whether the numbers were last checked more than 180 days ago."""
        return self.checked_on is None or (today - self.checked_on).days > OLD_AFTER_DAYS


def load(path: Path) -> Directory:
    """The directory of this file; an unreadable one is empty, and the page still helps."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        places = tuple(
            Place(
                place["place"],
                place["emergency"],
                tuple(
                    Helpline(line["name"], line["how"], line["number"]) for line in place["lines"]
                ),
            )
            for place in told["places"]
        )
        return Directory(places, date.fromisoformat(told["checked_on"]))
    except (OSError, ValueError, LookupError, TypeError) as error:
        _log.warning("The helplines cannot be read (%s).", type(error).__name__)
        return Directory()
