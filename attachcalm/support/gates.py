"""Gates: what is not offered in this moment or to this person, and the reason in a sentence."""

from dataclasses import dataclass

from attachcalm.exercises.card import Card
from attachcalm.support.flags import Health


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an exercise is offered.  `rule` names what decided; empty where nothing applies.

    `instead` is the id of an exercise that fits in its place.  `note` is said where the exercise is
    offered, but done otherwise (seated, imagined, softer).
    """

    allowed: bool = True
    rule: str = ""
    reason: str = ""
    instead: str = ""
    note: str = ""


def verdict(
    card: Card,
    health: Health,
    unlocked: frozenset[str],
    distress: int | None = None,
    energy: int | None = None,
) -> Verdict:
    """What the rules say of this exercise for this person in this moment."""
    raise NotImplementedError
