"""What stands in each slot now: the latest of all answers and own words, or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from attachcalm.journal.mood import Moment
from attachcalm.journal.page import OwnWord, Page


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that an exercise kept for a slot."""

    slot: str
    text: str
    at: Moment
    sitting: UUID
    exercise_id: str
    exercise_title: str


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in a slot, since when, and the answer that it came from.

    `given` is None where the person wrote it down outside an exercise.
    """

    slot: str
    text: str
    at: Moment
    changed: datetime  # aware: whatever is written later holds instead
    given: Given | None = None


def held(given: Iterable[Given], pages: Iterable[Page]) -> dict[str, Held]:
    """What stands in each slot; `given` in the order of its times, pages with those taken out.

    Of an answer and an own word the later holds, at one instant the own word.  Nothing stands in a
    slot whose last writing says that it was taken out.
    """
    last: dict[str, Held] = {}
    answers: dict[str, list[Given]] = {}
    for answer in given:
        answers.setdefault(answer.slot, []).append(answer)
        last[answer.slot] = Held(answer.slot, answer.text, answer.at, answer.at.at, answer)
    written = [page for page in pages if isinstance(page, OwnWord)]
    return _joined(last, written, answers)


def held_with(known: Mapping[str, Held], pages: Iterable[Page]) -> dict[str, Held]:
    """The same, and beside it pages that no journal has taken yet."""
    answers = {slot: [each.given] for slot, each in known.items() if each.given is not None}
    return _joined(known, [page for page in pages if isinstance(page, OwnWord)], answers)


def _joined(
    last: Mapping[str, Held], written: Iterable[OwnWord], answers: Mapping[str, list[Given]]
) -> dict[str, Held]:
    now: dict[str, Held] = dict(last)
    gone: set[str] = set()
    for page in sorted(written, key=lambda page: (page.changed, str(page.id))):
        there = now.get(page.slot)
        if there is not None and page.changed < there.changed:
            continue
        alike = [each for each in answers.get(page.slot, ()) if each.text == page.text]
        came_from = alike[-1] if alike else None
        now[page.slot] = Held(page.slot, page.text, page.at, page.changed, came_from)
        (gone.add if page.is_gone else gone.discard)(page.slot)
    return {slot: each for slot, each in now.items() if slot not in gone}
