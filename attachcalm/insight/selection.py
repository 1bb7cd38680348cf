"""Which of the records a chart shows: a period, an exercise, a tag, a part of the day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from operator import itemgetter
from typing import Final

from attachcalm.insight.period import ALL_TIME, Period
from attachcalm.journal.page import CheckIn, LookBack, Page
from attachcalm.journal.sitting import Sitting


class DayPart(StrEnum):
    """A quarter of the person's own day."""

    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


_PARTS: Final = tuple(DayPart)


def part_of(hour: int) -> DayPart:
    """The part of the day of an hour on the person's own clock."""
    return _PARTS[hour // 6]


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
    sittings: tuple[Sitting, ...]
    check_ins: tuple[CheckIn, ...]
    look_backs: tuple[LookBack, ...] = ()  # those in which felt security was rated


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to wish for: exercises by id with their latest title, and tags; by name."""

    exercises: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()


def choices_of(sittings: Iterable[Sitting], pages: Iterable[Page]) -> Choices:
    """What these records can be narrowed to."""
    titles = {sitting.exercise_id: sitting.exercise_title for sitting in sittings}
    tags = {tag for page in pages if isinstance(page, CheckIn) for tag in page.tags}
    named = sorted(titles.items(), key=lambda named: (named[1].casefold(), named[0]))
    return Choices(tuple(named), tuple(sorted(tags, key=str.casefold)))


def select(
    sittings: Iterable[Sitting], pages: Collection[Page], wish: Wish, today: date
) -> Selection:
    """Return what the wish lets through, whatever the order of the records.

    A check-in belongs to no exercise; one that says more of a sitting gives it its tags and is
    not a rating of its own.
    """
    told = [page for page in pages if isinstance(page, CheckIn)]
    looked = [
        page for page in pages if isinstance(page, LookBack) and page.mood.security is not None
    ]
    ordinals = wish.period.ordinals(today)
    chosen = [sitting for sitting in sittings if sitting.ordinal in ordinals]
    alone = [page for page in told if page.sitting is None and page.at.day.toordinal() in ordinals]
    looked = [page for page in looked if page.at.day.toordinal() in ordinals]
    if wish.part is not None:
        chosen = [sitting for sitting in chosen if part_of(sitting.hour) is wish.part]
        alone = [page for page in alone if part_of(page.at.local.hour) is wish.part]
        looked = [page for page in looked if part_of(page.at.local.hour) is wish.part]
    if wish.tag is not None:
        tagged = {str(page.sitting) for page in told if wish.tag in page.tags}
        chosen = [sitting for sitting in chosen if sitting.id in tagged]
        alone = [page for page in alone if wish.tag in page.tags]
        looked = []  # a look-back has no tags …
    if wish.exercise_id is not None:
        chosen = [sitting for sitting in chosen if sitting.exercise_id == wish.exercise_id]
        alone, looked = [], []  # … and, as a check-in, no exercise
    chosen.sort(key=itemgetter(1, 0))  # the instant, the id
    alone.sort(key=_by_moment)
    looked.sort(key=_by_moment)
    return Selection(wish, today, tuple(chosen), tuple(alone), tuple(looked))


def _by_moment(page: Page) -> tuple[datetime, str]:
    return page.at.at, str(page.id)
