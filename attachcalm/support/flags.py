"""What a person's body or life asks us to be careful with: eight private questions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Flag(StrEnum):
    """One question of the checklist; yes hides or changes exercises (see gates)."""

    HEART = (
        "heart"  # heart rhythm or disease, beta-blocker, fainting, eating disorder, cold allergy
    )
    BREATH = "breath"  # lung disease, pregnancy, panic brought on by breath, epilepsy
    INJURY = "injury"  # pain, injury, surgery
    FLASHBACKS = "flashbacks"  # flashbacks, feeling unreal
    PSYCHOSIS = "psychosis"  # psychosis or mania now
    UNSAFE = "unsafe"  # an unsafe relationship
    LOSS = "loss"  # a recent loss
    SUBSTANCES = "substances"  # alcohol or drugs now


@dataclass(frozen=True, slots=True)
class Health:
    """The answers.  `asked_on` is None while nobody has answered: then the careful set holds."""

    flags: frozenset[Flag] = frozenset()
    asked_on: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether the checklist was answered."""
        return self.asked_on is not None


UNKNOWN = Health()
