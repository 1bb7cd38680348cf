"""The ratings before and after practice, in order: what the Trends chart, table and words show.

Nothing is imputed: a rating that was skipped is None, and None is never drawn or counted as 0.
The person's own calendar day decides what belongs to a period and what is a gap.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final
from uuid import UUID

from attachcalm.insight.claims import LEAST
from attachcalm.insight.middle import middle_of
from attachcalm.journal.entry import Ending, Entry

WINDOW: Final = 7  # sittings in a rolling median
GAP_DAYS: Final = 7  # a line breaks where more days than this lie between two ratings


@dataclass(frozen=True, slots=True)
class Period:
    """The last `days` days up to today, today among them; None: everything there is.

    Raises ValueError for a period of less than one day.
    """

    days: int | None

    def __post_init__(self) -> None:
        if self.days is not None and self.days < 1:
            raise ValueError(f"a period has at least 1 day; {self.days} is not enough")

    def first_day(self, today: date) -> date:
        """Return its first day; a period longer than the calendar begins with the calendar."""
        reach = today.toordinal() - date.min.toordinal()
        if self.days is None or self.days > reach:
            return date.min
        return today - timedelta(days=self.days - 1)

    @property
    def words(self) -> str:
        """How a sentence says it: "in the last 30 days", "today", "so far"."""
        if self.days is None:
            return "so far"
        return "today" if self.days == 1 else f"in the last {self.days} days"


THIRTY_DAYS: Final = Period(30)
NINETY_DAYS: Final = Period(90)
YEAR: Final = Period(365)
ALL_TIME: Final = Period(None)
PERIODS: Final = (THIRTY_DAYS, NINETY_DAYS, YEAR, ALL_TIME)


@dataclass(frozen=True, slots=True)
class Stick:
    """Distress (0 to 10) before and after one sitting; None is a rating that was skipped."""

    sitting: UUID
    at: datetime  # when it began, on the person's own clock
    exercise_title: str
    before: int | None
    after: int | None
    stopped: bool = False  # ended early, by the person or by the machine going away

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
    """The sittings of a period: one stick for each with a distress rating, by day and time."""

    period: Period
    sticks: tuple[Stick, ...]
    runs: tuple[tuple[Usual, ...], ...]  # the band, broken where nothing was rated for long
    gaps: tuple[Gap, ...]
    sittings: int  # with those that have no rating at all
    days: int  # the person's calendar days with a sitting
    practised_ms: tuple[int, ...]  # of each sitting in which time was spent

    @property
    def n(self) -> int:
        """How many sittings have a distress rating, before or after."""
        return len(self.sticks)


def series_of(
    entries: Iterable[Entry], today: date, period: Period, exercise_id: str | None = None
) -> Series:
    """The series of these entries, whatever their order; with `exercise_id`, of that one only.

    `today` is the person's day.  A sitting dated after it, by a clock that was wrong once, is
    shown where it says it is and not lost.
    """
    first = period.first_day(today)
    chosen = [
        (local, entry)
        for entry in entries
        if exercise_id is None or entry.started.exercise_id == exercise_id
        if (local := entry.started.at.local).date() >= first
    ]
    chosen.sort(key=lambda pair: (pair[0].date(), pair[0], pair[1].sitting))
    sticks = tuple(stick for pair in chosen if (stick := _stick(*pair)) is not None)
    ended = (entry.ended for _, entry in chosen)
    return Series(
        period=period,
        sticks=sticks,
        runs=tuple(_runs(sticks)),
        gaps=tuple(_gaps(sticks)),
        sittings=len(chosen),
        days=len({local.date() for local, _ in chosen}),
        practised_ms=tuple(end.practised_ms for end in ended if end and end.practised_ms > 0),
    )


def _stick(local: datetime, entry: Entry) -> Stick | None:
    """Return the stick of an entry, None if distress was rated neither before nor after."""
    before, after, ended = entry.before, entry.after, entry.ended
    rated_before = before.distress if before else None
    rated_after = after.distress if after else None
    if rated_before is None and rated_after is None:
        return None
    return Stick(
        sitting=entry.sitting,
        at=local,
        exercise_title=entry.started.exercise_title,
        before=rated_before,
        after=rated_after,
        stopped=ended is None or ended.ending is not Ending.FINISHED,
    )


def _gaps(sticks: tuple[Stick, ...]) -> Iterator[Gap]:
    for last, following in pairwise(stick.day for stick in sticks):
        if (following - last).days > GAP_DAYS:
            yield Gap(last, following)


def _runs(sticks: tuple[Stick, ...]) -> Iterator[tuple[Usual, ...]]:
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
