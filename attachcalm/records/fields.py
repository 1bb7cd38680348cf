"""How one value stands in the JSON of the records, and how it is read back without trust.

A reader takes what JSON gave and the place that people are told, and returns the value or raises
RefusedError.  What a writer wrote, its reader gives back exactly.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Final
from uuid import UUID

from attachcalm.journal.mood import Moment, Mood, OutOfRangeError
from attachcalm.journal.page import LONGEST_NOTE, LONGEST_WORD, MOST_WORDS, Direction, ScaleNote
from attachcalm.records.refused import RefusedError

LONGEST_NAME: Final = 2_000  # characters of a title, an id, a key
LONGEST_REMARK: Final = 1_000_000  # characters of what stayed; where it is typed nothing is cut
MOST_PARTS: Final = 1_000  # answers or scores of one page
LARGEST_NUMBER: Final = 2**63 - 1  # what a database keeps
FIRST_YEAR, LAST_YEAR = 1900, 2200

Reader = Callable[[Any, str], Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a fact or page: how it is written and how it is read."""

    write: Callable[[Any], Any]
    read: Reader


def read_object(told: Any, place: str, fields: Mapping[str, Field]) -> dict[str, Any]:
    """The values of an object that has these fields and no others."""
    if not isinstance(told, dict):
        raise RefusedError(f"{place} is not an object.")
    for name in fields:
        if name not in told:
            raise RefusedError(f"{place} has no {name}.")
    for name in told:
        if name not in fields:
            raise RefusedError(f"{place} has {cut(name)}, which this AttachCalm does not know.")
    return {name: field.read(told[name], f"{place}, {name}") for name, field in fields.items()}


def write_object(value: object, fields: Mapping[str, Field]) -> dict[str, Any]:
    """The object that `read_object` reads."""
    return {name: field.write(getattr(value, name)) for name, field in fields.items()}


def cut(told: object) -> str:
    """As much of what was found as fits in a sentence, in signs that can be seen."""
    text = str(told)[:40]
    return f"'{''.join(sign if sign.isprintable() else '?' for sign in text)}'"


def same(value: Any) -> Any:
    """What JSON writes as it is."""
    return value


# ---------------------------------------------------------------- readers
def text_up_to(longest: int) -> Reader:
    """A text of at most so many signs, each of which a text can hold."""

    def read(told: Any, place: str) -> str:
        if not isinstance(told, str):
            raise RefusedError(f"{place} is not a text.")
        if len(told) > longest:
            raise RefusedError(f"{place} has {len(told)} signs; there may be {longest}.")
        if "\0" in told or not _is_whole(told):
            raise RefusedError(f"{place} holds a sign that no text can hold.")
        return told

    return read


def _is_whole(text: str) -> bool:
    """Whether no sign is half of one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def number_from(lowest: int, highest: int) -> Reader:
    """A whole number within these."""

    def read(told: Any, place: str) -> int:
        if type(told) is not int:
            raise RefusedError(f"{place} is not a whole number.")
        if not lowest <= told <= highest:
            raise RefusedError(f"{place} goes from {lowest} to {highest}.")
        return told

    return read


def read_uuid(told: Any, place: str) -> UUID:
    """A UUID in its usual writing."""
    try:
        made = UUID(told) if isinstance(told, str) and len(told) == 36 else None
    except ValueError:
        made = None
    if made is None or str(made) != told:
        raise RefusedError(f"{place} is not a UUID.")
    return made


def read_moment(told: Any, place: str) -> Moment:
    """An instant with the minutes that the person's clock was ahead."""
    at = _datetime(told, place)
    offset = at.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        raise RefusedError(f"{place} needs its distance from UTC in whole minutes.")
    return Moment.of(at)


def read_instant(told: Any, place: str) -> datetime:
    """An instant."""
    return read_moment(told, place).at


def _datetime(told: Any, place: str) -> datetime:
    try:
        at = datetime.fromisoformat(told) if isinstance(told, str) and len(told) < 40 else None
    except ValueError:
        at = None
    if at is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise RefusedError(
            f"{place} is no time between {FIRST_YEAR} and {LAST_YEAR}, written as in ISO 8601."
        )
    return at


def read_day(told: Any, place: str) -> date:
    """A calendar day, written as 2026-03-02 and not as a week."""
    try:
        day = date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        day = None
    if day is None or str(day) != told:
        raise RefusedError(f"{place} is no day, written as in ISO 8601.")
    return day


def read_mood(told: Any, place: str) -> Mood:
    """Three ratings, each on its scale or skipped."""
    values = read_object(told, place, _MOOD)
    try:
        return Mood(**values)
    except OutOfRangeError as error:
        raise RefusedError(f"{place}: {error}.") from error


