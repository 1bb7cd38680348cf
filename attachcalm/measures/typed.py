"""What a person types of a score from elsewhere → a score, or a sentence on what to mend."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from math import isfinite
from uuid import UUID

from attachcalm.journal.mood import Moment
from attachcalm.journal.page import LONGEST_WORD, Direction, ScaleNote, Score

_FURTHEST = 1e6


class TypedFault(ValueError):
    """What is to be mended, as a sentence for the person; `field` is where."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class TypedScale:
    """One line of the form, as typed."""

    name: str
    value: str
    least: str
    most: str
    direction: Direction
    sd: str = ""
    reliability: str = ""


def score_typed(
    key: tuple[UUID, datetime], measure: str, title: str, day: date, scales: Sequence[TypedScale]
) -> Score:
    """The score that these lines tell; lines without a value are left out.

    `key` is its id and the aware time now.  Raises TypedFault.
    """
    title = " ".join(title.split())
    if not title or len(title) > LONGEST_WORD:
        raise TypedFault("title", "Please write the name of the measure first.")
    told = [(at, line) for at, line in enumerate(scales) if line.value.strip()]
    if not told:
        raise TypedFault("value_0", "Please write one number at least.")
    notes = [_note(at, line) for at, line in told]
    if len({note.name for note in notes}) != len(notes):
        raise TypedFault(f"name_{told[-1][0]}", "Please give each number a name of its own.")
    values = tuple(
        (note.name, _value(at, line, note)) for note, (at, line) in zip(notes, told, strict=True)
    )
    score_id, now = key
    return Score(
        score_id, noon_of(day, now), now, measure, title, values=values, scales=tuple(notes)
    )


def noon_of(day: date, now: datetime) -> Moment:
    """The moment that is kept for a day of which the hour is not known.  `now` gives the zone.

    Today is now: noon may not have been yet.
    """
    if day == now.date():
        return Moment.of(now)
    return Moment.of(datetime.combine(day, time(12), tzinfo=now.tzinfo))


def day_typed(text: str, today: date) -> date:
    """The day that was typed, year first.  Raises TypedFault for none, or one to come."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise TypedFault("day", f"Please write the day like this: {today.isoformat()}") from error
    if day > today:
        raise TypedFault("day", "That day has not come yet. Please write the day it was.")
    if day.year < 1900:
        raise TypedFault("day", "That is longer ago than a person remembers.")
    return day


def number_typed(text: str, field: str, what: str) -> float:
    """The number that was typed, with a point or a comma.  Raises TypedFault."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError as error:
        raise TypedFault(field, f"Please write {what} as a number.") from error
    if not isfinite(number) or abs(number) > _FURTHEST:
        raise TypedFault(field, f"Please write {what} as a number.")
    return number


def _note(at: int, line: TypedScale) -> ScaleNote:
    name = " ".join(line.name.split()) or "Total"
    if len(name) > LONGEST_WORD:
        raise TypedFault(f"name_{at}", f"Please use at most {LONGEST_WORD} letters for a name.")
    least = number_typed(line.least, f"least_{at}", "the lowest possible number")
    most = number_typed(line.most, f"most_{at}", "the highest possible number")
    if least >= most:
        raise TypedFault(f"most_{at}", "The highest possible number is to be above the lowest.")
    sd = reliability = None
    if line.sd.strip() or line.reliability.strip():
        sd = number_typed(line.sd, f"sd_{at}", "the standard deviation")
        reliability = number_typed(line.reliability, f"reliability_{at}", "the reliability")
        if sd <= 0:
            raise TypedFault(f"sd_{at}", "A standard deviation is above 0.")
        if not 0 <= reliability < 1:
            raise TypedFault(f"reliability_{at}", "A reliability is from 0 up to below 1.")
    return ScaleNote(name, least, most, line.direction, sd, reliability)


def _value(at: int, line: TypedScale, note: ScaleNote) -> float:
    value = number_typed(line.value, f"value_{at}", "the score")
    if not note.least <= value <= note.most:
        raise TypedFault(
            f"value_{at}",
            f"{note.name} goes from {note.least:g} to {note.most:g}; {value:g} is not on it.",
        )
    return value
