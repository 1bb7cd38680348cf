"""One scale's ratings in order: what a chart over days, its table and its words show.

Nothing is imputed: a rating that was skipped is None, and None is never drawn or counted as 0.
The person's own calendar day decides what belongs to a period and what is a gap.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Final
from uuid import UUID

from attachcalm.insight.claims import LEAST
from attachcalm.insight.middle import middle_of
from attachcalm.insight.period import Period
from attachcalm.insight.scale import DISTRESS_SCALE, Scale
from attachcalm.insight.selection import Selection
from attachcalm.journal.entry import Ending, Entry
from attachcalm.journal.page import CheckIn, LookBack

WINDOW: Final = 7  # sittings in a rolling median
GAP_DAYS: Final = 7  # a line breaks where more days than this lie between two ratings


@dataclass(frozen=True, slots=True)
class Stick:
    """The ratings before and after one sitting; None is a rating that was skipped.

    A check-in without an exercise is a stick with nothing after, and `is_alone`.
    """

    sitting: UUID  # or the check-in
    at: datetime  # when it began, on the person's own clock
    exercise_title: str
    before: int | None
    after: int | None
    stopped: bool = False  # ended early, by the person or by the machine going away
    is_alone: bool = False

    @property
    def change(self) -> int | None:
        """After minus before: negative is lower afterwards.  None unless both are there."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def day(self) -> date:
        """The person's own calendar day."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual levels at one stick: medians of the last 7 sittings rated before and after.

    From the third on since the last gap, so 3 to 7 sittings.  `index` says which stick.
    """

    index: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Gap:
    """More than 7 days between two rated days; nothing is known of what lies between."""

    last: date
    following: date

    @property
    def days(self) -> int:
        """How many days lie between, not counting the two rated ones."""
        return (self.following - self.last).days - 1


@dataclass(frozen=True, slots=True)
class Series:
    """A selection on one scale: a stick for each sitting or check-in that is rated on it."""

    period: Period
    scale: Scale
    sticks: tuple[Stick, ...]
    runs: tuple[tuple[Usual, ...], ...]  # the band, broken where nothing was rated for long
    gaps: tuple[Gap, ...]
    sittings: int  # with those that have no rating at all
    days: int  # the person's calendar days with a sitting
    practised_ms: tuple[int, ...]  # of each sitting in which time was spent

    @property
    def n(self) -> int:
        """How many sittings and check-ins have a rating."""
        return len(self.sticks)


def series_of(chosen: Selection, scale: Scale = DISTRESS_SCALE) -> Series:
    """The series of these records on this scale, by the person's own days."""
    sticks = [stick for entry in chosen.entries if (stick := _stick(entry, scale)) is not None]
    alone: tuple[CheckIn | LookBack, ...] = (*chosen.check_ins, *chosen.look_backs)
    sticks += [stick for page in alone if (stick := _alone(page, scale)) is not None]
    sticks.sort(key=lambda stick: (stick.day, stick.at, str(stick.sitting)))
    ended = (entry.ended for entry in chosen.entries)
    return Series(
        period=chosen.wish.period,
        scale=scale,
        sticks=tuple(sticks),
        runs=tuple(_runs(sticks)),
        gaps=tuple(_gaps(sticks)),
        sittings=len(chosen.entries),
        days=len({entry.started.at.day for entry in chosen.entries}),
        practised_ms=tuple(end.practised_ms for end in ended if end and end.practised_ms > 0),
    )


def _stick(entry: Entry, scale: Scale) -> Stick | None:
    """Return the stick of an entry, None if it was rated neither before nor after."""
    before, after, ended = scale.of(entry.before), scale.of(entry.after), entry.ended
    if before is None and after is None:
        return None
    return Stick(
        sitting=entry.sitting,
        at=entry.started.at.local,
        exercise_title=entry.started.exercise_title,
        before=before,
        after=after,
        stopped=ended is None or ended.ending is not Ending.FINISHED,
    )


def _alone(page: CheckIn | LookBack, scale: Scale) -> Stick | None:
    rated = scale.of(page.mood)
    if rated is None:
        return None
    title = "Check-in" if isinstance(page, CheckIn) else "Look-back"
    return Stick(page.id, page.at.local, title, rated, None, is_alone=True)


def _gaps(sticks: Sequence[Stick]) -> Iterator[Gap]:
    for last, following in pairwise(stick.day for stick in sticks):
        if (following - last).days > GAP_DAYS:
            yield Gap(last, following)


def _runs(sticks: Sequence[Stick]) -> Iterator[tuple[Usual, ...]]:
    """Only sittings with both ratings count, so that the band compares like with like."""
    run: list[Usual] = []
    befores: deque[int] = deque(maxlen=WINDOW)
    afters: deque[int] = deque(maxlen=WINDOW)
    last: date | None = None
    for index, stick in enumerate(sticks):
        if stick.before is None or stick.after is None:
            continue
        day = stick.day
        if last is not None and (day - last).days > GAP_DAYS:
            if run:
                yield tuple(run)
            run = []
            befores.clear()
            afters.clear()
        last = day
        befores.append(stick.before)
        afters.append(stick.after)
        if len(befores) >= LEAST:
            run.append(Usual(index, middle_of(befores), middle_of(afters)))
    if run:
        yield tuple(run)
