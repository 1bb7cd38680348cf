"""One JSON object of a measure's file, read strictly: what stands there, or what is amiss."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

LARGEST = 64 * 1024  # bytes of a file
LONGEST = 600  # characters of any text
MOST = 200  # entries of any list
FURTHEST = 1e6  # either way, of any number


class MeasureFault(ValueError):
    """Why a file is refused, as a sentence for whoever wrote it."""


class Fields:
    """The keys of one object.  `where` is put before every sentence: "scales 2, ".

    `done` refuses keys that nobody asked for: a misspelt one would be left out in silence.
    """

    def __init__(self, told: object, where: str = "") -> None:
        if not isinstance(told, dict):
            raise MeasureFault(f"{where.rstrip(', ') or 'the file'} is no JSON object")
        self._told: dict[str, Any] = told
        self._where = where
        self._asked: set[str] = set()

    def text(self, key: str, *, default: str | None = None) -> str:
        """One line of text; signs that cannot be seen are refused."""
        value = self._get(key, ... if default is None else default)
        if not isinstance(value, str) or not (value.strip() or default == value):
            self.refuse(f"{key} is to be a text")
        if len(value) > LONGEST or not value.isprintable():
            self.refuse(f"{key} is to be one line of at most {LONGEST} signs that can be seen")
        return " ".join(value.split())

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number."""
        value = self._get(key)
        if type(value) is not int or not least <= value <= most:
            self.refuse(f"{key} is to be a whole number from {least} to {most}")
        return value

    def number(self, key: str) -> float:
        """Any number that there is."""
        found = self.number_or_none(key)
        if found is None:
            self.refuse(f"{key} is to be a number")
        return found

    def number_or_none(self, key: str) -> float | None:
        """A number, or None where null or nothing stands."""
        value = self._get(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(f"{key} is to be a number")
        if not abs(value) <= FURTHEST:  # nor is what is no number within it
            self.refuse(f"{key} is far off any scale")
        return float(value)

    def flag(self, key: str) -> bool:
        """True or false; false if nothing stands."""
        value = self._get(key, False)
        if not isinstance(value, bool):
            self.refuse(f"{key} is to be true or false")
        return value

    def entries(self, key: str, *, may_be_empty: bool = False) -> list[Any]:
        """A list of a few things; with `may_be_empty` it may be missing."""
        value = self._get(key, [] if may_be_empty else ...)
        if not isinstance(value, list) or len(value) > MOST or not (value or may_be_empty):
            self.refuse(f"{key} is to be a list of 1 to {MOST}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of lines."""
        found = self.entries(key)
        return tuple(Fields({key: each}, self._where).text(key) for each in found)

    def items(self, key: str, count: int, *, may_be_empty: bool = True) -> tuple[int, ...]:
        """A list of item numbers, from 1, none of them twice."""
        found = self.entries(key, may_be_empty=may_be_empty)
        if any(type(each) is not int or not 1 <= each <= count for each in found):
            self.refuse(f"{key} are to be numbers of items, from 1 to {count}")
        if len(set(found)) != len(found):
            self.refuse(f"{key} names an item twice")
        return tuple(found)

    def objects(self, key: str, *, may_be_empty: bool = False) -> "Iterator[Fields]":
        """A list of objects, each to be read in turn; its own unknown keys are refused after."""
        for at, each in enumerate(self.entries(key, may_be_empty=may_be_empty), 1):
            fields = Fields(each, f"{self._where}{key} {at}, ")
            yield fields
            fields.done()

    def done(self) -> None:
        """Refuse what nobody asked for."""
        unknown = sorted(set(self._told) - self._asked)
        if unknown:
            self.refuse(f"nobody knows the key {unknown[0][:40]!r}")

    def refuse(self, sentence: str) -> NoReturn:
        """Say what is amiss, and where."""
        raise MeasureFault(f"{self._where}{sentence}")

    def _get(self, key: str, default: object = ...) -> Any:
        self._asked.add(key)
        if key not in self._told and default is ...:
            self.refuse(f"{key} is missing")
        return self._told.get(key, default)


def fields_of(file: Path) -> Fields:
    """The object in this file.  Raises MeasureFault, and OSError if it cannot be read."""
    if not file.is_file():  # a pipe would keep the page waiting for ever
        raise MeasureFault("it is no file")
    with file.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise MeasureFault(f"it has more than {LARGEST // 1024} kB")
    try:
        told = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except MeasureFault:
        raise
    except UnicodeDecodeError as error:
        raise MeasureFault("it is not written in UTF-8") from error
    except json.JSONDecodeError as error:
        raise MeasureFault(f"line {error.lineno}: this is not JSON ({error.msg})") from error
    except (ValueError, RecursionError) as error:
        raise MeasureFault("it holds what no measure needs") from error
    return Fields(told)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    told = dict(pairs)
    if len(told) != len(pairs):
        raise MeasureFault("a key stands twice in one object")
    return told


def _no_number(name: str) -> NoReturn:
    raise MeasureFault(f"{name} is no number")
