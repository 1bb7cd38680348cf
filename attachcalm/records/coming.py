"""A file from outside: what it is, what it holds, and what of it cannot be read."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from attachcalm.journal.page import CheckIn
from attachcalm.journal.whole import Whole
from attachcalm.records import daylio, loop, track_and_graph
from attachcalm.records.choices import Choices, Found
from attachcalm.records.foreign_csv import Faults, ForeignCsv, csv_of
from attachcalm.records.json_in import read_json
from attachcalm.records.refused import RefusedError
from attachcalm.records.times import Here, system_zone

LARGEST_JSON: Final = 256_000_000  # bytes
LARGEST_CSV: Final = 64_000_000
OWN: Final = "AttachCalm"
AS_IT_IS: Final = Choices()
_LOOP_FOLDER = re.compile(r"^\d{3} ")


@dataclass(frozen=True, slots=True)
class Coming:
    """Everything that could be read of a file, and what the person can decide on."""

    source: str  # the program that wrote it
    whole: Whole
    faults: Faults
    found: tuple[Found, ...] = ()


def read_file(path: Path, choices: Choices = AS_IT_IS, here: Here = system_zone) -> Coming:
    """What the file holds.  Raises RefusedError with a sentence for the person."""
    return Opened.read(path).coming(choices, here)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read once; what it holds can be asked with other choices."""

    told: Whole | ForeignCsv
    folder: str = ""  # in which it lies

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read it.  Raises RefusedError."""
        content = _content(path)
        if not content.strip():
            raise RefusedError("The file is empty.")
        if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
            return cls(read_json(content))
        if len(content) > LARGEST_CSV:
            raise RefusedError(_too_large(LARGEST_CSV))
        return cls(csv_of(content), path.absolute().parent.name)

    def coming(self, choices: Choices = AS_IT_IS, here: Here = system_zone) -> Coming:
        """What it holds.  Raises RefusedError for one that nobody knows."""
        if isinstance(self.told, Whole):
            return Coming(OWN, self.told, Faults())
        return read_csv(self.told, choices, here, self.folder)


def read_csv(file: ForeignCsv, choices: Choices, here: Here, folder: str = "") -> Coming:
    """What a CSV of another program holds; `folder` is where it lies."""
    faults = Faults()
    if daylio.is_daylio(file):
        return _coming(daylio.NAME, daylio.read(file, choices, here, faults), faults)
    if track_and_graph.is_track_and_graph(file):
        read = track_and_graph.read(file, choices, here, faults)
        return _coming(track_and_graph.NAME, read, faults)
    if loop.is_loop(file):
        habit = _LOOP_FOLDER.sub("", folder) or loop.NAME
        return _coming(loop.NAME, loop.read(file, choices, here, faults, habit), faults)
    raise RefusedError(
        "The file is none that can be taken in: records of AttachCalm (.json), or a CSV of "
        "Daylio, Track & Graph, or Loop Habit Tracker (Checkmarks.csv), as it was written there "
        "and not saved again by a spreadsheet."
    )


def _coming(source: str, read: tuple[list[CheckIn], tuple[Found, ...]], faults: Faults) -> Coming:
    pages, found = read
    return Coming(source, Whole(pages=tuple(pages)), faults, found)


def _content(path: Path) -> bytes:
    """The bytes, read once.  What is no file is not opened: a pipe would wait for ever."""
    try:
        if not path.is_file():
            why = "is not a file" if path.exists() else "is not there"
            raise RefusedError(f"{path.name} {why}.")
        with path.open("rb") as file:
            content = file.read(LARGEST_JSON + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is no name of a file"
        raise RefusedError(f"The file cannot be opened: {reason}.") from error
    if len(content) > LARGEST_JSON:
        raise RefusedError(_too_large(LARGEST_JSON))
    return content


def _too_large(most: int) -> str:
    return f"The file is larger than the {most // 1_000_000} MB that are read."
