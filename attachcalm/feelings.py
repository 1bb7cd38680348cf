"""Words for feelings, in families, each with a line that says what it means (docs/formats.md)."""

import json
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from attachcalm import json_file

_log = logging.getLogger(__name__)

FORMAT: Final = 1
LARGEST: Final = 64 * 1024  # bytes of the file
MOST_FAMILIES, MOST_WORDS = 30, 200  # families, and words of all of them
LONGEST_WORD, LONGEST_MEANING = 30, 100  # characters


class FeelingsError(ValueError):
    """What is wrong with the file, in a sentence."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """A word and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Family:
    """Feelings that are alike."""

    id: str
    title: str
    feelings: tuple[Feeling, ...]


Families = tuple[Family, ...]


def load(path: Path) -> Families:
    """The families of this file; none if it cannot be used: people have words of their own."""
    try:
        return read(path)
    except (FeelingsError, OSError) as error:
        _log.warning("The feelings words cannot be read (%s).", type(error).__name__)
        return ()


def read(path: Path) -> Families:
    """The families of this file.  Raises OSError, and FeelingsError with what is wrong."""
    if path.stat().st_size > LARGEST:
        raise FeelingsError(f"The file is larger than {LARGEST} bytes.")
    told = json_file.read(path)
    if told is None:
        raise FeelingsError("The file is not one JSON object.")
    if told.get("format") != FORMAT:
        raise FeelingsError(f"The format is not {FORMAT}.")
    _only(told, {"format", "families"}, "The file")
    families = tuple(_family(entry) for entry in _list(told.get("families"), "families"))
    if not families or len(families) > MOST_FAMILIES:
        raise FeelingsError(f"There are 1 to {MOST_FAMILIES} families.")
    _each_once([family.id for family in families])
    _each_once([feeling.word for feeling in feelings_of(families)])
    if len(feelings_of(families)) > MOST_WORDS:
        raise FeelingsError(f"There are more than {MOST_WORDS} words.")
    return families


def feelings_of(families: Families) -> tuple[Feeling, ...]:
    """All words, family by family."""
    return tuple(feeling for family in families for feeling in family.feelings)


def found(families: Families, text: str) -> tuple[Feeling, ...]:
    """The feelings whose word, family or meaning has a word that begins so; words come first."""
    wanted = text.casefold().split()
    if not wanted:
        return ()
    by_word, by_rest = [], []
    for family in families:
        for feeling in family.feelings:
            if _has(feeling.word, wanted):
                by_word.append(feeling)
            elif _has(f"{feeling.word} {family.title} {feeling.meaning}", wanted):
                by_rest.append(feeling)
    return (*by_word, *by_rest)


def _has(text: str, wanted: list[str]) -> bool:
    parts = re.findall(r"\w+", text.casefold())
    return all(any(part.startswith(one) for part in parts) for one in wanted)


def _family(entry: Any) -> Family:
    if not isinstance(entry, dict):
        raise FeelingsError("A family is not an object.")
    _only(entry, {"id", "title", "words"}, "A family")
    title = _text(entry.get("title"), LONGEST_WORD, "title")
    id_ = _text(entry.get("id"), LONGEST_WORD, "id")
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", id_):
        raise FeelingsError(f"The id {id_!r} is not in small letters.")
    feelings = tuple(_feeling(word) for word in _list(entry.get("words"), f"words of {id_}"))
    if not feelings:
        raise FeelingsError(f"The family {id_} has no words.")
    return Family(id_, title, feelings)


def _feeling(entry: Any) -> Feeling:
    if not isinstance(entry, list) or len(entry) != 2:
        raise FeelingsError("A word is not a pair of the word and its meaning.")
    word = _text(entry[0], LONGEST_WORD, "word")
    return Feeling(word, _text(entry[1], LONGEST_MEANING, f"meaning of {word}"))


def _text(value: object, longest: int, what: str) -> str:
    if not isinstance(value, str) or not value.isprintable() or value != " ".join(value.split()):
        raise FeelingsError(f"The {what} is not a text on one line.")
    if not 1 <= len(value) <= longest:
        raise FeelingsError(f"The {what} has not 1 to {longest} characters.")
    return value


def _list(value: object, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise FeelingsError(f"The {what} are not a list.")
    return value


def _only(entry: dict[str, Any], keys: set[str], what: str) -> None:
    if unknown := sorted(entry.keys() - keys):
        raise FeelingsError(f"{what} has {json.dumps(unknown[0])}, which means nothing here.")


def _each_once(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise FeelingsError(f"{name!r} is there twice.")
        seen.add(name.casefold())
