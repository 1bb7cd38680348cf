"""Harder times, seen by rules that were written down beforehand (R1 to R4, docs/safety.md).

They describe ratings.  None of them judges a person, an exercise or a course of therapy.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from types import MappingProxyType
from typing import Final
from uuid import UUID

from attachcalm.insight.claims import LEAST, WEEK_DAYS
from attachcalm.insight.days import first_ratings
from attachcalm.insight.in_time import in_time
from attachcalm.insight.middle import middle_of
from attachcalm.insight.sentences import HIGH, RISE, change_of
from attachcalm.insight.works import Effect, effects, pair_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.remark import Remark, RemarkKind

LAST_OF_EXERCISE, HARDER_OF_EXERCISE = 3, 2  # R2: so many of the last so many
LIKELY_WORSE: Final = 0.8  # R2: the probability from which an exercise is left out
LAST_OF_PERSON, HARDER_OF_PERSON = 5, 3  # R3
WEEK, MONTH = 7, 28  # days
BY_RULE: Final = "R1"  # the value of a remark that only repeats what the ratings say


class Scale(StrEnum):
    """Questionnaires with a published threshold for a change that is more than chance (R4)."""

    PHQ = "phq"
    GAD = "gad"
    WHO5 = "who5"


_HIGHER_BY = {Scale.PHQ: 6, Scale.GAD: 4}
_WHO5_LOWER_BY, _WHO5_AT_MOST = 10, 28
_NAMES = {Scale.PHQ: "PHQ", Scale.GAD: "GAD-7", Scale.WHO5: "WHO-5"}


class HarderBy(StrEnum):
    """Which condition of R1 made a sitting a harder one."""

    ROSE = "rose"  # distress 2 or more higher
    HIGH = "high"  # distress 8 or more, from below 8
    ENERGY = "energy"  # energy 2 or more further outside the window


@dataclass(frozen=True, slots=True)
class Dropped:
    """An exercise that is left out of the suggestions: what the person and the therapist read."""

    exercise_id: str
    sentence: str
    note: str


def harder_by(entry: Entry) -> HarderBy | None:
    """R1: the first of its conditions that is met, or None."""
    change = change_of(entry)
    if change.rose_clearly:
        return HarderBy.ROSE if _rose(entry) else HarderBy.HIGH
    return HarderBy.ENERGY if change.left_the_middle else None


def is_harder(entry: Entry) -> bool:
    """R1: 2 or more higher, 8 or more from below 8, or energy 2 further outside the window."""
    return harder_by(entry) is not None


def harder_sittings(entries: Iterable[Entry], remarks: Iterable[Remark]) -> frozenset[UUID]:
    """The sittings that were harder, by their ratings or because the person said "too much"."""
    said = _said_harder(remarks)
    return frozenset(e.sitting for e in entries if e.sitting in said or is_harder(e))


def _said_harder(remarks: Iterable[Remark]) -> set[UUID | None]:
    return {remark.sitting for remark in remarks if remark.kind is RemarkKind.HARDER}


def dropped(entries: Collection[Entry], remarks: Collection[Remark] = ()) -> dict[str, Dropped]:
    """R2: exercises that were harder too often to suggest them, by their id.

    Harder is here: distress 2 or more higher, energy 2 or more further outside the window, or the
    person said "too much", with ratings or without.
    """
    said = _said_too_much(remarks)
    told: dict[str, list[Entry]] = {}
    for entry in in_time(entries):
        if entry.sitting in said or _is_rated_twice(entry):
            told.setdefault(entry.started.exercise_id, []).append(entry)
    effect_of = effects(entries)
    found = {}
    for exercise_id, mine in told.items():
        last = mine[-LAST_OF_EXERCISE:]
        harder = sum(e.sitting in said or _is_clearly_harder(e) for e in last)
        title = mine[-1].started.exercise_title
        effect = effect_of.get(exercise_id)
        if harder >= HARDER_OF_EXERCISE:
            found[exercise_id] = _often_harder(exercise_id, title, harder, len(last))
        elif effect and effect.n >= LEAST and effect.likely_worse >= LIKELY_WORSE:
            found[exercise_id] = _likely_worse(exercise_id, title, effect)
    return found


def _said_too_much(remarks: Iterable[Remark]) -> set[UUID | None]:
    kind = RemarkKind.HARDER
    return {r.sitting for r in remarks if r.kind is kind and r.value != BY_RULE} - {None}


def _is_rated_twice(entry: Entry) -> bool:
    before, after = entry.before, entry.after
    by_energy = before and after and before.energy is not None and after.energy is not None
    return pair_of(entry) is not None or bool(by_energy)


def _is_clearly_harder(entry: Entry) -> bool:
    return _rose(entry) or change_of(entry).left_the_middle


def _rose(entry: Entry) -> bool:
    pair = pair_of(entry)
    return pair is not None and pair[1] - pair[0] >= RISE


_STAYS_OPEN = "You can open it from Exercises all the same."


def _often_harder(exercise_id: str, title: str, harder: int, of: int) -> Dropped:
    return Dropped(
        exercise_id,
        f"{title} is left out of the suggestions: {harder} of the last {of} times with it were "
        f"harder. {_STAYS_OPEN}",
        f"{title}: left out of suggestions (rule R2); {harder} of the last {of} sittings ended "
        f"harder (distress or energy worse by {RISE} or more, or too much).",
    )


def _likely_worse(exercise_id: str, title: str, effect: Effect) -> Dropped:
    return Dropped(
        exercise_id,
        f"{title} is left out of the suggestions: going by your {effect.n} rated times, it does "
        f"not seem to fit you at the moment. {_STAYS_OPEN}",
        f"{title}: left out of suggestions (rule R2); distress was plausibly not lower than it "
        f"would have been anyway (P = {effect.likely_worse:.2f}, n = {effect.n}).",
    )


def needs_people(
    entries: Collection[Entry], remarks: Collection[Remark], today: date
) -> tuple[str, str] | None:
    """R3: what the person reads and what the therapist reads, or None while no rule applies."""
    ordered = in_time(entries)
    said = _said_harder(remarks)
    told = ((e.is_open, e.sitting in said or is_harder(e)) for e in reversed(ordered))
    last = list(
        islice((harder for is_open, harder in told if harder or not is_open), LAST_OF_PERSON)
    )
    if sum(last) >= HARDER_OF_PERSON:
        return _told(
            f"{sum(last)} of your last {len(last)} times were harder",
            f"R3: {sum(last)} of the last {len(last)} sittings were harder (R1 or too much).",
        )
    return _by_days(first_ratings(ordered), today)


def _by_days(days: dict[date, int], today: date) -> tuple[str, str] | None:
    if today.toordinal() <= WEEK + MONTH:
        return None  # the calendar has no weeks before it
    week = _between(days, today - timedelta(days=WEEK - 1), today)
    if len(week) < WEEK_DAYS:
        return None
    middle = middle_of(week)
    if len(week) >= LEAST and middle >= HIGH:
        return _told(
            "Distress has been high on most of the last seven days",
            f"R3: median distress before practice over 7 days is {middle:g} ({len(week)} days).",
        )
    month_end = today - timedelta(days=WEEK)
    month = _between(days, month_end - timedelta(days=MONTH - 1), month_end)
    if len(month) >= WEEK_DAYS and middle - middle_of(month) >= RISE:
        return _told(
            "This week has been harder than the weeks before",
            f"R3: median distress before practice this week is {middle:g} ({len(week)} days), in "
            f"the 4 weeks before {middle_of(month):g} ({len(month)} days).",
        )
    return None


def _told(what: str, note: str) -> tuple[str, str]:
    return f"{what}. It may be a good moment to tell somebody, or your therapist.", note


def _between(days: dict[date, int], first: date, last: date) -> list[int]:
    return [distress for day, distress in days.items() if first <= day <= last]


def worsened(scale: Scale, earlier: int, later: int) -> bool:
    """R4: whether a questionnaire's sum changed for the worse by more than chance would."""
    if scale is Scale.WHO5:
        return earlier - later >= _WHO5_LOWER_BY and later <= _WHO5_AT_MOST
    return later - earlier >= _HIGHER_BY[scale]


