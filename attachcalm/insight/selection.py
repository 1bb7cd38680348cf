"""Which of the records a chart shows: a period, an exercise, a tag, a part of the day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from attachcalm.insight.period import ALL_TIME, Period
from attachcalm.journal.entry import Entry
from attachcalm.journal.page import CheckIn, LookBack, Page


class DayPart(StrEnum):
    """A quarter of the person's own day."""

    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def part_of(at: datetime) -> DayPart:
    """The part of the day of a moment on the person's own clock."""
    return tuple(DayPart)[at.hour // 6]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants to see; what is None is not asked for."""

    period: Period = ALL_TIME
    exercise_id: str | None = None
    tag: str | None = None
    part: DayPart | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether anything but the period is asked for."""
        return (self.exercise_id, self.tag, self.part) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Selection:
    """The records that a wish lets through, by their moments, and how many there are in all."""

    wish: Wish
    today: date
    entries: tuple[Entry, ...]
    check_ins: tuple[CheckIn, ...]
    look_backs: tuple[LookBack, ...] = ()  # those in which felt security was rated


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to wish for: exercises by id with their latest title, and tags; by name."""

    exercises: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()


def choices_of(entries: Iterable[Entry], pages: Iterable[Page]) -> Choices:
    """What these records can be narrowed to."""
    titles = {entry.started.exercise_id: entry.started.exercise_title for entry in entries}
    tags = {tag for page in pages if isinstance(page, CheckIn) for tag in page.tags}
    named = sorted(titles.items(), key=lambda named: (named[1].casefold(), named[0]))
    return Choices(tuple(named), tuple(sorted(tags, key=str.casefold)))


def select(entries: Iterable[Entry], pages: Collection[Page], wish: Wish, today: date) -> Selection:
    """Return what the wish lets through, whatever the order of the records.

    A check-in belongs to no exercise; one that says more of a sitting gives it its tags and is
    not a rating of its own.
    """
    told = [page for page in pages if isinstance(page, CheckIn)]
    tags: dict[UUID, set[str]] = {}
    for page in told:
        if page.sitting is not None:
            tags.setdefault(page.sitting, set()).update(page.tags)
    chosen = [
        entry
        for entry in entries
        if _lets(wish, entry.started.at.local, tags.get(entry.sitting, ()), today)
        and wish.exercise_id in {None, entry.started.exercise_id}
    ]
    alone = [
        page
        for page in told
        if page.sitting is None
        and wish.exercise_id is None
        and _lets(wish, page.at.local, page.tags, today)
    ]
    chosen.sort(key=lambda entry: (entry.started.at.at, str(entry.sitting)))
    alone.sort(key=lambda page: (page.at.at, str(page.id)))
    looked = [
        page
        for page in pages
        if isinstance(page, LookBack)
        and page.mood.security is not None
        and wish.exercise_id is None
        and _lets(wish, page.at.local, (), today)
    ]
    looked.sort(key=lambda page: (page.at.at, str(page.id)))
    return Selection(wish, today, tuple(chosen), tuple(alone), tuple(looked))


def _lets(wish: Wish, at: datetime, tags: Iterable[str], today: date) -> bool:
    return (
        wish.period.holds(at.date(), today)
        and wish.part in {None, part_of(at)}
        and (wish.tag is None or wish.tag in tags)
    )
