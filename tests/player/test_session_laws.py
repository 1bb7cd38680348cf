"""The laws of playing, for any exercise, any ticks and any commands."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from attachcalm.exercises.model import (
    AnswerKind,
    Ask,
    Bell,
    Breathe,
    BreathLine,
    Choose,
    Exercise,
    Limit,
    Option,
    Part,
    Pause,
    Say,
    Stroke,
    StrokeKind,
)
from attachcalm.player.session import (
    ASLEEP_MS,
    Answered,
    Began,
    Breathed,
    Changed,
    Events,
    Frame,
    Phase,
    Session,
)
from attachcalm.player.timeline import compile_timeline
from tests.fakes.clock import FakeClock
from tests.fakes.stage import exercise_of
from tests.fakes.told import two_seconds

LENGTHS = st.sampled_from([0, 1, 20, 500, 1_500, 7_000])
STROKES = (
    Stroke(StrokeKind.IN, 0.7, 600, "in"),
    Stroke(StrokeKind.IN, 1.0, 500, "more"),
    Stroke(StrokeKind.HOLD, 1.0, 700, "hold"),
    Stroke(StrokeKind.OUT, 0.0, 1_900, "out"),
)
OPTIONS = (Option("a", "A"), Option("b", "B"))
LIMITS = st.sampled_from([Limit(), Limit(), Limit(when=("way", "a")), Limit(when=("way", "b"))])
TIMED: st.SearchStrategy[Part] = st.one_of(
    st.builds(Say, st.sampled_from(["One.", "Two {who|there}."]), LENGTHS, st.none(), LIMITS),
    st.builds(Pause, LENGTHS, st.sampled_from(["", "Wait."]), LIMITS),
    st.builds(Bell, st.just("bowl"), LENGTHS, LIMITS),
    st.builds(Breathe, st.just(STROKES), st.integers(1, 3), st.just(()), LIMITS),
    st.builds(Breathe, st.just(STROKES), st.just(3), st.just((BreathLine(2, "Softly."),)), LIMITS),
)
QUESTIONS: st.SearchStrategy[Part] = st.sampled_from(
    [
        Ask("who", "Who?", AnswerKind.TEXT, keep_as="who"),
        Ask("ease", "How?", AnswerKind.SCALE, ends=("low", "high")),
        Choose("way", "Which?", OPTIONS),
    ]
)
ANSWERS = st.sampled_from([None, "a", "b", "Ada", 0, 10, 11])
TIMED_STEPS = st.lists(st.lists(TIMED, min_size=1, max_size=4), min_size=1, max_size=3)
STEPS = st.lists(st.lists(TIMED | QUESTIONS, min_size=1, max_size=4), min_size=1, max_size=4)
BREATHING_STEPS = st.lists(
    st.lists(
        st.builds(Breathe, st.just(STROKES), st.integers(1, 2)) | st.just(Pause(300)),
        min_size=1,
        max_size=3,
    ),
    min_size=1,
    max_size=2,
)
GAPS = st.lists(st.integers(0, ASLEEP_MS), max_size=25)


def exercise_from(steps: Sequence[Sequence[Part]]) -> Exercise:
    """The steps after a sentence that is always there; each choice stands once, as in a file."""
    parts = [(at, part) for at, step in enumerate(steps) for part in step]
    ways = [n for n, (_, part) in enumerate(parts) if isinstance(part, Choose)]
    once = [each for n, each in enumerate(parts) if n not in ways[1:]]
    kept = [tuple(part for at, part in once if at == step) for step in range(len(steps))]
    return exercise_of((Say("Begin.", 500),), *(step or (Pause(300),) for step in kept))


def begin(steps: Sequence[Sequence[Part]]) -> tuple[FakeClock, Session]:
    clock = FakeClock(7)
    return clock, Session(compile_timeline(exercise_from(steps), find_clip=two_seconds), clock)


def play(session: Session, clock: FakeClock, gaps: Sequence[int]) -> list[object]:
    """Everything that happens in these ticks."""
    events: list[object] = [*session.start()]
    for gap in gaps:
        clock.advance(gap)
        events += session.tick()
    return events


def begun(events: Sequence[object]) -> list[int]:
    return [event.span.index for event in events if isinstance(event, Began)]


# ---------------------------------------------------------------- laws
@given(STEPS, GAPS, st.integers(1, 400))
def test_the_rate_of_ticks_changes_nothing(
    steps: list[list[Part]], gaps: list[int], every: int
) -> None:
    """L1: the same time in few ticks or in many gives the same events and the same picture."""
    coarse_clock, coarse = begin(steps)
    fine_clock, fine = begin(steps)
    sliced = [piece for gap in gaps for piece in ([every] * (gap // every) + [gap % every])]

    assert play(coarse, coarse_clock, gaps) == play(fine, fine_clock, sliced)
    assert coarse.frame() == fine.frame()
    assert coarse.practised_ms == fine.practised_ms


@given(TIMED_STEPS, GAPS)
def test_every_span_begins_once_in_order_and_all_have_begun_at_the_end(
    steps: list[list[Part]], gaps: list[int]
) -> None:
    """L2, L3: position only grows, never passes the end, and skips nothing."""
    clock, session = begin(steps)
    spans = session.timeline.spans
    events: list[object] = [*session.start()]
    positions = [session.frame().position]
    for gap in [*gaps, *[ASLEEP_MS] * (spans[-1].end // ASLEEP_MS + 1)]:
        clock.advance(gap)
        events += session.tick()
        positions.append(session.frame().position)

    assert session.phase is Phase.FINISHED
    assert begun(events) == [span.index for span in spans]
    assert all(before <= after for before, after in pairwise(positions))
    assert positions[-1] == session.timeline.total_ms == session.practised_ms
    assert events[-1] == Changed(Phase.FINISHED)


@given(TIMED_STEPS)
def test_waiting_for_what_is_due_meets_every_event_at_its_time(steps: list[list[Part]]) -> None:
    """L6: a driver that waits as `due_in` says finds no event late, and never seems asleep."""
    clock, session = begin(steps)
    begin_ms = clock.now
    session.start()
    while (due := session.due_in()) is not None:
        assert due <= session.frame().left
        clock.advance(due)
        for event in session.tick():
            if isinstance(event, Began):
                assert event.span.start == clock.now - begin_ms

    assert session.phase is Phase.FINISHED
    assert clock.now - begin_ms == session.timeline.total_ms


@given(TIMED_STEPS, GAPS, st.integers(0, 10**9))
def test_a_pause_costs_no_practice(steps: list[list[Part]], gaps: list[int], away: int) -> None:
    """L4: with a pause after every tick, all happens as without, only later."""
    plain_clock, plain = begin(steps)
    clock, session = begin(steps)
    expected = play(plain, plain_clock, gaps)
    events: list[object] = [*session.start()]
    for gap in gaps:
        clock.advance(gap)
        events += session.tick()
        session.pause()
        clock.advance(away)
        session.tick()
        session.resume()

    assert events == expected
    assert session.frame() == plain.frame()
    assert session.practised_ms == plain.practised_ms


@given(BREATHING_STEPS, st.integers(5, 60))
def test_fullness_never_jumps(steps: list[list[Part]], every: int) -> None:
    """L5: over whole exercises, also where one breath follows another."""
    clock, session = begin(steps)
    session.start()
    last = 0.0
    while session.phase is Phase.RUNNING:
        clock.advance(every)
        session.tick()
        breath = session.frame().breath
        fullness = breath.fullness if breath else 0.0
        assert 0.0 <= fullness <= 1.0
        assert abs(fullness - last) <= every * 3.1416 / 2 / 500 + 1e-9
        last = fullness


# ---------------------------------------------------------------- any commands
COMMANDS: dict[Phase, dict[str, set[Phase]]] = {
    Phase.READY: {"start": {Phase.RUNNING, Phase.WAITING}, "stop": {Phase.STOPPED}},
    Phase.RUNNING: {
        "tick": {Phase.RUNNING, Phase.WAITING, Phase.PAUSED, Phase.FINISHED},
        "pause": {Phase.PAUSED, Phase.WAITING, Phase.FINISHED},
        "stop": {Phase.STOPPED, Phase.FINISHED},
        "leap": {Phase.RUNNING, Phase.WAITING, Phase.PAUSED, Phase.FINISHED},
        "set_pace": {Phase.RUNNING, Phase.WAITING, Phase.PAUSED, Phase.FINISHED},
    },
    Phase.WAITING: {
        "answer": {Phase.RUNNING, Phase.WAITING, Phase.FINISHED},
        "stop": {Phase.STOPPED},
        "leap": {Phase.RUNNING, Phase.WAITING, Phase.FINISHED},
    },
    Phase.PAUSED: {
        "resume": {Phase.RUNNING, Phase.WAITING},
        "stop": {Phase.STOPPED},
        "leap": {Phase.PAUSED, Phase.FINISHED},
    },
    Phase.FINISHED: {},
    Phase.STOPPED: {},
}
"""Which phases a command may lead to from each phase; what is not here changes nothing."""


class AnyCommands(RuleBasedStateMachine):
    """A person, or a child with the keyboard, on an old laptop with an unsteady clock."""

    @initialize(steps=STEPS, start_at=st.integers(-1, 12))
    def open_exercise(self, steps: list[list[Part]], start_at: int) -> None:
        self.clock = FakeClock(1_000)
        timeline = compile_timeline(exercise_from(steps), find_clip=two_seconds)
        self.session = Session(timeline, self.clock, start_at)
        self.passed = 0  # while it was running
        self.strokes: int | None = None  # told of the breath that goes on
        self.last = self.session.span.index - 1  # begun
        self.leapt = False

    # ------------------------------------------------------------ commands
    @rule(gap=st.integers(0, 600) | st.integers(0, ASLEEP_MS))
    def tick(self, gap: int) -> None:
        self.wait(gap)
        self.do("tick")

    @rule(gap=st.integers(ASLEEP_MS + 1, 10**9))
    def sleep(self, gap: int) -> None:
        before = self.session.frame()
        self.clock.advance(gap)
        events = self.do("tick")
        if before.phase is Phase.RUNNING:
            assert events == (Changed(Phase.PAUSED, slept=True),)
        assert self.session.frame().position == before.position

    @rule(back=st.integers(0, 10**6))
    def set_the_clock_back(self, back: int) -> None:
        before = self.session.frame()
        self.clock.advance(-back)
        assert not any(isinstance(event, Changed) and event.slept for event in self.do("tick"))
        assert self.session.frame() == before or before.phase is Phase.RUNNING

    @rule(gap=st.integers(0, ASLEEP_MS), command=st.sampled_from(["start", "pause", "resume"]))
    def press(self, gap: int, command: str) -> None:
        self.wait(gap)
        self.do(command)

    @rule(gap=st.integers(0, 10**6), value=ANSWERS)
    def answer(self, gap: int, value: str | int | None) -> None:
        before, question = self.session.frame(), self.session.span.question
        if before.phase is Phase.WAITING:
            self.clock.advance(gap)
        events = self.do("answer", value)
        if events:
            assert question is not None
            assert events[0] == Answered(before.span, question, value)
            assert self.session.timeline.spans[: before.span.index + 1]
        elif value is None:
            assert before.phase is not Phase.WAITING

    @rule(gap=st.integers(0, ASLEEP_MS), command=st.sampled_from(["forward", "back", "repeat"]))
    def leap(self, gap: int, command: str) -> None:
        before = self.session.frame()
        spans = self.session.timeline.spans
        self.wait(gap)
        events = self.do(command)
        if not events or self.session.phase is Phase.FINISHED:
            return
        there = self.session.span
        assert begun(events)[-1] == there.index
        assert self.session.frame().position == there.start
        if command == "forward":
            assert there.index == min(span.index for span in spans if span.step > before.span.step)
        elif command == "back":
            assert there.step in {before.span.step, before.span.step - 1}
            assert there.index == min(span.index for span in spans if span.step == there.step)
        else:
            assert there.index <= before.span.index
            assert there.speech_ms or there.index == 0

    @rule(gap=st.integers(0, ASLEEP_MS), pace=st.sampled_from([0.1, 0.7, 1.0, 2.0]))
    def set_pace(self, gap: int, pace: float) -> None:
        self.wait(gap)
        events = self.do("set_pace", pace)
        if not events:
            assert self.session.practised_ms <= self.passed

    @precondition(lambda self: self.session.practised_ms > 20_000)
    @rule()
    def stop(self) -> None:
        self.do("stop")
        assert self.session.phase.over

    # ------------------------------------------------------------ what is always so
    def wait(self, gap: int) -> None:
        """Let time pass that counts if the session runs."""
        self.clock.advance(gap)
        if self.session.phase is Phase.RUNNING:
            self.passed += gap

    def do(self, command: str, *given: object) -> Events:
        """Command it, and check that what it tells fits where it was."""
        before = self.session.frame()
        events: Events = getattr(self.session, command)(*given)
        is_leap = command in {"forward", "back", "repeat"}
        allowed = COMMANDS[before.phase].get("leap" if is_leap else command)
        if allowed is None:
            assert events == ()
            assert command == "set_pace" or self.session.frame() == before
        else:
            assert self.session.phase in allowed or not events
        self.check_phases(before, events)
        self.check_order(before, events, is_leap)
        return events

    def check_phases(self, before: Frame, events: Events) -> None:
        """Every change of phase is told, and none that is not one."""
        phase = before.phase
        for event in events:
            if isinstance(event, Changed):
                assert event.phase is not phase
                phase = event.phase
        assert phase is self.session.phase

    def check_order(self, before: Frame, events: Events, is_leap: bool) -> None:
        """Spans begin one after another but for a leap's last; strokes follow each other."""
        indexes = begun(events)
        for number in indexes[:-1] if is_leap else indexes:
            assert number == self.last + 1
            self.last = number
        if is_leap and events:  # a leap over the end begins nothing, and is a leap all the same
            self.leapt = True
            self.last = indexes[-1] if indexes else self.last
        for event in events:
            if isinstance(event, Began):
                self.strokes = 0 if event.span.breath else None
            elif isinstance(event, Breathed):
                assert self.strokes is not None
                assert event.stroke == STROKES[self.strokes % len(STROKES)]
                self.strokes += 1

    @invariant()
    def picture_makes_sense(self) -> None:
        if not hasattr(self, "session"):
            return
        frame, total = self.session.frame(), self.session.timeline.total_ms
        assert frame.phase is self.session.phase
        assert 0 <= frame.position <= total
        assert frame.left == total - frame.position >= 0
        assert 0.0 <= frame.progress <= 1.0
        assert frame.span.start <= frame.position <= frame.span.end
        assert frame.span == self.session.timeline.spans[frame.span.index]
        assert (frame.breath is None) == (frame.span.breath is None)
        assert not frame.speaking or frame.phase is Phase.RUNNING
        assert frame.phase is not Phase.WAITING or frame.span.is_open
        assert frame.phase is not Phase.RUNNING or not frame.span.is_open
        assert frame.phase is not Phase.FINISHED or frame.left == 0

    @invariant()
    def nothing_is_practised_that_did_not_pass(self) -> None:
        if hasattr(self, "session"):
            assert 0 <= self.session.practised_ms <= self.passed

    @invariant()
    def all_strokes_so_far_were_told(self) -> None:
        if not hasattr(self, "session") or self.session.phase is Phase.READY:
            return
        breath = self.session.frame().breath
        if breath and self.session.phase is not Phase.FINISHED:
            assert self.strokes == breath.number + 1

    @invariant()
    def what_is_due_lies_ahead(self) -> None:
        if not hasattr(self, "session"):
            return
        due = self.session.due_in()
        assert (due is not None) == (self.session.phase is Phase.RUNNING)
        assert due is None or 0 <= due <= self.session.frame().left

    def teardown(self) -> None:
        """Whoever came to the end without a leap has met everything."""
        if hasattr(self, "session") and self.session.phase is Phase.FINISHED and not self.leapt:
            assert self.last == len(self.session.timeline.spans) - 1


TestAnyCommands = AnyCommands.TestCase
