"""How long it took, after a clearly harder week, until ratings were at their usual level again.

A week is one from Monday to Sunday with two rated days or more, and its level is the median of the
first ratings of its days.  The usual level is the median over the days of the four weeks before,
of which two weeks need a level.  Harder is 2 points or more above it (as in rule R3), and the
usual level is less than 1 point above it.  Nothing is said across a week without a level.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from attachcalm.insight.middle import middle_of
from attachcalm.insight.sentences import RISE
from attachcalm.insight.weekly import monday_of
from attachcalm.insight.words import day_words, number_words
from attachcalm.journal.entry import Entry
from attachcalm.journal.page import CheckIn, Page

WEEK: Final = timedelta(days=7)
WEEKS_BEFORE: Final = 4
LEAST_WEEKS: Final = 2  # of those before, with a level
LEAST_DAYS: Final = 2  # rated days of a week with a level
NEAR: Final = 1  # points above the usual level that are no longer it
MOST_TOLD: Final = 3


@dataclass(frozen=True, slots=True)
class Recovery:
    """A harder week, by its Monday, and how many weeks later the usual level was there again."""

    week: date
    level: float
    usual: float
    weeks: int


def recoveries(
    entries: Iterable[Entry], pages: Iterable[Page], today: date
) -> tuple[Recovery, ...]:
    """The harder weeks that ended and are known to the end, oldest first; only whole weeks."""
    weeks = _weeks(first_of_days(entries, pages), monday_of(today))
    found: list[Recovery] = []
    until = date.min  # the weeks before it belong to one that was told
    for week in sorted(weeks):
        usual = _usual(weeks, week)
        if week < until or usual is None or middle_of(weeks[week]) - usual < RISE:
            continue
        level, later = middle_of(weeks[week]), week + WEEK
        while later in weeks and middle_of(weeks[later]) - usual >= NEAR:
            later += WEEK
        until = later
        if later in weeks:
            found.append(Recovery(week, level, usual, (later - week) // WEEK))
    return tuple(found)


def first_of_days(entries: Iterable[Entry], pages: Iterable[Page]) -> dict[date, int]:
    """The first distress rating of each of the person's days, before practice or without it."""
    told = [
        (entry.started.at, entry.before.distress)
        for entry in entries
        if entry.before is not None and entry.before.distress is not None
    ]
    told += [
        (page.at, page.mood.distress)
        for page in pages
        if isinstance(page, CheckIn) and page.mood.distress is not None
    ]
    days: dict[date, int] = {}
    for at, distress in sorted(told, key=lambda one: (one[0].at, one[1])):
        days.setdefault(at.day, distress)
    return days


def recovery_words(found: Sequence[Recovery]) -> tuple[str, ...]:
    """The last of them in plain sentences, the latest first; none before there is one."""
    return tuple(map(_sentence, reversed(found[-MOST_TOLD:])))


def _sentence(one: Recovery) -> str:
    later = "the week after" if one.weeks == 1 else f"{one.weeks} weeks later"
    level, usual = number_words(one.level), number_words(one.usual)
    return (
        f"The week from {day_words(one.week)} was harder: distress was {level} in the middle, and "
        f"{usual} before that. It was back at its usual level {later}."
    )


def _weeks(days: dict[date, int], end: date) -> dict[date, list[int]]:
    """The ratings of each week before `end` that has a level, by its Monday."""
    weeks: dict[date, list[int]] = {}
    for day, distress in days.items():
        if monday_of(day) < end:
            weeks.setdefault(monday_of(day), []).append(distress)
    return {week: ratings for week, ratings in weeks.items() if len(ratings) >= LEAST_DAYS}


def _usual(weeks: dict[date, list[int]], week: date) -> float | None:
    before = [weeks.get(week - back * WEEK, []) for back in range(1, WEEKS_BEFORE + 1)]
    if sum(bool(ratings) for ratings in before) < LEAST_WEEKS:
        return None
    return middle_of([distress for ratings in before for distress in ratings])
