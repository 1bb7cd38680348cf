"""Exercise → timeline: every part laid end to end in whole milliseconds, before play begins.

Everything that varies (version, pace, choices, the person's words) is settled here, so that at
play time nothing is decided, only looked up.  Laying again after an answer moves nothing that
lies before the question.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from attachcalm.exercises import slots
from attachcalm.exercises.model import Ask, Breathe, Choose, Exercise, Limit, Question
from attachcalm.exercises.narration import Clip
from attachcalm.player.breath import Breath
from attachcalm.player.own_breath import AS_WRITTEN, BreathFit
from attachcalm.player.pieces import FindClip, Piece, glide_through, is_spoken, piece_of
from attachcalm.player.stretches import Bellows

SLOWEST_PACE = 2.0
QUICKEST_PACE = 0.7


def no_clip(_: str) -> Clip | None:
    """No voice at all: captions with time to read them."""
    return None


@dataclass(frozen=True, slots=True)
class Span:
    """A part laid on the timeline, from `start` until before `end`.

    An open span (a question) has no length: the session waits there for the person.
    """

    index: int
    step: int  # counted from 0 among the steps of this timeline
    step_id: str
    step_title: str
    part: int  # counted from 0 among the parts of the step in the file
    start: int
    end: int
    caption: str = ""
    clip: Clip | None = None
    speech_ms: int = 0
    sense: str | None = None
    breath: Breath | None = None
    bell: str | None = None
    question: Question | None = None

    @property
    def is_open(self) -> bool:
        """Whether this waits for the person."""
        return self.question is not None

    @property
    def lasts(self) -> int:
        """Its length in milliseconds; 0 for an open span."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Timeline:
    """An exercise as it will be played, and what is needed to lay it again after an answer."""

    exercise_id: str
    version_id: str
    spans: tuple[Span, ...]
    pieces: tuple[Piece, ...] = field(repr=False)
    choices: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    pace: float = 1.0
    fit: BreathFit = AS_WRITTEN

    @property
    def total_ms(self) -> int:
        """How long it lasts, open spans counted as nothing."""
        return self.spans[-1].end

    @property
    def step_count(self) -> int:
        """How many steps there are to go through."""
        return self.spans[-1].step + 1

    def first_span_of(self, step_id: str) -> Span | None:
        """Where a step begins, or None if it is not on this timeline."""
        return next((span for span in self.spans if span.step_id == step_id), None)

    def answered(self, question: Question, value: str | int | None) -> "Timeline":
        """The timeline after this answer; None (skipped) leaves it as it is."""
        if isinstance(question, Choose) and isinstance(value, str):
            return _lay(replace(self, choices={**self.choices, question.key: value}))
        if isinstance(question, Ask) and question.keep_as and isinstance(value, str):
            labels = {option.id: option.label for option in question.options}
            word = labels.get(value, value)
            return _lay(replace(self, words={**self.words, question.keep_as: word}))
        return self

    def with_choices(self, choices: Mapping[str, str]) -> "Timeline":
        """The timeline after choices that were made in an earlier run; others are passed over."""
        known = {
            piece.question.key: {option.id for option in piece.question.options}
            for piece in self.pieces
            if isinstance(piece.question, Choose)
        }
        made = {key: option for key, option in choices.items() if option in known.get(key, ())}
        return _lay(replace(self, choices={**self.choices, **made}))

    def at_pace(self, pace: float) -> "Timeline":
        """The same spans with longer or shorter silences."""
        return _lay(replace(self, pace=_bounded(pace)))


class NothingToPlayError(ValueError):
    """The version of the exercise has no part at all."""


def compile_timeline(
    exercise: Exercise,
    version_id: str | None = None,
    find_clip: FindClip = no_clip,
    pace: float = 1.0,
    words: Mapping[str, str] | None = None,
    *,
    fit: BreathFit = AS_WRITTEN,
) -> Timeline:
    """Lay one version of the exercise (the first if None) at this pace.

    `pace` stretches the silences, never the voice or the breath: 0.7 (shorter) to 2 (longer); what
    lies outside is brought to the nearest end.  `words` fill the slots.  `fit` makes the breath the
    person's own.  An exercise is spoken whole or not at all, for a voice that stops half way would
    leave somebody with closed eyes alone.  Raises KeyError for an unknown version and
    NothingToPlayError when the version holds no part.
    """
    if not is_spoken(exercise, find_clip):
        find_clip = no_clip
    version = exercise.card.version(version_id)
    kept = dict(words or {})
    pieces = tuple(
        piece_of(
            part,
            Piece(step.id, step.title, number, (step.limit, part.limit)),
            find_clip,
            kept,
            lines_spoken=fit.spoken,
        )
        for step in exercise.steps
        if step.limit.allows_version(version.id)
        for number, part in enumerate(step.parts)
        if part.limit.allows_version(version.id)
    )
    if not pieces:
        raise NothingToPlayError(f"{exercise.id}: the version {version.id} has no part to play")
    return _lay(Timeline(exercise.id, version.id, (), pieces, {}, kept, _bounded(pace), fit))


def breathing_alone(part: Breathe, fit: BreathFit) -> Timeline:
    """This breathing as it fits, and nothing else: what a person tries before it is in use."""
    piece = Piece("breath", "", 0, (), breathe=part)
    return _lay(Timeline("", "", (), (piece,), fit=fit))


def _bounded(pace: float) -> float:
    return min(SLOWEST_PACE, max(QUICKEST_PACE, pace))


def _lay(timeline: Timeline) -> Timeline:
    spans: list[Span] = []
    chosen: dict[str, str] = {}  # of the choices that stand before; the first option is skipped to
    bellows = Bellows(timeline.fit, glide_through(timeline.pieces))
    step = -1
    for piece in timeline.pieces:
        if not all(_holds(limit, chosen) for limit in piece.limits):
            continue
        if isinstance(piece.question, Choose):
            key, first = piece.question.key, piece.question.options[0].id
            chosen[key] = timeline.choices.get(key, first)
        if not spans or spans[-1].step_id != piece.step_id:
            step += 1
        for span, lasts in _spans(piece, step, timeline, bellows):
            at = spans[-1].end if spans else 0
            spans.append(replace(span, index=len(spans), start=at, end=at + lasts))
    if not spans:
        raise NothingToPlayError(f"{timeline.exercise_id}: these choices leave nothing to play")
    return replace(timeline, spans=tuple(spans))


def _spans(
    piece: Piece, step: int, timeline: Timeline, bellows: Bellows
) -> Iterator[tuple[Span, int]]:
    """The spans of a piece, still without a place, and how long each lasts."""
    span = Span(
        index=0,
        step=step,
        step_id=piece.step_id,
        step_title=piece.step_title,
        part=piece.part,
        start=0,
        end=0,
        caption=slots.fill(piece.text, timeline.words),
        clip=piece.clip,
        speech_ms=piece.speech_ms,
        sense=piece.sense,
        bell=piece.bell,
        question=piece.question,
    )
    if piece.breathe is None:
        yield span, piece.lasts(timeline.pace)
        return
    for stretch in bellows.lay(piece.breathe, piece.lines):
        line = stretch.line
        caption = slots.fill(line.text, timeline.words)
        spoken = replace(span, caption=caption, clip=line.clip, speech_ms=line.speech_ms)
        yield replace(spoken, breath=stretch.breath), stretch.lasts


def _holds(limit: Limit, chosen: Mapping[str, str]) -> bool:
    return limit.when is None or chosen.get(limit.when[0]) == limit.when[1]
