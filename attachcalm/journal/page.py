"""What a person writes down beside their sittings: check-ins, scores, look-backs, own words.

A sitting is a chain of facts that never change.  A page is a person's own writing: it can be
changed and taken out again.  Whoever keeps pages keeps the one that was changed last.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid5

from attachcalm.journal.mood import UNRATED, Moment, Mood

MOST_WORDS = 40  # feelings words, or tags, of one page
LONGEST_WORD = 60  # characters
LONGEST_NOTE = 20_000  # characters
LONGEST_SLOT = 60  # characters of its name that are shown
OTHER_MEASURE = "other"  # the id of a measure that is not known: its names are the person's own


class Direction(StrEnum):
    """What a higher number on a scale of a measure means."""

    BETTER = "better"
    HARDER = "harder"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class ScaleNote:
    """A scale of a measure as it was when the score was kept: what its number goes from and to.

    `sd` and `reliability` are of the reference group, where somebody wrote them down.
    """

    name: str
    least: float
    most: float
    direction: Direction
    sd: float | None = None
    reliability: float | None = None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How it is right now, with or without an exercise; several a day are several pages.

    With a `sitting` it says more of that one and holds no rating of its own.
    """

    id: UUID
    at: Moment  # the moment that it speaks of
    changed: datetime  # aware: when it was last written; the latest holds
    mood: Mood = UNRATED
    words: tuple[str, ...] = ()  # feelings
    tags: tuple[str, ...] = ()  # what was going on
    note: str = ""
    sitting: UUID | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """One filling of a measure: the answers where the items are ours to show, else the scores.

    `revision` is the checksum of the measure's wording and `scales` say what the values mean, so
    that a score outlives a change of the measure's file.
    """

    id: UUID
    at: Moment
    changed: datetime
    measure: str  # its id
    title: str
    answers: tuple[int | None, ...] = ()  # item by item, None where it was left out
    values: tuple[tuple[str, float], ...] = ()  # name of the scale → score
    revision: str = ""
    is_gone: bool = False
    scales: tuple[ScaleNote, ...] = ()  # told with the values, in their order


@dataclass(frozen=True, slots=True)
class LookBack:
    """A week looked back on: three questions, and felt security where it was rated."""

    id: UUID
    at: Moment
    changed: datetime
    week: date  # its Monday
    mood: Mood = UNRATED
    answers: tuple[tuple[str, str], ...] = ()  # question → what was written
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class OwnWord:
    """What the person wants to stand in a slot, whatever was answered before.

    Taken out, it hides the answers given until then, and never a later one.  A slot has one page,
    `own_word_id`, so that two copies of a journal join to one.
    """

    id: UUID
    at: Moment  # when it was written
    changed: datetime
    slot: str
    text: str = ""
    is_gone: bool = False


_SLOTS: Final = UUID("8b6d2f0e-5c1a-4e7b-9d35-2a90c4f7e618")


def own_word_id(slot: str) -> UUID:
    """The name of the page of this slot, the same in every journal."""
    return uuid5(_SLOTS, slot)


Page = CheckIn | Score | LookBack | OwnWord


def taken_out(page: Page, changed: datetime) -> Page:
    """What is left of a page that was deleted: enough that no older copy brings it back."""
    match page:
        case CheckIn():
            return CheckIn(page.id, page.at, changed, is_gone=True)
        case Score():
            return Score(page.id, page.at, changed, page.measure, "", is_gone=True)
        case LookBack():
            return LookBack(page.id, page.at, changed, page.week, is_gone=True)
        case OwnWord():
            return OwnWord(page.id, page.at, changed, page.slot, is_gone=True)


def written_again(page: Page, changed: datetime) -> Page:
    """The same page, written later than any other copy: what undoing a deletion keeps."""
    return replace(page, changed=changed)


def kept(pages: Iterable[Page], since: date | None = None) -> tuple[Page, ...]:
    """Each page once, as it was last written, without those taken out, by their moment.

    Of two that were written at the same instant the one told first holds.
    """
    there = [page for page in latest(pages) if not page.is_gone]
    return tuple(page for page in there if since is None or page.at.day >= since)


def latest(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Each page once, as it was last written, also those taken out, by their moment."""
    last: dict[UUID, Page] = {}
    for page in pages:
        known = last.get(page.id)
        if known is None or known.changed < page.changed:
            last[page.id] = page
    return tuple(sorted(last.values(), key=lambda page: (page.at.at, str(page.id))))
