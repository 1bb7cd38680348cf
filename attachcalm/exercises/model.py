"""What an exercise is: frozen values, as the reader builds them and the player plays them.

All durations are whole milliseconds.  Nothing here reads files or knows of time passing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from attachcalm.exercises.card import Card


class StrokeKind(StrEnum):
    """What the breath does during a stroke."""

    IN = "in"
    OUT = "out"
    HOLD = "hold"


class AnswerKind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    SCALE = "scale"  # 0 to 10
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Limit:
    """When a part or a step is played: in which versions, and after which choice (None: always)."""

    only: tuple[str, ...] = ()
    when: tuple[str, str] | None = None

    def allows_version(self, version_id: str) -> bool:
        """Whether it belongs to this version."""
        return not self.only or version_id in self.only


ALWAYS = Limit()


@dataclass(frozen=True, slots=True)
class Say:
    """One spoken sentence, then `rest_ms` of silence.  With a `sense`, attention rests there."""

    text: str
    rest_ms: int
    sense: str | None = None
    limit: Limit = ALWAYS


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence, with words on the screen if there are any."""

    rest_ms: int
    text: str = ""
    limit: Limit = ALWAYS


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stretch of a breath: fullness moves to `to` (0 empty, 1 full) in `ms`."""

    kind: StrokeKind
    to: float
    ms: int
    word: str


@dataclass(frozen=True, slots=True)
class BreathLine:
    """A sentence spoken when the breath of this number (from 1) begins."""

    cycle: int
    text: str


@dataclass(frozen=True, slots=True)
class Breathe:
    """The pacer: the same strokes, `cycles` times over."""

    strokes: tuple[Stroke, ...]
    cycles: int
    lines: tuple[BreathLine, ...] = ()
    limit: Limit = ALWAYS

    @property
    def cycle_ms(self) -> int:
        """How long one breath lasts."""
        return sum(stroke.ms for stroke in self.strokes)


@dataclass(frozen=True, slots=True)
class Bell:
    """A bell, and the silence in which it rings out."""

    sound: str
    rest_ms: int
    limit: Limit = ALWAYS


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that waits for the person; it can always be skipped.

    `keep_as` names the slot that the answer fills in later texts, here and in other exercises.
    """

    key: str
    question: str
    kind: AnswerKind
    options: tuple[Option, ...] = ()
    ends: tuple[str, str] = ("", "")  # the words at 0 and at 10 of a scale
    keep_as: str | None = None
    limit: Limit = ALWAYS


@dataclass(frozen=True, slots=True)
class Choose:
    """A question whose answer decides which parts follow; skipped, the first option counts."""

    key: str
    question: str
    options: tuple[Option, ...]
    limit: Limit = ALWAYS


Part = Say | Pause | Breathe | Bell | Ask | Choose
Question = Ask | Choose


@dataclass(frozen=True, slots=True)
class Step:
    """A titled stretch of an exercise: what "Step 2 of 5" counts."""

    id: str
    title: str
    parts: tuple[Part, ...]
    limit: Limit = ALWAYS


@dataclass(frozen=True, slots=True)
class About:
    """What a therapist wants to know before handing an exercise to someone."""

    evidence_sentence: str
    sources: tuple[str, ...]
    seeds: tuple[str, ...]
    ages: tuple[str, ...]
    settings: tuple[str, ...]
    author: str
    reviewed: date
    language: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """A whole exercise: its card, what it warns of, and what is done step by step."""

    card: Card
    steps: tuple[Step, ...]
    cautions: tuple[str, ...]
    about: About

    @property
    def id(self) -> str:
        """The slug that names this exercise everywhere."""
        return self.card.id

    @property
    def title(self) -> str:
        """The name that the person reads."""
        return self.card.title

    def spoken_lines(self) -> tuple[str, ...]:
        """Every sentence that a voice says, once each, in order of first appearance."""
        lines: dict[str, None] = {}
        for step in self.steps:
            for part in step.parts:
                if isinstance(part, Say):
                    lines[part.text] = None
                elif isinstance(part, Breathe):
                    lines.update(dict.fromkeys(line.text for line in part.lines))
        return tuple(lines)
