"""Which exercises fit this moment, each with the rule that chose it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from attachcalm.exercises.card import Card, Version
from attachcalm.journal.entry import Entry
from attachcalm.journal.remark import Remark
from attachcalm.support.own import Own


class Pull(StrEnum):
    """What closeness does to the person in this moment."""

    REACHING = "reaching"  # reaching out hard: protest
    SHUTTING = "shutting"  # shutting down: pulling away


@dataclass(frozen=True, slots=True)
class Now:
    """Where the person is; whatever was not said is None.  Scales as in journal.mood."""

    distress: int | None = None
    energy: int | None = None
    pull: Pull | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What the record knows, up to today."""

    entries: tuple[Entry, ...] = ()
    remarks: tuple[Remark, ...] = ()
    today: date = date.min


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One exercise that fits, in the version that fits, and why: the rule first, in sentences."""

    card: Card
    version: Version
    why: tuple[str, ...]


def suggest(
    cards: Iterable[Card], now: Now, own: Own, history: History, most: int = 3
) -> tuple[Suggestion, ...]:
    """What fits this moment, best first, at most so many; nothing that a flag or a gate hides."""
    raise NotImplementedError
