"""Which exercises ask for what stands in a slot, and which say it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from attachcalm.exercises import slots
from attachcalm.exercises.library import Library
from attachcalm.exercises.model import Ask, Breathe, Choose, Exercise, Part, Pause, Say


@dataclass(frozen=True, slots=True)
class Uses:
    """The titles of the exercises that ask for it, and of those in whose texts it stands."""

    asked_in: tuple[str, ...] = ()
    said_in: tuple[str, ...] = ()


def uses_of(library: Library) -> Mapping[str, Uses]:
    """Of each slot that any exercise knows.  For the worker: every exercise is looked through."""
    asked: dict[str, list[str]] = {}
    said: dict[str, list[str]] = {}
    for card in library.cards:
        exercise = library.exercise(card.id)
        for names, known in ((_asked(exercise), asked), (_said(exercise), said)):
            for slot in names:
                known.setdefault(slot, []).append(card.title)
    return {slot: Uses(_sorted(asked, slot), _sorted(said, slot)) for slot in asked | said}


def _sorted(titles: Mapping[str, list[str]], slot: str) -> tuple[str, ...]:
    return tuple(sorted(titles.get(slot, ()), key=str.casefold))


def _asked(exercise: Exercise) -> set[str]:
    parts = (part for step in exercise.steps for part in step.parts)
    return {part.keep_as for part in parts if isinstance(part, Ask) and part.keep_as}


def _said(exercise: Exercise) -> set[str]:
    parts = (part for step in exercise.steps for part in step.parts)
    return {slot for part in parts for text in _texts(part) for slot in slots.names(text)}


def _texts(part: Part) -> Iterator[str]:
    match part:
        case Say() | Pause():
            yield part.text
        case Ask() | Choose():
            yield part.question
        case Breathe():
            yield from (line.text for line in part.lines)
