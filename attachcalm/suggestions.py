"""Which exercises fit this moment, each with the rule that chose it.

Rules choose the kind and the length; the person's own record only orders within a kind, and only
where the difference is plain.  Nothing that a flag or a gate hides is ever among them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from attachcalm.exercises.browse import OPEN_TO_ALL, UNASKED_DIRECTIONS
from attachcalm.exercises.card import Card, Direction, Group, Need, Trait, Version
from attachcalm.insight.claims import more_than
from attachcalm.insight.harder import dropped
from attachcalm.insight.helped import BY_ITSELF, often_lower
from attachcalm.insight.record import Known, known_of
from attachcalm.insight.works import Effect
from attachcalm.journal.entry import Entry
from attachcalm.journal.remark import Barrier, Remark
from attachcalm.support.gates import SHUT_DOWN, STRONG, STRONGEST, verdict
from attachcalm.support.own import Own

REVVED, FLAT = 2, -2  # energy from which a person is outside the window of tolerance
SHORTER = {Barrier.TOO_LONG, Barrier.FORGOT}  # a shorter one of the same answers these


class Pull(StrEnum):
    """What closeness does to the person in this moment."""

    REACHING = "reaching"  # reaching out hard: protest
    SHUTTING = "shutting"  # shutting down: pulling away


@dataclass(frozen=True, slots=True)
class Now:
    """Where the person is; whatever was not said is None.  Scales as in journal.mood."""

    distress: int | None = None
    energy: int | None = None
    pull: Pull | None = None
    need: Need | None = None  # said by a word instead of a number

    @property
    def wants(self) -> Need | None:
        """Too revved, too flat or steady: by the number, else by the word."""
        if self.energy is None:
            return self.need
        if self.energy >= REVVED:
            return Need.REVVED
        return Need.FLAT if self.energy <= FLAT else Need.STEADY

    @property
    def is_said(self) -> bool:
        """Whether anything was said at all."""
        return self != Now()


@dataclass(frozen=True, slots=True)
class History:
    """What the record knows, up to today."""

    entries: tuple[Entry, ...] = ()
    remarks: tuple[Remark, ...] = ()
    today: date = date.min


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One exercise that fits, in the version that fits, and why: the rule first, in sentences."""

    card: Card
    version: Version
    why: tuple[str, ...]


def suggest(
    cards: Iterable[Card], now: Now, own: Own, history: History, most: int = 3
) -> tuple[Suggestion, ...]:
    """What fits this moment, best first, at most so many; nothing that a flag or a gate hides."""
    known = known_of(history.entries, history.remarks, history.today)
    left_out = dropped(history.entries, history.remarks)
    fitting = [
        card
        for card in cards
        if card.id not in left_out and _fits(card, now, own) and not _waits(card, known)
    ]
    kinds: dict[tuple[int, ...], list[Card]] = {}
    for card in sorted(fitting, key=_usual_order if now.is_said else _shortest_first):
        kinds.setdefault(_kind(card, now, known), []).append(card)
    ordered = [card for kind in sorted(kinds) for card in _by_record(kinds[kind], now, known)]
    if now.pull is Pull.SHUTTING:  # stable: never somebody in mind before the room
        ordered.sort(key=lambda card: Trait.PERSON in card.traits)
    return tuple(_suggestion(card, now, own, known) for card in ordered[:most])


def lighter(put_off: Suggestion, why: Barrier, others: Sequence[Suggestion]) -> Suggestion | None:
    """A shorter version of the same where that answers why, else the next one in its shortest.

    `others` are what else fits, best first; with nobody to be alone with, eyes that stay open come
    first.  None if there is nothing lighter.
    """
    shortest = put_off.card.shortest
    if why in SHORTER and shortest.minutes < put_off.version.minutes:
        return replace(put_off, version=shortest)
    left = [other for other in others if other.card.id != put_off.card.id]
    if why is Barrier.NO_PRIVACY:
        left.sort(key=lambda other: not other.card.eyes_open)  # stable
    return replace(left[0], version=left[0].card.shortest) if left else None


def rules_told() -> tuple[str, ...]:
    """The rules as a person can read them, in the order in which they decide."""
    return (
        "What your answers or your therapist keep back is never suggested.",
        "The stronger ones wait until you have rated distress; some are for steady times only.",
        "From a distress of 8 only the mildest exercises are; from 7 the short forms.",
        "Very low energy: first what wakes. High energy: first what slows down.",
        "Reaching out hard: first somebody kind in mind. Shutting down: the room, in short.",
        "Kindness towards yourself comes after you have practised feeling somebody on your side.",
        "What was often harder for you is left out. What you put off as too strong comes later.",
        "The one you did last is not first again. Your thumbs move an exercise up or down.",
        "Among exercises that fit alike, those that plainly eased you more come first.",
    )


# ---------------------------------------------------------------- what may come
def _fits(card: Card, now: Now, own: Own) -> bool:
    if not verdict(card, own.health, own.unlocked, now.distress, now.energy).allowed:
        return False
    if now.distress is None and card.gate > OPEN_TO_ALL:
        return False  # these ask for a distress that is known, and not above 6
    if Trait.COMPARES in card.traits:
        return False
    if card.direction is Direction.INSIDE and _is_outside(now):
        return False
    if not now.is_said and card.direction not in UNASKED_DIRECTIONS:
        return False
    return now.wants is None or now.wants.met_by(card.direction)


