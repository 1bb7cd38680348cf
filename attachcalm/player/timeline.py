"""Exercise → timeline: every part laid end to end in whole milliseconds, before play begins.

Everything that varies (version, pace, choices, the person's words) is settled here, so that at
play time nothing is decided, only looked up.  Laying again after an answer moves nothing that
lies before the question.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from attachcalm.exercises import slots
from attachcalm.exercises.model import (
    Ask,
    Bell,
    Breathe,
    Choose,
    Exercise,
    Limit,
    Part,
    Pause,
    Question,
    Say,
)
from attachcalm.exercises.narration import Clip
from attachcalm.player.breath import Breath

SLOWEST_PACE = 2.0
QUICKEST_PACE = 0.7
READING_MS_PER_WORD = 460  # 130 words a minute: an unhurried reader, and the voice's own speed
READING_MS_AT_LEAST = 1_000  # no caption is gone before a second (WCAG reading time)

FindClip = Callable[[str], Clip | None]
"""The clip of a sentence, or None when no voice has spoken it."""


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
class _Piece:
    """A span that has no place yet, and the limits under which it is laid."""

    step_id: str
    step_title: str
    part: int
    limits: tuple[Limit, ...]
    rest_ms: int = 0  # the silence, which the pace stretches
    breath_ms: int = 0
    text: str = ""
    clip: Clip | None = None
    speech_ms: int = 0
    sense: str | None = None
    breath: Breath | None = None
    bell: str | None = None
    question: Question | None = None

    def lasts(self, pace: float) -> int:
        """How long it lasts at this pace; speech goes on while the breath does."""
        return (self.breath_ms or self.speech_ms) + round(self.rest_ms * pace)


@dataclass(frozen=True, slots=True)
class Timeline:
    """An exercise as it will be played, and what is needed to lay it again after an answer."""

    exercise_id: str
    version_id: str
    spans: tuple[Span, ...]
    pieces: tuple[_Piece, ...] = field(repr=False)
    choices: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    pace: float = 1.0

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
) -> Timeline:
    """Lay one version of the exercise (the first if None) at this pace.

    `pace` stretches the silences, never the voice or the breath: 0.7 (shorter) to 2 (longer); what
    lies outside is brought to the nearest end.  `words` fill the slots.  Raises KeyError for an
    unknown version and NothingToPlayError when the version holds no part.
    """
    version = exercise.card.version(version_id)
    kept = dict(words or {})
    pieces = tuple(
        piece
        for step in exercise.steps
        if step.limit.allows_version(version.id)
        for number, part in enumerate(step.parts)
        if part.limit.allows_version(version.id)
        for piece in _pieces(
            part, _Piece(step.id, step.title, number, (step.limit, part.limit)), find_clip, kept
        )
    )
    if not pieces:
        raise NothingToPlayError(f"{exercise.id}: the version {version.id} has no part to play")
    return _lay(Timeline(exercise.id, version.id, (), pieces, {}, kept, _bounded(pace)))


def _bounded(pace: float) -> float:
    return min(SLOWEST_PACE, max(QUICKEST_PACE, pace))


def _pieces(
    part: Part, bare: _Piece, find_clip: FindClip, words: Mapping[str, str]
) -> tuple[_Piece, ...]:
    match part:
        case Say():
            return (_spoken(part, bare, find_clip, words),)
        case Pause():
            return (replace(bare, rest_ms=part.rest_ms, text=part.text),)
        case Bell():
            return (replace(bare, rest_ms=part.rest_ms, bell=part.sound),)
        case Breathe():
            return _breathing(part, bare, find_clip)
        case Ask() | Choose():
            return (replace(bare, text=part.question, question=part),)


def _spoken(part: Say, bare: _Piece, find_clip: FindClip, words: Mapping[str, str]) -> _Piece:
    clip = find_clip(part.text)
    speech_ms = clip.duration_ms if clip else reading_ms(slots.fill(part.text, words))
    piece = replace(bare, text=part.text, clip=clip, speech_ms=speech_ms)
    return replace(piece, rest_ms=part.rest_ms, sense=part.sense)


def _breathing(part: Breathe, bare: _Piece, find_clip: FindClip) -> tuple[_Piece, ...]:
    """One piece from each spoken line to the next, always cut between two breaths."""
    breath = Breath(part.strokes)
    begins = [line.cycle - 1 for line in part.lines]
    lines = [line.text for line in part.lines]
    if not begins or begins[0] > 0:
        begins.insert(0, 0)
        lines.insert(0, "")
    ends = [*begins[1:], part.cycles]
    pieces = []
    for begin, end, text in zip(begins, ends, lines, strict=True):
        clip = find_clip(text) if text else None
        speech_ms = clip.duration_ms if clip else 0
        lasts = (end - begin) * breath.cycle_ms
        piece = replace(bare, breath_ms=lasts, text=text, breath=breath)
        pieces.append(replace(piece, clip=clip, speech_ms=speech_ms))
    return tuple(pieces)


def reading_ms(text: str) -> int:
    """How long a sentence without a voice is read, in milliseconds."""
    return max(READING_MS_AT_LEAST, len(text.split()) * READING_MS_PER_WORD)


def _lay(timeline: Timeline) -> Timeline:
    spans: list[Span] = []
    chosen: dict[str, str] = {}  # of the choices that stand before; the first option is skipped to
    step, at = -1, 0
    for piece in timeline.pieces:
        if not all(_holds(limit, chosen) for limit in piece.limits):
            continue
        if isinstance(piece.question, Choose):
            key, first = piece.question.key, piece.question.options[0].id
            chosen[key] = timeline.choices.get(key, first)
        if not spans or spans[-1].step_id != piece.step_id:
            step += 1
        end = at + piece.lasts(timeline.pace)
        spans.append(_span(piece, len(spans), step, (at, end), timeline.words))
        at = end
    if not spans:
        raise NothingToPlayError(f"{timeline.exercise_id}: these choices leave nothing to play")
    return replace(timeline, spans=tuple(spans))


def _span(
    piece: _Piece, index: int, step: int, time: tuple[int, int], words: Mapping[str, str]
) -> Span:
    return Span(
        index=index,
        step=step,
        step_id=piece.step_id,
        step_title=piece.step_title,
        part=piece.part,
        start=time[0],
        end=time[1],
        caption=slots.fill(piece.text, words),
        clip=piece.clip,
        speech_ms=piece.speech_ms,
        sense=piece.sense,
        breath=piece.breath,
        bell=piece.bell,
        question=piece.question,
    )


def _holds(limit: Limit, chosen: Mapping[str, str]) -> bool:
    return limit.when is None or chosen.get(limit.when[0]) == limit.when[1]
