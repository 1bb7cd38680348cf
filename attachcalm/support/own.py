"""What is the person's own for hard moments: country, people, health answers, what is unlocked."""

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from attachcalm import json_file
from attachcalm.support.flags import UNKNOWN, Flag, Health

_log = logging.getLogger(__name__)

MOST_PEOPLE = 12
LONGEST = 120  # characters of a name, a number or hours


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to turn to.  `note` is when they can be reached, or what they are good for."""

    name: str
    number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """All of it.  `country` is the code of a country file, "other", or empty: not chosen yet."""

    country: str = ""
    people: tuple[Person, ...] = ()
    therapist: Person | None = None
    health: Health = UNKNOWN
    unlocked: frozenset[str] = frozenset()  # exercises of gate 3 that a therapist opened
    told_of_side_effects: date | None = None


def load(path: Path) -> Own:
    """What the file says; what is missing or makes no sense is as if it were never entered."""
    told = _read(path)
    people = told.get("people")
    return Own(
        country=_text(told.get("country")),
        people=tuple(_people(people if isinstance(people, list) else [])),
        therapist=next(iter(_people([told.get("therapist")])), None),
        health=_health(told.get("health")),
        unlocked=frozenset(_texts(told.get("unlocked"))),
        told_of_side_effects=_day(told.get("told_of_side_effects")),
    )


def save(own: Own, path: Path) -> None:
    """Write it so that a power cut leaves the old or the new.  Raises OSError."""
    told = {
        "country": own.country,
        "people": [_person_entry(person) for person in own.people],
        "therapist": _person_entry(own.therapist) if own.therapist else None,
        "health": {
            "flags": sorted(own.health.flags),
            "asked_on": _day_entry(own.health.asked_on),
        },
        "unlocked": sorted(own.unlocked),
        "told_of_side_effects": _day_entry(own.told_of_side_effects),
    }
    json_file.write(path, told)


def _read(path: Path) -> dict[str, Any]:
    """What the file says; nothing if it cannot be read."""
    told = json_file.read(path)
    if told is not None:
        return told
    _log.warning("What is the person's own cannot be read; it begins empty.")
    return {}


def _person_entry(person: Person) -> dict[str, str]:
    return {"name": person.name, "number": person.number, "note": person.note}


def _day_entry(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _people(entries: list[Any]) -> list[Person]:
    return [
        Person(name, _text(entry.get("number")), _text(entry.get("note")))
        for entry in entries[:MOST_PEOPLE]
        if isinstance(entry, dict) and (name := _text(entry.get("name")))
    ]


def _health(told: Any) -> Health:
    if not isinstance(told, dict):
        return Health()
    said, known = told.get("flags"), {flag.value for flag in Flag}
    flags = frozenset(Flag(text) for text in _texts(said) if text in known)
    # An answer that cannot be read may have been a yes: then nothing counts as answered.
    is_whole = isinstance(said, list) and all(
        isinstance(text, str) and text in known for text in said
    )
    return Health(flags, _day(told.get("asked_on")) if is_whole else None)


def _texts(value: Any) -> list[str]:
    return [text for item in value if (text := _text(item))] if isinstance(value, list) else []


def _text(value: Any) -> str:
    """One line of text, not longer than a line; anything else is nothing."""
    return " ".join(value.split())[:LONGEST].rstrip() if isinstance(value, str) else ""


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
