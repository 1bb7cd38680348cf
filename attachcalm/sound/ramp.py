"""A gain on its way to another."""

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Ramp:
    """A straight line from one gain to another, within `lasts` milliseconds.

    An `even` one is straight in power instead: of two different sounds, one coming while the other
    goes, the sum stays as loud as each.
    """

    begin: float
    goal: float
    lasts: int
    gone: int = 0
    even: bool = False

    @property
    def gain(self) -> float:
        """The gain now."""
        if self.is_over:
            return self.goal
        way = self.gone / self.lasts
        if self.even:
            return math.sqrt(self.begin**2 + (self.goal**2 - self.begin**2) * way)
        return self.begin + (self.goal - self.begin) * way

    @property
    def left(self) -> int:
        """How many milliseconds it still takes."""
        return max(0, self.lasts - self.gone)

    @property
    def is_over(self) -> bool:
        """Whether the goal is reached."""
        return self.gone >= self.lasts

    def after(self, ms: int) -> "Ramp":
        """The same ramp, so much later."""
        return replace(self, gone=self.gone + ms)

    def bent_to(self, goal: float, lasts: int, *, even: bool = False) -> "Ramp":
        """A new ramp from where this one is."""
        return Ramp(self.gain, goal, max(0, lasts), even=even)


def steady(gain: float) -> Ramp:
    """A gain that stays."""
    return Ramp(gain, gain, 0)
