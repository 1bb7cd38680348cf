"""What the person says about another program's words: which mood is how much, which column what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from attachcalm.journal.mood import DISTRESS


class Role(StrEnum):
    """What a column of another program becomes here."""

    OUT = "out"  # is left out
    DISTRESS = "distress"  # 0 to 10 as it stands
    TURNED = "wellbeing"  # 0 to 10 where 10 is best: distress is 10 minus it
    SECURITY = "security"  # 0 to 10, felt security
    TAG = "tag"  # what was going on, on the days on which it is marked


RATINGS: Final = (Role.DISTRESS, Role.TURNED, Role.SECURITY)

DAYLIO_MOODS: Final[Mapping[str, int]] = {"rad": 0, "good": 2, "meh": 5, "bad": 8, "awful": 10}
"""Daylio's own five moods as distress: five even steps, the two that fall between two whole
numbers (2.5 and 7.5) rounded away from the middle."""

NAMED: Final[Mapping[str, Role]] = {
    "distress": Role.DISTRESS,
    "suds": Role.DISTRESS,
    "stress": Role.DISTRESS,
    "anxiety": Role.DISTRESS,
    "felt security": Role.SECURITY,
    "wellbeing": Role.TURNED,
    "well-being": Role.TURNED,
}
"""What columns of these names are, unless the person says something else."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The person's own words over the defaults.  A mood of None is left out."""

    moods: Mapping[str, int | None] = field(default_factory=dict)
    columns: Mapping[str, Role] = field(default_factory=dict)

    def distress_of(self, mood: str) -> int | None:
        """How much distress a mood of Daylio is; None if nobody said."""
        if mood in self.moods:
            return self.moods[mood]
        return DAYLIO_MOODS.get(mood.casefold())

    def role_of(self, column: str, otherwise: Role = Role.OUT) -> Role:
        """What a column becomes."""
        return self.columns.get(column) or NAMED.get(column.strip().casefold(), otherwise)


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the other program that the person can decide on, and how often it is there."""

    word: str
    count: int
    value: int | Role | None  # a mood's distress, or a column's role; None is left out

    @property
    def is_mood(self) -> bool:
        """Whether it is a mood; else it is a column."""
        return not isinstance(self.value, Role)


def rating_of(told: str) -> int | None:
    """A whole number from 0 to 10, also written as 7.0; None for anything else."""
    try:
        value = float(told) if len(told) < 20 else -1.0
    except ValueError:
        return None
    return int(value) if value in DISTRESS else None
