"""What a leaflet is: a page to learn from, as one content file describes it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WORDS_A_MINUTE = 180  # read slowly, to take it in
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?])\s+")


class FigureKind(StrEnum):
    """The drawings that there are."""

    PLANE = "plane"  # two dimensions: worry about closeness, and distance from it
    WINDOW = "window"  # the window of tolerance


LABELS: dict[FigureKind, tuple[str, ...]] = {
    FigureKind.PLANE: (
        "worry", "distance", "ease", "reach", "away", "both",
    ),
    FigureKind.WINDOW: ("above", "inside", "below"),
}  # fmt: skip
"""The words that each drawing needs: of the plane its two axes, then its four corners."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the blocks after it are about."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points of equal weight."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its words; `told` says all that it shows, for whoever does not see it."""

    kind: FigureKind
    title: str
    labels: dict[str, str]
    told: str


@dataclass(frozen=True, slots=True)
class Links:
    """Exercises that fit what was read, by id; some may not be in the library."""

    exercise_ids: tuple[str, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be careful with, or to know before going on."""

    text: str


Block = Heading | Paragraph | Bullets | Figure | Links | Note


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One page to learn from."""

    id: str
    language: str
    order: int  # its place in the list
    title: str
    summary: str
    seeds: tuple[str, ...]
    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    author: str
    reviewed: date

    @property
    def minutes(self) -> int:
        """About how long it takes to read, in whole minutes, at least one."""
        count = sum(len(line.split()) for line in self.lines())
        return max(1, round(count / WORDS_A_MINUTE))

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """Every exercise that it links to, in the order of the page."""
        found = (block.exercise_ids for block in self.blocks if isinstance(block, Links))
        return tuple(dict.fromkeys(link for links in found for link in links))

    def lines(self) -> tuple[str, ...]:
        """Everything that would be read aloud, a sentence each: one clip speaks one sentence."""
        return tuple(line for block in self.blocks for line in _lines(block))


def _lines(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(text):
            return (text,)
        case Paragraph(text) | Note(text) | Figure(told=text):
            return sentences(text)
        case Bullets(items):
            return tuple(line for item in items for line in sentences(item))
        case Links(lead=lead):
            return sentences(lead)


def sentences(text: str) -> tuple[str, ...]:
    """A text in its sentences, none of them empty."""
    return tuple(part for part in _BETWEEN_SENTENCES.split(text.strip()) if part)
