"""Energy and the window of tolerance, so that numbness counts as much as panic (statistics 2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from attachcalm.insight.middle import middle_of
from attachcalm.insight.share import Share, share_of

INSIDE: Final = (-1, 1)  # energy from the one to the other is inside the window of tolerance

Energy = TypeVar("Energy", int, float)


@dataclass(frozen=True, slots=True)
class WindowChange:
    """How far energy came towards the window in each sitting, in points; negative: away.

    `returned` counts the sittings that ended inside among those that began outside; None where
    none began outside.
    """

    gains: tuple[int, ...]
    median: float
    returned: Share | None

    @property
    def n(self) -> int:
        """How many sittings were rated before and after."""
        return len(self.gains)


def window_distance(energy: Energy) -> Energy:
    """How far outside the window, 0 to 3 points: d(a) = max(0, |a| - 1), energy a from -4 to 4."""
    low, high = INSIDE
    return max(0, low - energy, energy - high)


def window_gain(before: int | None, after: int | None) -> int | None:
    """How much nearer to the window, -3 to 3 points: d(before) - d(after); None unless both."""
    if before is None or after is None:
        return None
    return window_distance(before) - window_distance(after)


def window_change_of(pairs: Iterable[tuple[int, int]]) -> WindowChange:
    """What energies before and after say together.  Raises ValueError for none."""
    told = list(pairs)
    gains = tuple(window_distance(before) - window_distance(after) for before, after in told)
    ends = [window_distance(after) == 0 for before, after in told if window_distance(before)]
    returned = share_of(sum(ends), len(ends)) if ends else None
    return WindowChange(gains, middle_of(gains), returned)
