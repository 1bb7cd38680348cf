"""What is lighter than an exercise that was put off."""

from collections.abc import Sequence
from dataclasses import replace

from attachcalm.journal.remark import Barrier
from attachcalm.suggestions import Suggestion

SHORTER = {Barrier.TOO_LONG, Barrier.FORGOT}  # a shorter one of the same answers these


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