def _is_outside(now: Now) -> bool:
    is_strong = now.distress is not None and now.distress >= STRONG
    return is_strong or now.pull is not None or now.wants in {Need.REVVED, Need.FLAT}


def _waits(card: Card, known: Known) -> bool:
    """Compassion can threaten before one has felt somebody on one's side (clinical order rule)."""
    return Trait.COMPASSION in card.traits and not known.has_felt_secure


def _shortest_first(card: Card) -> tuple[float, str]:
    return card.minutes, card.id


def _usual_order(card: Card) -> tuple[bool, float, str]:
    return card.direction is Direction.EITHER, card.minutes, card.id


# ---------------------------------------------------------------- in which order
def _kind(card: Card, now: Now, known: Known) -> tuple[int, ...]:
    """Exercises of one kind fit alike; the smallest fits best.  A wish moves within a kind."""
    put_back = card.id in known.put_off_as_hard or known.thumbs.get(card.id) == "down"
    liked = known.thumbs.get(card.id) == "up"
    is_last = card.id == known.last_exercise
    return int(is_last), _rank(card, now), int(put_back), int(not liked)


def _rank(card: Card, now: Now) -> int:
    grounds = card.group is Group.GROUNDING
    if now.energy is not None and now.energy <= SHUT_DOWN:
        return 0 if Trait.WAKES in card.traits else 1
    if now.distress is not None and now.distress >= STRONGEST:
        return 0 if grounds else 1
    if now.pull is Pull.REACHING:
        return 0 if Trait.PERSON in card.traits else 1 if grounds else 2
    is_strong = Trait.STEADIES not in card.traits
    if now.pull is Pull.SHUTTING:
        return 3 if Trait.PERSON in card.traits else int(is_strong) if grounds else 2
    if not now.is_said:
        return int(is_strong)
    return int(card.direction is Direction.EITHER)


def _by_record(cards: Sequence[Card], now: Now, known: Known) -> list[Card]:
    """The usual order, unless the record tells two apart.

    It knows of distress only, which says nothing of waking up: there the usual order stays.
    """
    if now.wants is Need.FLAT:
        return list(cards)

    waiting, ordered = list(cards), []
    while waiting:  # the first that no other one still waiting is plainly better than
        ahead = next(card for card in waiting if not _is_beaten(card, waiting, known))
        waiting.remove(ahead)
        ordered.append(ahead)
    return ordered


def _is_beaten(card: Card, others: Sequence[Card], known: Known) -> bool:
    mine = known.effects.get(card.id)
    return any(_beats(known.effects.get(other.id), mine) for other in others if other is not card)


def _beats(one: Effect | None, other: Effect | None) -> bool:
    if one is None or other is None:
        return False
    return more_than(one.likely_more_than(other)).is_met


# ---------------------------------------------------------------- what is said
def _suggestion(card: Card, now: Now, own: Own, known: Known) -> Suggestion:
    short = _why_short(card, now, known)
    version = card.shortest if short else card.versions[0]
    why = [_why_kind(card, now) if now.is_said else _NOTHING_SAID]
    if short and version != card.versions[0]:
        why.append(short)
    if known.thumbs.get(card.id) == "up":
        why.append("You gave it a thumb up.")
    if said := _often_lower(card, known):
        why.append(said)
    if note := verdict(card, own.health, own.unlocked, now.distress, now.energy).note:
        why.append(note)
    return Suggestion(card, version, tuple(why))


def _why_short(card: Card, now: Now, known: Known) -> str:
    if now.distress is not None and now.distress >= STRONG:
        return "It is the short form, because your distress is high."
    if now.pull is Pull.SHUTTING:
        return "It is the short form, because you are shutting down."
    if card.id in known.harder_lately:
        return "It is the short form, because the last times were harder."
    if card.id in known.put_off_as_long:
        return "It is the short form, because it was too long before."
    return ""


def _why_kind(card: Card, now: Now) -> str:
    if now.distress is not None and now.distress >= STRONGEST:
        return "You rated your distress at 8 or more, so this is one of the mildest."
    if now.energy is not None and now.energy <= SHUT_DOWN:
        wakes = Trait.WAKES in card.traits
        does = "this one wakes gently" if wakes else "this one does not calm it further"
        return f"Your energy is very low, and {does}."
    if now.pull is Pull.REACHING and Trait.PERSON in card.traits:
        return "You are reaching out hard, and this one brings somebody kind to mind."
    if now.pull is Pull.SHUTTING and card.group is Group.GROUNDING:
        return "You are shutting down, and this one asks for nobody, only the room around you."
    if now.wants in {Need.REVVED, Need.FLAT} and card.direction is Direction.EITHER:
        return "This one fits whether energy is high or low."
    return _WHY[now.wants]


_NOTHING_SAID = "You have rated nothing yet, and this one needs no rating first."
_WHY = {
    Need.REVVED: "You said you are too revved, and this one slows things down.",
    Need.FLAT: "You said you are too flat, and this one brings some life back.",
    Need.STEADY: "You said you are steady, and there is room for this one.",
    None: "Nothing you have said of this moment speaks against this one.",
}


def _often_lower(card: Card, known: Known) -> str:
    """Said with the least data that the statistics ask for, and never as a cause."""
    found = often_lower(card.id, known)
    if found is None:
        return ""
    counted = f"({found.lower} of {found.of} times)"
    return f"After this one your ratings were usually lower {counted}. {BY_ITSELF}"
