"""Harder times, seen by rules that were written down beforehand (R1 to R4, docs/safety.md).

They describe ratings.  None of them judges a person, an exercise or a course of therapy.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from attachcalm.insight.middle import middle_of
from attachcalm.insight.sentences import HIGH, RISE, change_of
from attachcalm.insight.works import effects, pair_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.remark import Remark, RemarkKind

LAST_OF_EXERCISE, HARDER_OF_EXERCISE = 3, 2  # R2: so many of the last so many
LIKELY_WORSE: Final = 0.8  # R2: the probability from which an exercise is left out
LAST_OF_PERSON, HARDER_OF_PERSON = 5, 3  # R3
WEEK, MONTH = 7, 28  # days
LEAST_DAYS: Final = 2  # rated days that a week needs to have a middle
LEAST_RATINGS: Final = 3  # ratings that any claim needs


class Scale(StrEnum):
    """Questionnaires with a published threshold for a change that is more than chance (R4)."""

    PHQ = "phq"
    GAD = "gad"
    WHO5 = "who5"


_HIGHER_BY = {Scale.PHQ: 6, Scale.GAD: 4}
_WHO5_LOWER_BY, _WHO5_AT_MOST = 10, 28


@dataclass(frozen=True, slots=True)
class Dropped:
    """An exercise that is left out of the suggestions: what the person and the therapist read."""

    exercise_id: str
    sentence: str
    note: str


def is_harder(entry: Entry) -> bool:
    """R1: 2 or more higher, 8 or more from below 8, or energy 2 further outside the window."""
    change = change_of(entry)
    return change.rose_clearly or change.left_the_middle


def harder_sittings(entries: Iterable[Entry], remarks: Iterable[Remark]) -> frozenset[UUID]:
    """The sittings that were harder, by their ratings or because the person said "too much"."""
    said = {remark.sitting for remark in remarks if remark.kind is RemarkKind.HARDER}
    return frozenset(e.sitting for e in entries if is_harder(e) or e.sitting in said)


def dropped(entries: Collection[Entry]) -> dict[str, Dropped]:
    """R2: exercises after which distress was higher too often to suggest them, by their id."""
    found = {}
    effect_of = effects(entries)
    for exercise_id, effect in effect_of.items():
        mine = sorted(
            (e for e in entries if e.started.exercise_id == exercise_id and pair_of(e)),
            key=lambda entry: (entry.started.at.at, str(entry.sitting)),
        )
        harder = sum(_rose(entry) for entry in mine[-LAST_OF_EXERCISE:])
        is_likely = effect.n >= LEAST_RATINGS and effect.likely_worse >= LIKELY_WORSE
        if harder >= HARDER_OF_EXERCISE or is_likely:
            title = mine[-1].started.exercise_title
            found[exercise_id] = _dropped(exercise_id, title, harder, effect.n)
    return found


def _rose(entry: Entry) -> bool:
    pair = pair_of(entry)
    return pair is not None and pair[1] - pair[0] >= RISE


def _dropped(exercise_id: str, title: str, harder: int, n: int) -> Dropped:
    return Dropped(
        exercise_id,
        f"{title} is left out of the suggestions: your ratings were often higher after it. You "
        "can open it from Exercises all the same.",
        f"{title}: left out of suggestions (rule R2); {harder} of the last "
        f"{min(n, LAST_OF_EXERCISE)} rated sittings ended higher by {RISE} or more, {n} in all.",
    )


def needs_people(
    entries: Collection[Entry], remarks: Collection[Remark], today: date
) -> tuple[str, str] | None:
    """R3: what the person reads and what the therapist reads, or None while no rule applies."""
    ordered = sorted(entries, key=lambda entry: (entry.started.at.at, str(entry.sitting)))
    ended = [entry for entry in ordered if not entry.is_open]
    harder = harder_sittings(ended, remarks)
    last = [entry.sitting in harder for entry in ended[-LAST_OF_PERSON:]]
    if sum(last) >= HARDER_OF_PERSON:
        return _told(
            f"{sum(last)} of your last {len(last)} times were harder",
            f"R3: {sum(last)} of the last {len(last)} sittings were harder (R1 or too much).",
        )
    return _by_days(first_ratings(ordered), today)


def _by_days(days: dict[date, int], today: date) -> tuple[str, str] | None:
    week = _between(days, today - timedelta(days=WEEK - 1), today)
    if len(week) < LEAST_DAYS:
        return None
    middle = middle_of(week)
    if len(week) >= LEAST_RATINGS and middle >= HIGH:
        return _told(
            "Distress has been high on most of the last seven days",
            f"R3: median distress before practice over 7 days is {middle:g} ({len(week)} days).",
        )
    month_end = today - timedelta(days=WEEK)
    month = _between(days, month_end - timedelta(days=MONTH - 1), month_end)
    if len(month) >= LEAST_DAYS and middle - middle_of(month) >= RISE:
        return _told(
            "This week has been harder than the weeks before",
            f"R3: median distress before practice this week is {middle:g} ({len(week)} days), in "
            f"the 4 weeks before {middle_of(month):g} ({len(month)} days).",
        )
    return None


def _told(what: str, note: str) -> tuple[str, str]:
    return f"{what}. It may be a good moment to tell somebody, or your therapist.", note


def first_ratings(ordered: Sequence[Entry]) -> dict[date, int]:
    """The first distress rating before practice of each of the person's days."""
    days: dict[date, int] = {}
    for entry in ordered:
        distress = entry.before.distress if entry.before else None
        if distress is not None:
            days.setdefault(entry.started.at.day, distress)
    return days


def _between(days: dict[date, int], first: date, last: date) -> list[int]:
    return [distress for day, distress in days.items() if first <= day <= last]


def worsened(scale: Scale, earlier: int, later: int) -> bool:
    """R4: whether a questionnaire's sum changed for the worse by more than chance would."""
    if scale is Scale.WHO5:
        return earlier - later >= _WHO5_LOWER_BY and later <= _WHO5_AT_MOST
    return later - earlier >= _HIGHER_BY[scale]
