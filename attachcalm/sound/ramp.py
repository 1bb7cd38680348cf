"""A gain on its way to another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ramp:
    """A straight line from one gain to another, within `lasts` milliseconds."""

    begin: float
    goal: float
    lasts: int
    gone: int = 0

    @property
    def gain(self) -> float:
        """The gain now."""
        if self.is_over:
            return self.goal
        return self.begin + (self.goal - self.begin) * self.gone / self.lasts

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
        return Ramp(self.begin, self.goal, self.lasts, self.gone + ms)

    def bent_to(self, goal: float, lasts: int) -> "Ramp":
        """A new ramp from where this one is."""
        return Ramp(self.gain, goal, max(0, lasts))


def steady(gain: float) -> Ramp:
    """A gain that stays."""
    return Ramp(gain, gain, 0)
