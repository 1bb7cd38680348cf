"""One scale's ratings in order: what a chart over days, its table and its words show.

Nothing is imputed: a rating that was skipped is None, and None is never drawn or counted as 0.
The person's own calendar day decides what belongs to a period and what is a gap.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from attachcalm.insight.claims import LEAST
from attachcalm.insight.middle import middle_of
from attachcalm.insight.period import Period
from attachcalm.insight.scale import DISTRESS_SCALE, Scale
from attachcalm.insight.selection import Selection
from attachcalm.journal.entry import Ending
from attachcalm.journal.mood import EPOCH, to_us
from attachcalm.journal.page import CheckIn, LookBack
from attachcalm.journal.sitting import Sitting, hour_of, ordinal_of

WINDOW: Final = 7  # sittings in a rolling median
GAP_DAYS: Final = 7  # a line breaks where more days than this lie between two ratings


class Stick(NamedTuple):
    """The ratings before and after one sitting; None is a rating that was skipped.

    A check-in without an exercise is a stick with nothing after, and `is_alone`.  Light, for there
    can be very many: `at` and `day` are made of the numbers when they are asked for.
    """

    ordinal: int  # the person's own calendar day, as `date.toordinal` counts
    us: int  # when it began: microseconds since 1970 in UTC
    sitting: str  # its id, or the check-in's
    offset_minutes: int  # what the person's clock was ahead of UTC
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
    def at(self) -> datetime:
        """When it began, on the person's own clock."""
        return (EPOCH + timedelta(microseconds=self.us)).astimezone(
            timezone(timedelta(minutes=self.offset_minutes))
        )

    @property
    def day(self) -> date:
        """The person's own calendar day."""
        return date.fromordinal(self.ordinal)

    @property
    def hour(self) -> int:
        """The hour on the person's own clock, 0 to 23."""
        return hour_of(self.us, self.offset_minutes)


class Usual(NamedTuple):
    """The usual levels at one stick: medians of the last 7 sittings rated before and after.

    From the third on since the last gap, so 3 to 7 sittings.  `position` says which stick.
    """

    position: int
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
    sticks = list(_sticks(chosen.sittings, scale))
    sticks += _alone((*chosen.check_ins, *chosen.look_backs), scale)
    sticks.sort(key=itemgetter(slice(3)))  # the day, the instant, the id
    return Series(
        period=chosen.wish.period,
        scale=scale,
        sticks=tuple(sticks),
        runs=tuple(_runs(sticks)),
        gaps=tuple(_gaps(sticks)),
        sittings=len(chosen.sittings),
        days=len({sitting.ordinal for sitting in chosen.sittings}),
        practised_ms=tuple(s.practised_ms for s in chosen.sittings if s.practised_ms > 0),
    )


def _sticks(sittings: Iterable[Sitting], scale: Scale) -> Iterator[Stick]:
    """The stick of each sitting, none of one that was rated neither before nor after."""
    for sitting in sittings:
        before, after = scale.of(sitting.before), scale.of(sitting.after)
        if before is None and after is None:
            continue
        yield Stick(
            sitting.ordinal,
            sitting.us,
            sitting.id,
            sitting.offset_minutes,
            sitting.exercise_title,
            before,
            after,
            sitting.ending is not Ending.FINISHED,
        )


def _alone(pages: Iterable[CheckIn | LookBack], scale: Scale) -> Iterator[Stick]:
    for page in pages:
        rated = scale.of(page.mood)
        if rated is None:
            continue
        us, offset = to_us(page.at.at), page.at.offset_minutes
        title = "Check-in" if isinstance(page, CheckIn) else "Look-back"
        yield Stick(
            ordinal_of(us, offset), us, str(page.id), offset, title, rated, None, is_alone=True
        )


def _gaps(sticks: Sequence[Stick]) -> Iterator[Gap]:
    for last, following in pairwise(stick.ordinal for stick in sticks):
        if following - last > GAP_DAYS:
            yield Gap(date.fromordinal(last), date.fromordinal(following))


def _runs(sticks: Sequence[Stick]) -> Iterator[tuple[Usual, ...]]:
    """Only sittings with both ratings count, so that the band compares like with like."""
    run: list[Usual] = []
    befores: deque[int] = deque(maxlen=WINDOW)
    afters: deque[int] = deque(maxlen=WINDOW)
    last: int | None = None
    for index, stick in enumerate(sticks):
        if stick.before is None or stick.after is None:
            continue
        if last is not None and stick.ordinal - last > GAP_DAYS:
            if run:
                yield tuple(run)
            run = []
            befores.clear()
            afters.clear()
        last = stick.ordinal
        befores.append(stick.before)
        afters.append(stick.after)
        if len(befores) >= LEAST:
            run.append(Usual(index, middle_of(befores), middle_of(afters)))
    if run:
        yield tuple(run)
