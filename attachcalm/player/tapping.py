"""A person taps along with their own breath, and one number comes of it.

Times are whole milliseconds of the same clock.  One stumble among the taps changes nothing: what
counts is the middle of the times between them.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from attachcalm.settings import CYCLE_MS

ENOUGH = 4  # taps, for a first number
MOST = 6  # the next one begins anew
BOUNCE_MS = 300  # two taps closer than that are one
FORGOT_MS = 20_000  # a longer gap is no breath: the person begins anew
NEAR = (2, 3)  # a time is near the middle from two thirds of it to one and a half


@dataclass(frozen=True, slots=True)
class Taps:
    """The taps so far, oldest first."""

    times: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.times)

    @property
    def cycle_ms(self) -> int | None:
        """How long one breath lasts, or None while there are too few taps or no rhythm in them."""
        if self.count < ENOUGH:
            return None
        gaps = [after - before for before, after in pairwise(self.times)]
        middle = round(median(gaps))
        off = [gap for gap in gaps if not _is_near(gap, middle)]
        if len(off) * 3 > len(gaps) or not CYCLE_MS[0] <= middle <= CYCLE_MS[1]:
            return None
        return middle

    @property
    def is_unclear(self) -> bool:
        """Whether there were as many taps as are taken, and still no number comes of them."""
        return self.count >= MOST and self.cycle_ms is None

    def tapped(self, ms: int) -> "Taps":
        """The taps after one more at this time."""
        if not self.times or self.count >= MOST or ms - self.times[-1] > FORGOT_MS:
            return Taps((ms,))
        if ms - self.times[-1] < BOUNCE_MS:
            return self
        return Taps((*self.times, ms))


def _is_near(gap: int, middle: int) -> bool:
    return middle * NEAR[0] <= gap * NEAR[1] and gap * NEAR[0] <= middle * NEAR[1]
