"""The shape of a leaflet's file: what may stand in it, with limits.

These models are the single source of the published JSON Schema.  pydantic is heavy to import, so
only the reader imports this module, when Learn is first opened.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Discriminator, Field, StringConstraints, Tag, model_validator

from attachcalm.exercises.document import LANGUAGE, PATTERNS, SEED, Label, Slug, Strict, Words
from attachcalm.exercises.grammar import Grammar
from attachcalm.exercises.yaml_source import Path
from attachcalm.learn.model import LABELS, FigureKind

BLOCK_KINDS = ("heading", "paragraph", "list", "figure", "exercises", "note")
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1200)]


class HeadingBlock(Strict):
    """What the blocks after it are about."""

    heading: Label


class ParagraphBlock(Strict):
    """A few sentences."""

    paragraph: Text = Field(description="Sentences of at most 20 words or so.")


class ListBlock(Strict):
    """Points of equal weight."""

    points: Annotated[list[Words], Field(min_length=1, max_length=12, alias="list")]


class FigureBlock(Strict):
    """A drawing."""

    figure: FigureKind
    title: Label
    labels: dict[str, Label] = Field(
        description="; ".join(f"{kind}: {', '.join(names)}" for kind, names in LABELS.items())
    )
    told: Text = Field(description="All that the drawing shows, in words.")

    @model_validator(mode="after")
    def _has_its_labels(self) -> "FigureBlock":
        needed = LABELS[self.figure]
        if set(self.labels) != set(needed):
            raise ValueError(f"needs exactly these labels: {', '.join(needed)}")
        return self


class ExercisesBlock(Strict):
    """Exercises that fit what was read; one that is not there is left out."""

    exercises: Annotated[list[Slug], Field(min_length=1, max_length=12)]
    lead: Words | None = Field(None, description="A sentence before them.")


class NoteBlock(Strict):
    """Something to be careful with, or to know before going on."""

    note: Text


def _block_tag(block: object) -> str | None:
    """The kind of a block, told by the key that only this kind has (see the exercises' parts)."""
    if isinstance(block, dict):
        return next((f"{kind} block" for kind in BLOCK_KINDS if kind in block), None)
    return next((tag for tag, model in MODELS.items() if tag and isinstance(block, model)), None)


BlockEntry = Annotated[
    Annotated[HeadingBlock, Tag("heading block")]
    | Annotated[ParagraphBlock, Tag("paragraph block")]
    | Annotated[ListBlock, Tag("list block")]
    | Annotated[FigureBlock, Tag("figure block")]
    | Annotated[ExercisesBlock, Tag("exercises block")]
    | Annotated[NoteBlock, Tag("note block")],
    Discriminator(
        _block_tag,
        custom_error_type="part_kind",
        custom_error_message=f"needs one of {', '.join(BLOCK_KINDS)}",
    ),
]


class LeafletDocument(Strict):
    """A whole leaflet file."""

    format: Literal[1]
    id: Slug
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)]
    order: Annotated[int, Field(ge=1, le=999, description="Its place in the list.")]
    title: Label
    summary: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    seeds: Annotated[list[Annotated[str, StringConstraints(pattern=SEED)]], Field(min_length=1)]
    author: Label
    reviewed: date
    sources: Annotated[list[Words], Field(min_length=1, max_length=20)]
    blocks: Annotated[list[BlockEntry], Field(min_length=1, max_length=80)]


MODELS: dict[str, type[BaseModel]] = {
    "": LeafletDocument,
    "heading block": HeadingBlock,
    "paragraph block": ParagraphBlock,
    "list block": ListBlock,
    "figure block": FigureBlock,
    "exercises block": ExercisesBlock,
    "note block": NoteBlock,
}
"""What may stand where."""


def _without_tag(location: Path) -> Path:
    """In a block its tag stands third: blocks, 0, tag."""
    in_block = len(location) > 2 and location[0] == "blocks"
    return (*location[:2], *location[3:]) if in_block else location


GRAMMAR = Grammar("a page", LeafletDocument, MODELS, PATTERNS, BLOCK_KINDS, _without_tag)


def json_schema() -> dict[str, object]:
    """The JSON Schema of a leaflet file, for editors that complete and check while typing."""
    schema = LeafletDocument.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "AttachCalm page to learn from, format 1"
    return schema
