"""What a measure is: a published questionnaire and how its own authors score it."""

from dataclasses import dataclass
from enum import StrEnum

from attachcalm.journal.page import Direction, ScaleNote

LEAST_INTERVAL_DAYS = 14  # no measure here looks back less; answers closer together overlap


class Method(StrEnum):
    """How the answers to the items of a scale become one number."""

    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that every item of a measure offers."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of scores that the publisher gives one word, both ends included."""

    least: float
    most: float
    word: str


@dataclass(frozen=True, slots=True)
class Scale:
    """One number that a measure gives: its total, or a part of it.  Items count from 1."""

    name: str
    items: tuple[int, ...]
    least: float
    most: float
    direction: Direction
    method: Method = Method.SUM
    multiplier: float = 1.0
    reversed: frozenset[int] = frozenset()
    fewest_answered: int | None = None  # of its items, by the publisher's rule; None: all of them
    bands: tuple[Band, ...] = ()
    reliable_change: float | None = None  # points, as published; None where nothing is
    worse_at: float | None = None  # a worsening counts for R4 only at this score or beyond

    @property
    def note(self) -> ScaleNote:
        """What is told with every score, so that it can be read without this file."""
        return ScaleNote(self.name, self.least, self.most, self.direction)

    def band_of(self, score: float) -> Band | None:
        """The band that this score lies in, None where the publisher gives no word."""
        return next((band for band in self.bands if band.least <= score <= band.most), None)


@dataclass(frozen=True, slots=True)
class Measure:
    """A questionnaire whose wording may be shown, as one data file tells it.

    `checksum` is that of the wording: a score keeps it, and outlives a change of the file.
    """

    id: str
    language: str
    title: str
    asks: str  # what it asks about, in plain words
    look_back_days: int
    interval_days: int  # at least so far apart
    instruction: str
    items: tuple[str, ...]
    options: tuple[Option, ...]
    scales: tuple[Scale, ...]  # the first is the one that is told first
    licence: str
    attribution: str
    source: str
    checksum: str
    change_source: str = ""  # where the threshold of a reliable change was published
    asks_about_harm: frozenset[int] = frozenset()  # items; any answer but the lowest opens Support
    only_when_assigned: bool = False  # shown only once a therapist's set turns it on

    def tells_of_harm(self, item: int, value: int | None) -> bool:
        """Whether this answer to this item (from 1) is one that Support is opened for."""
        lowest = min(option.value for option in self.options)
        return item in self.asks_about_harm and value is not None and value != lowest


@dataclass(frozen=True, slots=True)
class EntryMeasure:
    """A measure whose wording is not ours to show: filled in elsewhere, its scores written down."""

    id: str
    title: str
    asks: str
    interval_days: int
    scales: tuple[ScaleNote, ...]
    why_not_shown: str
    source: str
