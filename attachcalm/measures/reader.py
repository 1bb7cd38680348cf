"""A measure's file → a Measure, or the sentence that says why it is refused (docs/formats.md).

Without a licence, an attribution and a wording that is still the one that was checked, nothing of
a file is shown: its words belong to others.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from attachcalm.journal.page import Direction
from attachcalm.measures.fields import Fields, fields_of
from attachcalm.measures.model import (
    LEAST_INTERVAL_DAYS,
    Band,
    Measure,
    Method,
    Option,
    Scale,
)

Kind = TypeVar("Kind", Direction, Method)
FORMAT = 1
MOST_DAYS = 366
MOST_ITEMS = 100
MOST_OPTIONS = 10  # one digit key for each
DIAGNOSES = re.compile(
    r"\b(depress\w*|disorder\w*|diagnos\w*|patholog\w*|illness\w*|disease\w*|syndrome\w*|ptsd|"
    r"patient\w*|clinical\w*)\b",
    re.IGNORECASE,
)
"""What no title, band or explanation says; the wording of an item is its author's own."""


def read_file(file: Path) -> Measure:
    """The measure in this file.  Raises MeasureFault with a sentence, and OSError."""
    told = fields_of(file)
    measure = _measure(told, file.stem)
    told.done()
    return measure


def checksum_of(
    language: str, instruction: str, items: Sequence[str], options: Sequence[Option]
) -> str:
    """The SHA-256 of the wording: language, instruction, items, options, each on its line."""
    answers = [f"{option.value} {option.label}" for option in options]
    lines = "\n".join((language, instruction, *items, *answers))
    return hashlib.sha256(unicodedata.normalize("NFC", lines).encode()).hexdigest()


def _measure(told: Fields, stem: str) -> Measure:
    _check_kind(told)
    licence, attribution = _rights(told)
    items = told.texts("items")
    if len(items) > MOST_ITEMS:
        told.refuse(f"items are to be {MOST_ITEMS} at most")
    options = _options(told)
    language, instruction = told.text("language"), told.text("instruction")
    measure = Measure(
        id=_id(told, stem),
        language=language,
        title=_plain(told, "title"),
        asks=_plain(told, "asks"),
        look_back_days=told.whole("look_back_days", 1, MOST_DAYS),
        interval_days=told.whole("interval_days", LEAST_INTERVAL_DAYS, MOST_DAYS),
        instruction=instruction,
        items=items,
        options=options,
        scales=_scales(told, len(items), options),
        licence=licence,
        attribution=attribution,
        source=told.text("source"),
        checksum=_checksum(told, checksum_of(language, instruction, items, options)),
        change_source=told.text("change_source", default=""),
        asks_about_harm=frozenset(told.items("asks_about_harm", len(items))),
        only_when_assigned=told.flag("only_when_assigned"),
    )
    _check_whole(told, measure)
    return measure


def _check_kind(told: Fields) -> None:
    if told.text("kind") != "measure":
        told.refuse('kind is to be "measure"')
    told.whole("format", FORMAT, FORMAT)


def _rights(told: Fields) -> tuple[str, str]:
    """Licence and attribution, asked for before anything else."""
    found = []
    for key in ("licence", "attribution"):
        text = told.text(key, default="")
        if not text:
            told.refuse(
                f"the {key} is missing, so its wording cannot be shown; write down its scores "
                "instead"
            )
        found.append(text)
    return found[0], found[1]


def _id(told: Fields, stem: str) -> str:
    found = told.text("id")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found) or found != stem:
        told.refuse("id is to be small letters, digits and hyphens, the same as the file's name")
    return found


def _plain(told: Fields, key: str) -> str:
    """A text of our own words, in which nobody is diagnosed."""
    text = told.text(key)
    hit = DIAGNOSES.search(text)
    if hit is not None:
        told.refuse(f"{key} is to do without the word {hit.group()!r}")
    return text


