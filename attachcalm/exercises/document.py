"""The shape of an exercise file: what may stand in it, with limits.

These models are the single source of the published JSON Schema.  pydantic is heavy to import, so
only the reader imports this module, and only for a file that the cache does not know.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)

from attachcalm.exercises.card import Direction, Evidence, Group, Trait
from attachcalm.exercises.model import AnswerKind

PART_KINDS = ("breathe", "ask", "choose", "bell", "sense", "pause", "say")
SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
KEY = r"^[a-z][a-z0-9_]*$"
LANGUAGE = r"^[a-z]{2}(-[A-Z]{2})?$"
SEED = r"^S([1-9]|1\d|2[0-8])$"
PATTERNS = {
    SLUG: "small letters, digits and single hyphens, beginning with a letter",
    KEY: "small letters, digits and underscores, beginning with a letter",
    LANGUAGE: "a language such as en or pt-BR",
    SEED: "a seed from S1 to S28",
}
"""What each pattern asks for, in words."""

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=40)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Rest = Annotated[float, Field(ge=0, le=600, allow_inf_nan=False)]
Lasting = Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)]
StrokeSeconds = Annotated[float, Field(ge=0.5, le=20, allow_inf_nan=False)]


class Strict(BaseModel):
    """Takes the fields it knows, of exactly the kind they are."""

    model_config = ConfigDict(extra="forbid", strict=True)


class _Limited(Strict):
    only: list[Slug] | None = Field(
        None, min_length=1, description="Only in the versions of these ids."
    )
    when: dict[Key, Slug] | None = Field(
        None, min_length=1, max_length=1, description="Only after this choice: {choice: option}."
    )


class SayPart(_Limited):
    """A spoken sentence and the silence after it."""

    say: Words = Field(description="One sentence, at most 15 words or so.")
    rest: Rest = Field(1.0, description="Seconds of silence afterwards.")


class SensePart(_Limited):
    """A spoken invitation to one of the senses, and the time to follow it."""

    sense: Literal["see", "touch", "hear", "smell", "taste", "body", "breath", "mind"]
    say: Words
    rest: Rest = Field(8.0, description="Seconds in which attention rests there.")


class PausePart(_Limited):
    """Silence."""

    pause: Lasting = Field(description="Seconds.")
    show: Words | None = Field(None, description="Words on the screen meanwhile, not spoken.")


class BellPart(_Limited):
    """A bell."""

    bell: Literal["bowl", "chime"]
    rest: Rest = Field(6.0, description="Seconds in which it rings out.")


class StrokeEntry(Strict):
    """One stretch of a breath: exactly one of in, out and hold, in seconds."""

    in_: StrokeSeconds | None = Field(None, alias="in")
    out: StrokeSeconds | None = None
    hold: StrokeSeconds | None = None
    to: Annotated[float, Field(ge=0, le=1)] | None = Field(
        None, description="How full afterwards: 0 empty to 1 full.  Default: in 1, out 0."
    )
    word: Label | None = Field(None, description="The word in the pacer.")

    @model_validator(mode="after")
    def _one_kind(self) -> "StrokeEntry":
        if sum(value is not None for value in (self.in_, self.out, self.hold)) != 1:
            raise ValueError("needs exactly one of in, out or hold")
        if self.hold is not None and self.to is not None:
            raise ValueError("a hold keeps the breath where it is, so it takes no 'to'")
        return self

    def fullness_after(self, before: float) -> float:
        """How full the breath is after this stroke, if it was so full before."""
        if self.hold is not None:
            return before
        default = 0.0 if self.in_ is None else 1.0
        return default if self.to is None else self.to


class LineEntry(Strict):
    """A sentence spoken while the pacer goes on."""

    cycle: Annotated[int, Field(ge=1, le=400)]
    say: Words


class BreatheEntry(Strict):
    """Breaths, all alike."""

    cycles: Annotated[int, Field(ge=1, le=400)]
    strokes: Annotated[list[StrokeEntry], Field(min_length=2, max_length=8)]
    lines: Annotated[list[LineEntry], Field(max_length=40)] = []

    @model_validator(mode="after")
    def _breath_is_whole(self) -> "BreatheEntry":
        fullness = 0.0
        for number, stroke in enumerate(self.strokes, start=1):
            before, fullness = fullness, stroke.fullness_after(fullness)
            if stroke.in_ is not None and fullness <= before:
                raise ValueError(f"stroke {number} breathes in, so it must end fuller")
            if stroke.out is not None and fullness >= before:
                raise ValueError(f"stroke {number} breathes out, so it must end emptier")
        if fullness != 0 or all(stroke.in_ is None for stroke in self.strokes):
            raise ValueError("cuts a breath in half: breathe in, and out to empty at the end")
        cycles = [line.cycle for line in self.lines]
        if cycles != sorted(set(cycles)) or (cycles and cycles[-1] > self.cycles):
            raise ValueError(f"lines must stand at rising breath numbers from 1 to {self.cycles}")
        return self


class BreathePart(_Limited):
    """The pacer."""

    breathe: BreatheEntry


class OptionEntry(Strict):
    """One possible answer."""

    id: Slug
    label: Label


class AskPart(_Limited):
    """A question whose answer is kept.  It can always be skipped."""

    ask: Key
    question: Words
    answer: AnswerKind = AnswerKind.TEXT
    options: Annotated[list[OptionEntry], Field(min_length=2, max_length=12)] | None = None
    ends: Annotated[list[Label], Field(min_length=2, max_length=2)] | None = Field(
        None, description="The words at 0 and at 10 of a scale."
    )
    keep_as: Key | None = Field(None, description="The slot that the answer fills: {this_name}.")

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "AskPart":
        if (self.answer is AnswerKind.CHOICE) != (self.options is not None):
            raise ValueError("a choice, and only a choice, lists its options")
        if (self.answer is AnswerKind.SCALE) != (self.ends is not None):
            raise ValueError("a scale, and only a scale, has two words for its ends")
        if self.keep_as and self.answer is AnswerKind.SCALE:
            raise ValueError("a number cannot fill a slot; keep_as is for text or choice")
        return self


class ChoosePart(_Limited):
    """A question that decides what follows."""

    choose: Key
    question: Words
    options: Annotated[list[OptionEntry], Field(min_length=2, max_length=6)]


def _part_tag(part: object) -> str | None:
    """The kind of a part, told by the key that only this kind has.

    The tag is no word that a file could hold as a key, so that it can be told from one in the
    location of an error.
    """
    keys = part if isinstance(part, dict) else getattr(part, "model_fields_set", ())
    return next((f"{kind} part" for kind in PART_KINDS if kind in keys), None)


PartEntry = Annotated[
    Annotated[BreathePart, Tag("breathe part")]
    | Annotated[AskPart, Tag("ask part")]
    | Annotated[ChoosePart, Tag("choose part")]
    | Annotated[BellPart, Tag("bell part")]
    | Annotated[SensePart, Tag("sense part")]
    | Annotated[PausePart, Tag("pause part")]
    | Annotated[SayPart, Tag("say part")],
    Discriminator(
        _part_tag,
        custom_error_type="part_kind",
        custom_error_message=f"needs one of {', '.join(PART_KINDS)}",
    ),
]


class StepEntry(_Limited):
    """A titled stretch of the exercise."""

    id: Slug
    title: Label
    parts: Annotated[list[PartEntry], Field(min_length=1, max_length=80)]


class VersionEntry(Strict):
    """One way to do the exercise."""

    id: Slug
    title: Label
    minutes: Annotated[float, Field(gt=0, le=60, allow_inf_nan=False)]


class EvidenceEntry(Strict):
    """How well the exercise has been studied."""

    tag: Evidence
    sentence: Words
    sources: Annotated[list[Words], Field(max_length=12)] = []


class ExerciseDocument(Strict):
    """A whole exercise file."""

    format: Literal[1]
    id: Slug
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)]
    title: Label
    summary: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    group: Group
    direction: Direction
    ages: Annotated[list[Literal["child", "teen", "adult"]], Field(min_length=1)]
    settings: Annotated[
        list[Literal["alone", "couple", "family", "group"]], Field(min_length=1)
    ] = ["alone"]
    gate: Annotated[int, Field(ge=0, le=3)]
    eyes_open: bool = True
    traits: list[Trait] = Field(
        [], description="What it asks of body and mind: health flags and ratings go by these."
    )
    seeds: list[Annotated[str, StringConstraints(pattern=SEED)]] = []
    cautions: Annotated[list[Words], Field(min_length=1, max_length=12)]
    evidence: EvidenceEntry
    author: Label
    reviewed: date
    versions: Annotated[list[VersionEntry], Field(min_length=1, max_length=6)]
    steps: Annotated[list[StepEntry], Field(min_length=1, max_length=60)]


MODELS: dict[str, type[BaseModel]] = {
    "": ExerciseDocument,
    "evidence": EvidenceEntry,
    "versions": VersionEntry,
    "steps": StepEntry,
    "breathe part": BreathePart,
    "ask part": AskPart,
    "choose part": ChoosePart,
    "bell part": BellPart,
    "sense part": SensePart,
    "pause part": PausePart,
    "say part": SayPart,
    "breathe": BreatheEntry,
    "strokes": StrokeEntry,
    "lines": LineEntry,
    "options": OptionEntry,
}
"""What may stand where: the name of the innermost field, or the kind of the part."""


def json_schema() -> dict[str, object]:
    """The JSON Schema of an exercise file, for editors that complete and check while typing."""
    schema = ExerciseDocument.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "AttachCalm exercise, format 1"
    return schema
