"""Emergency numbers and helplines, one data file for each country, each line with its date.

Adding a country is adding a file (docs/formats.md).  A file that cannot be read costs its country
only, and the page still shows what to do.
"""

import json
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from attachcalm.support.numbers import Channel, link_of

_log = logging.getLogger(__name__)

FINDER = "findahelpline.com"
OTHER = "other"  # the choice of somebody whose country is not listed
OLD_AFTER_DAYS = 180
CLOCKS_DIFFER_DAYS = -1  # it may be tomorrow already where somebody checked
DANGER_HERE = "If you or someone else is in danger now, call {number}."
DANGER_ANYWHERE = (
    "If you or someone else is in danger now, call your emergency number: 112 in much of the "
    "world, 911 in North America."
)
LARGEST = 64 * 1024  # bytes of a file
MOST_LINES = 20
LONGEST = 120  # characters of any text
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One helpline.  `checked_on` is None where nobody has checked it yet."""

    name: str
    number: str
    channel: Channel
    word: str  # what a text message says, where it needs one
    audience: str
    hours: str
    source: str
    checked_on: date | None

    @property
    def link(self) -> str:
        """What a phone opens to reach it: tel:, sms: or https:."""
        return link_of(self.number, self.channel)

    def is_old(self, today: date) -> bool:
        """Whether it was last checked more than 180 days ago, or never.

        A day that lies ahead is no check either: one of the two days is wrong.
        """
        if self.checked_on is None:
            return True
        days = (today - self.checked_on).days
        return not CLOCKS_DIFFER_DAYS <= days <= OLD_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class Country:
    """One country.  `code` is its two letters (ISO 3166-1)."""

    code: str
    name: str
    emergency: str
    lines: tuple[Line, ...] = ()


def load(folder: Path) -> tuple[Country, ...]:
    """The countries of this folder by name; whatever makes no sense is left out, and logged."""
    try:
        files = sorted(folder.glob("*.json"))
    except OSError:
        files = []
    found = [country for file in files if (country := _read(file)) is not None]
    return tuple(sorted(found, key=lambda country: country.name))


def country_of(countries: tuple[Country, ...], code: str) -> Country | None:
    """The country of this code, None if it is not listed or not chosen."""
    return next((country for country in countries if country.code == code), None)


def emergency_words(country: Country | None, say: Callable[[str], str] = str) -> str:
    """Which number to call when somebody is in danger; `say` knows the person's language."""
    if country is None:
        return say(DANGER_ANYWHERE)
    return say(DANGER_HERE).format(number=country.emergency)


def _read(file: Path) -> Country | None:
    try:
        return _country(_bytes(file), file.stem)
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        _log.warning("The numbers in %s cannot be read (%s).", file.name, type(error).__name__)
        return None


def _bytes(file: Path) -> bytes:
    """What stands in the file.  Raises OSError, and ValueError if it is no file or too large."""
    if not file.is_file():  # a pipe would keep the page waiting for ever
        raise ValueError("not a file")
    with file.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("too large")
    return data


def _country(data: bytes, code: str) -> Country:
    """The country that this file tells of.  Raises ValueError and its like."""
    told = json.loads(data)
    if told["format"] != FORMAT or told["code"] != code or not re.fullmatch("[A-Z]{2}", code):
        raise ValueError("another format, or not named by its two letters")
    entries = told["lines"]
    if not isinstance(entries, list) or len(entries) > MOST_LINES:
        raise ValueError("not a list of a few lines")
    emergency = _text(told["emergency"])
    if not link_of(emergency):
        raise ValueError("not a number")
    return Country(code, _text(told["name"]), emergency, tuple(_line(entry) for entry in entries))


def _line(entry: dict[str, Any]) -> Line:
    checked = entry["checked_on"] if entry["verified"] is True else None
    line = Line(
        name=_text(entry["name"]),
        number=_text(entry["number"]),
        channel=Channel(entry["channel"]),
        word=_text(entry["word"], may_be_empty=True),
        audience=_text(entry["audience"]),
        hours=_text(entry["hours"]),
        source=_text(entry["source"]),
        checked_on=None if checked is None else date.fromisoformat(checked),
    )
    if not line.link:
        raise ValueError("not a number, or not the address of a chat")
    return line


def _text(value: object, *, may_be_empty: bool = False) -> str:
    """One line of text; signs that cannot be seen could turn a number around."""
    if not isinstance(value, str) or len(value) > LONGEST or not value.isprintable():
        raise ValueError("not a short text")
    if not (value.strip() or may_be_empty):
        raise ValueError("an empty text")
    return " ".join(value.split())
