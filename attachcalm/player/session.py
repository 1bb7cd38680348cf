"""The player's state machine: commands and clock readings in, events and frames out.

It knows no window, no sound and no journal.  `position += now - last reading` is the only way
that time passes, so the rate of ticks changes nothing.
"""

from dataclasses import dataclass
from enum import StrEnum

from attachcalm.exercises import answers
from attachcalm.exercises.model import Question, Stroke
from attachcalm.player.breath import BreathMoment
from attachcalm.player.playhead import Playhead
from attachcalm.player.ports import Clock
from attachcalm.player.timeline import Span, Timeline

ASLEEP_MS = 5_000  # a longer gap between two readings means that the machine slept
LOOK_AGAIN_MS = 2_500  # whoever waits for an event reads the clock this often, or seems asleep


class Phase(StrEnum):
    """What the session is doing."""

    READY = "ready"
    RUNNING = "running"
    WAITING = "waiting"  # at an open span, for the person
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def over(self) -> bool:
        """Whether nothing more can happen."""
        return self in {Phase.FINISHED, Phase.STOPPED}


@dataclass(frozen=True, slots=True)
class Began:
    """A span began (again, after a jump)."""

    span: Span


@dataclass(frozen=True, slots=True)
class Breathed:
    """A stroke of the breath began."""

    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Answered:
    """The person answered a question; None means that they skipped it."""

    span: Span
    question: Question
    value: str | int | None


@dataclass(frozen=True, slots=True)
class Changed:
    """The session is in another phase now; `slept` if the machine slept in between."""

    phase: Phase
    slept: bool = False


Event = Began | Breathed | Answered | Changed
Events = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of this moment.  Times are milliseconds, progress goes from 0 to 1."""

    phase: Phase
    span: Span
    position: int
    left: int
    progress: float
    speaking: bool
    breath: BreathMoment | None


class Session:
    """One run through a timeline.  A command that does not fit the phase returns no events."""

    def __init__(self, timeline: Timeline, now: Clock, start_at: int = 0) -> None:
        """Be ready at the span of number `start_at`; `now` gives monotonic milliseconds."""
        self._head = Playhead(timeline, start_at)
        self._now = now
        self._phase = Phase.READY
        self._read_at = 0

    @property
    def phase(self) -> Phase:
        """What it is doing."""
        return self._phase

    @property
    def timeline(self) -> Timeline:
        """The timeline as the answers so far have laid it."""
        return self._head.timeline

    @property
    def span(self) -> Span:
        """Where it is."""
        return self._head.span

    @property
    def practised_ms(self) -> int:
        """How long the person has really practised: no pause, leap, sleep or question counts."""
        return self._head.practised_ms

    # ------------------------------------------------------------ commands
    def start(self) -> Events:
        """Begin."""
        if self._phase is not Phase.READY:
            return ()
        self._read_at = self._now()
        return (self._change(Phase.RUNNING), *self._go_on_from(self._head.index))

    def tick(self) -> Events:
        """Read the clock and let what is due happen."""
        if self._phase is not Phase.RUNNING:
            return ()
        gap = self._read()
        if gap > ASLEEP_MS:
            return (self._change(Phase.PAUSED, slept=True),)
        return self._advance(gap)

    def pause(self) -> Events:
        """Stand still until `resume`."""
        events = self.tick()
        if self._phase is not Phase.RUNNING:
            return events
        return (*events, self._change(Phase.PAUSED))

    def resume(self) -> Events:
        """Go on after a pause."""
        if self._phase is not Phase.PAUSED:
            return ()
        self._read_at = self._now()
        return (self._change(Phase.WAITING if self.span.is_open else Phase.RUNNING),)

    def answer(self, value: str | int | None) -> Events:
        """Answer the open question and go on; None skips it, and what does not fit is no answer."""
        question = self.span.question
        if self._phase is not Phase.WAITING or question is None:
            return ()
        if not answers.fits(question, value):
            return ()
        answered = Answered(self.span, question, value)
        self._head.lay(self.timeline.answered(question, value))
        self._read_at = self._now()
        return (answered, *self._go_on_from(self._head.index + 1))

    def forward(self) -> Events:
        """Leap to the next step; after the last one the exercise is finished."""
        return self._leap(self._head.next_step())

    def back(self) -> Events:
        """Leap to the beginning of this step or, still at its beginning, of the one before."""
        return self._leap(self._head.step_before())

    def repeat(self) -> Events:
        """Say the line again; in a silence or at a question, the line before it."""
        return self._leap(self._head.line_before())

    def set_pace(self, pace: float) -> Events:
        """Stretch the silences from here on; what of this span is over stays over."""
        events = self.tick()
        if not self._phase.over:
            self._head.lay(self.timeline.at_pace(pace))
        return events

    def stop(self) -> Events:
        """End here, wherever that is."""
        events = self.tick()
        if self._phase.over:
            return events
        return (*events, self._change(Phase.STOPPED))

    # ------------------------------------------------------------ pictures
    def due_in(self) -> int | None:
        """Milliseconds from the last reading of the clock until it is to be read again.

        That is the next event, or `LOOK_AGAIN_MS` if it is farther; None while nothing moves.
        """
        if self._phase is not Phase.RUNNING:
            return None
        return min(self._head.due_in, LOOK_AGAIN_MS)

    def frame(self) -> Frame:
        """The picture of this moment, as of the last reading of the clock."""
        head, total = self._head, self.timeline.total_ms
        return Frame(
            phase=self._phase,
            span=head.span,
            position=head.position,
            left=total - head.position,
            progress=head.position / total if total else 1.0,
            speaking=self._phase is Phase.RUNNING and head.speaking,
            breath=head.breath,
        )

    # ------------------------------------------------------------ how it moves
    def _read(self) -> int:
        now = self._now()
        gap = max(0, now - self._read_at)
        self._read_at = now
        return gap

    def _change(self, phase: Phase, *, slept: bool = False) -> Changed:
        self._phase = phase
        return Changed(phase, slept)

    def _advance(self, gap: int) -> Events:
        events: list[Event] = []
        target = self._head.position + gap
        while self._phase is Phase.RUNNING and target >= self.span.end:
            events += self._play_until(self.span.end)
            events += self._go_on_from(self._head.index + 1)
        if self._phase is Phase.RUNNING:
            events += self._play_until(target)
        return tuple(events)

    def _play_until(self, position: int) -> list[Event]:
        return [Breathed(stroke) for stroke in self._head.play_until(position)]

    def _go_on_from(self, index: int) -> Events:
        """Enter a span; a pause stays a pause, so that looking around costs no practice."""
        span = self._head.enter(index)
        if index >= len(self.timeline.spans):
            return (self._change(Phase.FINISHED),)
        events: list[Event] = [Began(span)]
        phase = Phase.WAITING if span.is_open else Phase.RUNNING
        if self._phase not in {phase, Phase.PAUSED}:
            events.append(self._change(phase))
        if span.breath:
            events.append(Breathed(span.breath.strokes[0]))
        return tuple(events)

    def _leap(self, index: int) -> Events:
        if self._phase.over or self._phase is Phase.READY:
            return ()
        events = self.tick()
        if self._phase.over:
            return events
        self._read_at = self._now()
        return (*events, *self._go_on_from(index))
