"""Breath as numbers: where the pacer stands at a moment.  Times are whole milliseconds."""

import math
from dataclasses import dataclass

from attachcalm.exercises.model import Stroke


@dataclass(frozen=True, slots=True)
class BreathMoment:
    """The pacer at one moment.  `fullness` is 0 (empty) to 1 (full)."""

    number: int  # strokes begun before this one, so a stroke is told from its repetition
    stroke: Stroke
    left: int  # milliseconds of it to go
    fullness: float

    @property
    def count(self) -> int:
        """The number beside the word: seconds to go, never 0."""
        return math.ceil(self.left / 1000)


@dataclass(frozen=True, slots=True)
class Breath:
    """The same strokes, over and over, from empty lungs."""

    strokes: tuple[Stroke, ...]

    @property
    def cycle_ms(self) -> int:
        """How long one breath lasts."""
        return sum(stroke.ms for stroke in self.strokes)

    def at(self, ms: int) -> BreathMoment:
        """Where the breath stands `ms` (0 or more) after it began.

        Fullness eases in and out as a cosine, so it never jumps and rests a moment at both ends.
        """
        cycle, into = divmod(ms, self.cycle_ms)
        fullness = 0.0
        for at, stroke in enumerate(self.strokes):
            if into < stroke.ms:
                share = (1 - math.cos(math.pi * into / stroke.ms)) / 2
                return BreathMoment(
                    number=cycle * len(self.strokes) + at,
                    stroke=stroke,
                    left=stroke.ms - into,
                    fullness=fullness + (stroke.to - fullness) * share,
                )
            into -= stroke.ms
            fullness = stroke.to
        raise AssertionError("a remainder is shorter than its cycle")