def _checksum(told: Fields, right: str) -> str:
    if told.text("checksum") != right:
        told.refuse(
            "the wording is not the one that its checksum was made of; compare it with the "
            f"source, and only then write checksum: {right}"
        )
    return right


def _options(told: Fields) -> tuple[Option, ...]:
    options = tuple(
        Option(each.whole("value", 0, MOST_OPTIONS - 1), each.text("label"))
        for each in told.objects("options")
    )
    values = [option.value for option in options]
    if len(values) < 2 or len(set(values)) != len(values):
        told.refuse("options are to be two or more, each with a value of its own")
    return options


def _scales(told: Fields, count: int, options: Sequence[Option]) -> tuple[Scale, ...]:
    scales = tuple(_scale(each, count, options) for each in told.objects("scales"))
    if len({scale.name for scale in scales}) != len(scales):
        told.refuse("two scales have one name")
    return scales


def _scale(told: Fields, count: int, options: Sequence[Option]) -> Scale:
    items = told.items("items", count, may_be_empty=False)
    turned = frozenset(told.items("reversed", count))
    if not turned <= set(items):
        told.refuse("reversed names an item that is not among its items")
    fewest = told.number_or_none("fewest_answered")
    if fewest is not None:
        fewest = told.whole("fewest_answered", 1, len(items))
    scale = Scale(
        name=_plain(told, "name"),
        items=items,
        least=told.number("least"),
        most=told.number("most"),
        direction=_one_of(told, "direction", Direction),
        method=_one_of(told, "method", Method),
        multiplier=told.number("multiplier"),
        reversed=turned,
        fewest_answered=None if fewest is None else int(fewest),
        bands=_bands(told),
        reliable_change=told.number_or_none("reliable_change"),
        worse_at=told.number_or_none("worse_at"),
    )
    _check_range(told, scale, options)
    return scale


def _bands(told: Fields) -> tuple[Band, ...]:
    return tuple(
        Band(each.number("least"), each.number("most"), _plain(each, "word"))
        for each in told.objects("bands", may_be_empty=True)
    )


def _one_of(told: Fields, key: str, kinds: type[Kind]) -> Kind:
    found = told.text(key)
    names = [kind.value for kind in kinds]
    if found not in names:
        told.refuse(f"{key} is to be {' or '.join(names)}")
    return kinds(found)


def _check_range(told: Fields, scale: Scale, options: Sequence[Option]) -> None:
    """The range is the one that the scoring gives, and the bands lie in it, in order."""
    if scale.multiplier <= 0:
        told.refuse("multiplier is to be above 0")
    times = scale.multiplier * (len(scale.items) if scale.method is Method.SUM else 1)
    values = [option.value for option in options]
    if (scale.least, scale.most) != (min(values) * times, max(values) * times):
        told.refuse(
            f"the scoring goes from {min(values) * times:g} to {max(values) * times:g}, "
            f"not from {scale.least:g} to {scale.most:g}"
        )
    ends = [end for band in scale.bands for end in (band.least, band.most)]
    if ends and (ends != sorted(ends) or ends[0] < scale.least or ends[-1] > scale.most):
        told.refuse("the bands are to lie on the scale, in the order of their scores")
    for low, high in pairwise(scale.bands):
        if not 0 < high.least - low.most <= 1:
            told.refuse("the bands are to follow each other, with no score between or in common")
    if scale.reliable_change is not None and not 0 < scale.reliable_change <= scale.most:
        told.refuse("reliable_change is to be a number of points on this scale")


def _check_whole(told: Fields, measure: Measure) -> None:
    if measure.interval_days < measure.look_back_days:
        told.refuse("interval_days is to be no shorter than look_back_days")
    if measure.asks_about_harm and not measure.only_when_assigned:
        told.refuse("what asks about harm is to be only_when_assigned: nobody watches this app")
    if any(scale.reliable_change for scale in measure.scales) and not measure.change_source:
        told.refuse("reliable_change needs its change_source")
