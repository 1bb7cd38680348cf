"""What a timeline is laid of: the parts of an exercise with their clips, still without a place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

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
from attachcalm.exercises.narration import Clip, has_slot
from attachcalm.player.glide import glide_ms
from attachcalm.player.reading import reading_ms
from attachcalm.player.stretches import Line

FindClip = Callable[[str], Clip | None]
"""The clip of a sentence, or None when no voice has spoken it."""


def is_spoken(exercise: Exercise, find_clip: FindClip) -> bool:
    """Whether a voice says the exercise from its first sentence to its last.

    Sentences with a slot do not count: they are shown in every exercise.
    """
    lines = [line for line in exercise.spoken_lines() if not has_slot(line)]
    return bool(lines) and all(find_clip(line) is not None for line in lines)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part that has no place yet, and the limits under which it is laid."""

    step_id: str
    step_title: str
    part: int
    limits: tuple[Limit, ...]
    rest_ms: int = 0  # the silence, which the pace stretches
    text: str = ""
    clip: Clip | None = None
    speech_ms: int = 0
    sense: str | None = None
    breathe: Breathe | None = None
    lines: tuple[Line, ...] = ()  # under the pacer
    bell: str | None = None
    question: Question | None = None

    def lasts(self, pace: float) -> int:
        """How long it lasts at this pace, if it is no breathing."""
        return self.speech_ms + round(self.rest_ms * pace)


def piece_of(
    part: Part, bare: Piece, find_clip: FindClip, words: Mapping[str, str], *, lines_spoken: bool
) -> Piece:
    """The piece of this part; `bare` says where it stands."""
    match part:
        case Say():
            return _spoken(part, bare, find_clip, words)
        case Pause():
            return replace(bare, rest_ms=part.rest_ms, text=part.text)
        case Bell():
            return replace(bare, rest_ms=part.rest_ms, bell=part.sound)
        case Breathe():
            lines = tuple(
                Line(
                    (line.cycle - 1) * part.cycle_ms,
                    line.text,
                    find_clip(line.text) if lines_spoken else None,
                )
                for line in part.lines
            )
            return replace(bare, breathe=part, lines=lines)
        case Ask() | Choose():
            return replace(bare, text=part.question, question=part)


def _spoken(part: Say, bare: Piece, find_clip: FindClip, words: Mapping[str, str]) -> Piece:
    clip = find_clip(part.text)
    speech_ms = clip.duration_ms if clip else reading_ms(slots.fill(part.text, words))
    piece = replace(bare, text=part.text, clip=clip, speech_ms=speech_ms)
    return replace(piece, rest_ms=part.rest_ms, sense=part.sense)


def glide_through(pieces: Iterable[Piece]) -> int:
    """How long a glide may take, in milliseconds, whatever the person will choose on the way.

    What hangs on a choice is not counted on, unless there is no other breathing.
    """
    always, perhaps = 0, []
    for piece in pieces:
        if piece.breathe is not None:
            ms = piece.breathe.cycles * piece.breathe.cycle_ms
            if any(limit.when for limit in piece.limits):
                perhaps.append(ms)
            else:
                always += ms
    return glide_ms(always or min(perhaps, default=0))
