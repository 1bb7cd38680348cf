"""Breathing laid out: from one line under the pacer to the next, always cut between two breaths."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from attachcalm.exercises.model import Breathe
from attachcalm.exercises.narration import Clip
from attachcalm.player.breath import Breath
from attachcalm.player.glide import breaths, cycle_ms, filling
from attachcalm.player.own_breath import BreathFit, Strokes, strokes_for
from attachcalm.player.reading import reading_ms


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the exercise, when it is due by the exercise's own breath, and its clip."""

    due_ms: int
    text: str
    clip: Clip | None = None

    @property
    def speech_ms(self) -> int:
        """How long a voice says it; nothing without one."""
        return self.clip.duration_ms if self.clip else 0


SILENT = Line(0, "")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Breaths under one line."""

    line: Line
    strokes: tuple[Strokes, ...]  # of each breath

    @property
    def breath(self) -> Breath:
        """The breath as the pacer goes through it: all its breaths in one, where they differ."""
        if all(breath == self.strokes[0] for breath in self.strokes):
            return Breath(self.strokes[0])
        return Breath(tuple(stroke for breath in self.strokes for stroke in breath))

    @property
    def lasts(self) -> int:
        """Its length in milliseconds."""
        return sum(map(cycle_ms, self.strokes))


@dataclass(slots=True)
class Bellows:
    """Lays one exercise's breathing part after part, so that a glide goes on over a rest.

    The whole keeps to the exercise's own length: what a part lasts too long, the next gives back.
    """

    fit: BreathFit
    glide_ms: int
    breathed: int = 0  # breaths so far
    owed_ms: int = 0  # by the exercise to the person, less than one breath

    def lay(self, part: Breathe, lines: Sequence[Line]) -> tuple[Stretch, ...]:
        """The stretches of this part."""
        target = strokes_for(part.strokes, self.fit)
        if target == part.strokes and self.fit.from_cycle_ms is None:
            laid = (target,) * part.cycles
            begins = [line.due_ms // part.cycle_ms for line in lines]
        else:
            laid = self._breathe(target, part.cycles * part.cycle_ms)
            begins, lines = _placed(lines, tuple(map(cycle_ms, laid)))
        self.breathed += len(laid)
        return _cut(laid, begins, lines)

    def _breathe(self, target: Strokes, stretch_ms: int) -> tuple[Strokes, ...]:
        coming = breaths(target, self.fit.from_cycle_ms, self.glide_ms)
        laid = filling(islice(coming, self.breathed, None), stretch_ms + self.owed_ms)
        self.owed_ms += stretch_ms - sum(map(cycle_ms, laid))
        return laid


def _cut(
    laid: Sequence[Strokes], begins: Sequence[int], lines: Sequence[Line]
) -> tuple[Stretch, ...]:
    if not begins or begins[0] > 0:
        begins, lines = [0, *begins], [SILENT, *lines]
    ends = [*begins[1:], len(laid)]
    return tuple(
        Stretch(line, tuple(laid[begin:end]))
        for begin, end, line in zip(begins, ends, lines, strict=True)
    )


def _placed(lines: Sequence[Line], lengths: Sequence[int]) -> tuple[list[int], list[Line]]:
    """The breath that begins nearest to when each line is due, and still has time for it.

    A line for which there is no time left, with few long breaths, is left out.
    """
    starts = [0, *accumulate(lengths)]
    begins: list[int] = []
    kept: list[Line] = []
    free_ms = 0  # when the line before is over
    for line in lines:
        needs = line.speech_ms or reading_ms(line.text)
        fitting = [
            number
            for number, start in enumerate(starts[:-1])
            if start >= free_ms and start + needs <= starts[-1]
        ]
        if fitting:
            nearest = min(fitting, key=lambda number: abs(starts[number] - line.due_ms))
            begins.append(nearest)
            kept.append(line)
            free_ms = starts[nearest] + needs
    return begins, kept
