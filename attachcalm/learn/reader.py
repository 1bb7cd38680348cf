"""One leaflet file → a Leaflet, or every fault in it with its place.

The way is that of exercise files: yaml_source, then the shape, then what one value says of another.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from attachcalm.exercises import shape
from attachcalm.exercises.links import Fault
from attachcalm.exercises.opening import NotOpenedError, bytes_of
from attachcalm.exercises.problem import Problem
from attachcalm.exercises.reader import in_order
from attachcalm.exercises.shape import Entry
from attachcalm.exercises.yaml_source import Plain, Source, SourceFault, read_source
from attachcalm.learn.model import (
    Block,
    Bullets,
    Figure,
    FigureKind,
    Heading,
    Leaflet,
    Links,
    Note,
    Paragraph,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: the leaflet, or the problems that refuse it."""

    leaflet: Leaflet | None
    problems: tuple[Problem, ...] = ()
    source: Source | None = field(default=None, repr=False, compare=False)


def read_file(path: Path) -> Reading:
    """Read one leaflet file.  Never raises for what stands in the file."""
    try:
        data = bytes_of(path, "a page")
    except NotOpenedError as fault:
        return Reading(None, (fault.problem,))
    return read_bytes(data, path)


def read_bytes(data: bytes, path: Path) -> Reading:
    """Read the bytes of one leaflet file; `path` is only for naming it."""
    from attachcalm.learn.document import GRAMMAR

    try:
        source = read_source(data)
    except SourceFault as fault:
        return Reading(None, (Problem(path, *fault.place, fault.sentence),))
    entry, faults = shape.check(source, GRAMMAR)
    faults += _doubled_links(source.value)
    if faults or entry is None:
        return Reading(None, in_order(faults, source, path), source)
    return Reading(_leaflet(entry), (), source)


def linked(document: Plain) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each exercise that the plain value of a file links to, with its path."""
    blocks = document.get("blocks") if isinstance(document, dict) else None
    for at, block in enumerate(blocks if isinstance(blocks, list) else ()):
        links = block.get("exercises") if isinstance(block, dict) else None
        for number, link in enumerate(links if isinstance(links, list) else ()):
            if isinstance(link, str):
                yield ("blocks", at, "exercises", number), link


def _doubled_links(document: Plain) -> Iterator[Fault]:
    """One way to an exercise is enough on one page."""
    counted = Counter(link for _, link in linked(document))
    for where, link in linked(document):
        if counted[link] > 1:
            yield where, partial("the exercise {} is linked twice".format, link[:60])


def _leaflet(entry: Entry) -> Leaflet:
    return Leaflet(
        id=entry["id"],
        language=entry["language"],
        order=entry["order"],
        title=entry["title"],
        summary=entry["summary"],
        seeds=tuple(entry["seeds"]),
        blocks=tuple(_block(block) for block in entry["blocks"]),
        sources=tuple(entry["sources"]),
        author=entry["author"],
        reviewed=date.fromisoformat(entry["reviewed"]),
    )


def _block(entry: dict[str, Any]) -> Block:
    match entry:
        case {"heading": text}:
            return Heading(text)
        case {"paragraph": text}:
            return Paragraph(text)
        case {"list": items}:
            return Bullets(tuple(items))
        case {"figure": kind, "title": title, "labels": labels, "told": told}:
            return Figure(FigureKind(kind), title, dict(labels), told)
        case {"exercises": ids}:
            return Links(tuple(ids), entry.get("lead", ""))
        case _:
            return Note(entry["note"])