@dataclass(frozen=True, slots=True)
class Seen:
    """What R1 to R3 see in a record."""

    sittings: int
    harder: frozenset[UUID]
    dropped: dict[str, Dropped]
    people: tuple[str, str] | None


def seen_in(entries: Collection[Entry], remarks: Collection[Remark], today: date) -> Seen:
    """All that these rules see."""
    return Seen(
        len(entries),
        harder_sittings(entries, remarks),
        dropped(entries, remarks),
        needs_people(entries, remarks, today),
    )


def notes_for_therapist(
    entries: Collection[Entry],
    remarks: Collection[Remark],
    today: date,
    scores: Mapping[Scale, tuple[int, int]] = MappingProxyType({}),
) -> tuple[str, ...]:
    """R1 to R4 in plain sentences; `scores` are the earlier and the later sum of each scale."""
    return notes_on(seen_in(entries, remarks, today), scores)


def notes_on(
    seen: Seen, scores: Mapping[Scale, tuple[int, int]] = MappingProxyType({})
) -> tuple[str, ...]:
    """The same of what the rules have seen already."""
    told = [f"R1: {len(seen.harder)} of {seen.sittings} sittings were harder, or too much."]
    told += [found.note for _, found in sorted(seen.dropped.items())]
    if seen.people is not None:
        told.append(seen.people[1])
    told += [
        f"R4: {_NAMES[scale]} went from {earlier} to {later}, a reliable worsening."
        for scale, (earlier, later) in sorted(scores.items())
        if worsened(scale, earlier, later)
    ]
    return tuple(told)
