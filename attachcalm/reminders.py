"""When a person wants to be reminded: a plan of their own, the next time in it, and a calendar.

The plan speaks of the clock on the wall.  Moments are compared as instants, so that a change to
or from daylight saving time neither doubles nor loses one: a time that the clock leaps over comes
when the clock would have shown it, a time that the clock shows twice comes at the first.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from attachcalm.settings import Settings

GRACE = timedelta(minutes=15)
"""How late a reminder may come; after that (the machine slept) it is left out, not made up for."""

DAYS = 7
_FARTHEST = 14 * DAYS + 1  # every weekday has met every day of every rhythm by then


class Kind(StrEnum):
    """What a reminder leads to."""

    PRACTISE = "practise"
    BASE = "base"  # a minute with somebody in one's corner


@dataclass(frozen=True, slots=True)
class Rhythm:
    """So many days with reminders, then so many days of rest; without rest, every day."""

    on: int = 1
    off: int = 0

    def has(self, day: int) -> bool:
        """Whether there are reminders on this day, the first of the rhythm being 0."""
        return day % (self.on + self.off) < self.on


RHYTHMS = {"none": Rhythm(), "3-1": Rhythm(3, 1), "5-2": Rhythm(5, 2), "7-7": Rhythm(7, 7)}


@dataclass(frozen=True, slots=True)
class Plan:
    """What the person wants.  `weekdays` count from Monday, 0.

    No time between `quiet_from` and `quiet_to` is a time for a reminder; the same twice means that
    no hour is quiet.  Before `resting_until` there is none at all.
    """

    on: bool = False
    kind: Kind = Kind.PRACTISE
    times: tuple[time, ...] = ()
    weekdays: frozenset[int] = frozenset(range(DAYS))
    quiet_from: time = time(21, 30)
    quiet_to: time = time(8)
    rhythm: Rhythm = Rhythm()
    since: date = date(2024, 1, 1)  # the first day of the rhythm
    resting_until: date | None = None
    neutral: bool = False

    def is_quiet(self, at: time) -> bool:
        """Whether this is a quiet time of the day: from the first minute, up to the last."""
        begin, end = self.quiet_from, self.quiet_to
        if begin <= end:
            return begin <= at < end
        return at >= begin or at < end

    def has_day(self, day: date) -> bool:
        """Whether reminders may come on this day."""
        if self.resting_until is not None and day < self.resting_until:
            return False
        return day.weekday() in self.weekdays and self.rhythm.has((day - self.since).days)

    @property
    def open_times(self) -> tuple[time, ...]:
        """The times of the day that are not quiet, in order, each once."""
        return tuple(sorted(at for at in {*self.times} if not self.is_quiet(at)))


def plan_of(settings: Settings) -> Plan:
    """The plan that the settings hold."""
    return Plan(
        on=settings.reminders,
        kind=Kind(settings.reminder_kind),
        times=tuple(map(time.fromisoformat, settings.reminder_times)),
        weekdays=frozenset(settings.reminder_days),
        quiet_from=time.fromisoformat(settings.quiet_from),
        quiet_to=time.fromisoformat(settings.quiet_to),
        rhythm=RHYTHMS[settings.reminder_rest],
        since=_day(settings.reminder_since) or date(2024, 1, 1),
        resting_until=_day(settings.reminder_resting_until),
        neutral=settings.reminder_neutral,
    )


# ---------------------------------------------------------------- when
def next_at(plan: Plan, now: datetime) -> datetime | None:
    """The first reminder after `now`, in its zone; None if the plan has none.

    `now` must know its zone.  With a zone that only knows its offset of today, the answer is
    right until the offset changes: ask again after that.
    """
    if not plan.on:
        return None
    first = now.date() - timedelta(days=1)
    if plan.resting_until is not None:
        first = max(first, plan.resting_until)
    days = (first + timedelta(days=ahead) for ahead in range(_FARTHEST))
    later = (at for at in _moments(plan, days, now) if at > now.astimezone(UTC))
    found = next(later, None)
    return None if found is None else found.astimezone(now.tzinfo)


def coming(plan: Plan, now: datetime, most: int) -> Iterator[datetime]:
    """The reminders after `now`, in order, `most` of them or as many as there are."""
    at: datetime | None = now
    for _ in range(most):
        at = next_at(plan, at) if at is not None else None
        if at is not None:
            yield at


def due(plan: Plan, now: datetime, last_shown: datetime | None) -> datetime | None:
    """The reminder to be shown now: come within `GRACE`, and after the last one; None if none is.

    Of several it is the latest, so nothing piles up; in quiet hours none is.  A last one that is
    still to come was shown by a clock that went wrong, and silences nothing.
    """
    if not plan.on or plan.is_quiet(_on_the_wall(now)):
        return None
    instant = now.astimezone(UTC)
    if last_shown is not None and last_shown.astimezone(UTC) > instant + GRACE:
        last_shown = None
    days = (now.date() - timedelta(days=1), now.date())
    come = [at for at in _moments(plan, days, now) if instant - GRACE <= at <= instant]
    new = [at for at in come if last_shown is None or at > last_shown.astimezone(UTC)]
    return new[-1].astimezone(now.tzinfo) if new else None


def _moments(plan: Plan, days: Iterable[date], now: datetime) -> Iterator[datetime]:
    """Every reminder of these days as an instant, in order."""
    for day in days:
        planned = (datetime.combine(day, at, now.tzinfo) for at in plan.open_times)
        for instant in sorted({at.astimezone(UTC) for at in planned}):
            local = instant.astimezone(now.tzinfo)  # elsewhere, if the clock leapt over it
            if plan.has_day(local.date()) and not plan.is_quiet(_on_the_wall(local)):
                yield instant


def _on_the_wall(at: datetime) -> time:
    return at.time().replace(second=0, microsecond=0)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


# ---------------------------------------------------------------- a calendar
def first_days(plan: Plan, today: date) -> tuple[date, ...]:
    """The day on which each repetition of the plan begins, from today on.

    A calendar can only repeat at even steps, so a rhythm of 3 days and 1 of rest is three
    repetitions, each every 4 days.  Without rest it is one.
    """
    step = plan.rhythm.on + plan.rhythm.off if plan.rhythm.off else 1
    found: dict[int, date] = {}
    for ahead in range(_FARTHEST):
        day = max(today, plan.resting_until or today) + timedelta(days=ahead)
        if plan.has_day(day):
            found.setdefault((day - plan.since).days % step, day)
    return tuple(sorted(found.values()))


def to_ics(plan: Plan, words: str, now: datetime, new_id: Callable[[], UUID]) -> str:
    """The plan as a calendar (RFC 5545) that any calendar program can take in.

    `words` is all that it says.  Times are those of the wall wherever the person is, so no zone is
    written.  Quiet hours and rest are kept; whether the plan is on does not matter, for the file is
    asked for.
    """
    from icalendar import Alarm, Calendar, Event

    maker = "quiet minute" if plan.neutral else "AttachCalm"
    calendar = Calendar()
    calendar.add("prodid", f"-//{maker}//EN")
    calendar.add("version", "2.0")
    for day in first_days(plan, now.date()):
        for at in plan.open_times:
            event = Event()
            event.add("uid", str(new_id()))
            event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
            event.add("dtstart", datetime.combine(day, at))
            event.add("duration", timedelta(minutes=1 if plan.kind is Kind.BASE else 5))
            event.add("summary", words)
            event.add("transp", "TRANSPARENT")  # it makes nobody busy
            event.add("class", "PRIVATE")
            event.add("rrule", _repetition(plan))
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", words)
            alarm.add("trigger", timedelta(0))
            event.add_component(alarm)
            calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()


def _repetition(plan: Plan) -> dict[str, object]:
    every: dict[str, object] = {"freq": "daily"}
    if plan.rhythm.off:
        every["interval"] = plan.rhythm.on + plan.rhythm.off
    if len(plan.weekdays) < DAYS:
        names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
        every["byday"] = [names[day] for day in sorted(plan.weekdays)]
    return every


def save_ics(text: str, path: Path) -> None:
    """Write a calendar whole or not at all.  Raises OSError."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(text.encode())  # its lines end as the RFC says, on every system
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
