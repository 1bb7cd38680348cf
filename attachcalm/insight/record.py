"""What the record knows of each exercise, for choosing among them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from attachcalm.exercises.card import Card
from attachcalm.insight.ease import ROOM
from attachcalm.insight.harder import harder_sittings
from attachcalm.insight.in_time import in_time
from attachcalm.insight.works import Effect, effects, pair_of
from attachcalm.journal.entry import Ending, Entry
from attachcalm.journal.remark import Barrier, Remark, RemarkKind

LATELY: Final = 3  # sittings of an exercise in which a harder one asks for the short form
PUT_OFF_DAYS: Final = 14  # how long "too strong" moves an exercise back
HARD = {Barrier.TOO_STRONG, Barrier.DID_NOT_HELP, Barrier.FELT_SILLY}
ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Known:
    """All of it, by exercise id."""

    effects: dict[str, Effect]
    lower: dict[str, tuple[int, int]]  # times that ended lower, of those with room to
    complete: dict[str, float]  # of the times rated before, the share rated after too
    rated: int  # times rated before and after, of all exercises
    thumbs: dict[str, str]  # "up" or "down", as said last
    harder_lately: frozenset[str]
    put_off_as_long: frozenset[str]
    put_off_as_hard: frozenset[str]
    last_exercise: str  # empty before the first
    has_felt_secure: bool  # attachment security was practised to the end, and was not harder


def known_of(entries: Collection[Entry], remarks: Collection[Remark], today: date) -> Known:
    """What these say, whatever their order."""
    ordered = in_time(entries)
    told = sorted(remarks, key=lambda remark: (remark.at.at, str(remark.id)))
    barriers = _barriers(told, today)
    pairs = [(e.started.exercise_id, pair) for e in ordered if (pair := pair_of(e))]
    return Known(
        effects=effects(ordered),
        lower=_lower(pairs),
        complete=_complete(ordered),
        rated=len(pairs),
        thumbs={
            remark.exercise_id: remark.value for remark in told if remark.kind is RemarkKind.THUMB
        },
        harder_lately=_harder_lately(ordered, told),
        put_off_as_long=frozenset(i for i, why in barriers.items() if why == Barrier.TOO_LONG),
        put_off_as_hard=frozenset(i for i, why in barriers.items() if why in HARD),
        last_exercise=ordered[-1].started.exercise_id if ordered else "",
        has_felt_secure=_has_felt_secure(ordered, told),
    )


def put_aside(remarks: Iterable[Remark], cards: Iterable[Card], today: date) -> set[str]:
    """The exercises that were put off today, but for those whose short form answers why."""
    has_shorter = {card.id for card in cards if card.shortest != card.versions[0]}
    return {
        remark.exercise_id
        for remark in remarks
        if remark.kind is RemarkKind.NOT_TODAY
        and remark.at.day == today
        and not (remark.value == Barrier.TOO_LONG and remark.exercise_id in has_shorter)
    }


def _barriers(told: Collection[Remark], today: date) -> dict[str, str]:
    """The last reason for "not today" of each exercise, while it is fresh."""
    since = max(today, date.min + timedelta(days=PUT_OFF_DAYS)) - timedelta(days=PUT_OFF_DAYS)
    return {
        remark.exercise_id: remark.value
        for remark in told
        if remark.kind is RemarkKind.NOT_TODAY and remark.at.day >= since
    }


def _lower(pairs: Collection[tuple[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for exercise_id, (before, after) in pairs:
        if before < ROOM:
            continue
        lower, of = found.get(exercise_id, (0, 0))
        found[exercise_id] = lower + (after < before), of + 1
    return found


def _complete(ordered: Collection[Entry]) -> dict[str, float]:
    begun: dict[str, list[bool]] = {}
    for entry in ordered:
        if entry.before is not None and entry.before.distress is not None:
            begun.setdefault(entry.started.exercise_id, []).append(pair_of(entry) is not None)
    return {exercise_id: sum(rated) / len(rated) for exercise_id, rated in begun.items()}


def _has_felt_secure(ordered: Collection[Entry], told: Collection[Remark]) -> bool:
    secure = [e for e in ordered if e.started.group == ATTACHMENT]
    harder = harder_sittings(secure, told)
    return any(
        e.ended and e.ended.ending is Ending.FINISHED and e.sitting not in harder for e in secure
    )


def _harder_lately(ordered: Collection[Entry], told: Collection[Remark]) -> frozenset[str]:
    last: dict[str, list[Entry]] = {}
    for entry in ordered:
        last.setdefault(entry.started.exercise_id, []).append(entry)
    return frozenset(
        exercise_id for exercise_id, mine in last.items() if harder_sittings(mine[-LATELY:], told)
    )
