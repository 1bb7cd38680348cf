"""Whether two scores of one person differ by more than chance would make them differ."""

from dataclasses import dataclass
from math import isfinite, sqrt

from attachcalm.journal.page import Direction, ScaleNote
from attachcalm.measures.model import Scale

CERTAIN = 1.96  # of the normal distribution: 95 %
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Change:
    """From an earlier score to a later one.

    `threshold` is the change that is more than chance, None where nobody published one.
    """

    earlier: float
    later: float
    direction: Direction
    threshold: float | None = None

    @property
    def by(self) -> float:
        """Points; negative: lower now."""
        return self.later - self.earlier

    @property
    def is_reliable(self) -> bool:
        """Whether it is as large as the threshold, either way."""
        return self.threshold is not None and abs(self.by) >= self.threshold - _ROUNDING

    @property
    def is_worse(self) -> bool:
        """Whether it went the harder way; never where neither way is harder."""
        harder = {Direction.HARDER: self.by > 0, Direction.BETTER: self.by < 0}
        return harder.get(self.direction, False)


def change_on(scale: Scale, earlier: float, later: float) -> Change:
    """The change on a scale, with the threshold that its publisher or a service gives."""
    return Change(earlier, later, scale.direction, scale.reliable_change)


def change_noted(note: ScaleNote, earlier: float, later: float) -> Change:
    """The change on a scale that was written down, by its SD and reliability if both are there."""
    threshold = None
    if note.sd is not None and note.reliability is not None:
        threshold = CERTAIN * difference_error(note.sd, note.reliability)
    return Change(earlier, later, note.direction, threshold)


def difference_error(sd: float, reliability: float) -> float:
    """S_diff = SD·√(1-r)·√2, in points (Jacobson & Truax 1991).

    Raises ValueError for an SD that is not above 0 or a reliability outside 0 ≤ r < 1.
    """
    if not (isfinite(sd) and sd > 0 and 0 <= reliability < 1):
        raise ValueError("the SD is above 0, the reliability from 0 up to, not including, 1")
    return sd * sqrt(1 - reliability) * sqrt(2)


def reliable_change_index(earlier: float, later: float, sd: float, reliability: float) -> float:
    """RCI = (later - earlier) / S_diff; 1.96 or more either way is more than chance.

    SD of the measure in the reference group, reliability by test and retest (Jacobson & Truax).
    """
    return (later - earlier) / difference_error(sd, reliability)


def worsened(scale: Scale, earlier: float, later: float) -> bool:
    """R4: worse by a reliable change and, where the scale says so, beyond a level as well."""
    change = change_on(scale, earlier, later)
    if not (change.is_reliable and change.is_worse):
        return False
    if scale.worse_at is None:
        return True
    return (
        later <= scale.worse_at
        if scale.direction is Direction.BETTER
        else (later >= scale.worse_at)
    )
