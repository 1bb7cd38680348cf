"""Where on a timeline the player is: the span, the millisecond, the stroke of the breath."""

from attachcalm.exercises.model import Stroke
from attachcalm.player.breath import BreathMoment
from attachcalm.player.timeline import Span, Timeline

STILL_THE_BEGINNING_MS = 2_000
"""Who goes back twice within this time wants the step before."""


class Playhead:
    """Moves over a timeline and counts what was played.  It knows no clock and no phase."""

    def __init__(self, timeline: Timeline, index: int) -> None:
        """Stand at the beginning of the span of this number."""
        self.timeline = timeline
        self.practised_ms = 0
        self._index = min(max(index, 0), len(timeline.spans) - 1)
        self.position = self.span.start
        self._strokes_told = 0

    @property
    def span(self) -> Span:
        """Where it is."""
        return self.timeline.spans[self._index]

    @property
    def index(self) -> int:
        """The number of the span."""
        return self._index

    @property
    def into(self) -> int:
        """Milliseconds since the span began."""
        return self.position - self.span.start

    @property
    def speaking(self) -> bool:
        """Whether the span's sentence is still being said, or read."""
        return self.into < self.span.speech_ms

    @property
    def breath(self) -> BreathMoment | None:
        """The pacer here, or None where there is none."""
        span = self.span
        return span.breath.at(min(self.into, span.lasts - 1)) if span.breath else None

    @property
    def due_in(self) -> int:
        """Milliseconds until something begins or ends: the span, its sentence, a stroke."""
        due = self.span.lasts - self.into
        if self.speaking:
            due = min(due, self.span.speech_ms - self.into)
        if self.span.breath:
            due = min(due, self.span.breath.at(self.into).left)
        return due

    # ------------------------------------------------------------ how it moves
    def enter(self, index: int) -> Span:
        """Stand at the beginning of another span; after the last one, at the end of all."""
        last = len(self.timeline.spans) - 1
        self._index = min(index, last)
        self.position = self.span.start if index <= last else self.timeline.total_ms
        self._strokes_told = 1 if self.span.breath else 0
        return self.span

    def play_until(self, position: int) -> tuple[Stroke, ...]:
        """Play on to a position in this span, and tell the strokes that began on the way."""
        strokes = self._strokes_before(position)
        self.practised_ms += position - self.position
        self.position = position
        return strokes

    def _strokes_before(self, position: int) -> tuple[Stroke, ...]:
        breath = self.span.breath
        if breath is None:
            return ()
        within = min(position, self.span.end - 1) - self.span.start
        begun = breath.at(within).number + 1
        numbers = range(self._strokes_told, begun)
        self._strokes_told = begun
        return tuple(breath.strokes[number % len(breath.strokes)] for number in numbers)

    def lay(self, timeline: Timeline) -> None:
        """Go on with a timeline that has the same spans up to here, if perhaps of other lengths."""
        into = self.into
        self.timeline = timeline
        self.position = self.span.start + min(into, max(0, self.span.lasts - 1))

    # ------------------------------------------------------------ where it could go
    def next_step(self) -> int:
        """The first span of the next step; past the last one, there is none of this number."""
        return self._first_of_step(self.span.step + 1)

    def step_before(self) -> int:
        """The first span of this step or, still at its beginning, of the one before."""
        begin = self._first_of_step(self.span.step)
        since = self.position - self.timeline.spans[begin].start
        if since < STILL_THE_BEGINNING_MS and self.span.step > 0:
            return self._first_of_step(self.span.step - 1)
        return begin

    def line_before(self) -> int:
        """The span whose sentence was said last; the first of all if nothing was."""
        index = self._index
        while index > 0 and not self.timeline.spans[index].speech_ms:
            index -= 1
        return index

    def _first_of_step(self, step: int) -> int:
        spans = self.timeline.spans
        return next((span.index for span in spans if span.step == step), len(spans))
