"""What a person says of a sitting or an exercise, beside the ratings: small facts of their own."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from attachcalm.journal.mood import Moment


class RemarkKind(StrEnum):
    """What is remarked on; `value` of the remark then is one of these words."""

    HARDER = "harder"  # a harder sitting: too_much (the button), or the rule that saw it: R1
    NOT_TODAY = "not_today"  # an exercise was put off: a Barrier
    SIDE_EFFECT = "side_effect"  # something unpleasant stayed on; the words are in `text`
    THUMB = "thumb"  # up or down, or none to take it back


class Barrier(StrEnum):
    """Why not today: one tap, never a question of blame."""

    TOO_LONG = "too_long"
    TOO_STRONG = "too_strong"
    NO_PRIVACY = "no_privacy"
    FORGOT = "forgot"
    FELT_SILLY = "felt_silly"
    DID_NOT_HELP = "did_not_help"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark.  `exercise_id` is empty and `sitting` None where it is about neither."""

    id: UUID
    at: Moment
    kind: RemarkKind
    value: str = ""
    exercise_id: str = ""
    sitting: UUID | None = None
    text: str = ""
