"""Whether two scores of one person differ by more than chance would make them differ."""

from dataclasses import dataclass

from attachcalm.insight.reliable import Reliability, Shift, reliable_change
from attachcalm.journal.page import Direction, ScaleNote
from attachcalm.measures.model import Scale


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
        if self.threshold is None:
            return False
        return reliable_change(self.earlier, self.later, self.threshold) is not Shift.NOT_RELIABLE

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
        threshold = Reliability(note.sd, note.reliability).threshold
    return Change(earlier, later, note.direction, threshold)


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