def read_value(told: Any, place: str) -> str | int:
    """What was answered: a text, or a whole number."""
    if type(told) is int:
        return int(number_from(-LARGEST_NUMBER, LARGEST_NUMBER)(told, place))
    return str(text_up_to(LONGEST_NOTE)(told, place))


def read_float(told: Any, place: str) -> float:
    """A number, as a score can be."""
    if type(told) not in (int, float) or not abs(told) <= 1e15:  # nor is what is no number
        raise RefusedError(f"{place} is not a number.")
    return float(told)


def read_bool(told: Any, place: str) -> bool:
    """Yes or no."""
    if not isinstance(told, bool):
        raise RefusedError(f"{place} is neither true nor false.")
    return told


def none_or(read: Reader) -> Reader:
    """The same, or nothing."""
    return lambda told, place: None if told is None else read(told, place)


def list_of(read: Reader, most: int = MOST_PARTS) -> Reader:
    """A list of at most so many."""

    def read_all(told: Any, place: str) -> tuple[Any, ...]:
        if not isinstance(told, list):
            raise RefusedError(f"{place} is not a list.")
        if len(told) > most:
            raise RefusedError(f"{place} has {len(told)} parts; there may be {most}.")
        return tuple(read(each, f"{place}, number {n}") for n, each in enumerate(told, 1))

    return read_all


def pair_of(first: Reader, second: Reader) -> Reader:
    """Two values in a list of two."""

    def read(told: Any, place: str) -> tuple[Any, Any]:
        if not isinstance(told, list) or len(told) != 2:
            raise RefusedError(f"{place} is not a pair.")
        return first(told[0], place), second(told[1], place)

    return read


def one_of(kind: type[Enum]) -> Field:
    """One of the words of this kind."""
    words = {each.value: each for each in kind}

    def read(told: Any, place: str) -> Enum:
        if not isinstance(told, str) or told not in words:
            raise RefusedError(f"{place} is none of {', '.join(words)}.")
        return words[told]

    return Field(lambda value: value.value, read)


# ---------------------------------------------------------------- fields
def _write_moment(moment: Moment) -> str:
    return moment.local.isoformat()


def _write_mood(mood: Mood | None) -> dict[str, int | None] | None:
    if mood is None:
        return None
    return {"distress": mood.distress, "energy": mood.energy, "security": mood.security}


def _write_or_none(value: object) -> str | None:
    return None if value is None else str(value)


_rating = Field(same, none_or(number_from(-100, 100)))  # Mood knows the scales
_MOOD: Final = {"distress": _rating, "energy": _rating, "security": _rating}

NAME = Field(same, text_up_to(LONGEST_NAME))
NOTE = Field(same, text_up_to(LONGEST_NOTE))
REMARK = Field(same, text_up_to(LONGEST_REMARK))
UUID_ = Field(str, read_uuid)
MAYBE_UUID = Field(_write_or_none, none_or(read_uuid))
MAYBE_NAME = Field(same, none_or(NAME.read))
MOMENT = Field(_write_moment, read_moment)
INSTANT = Field(lambda at: at.astimezone(UTC).isoformat(), read_instant)
DAY = Field(str, read_day)
MOOD = Field(_write_mood, read_mood)
MAYBE_MOOD = Field(_write_mood, none_or(read_mood))
MS = Field(same, number_from(0, LARGEST_NUMBER))
VALUE = Field(same, read_value)
YES = Field(same, read_bool)
WORDS = Field(same, list_of(text_up_to(LONGEST_WORD), MOST_WORDS))
ANSWERS = Field(same, list_of(none_or(number_from(-LARGEST_NUMBER, LARGEST_NUMBER))))
SCORES = Field(same, list_of(pair_of(NAME.read, read_float)))
WRITTEN = Field(same, list_of(pair_of(NOTE.read, NOTE.read)))


def read_scale(told: Any, place: str) -> ScaleNote:
    """What the number of a score means."""
    return ScaleNote(**read_object(told, place, _SCALE))


def _write_scales(scales: Iterable[ScaleNote]) -> list[dict[str, Any]]:
    return [write_object(scale, _SCALE) for scale in scales]


_SCALE: Mapping[str, Field] = {
    "name": NAME,
    "least": Field(same, read_float),
    "most": Field(same, read_float),
    "direction": one_of(Direction),
    "sd": Field(same, none_or(read_float)),
    "reliability": Field(same, none_or(read_float)),
}
SCALES = Field(_write_scales, list_of(read_scale))
