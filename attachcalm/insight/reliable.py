"""Whether two scores of a questionnaire differ by more than chance (statistics 5).

Jacobson and Truax (1991), as told in [51].  For questionnaires whose SD and reliability are
published; never for single ratings, whose reliability nobody knows.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Final

from attachcalm.insight.normal import Z95

ROUNDING: Final = 1e-9  # means of items are not exact in binary


class Shift(StrEnum):
    """Which way a change beyond the threshold went."""

    HIGHER = "higher"
    LOWER = "lower"
    NOT_RELIABLE = "not_reliable"


@dataclass(frozen=True, slots=True)
class Reliability:
    """A measure's SD in the reference group, in points, and its reliability, 0 to below 1.

    Raises ValueError for an SD that is not above 0, or a reliability beyond those.
    """

    sd: float
    reliability: float

    def __post_init__(self) -> None:
        if not (self.sd > 0 and 0 <= self.reliability < 1):
            raise ValueError("an SD is above 0, a reliability from 0 to below 1")

    @property
    def error(self) -> float:
        """SEM = SD √(1-r), in points."""
        return self.sd * sqrt(1 - self.reliability)

    @property
    def error_of_difference(self) -> float:
        """S_diff = SEM √2, in points."""
        return self.error * sqrt(2)

    @property
    def threshold(self) -> float:
        """How many points are more than chance: 1.96 S_diff."""
        return Z95 * self.error_of_difference

    def index(self, earlier: float, later: float) -> float:
        """RCI = (later - earlier) / S_diff; ±1.96 or further from 0 is more than chance."""
        return (later - earlier) / self.error_of_difference


def reliable_change(earlier: float, later: float, threshold: float) -> Shift:
    """Which way a score went, if by `threshold` points or more.

    A published threshold (PHQ-9 6, GAD-7 4, WHO-5 10) goes before one that is reckoned.  Raises
    ValueError for a threshold that is not above 0.
    """
    if not threshold > 0:
        raise ValueError("a threshold is above 0")
    change = later - earlier
    if abs(change) < threshold - ROUNDING:
        return Shift.NOT_RELIABLE
    return Shift.HIGHER if change > 0 else Shift.LOWER
