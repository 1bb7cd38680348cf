"""Every text of an exercise file with its way down the file, and who meets it how."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

from attachcalm.exercises.yaml_source import Path

Entry = dict[str, Any]


class Role(Enum):
    """How a text meets the person."""

    HEARD = "heard"  # a voice says it
    SHOWN = "shown"  # on the screen during the exercise
    ABOUT = "about"  # read beforehand, by an adult: summary, cautions, evidence
    LABEL = "label"  # a title or a short word, no sentence


class Text(NamedTuple):
    """One text as it stands in the file."""

    path: Path
    text: str
    role: Role


def texts_of(entry: Entry) -> Iterator[Text]:
    """Every text of the checked entry that a person may read or hear, in the order of the file."""
    yield Text(("title",), entry["title"], Role.LABEL)
    yield Text(("summary",), entry["summary"], Role.ABOUT)
    for at, caution in enumerate(entry["cautions"]):
        yield Text(("cautions", at), caution, Role.ABOUT)
    yield Text(("evidence", "sentence"), entry["evidence"]["sentence"], Role.ABOUT)
    for at, version in enumerate(entry["versions"]):
        yield Text(("versions", at, "title"), version["title"], Role.LABEL)
    for at, step in enumerate(entry["steps"]):
        yield Text(("steps", at, "title"), step["title"], Role.LABEL)
        for number, part in enumerate(step["parts"]):
            yield from _part(part, ("steps", at, "parts", number))


def _part(part: Entry, path: Path) -> Iterator[Text]:
    if "say" in part:
        yield Text((*path, "say"), part["say"], Role.HEARD)
    for field in ("show", "question"):
        if field in part:
            yield Text((*path, field), part[field], Role.SHOWN)
    for at, option in enumerate(part.get("options", ())):
        yield Text((*path, "options", at, "label"), option["label"], Role.LABEL)
    for at, end in enumerate(part.get("ends", ())):
        yield Text((*path, "ends", at), end, Role.LABEL)
    if "breathe" in part:
        yield from _breathe(part["breathe"], (*path, "breathe"))


def _breathe(breathe: Entry, path: Path) -> Iterator[Text]:
    for at, stroke in enumerate(breathe["strokes"]):
        if "word" in stroke:
            yield Text((*path, "strokes", at, "word"), stroke["word"], Role.LABEL)
    for at, line in enumerate(breathe["lines"]):
        yield Text((*path, "lines", at, "say"), line["say"], Role.HEARD)
