"""The three scales that a chart can show, and which way on each is easier."""

from dataclasses import dataclass
from typing import Final

from attachcalm.insight.window import INSIDE, window_distance
from attachcalm.insight.words import number_words
from attachcalm.journal.mood import DISTRESS, ENERGY, SECURITY, Mood


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from `low` to `high`.  `ends` are the words at both ends, and in the middle if any.

    `inside` is the window of tolerance, in which there is nothing to change, both ends included.
    On scales that have none, `more_is_easier` says which way is easier.
    """

    name: str  # as a sentence says it: "distress"
    low: int
    high: int
    ends: tuple[tuple[int, str], ...]
    inside: tuple[int, int] | None = None
    more_is_easier: bool = False

    def of(self, mood: Mood | None) -> int | None:
        """The rating on this scale; None where it was skipped."""
        if mood is None:
            return None
        match self.name:
            case "distress":
                return mood.distress
            case "energy":
                return mood.energy
        return mood.security

    def ease(self, before: float, after: float) -> float:
        """How much easier it is after than before, in points; negative is harder."""
        if self.inside is not None:
            return window_distance(before) - window_distance(after)
        return after - before if self.more_is_easier else before - after

    def level_words(self, value: float) -> str:
        """A level as it is written on the scale: "2.5", and with its sign on a two-sided one."""
        if self.low == 0 or value == 0:
            return number_words(value)
        return f"{value:+.1f}".removesuffix(".0").replace("-", "\N{MINUS SIGN}")


DISTRESS_SCALE: Final = Scale("distress", DISTRESS[0], DISTRESS[-1], ((0, "none"), (10, "most")))
ENERGY_SCALE: Final = Scale(
    "energy", ENERGY[0], ENERGY[-1], ((-4, "numb"), (0, "right"), (4, "revved")), inside=INSIDE
)
SECURITY_SCALE: Final = Scale(
    "felt security", SECURITY[0], SECURITY[-1], ((0, "none"), (10, "full")), more_is_easier=True
)
SCALES: Final = (DISTRESS_SCALE, ENERGY_SCALE, SECURITY_SCALE)
