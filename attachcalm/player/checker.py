"""Files and folders → all that is amiss with the exercises in them, and what could be better.

It stands with the player, because only a laid timeline knows how long an exercise takes.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from attachcalm.exercises import build, library, reader
from attachcalm.exercises.advice import advice
from attachcalm.exercises.finding import IDENTITY, Finding
from attachcalm.exercises.flaw import Flaw, Placed
from attachcalm.exercises.library import Library
from attachcalm.exercises.model import Exercise
from attachcalm.exercises.problem import Problem
from attachcalm.exercises.reader import Reading
from attachcalm.exercises.references import Others, references
from attachcalm.exercises.texts import Entry
from attachcalm.exercises.yaml_source import Source
from attachcalm.player.anchors import anchors
from attachcalm.player.lengths import all_ways, timing
from attachcalm.player.pieces import FindClip
from attachcalm.player.recordings import Recordings, left_over, missing
from attachcalm.player.timeline import no_clip


@dataclass(frozen=True, slots=True)
class Around:
    """What the checked files stand among: the day, the exercises that are there, the voice."""

    today: date
    library: Library = field(default_factory=Library)
    recordings: Recordings | None = None

    @property
    def find_clip(self) -> FindClip:
        """The voice that there is."""
        return self.recordings.narration.clip if self.recordings else no_clip


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, file by file in the order of the lines, and how many files were read."""

    findings: tuple[Finding, ...]
    files: int

    @property
    def faults(self) -> int:
        """How many findings keep an exercise from being loaded."""
        return sum(finding.is_fault for finding in self.findings)

    @property
    def advice(self) -> int:
        """How many findings do not."""
        return len(self.findings) - self.faults


class _Read(NamedTuple):
    """A file that was read without a fault."""

    path: Path
    source: Source
    entry: Entry
    exercise: Exercise


def check_paths(paths: Iterable[Path], around: Around) -> Checked:
    """Every finding of these files and, however deep, of the content files in these folders.

    Beside what the reader refuses: two files of one id, and all advice (`docs/formats.md`).
    """
    wanted = tuple(paths)
    problems: list[Problem] = []
    files = list(dict.fromkeys(_files(wanted, problems)))
    findings = [Finding.of(problem) for problem in problems]
    readings = [(path, reader.read_file(path)) for path in files]
    read = {path: _read(path, reading) for path, reading in readings if reading.entry is not None}
    others = _others([one.entry for one in read.values()], around.library)
    first_of: dict[str, Path] = {}
    for path, reading in readings:
        findings += [Finding.of(problem) for problem in reading.problems]
        if path in read:
            findings += _bounded(path, sorted(_of_file(read[path], others, first_of, around)))
    findings += _left_over(wanted, read.values(), around.recordings)
    return Checked(tuple(findings), len(files))


def _read(path: Path, reading: Reading) -> _Read:
    assert reading.entry is not None  # noqa: S101 - it has no fault, or it is not read here
    assert reading.source is not None  # noqa: S101 - the same
    exercise = build.exercise(reading.entry, str(path), reading.revision)
    return _Read(path, reading.source, reading.entry, exercise)


def _others(entries: list[Entry], known: Library) -> Others:
    return Others().with_entries([*entries, *(known.entry(card.id) for card in known.cards)])


# ---------------------------------------------------------------- which files
def _files(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Path]:
    for path in paths:
        if _is_folder(path):
            found = sorted(_inside(path, problems))
            if not found and not (path / library.PAGES).is_dir():
                problems.append(Problem(path, 1, 1, "no exercise lies in this folder"))
            yield from found
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # the reader says why
        return False


def _inside(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    def tell(error: OSError) -> None:
        what = f"the folder cannot be read ({error.strerror or type(error).__name__})"
        problems.append(Problem(Path(error.filename or folder), 1, 1, what))

    for here, inside, names in os.walk(folder, onerror=tell):
        if library.PAGES in inside:
            inside.remove(library.PAGES)
        yield from (Path(here, name) for name in names if library.is_content(name))


# ---------------------------------------------------------------- one file
def _of_file(
    read: _Read, others: Others, first_of: dict[str, Path], around: Around
) -> Iterator[Finding]:
    yield from _identity(read, first_of, around.library)
    for where, flaw in _flaws(read, others, around):
        place = read.source.place_of(where)
        yield Finding(read.path, *place, flaw.kind, flaw.what, flaw.mend, is_fault=False)


def _bounded(path: Path, findings: list[Finding]) -> list[Finding]:
    """The first of them; whoever has more mends these first."""
    if len(findings) <= reader.MOST_TOLD:
        return findings
    last = findings[reader.MOST_TOLD]
    more = f"and {len(findings) - reader.MOST_TOLD} more from here on"
    flaw = Flaw("more", more, "Mend the others and check again.")
    place = last.line, last.column
    rest = Finding(path, *place, flaw.kind, flaw.what, flaw.mend, is_fault=False)
    return [*findings[: reader.MOST_TOLD], rest]


def _flaws(read: _Read, others: Others, around: Around) -> Iterator[Placed]:
    exercise = read.exercise
    if exercise.id != read.path.stem:
        what = f"the id is {exercise.id}, and the file has another name"
        mend = f"Name the file {exercise.id}.yaml, or write another id."
        yield ("id",), Flaw("file-name", what, mend)
    yield from advice(read.entry, exercise, around.today)
    yield from references(read.entry, others)
    along = all_ways(exercise, around.find_clip)
    yield from timing(exercise, along)
    yield from anchors(exercise, along)
    if around.recordings is not None and around.recordings.are_for(read.path):
        yield from missing(read.entry, exercise, around.recordings)


def _identity(read: _Read, first_of: dict[str, Path], known: Library) -> Iterator[Finding]:
    """Two files of one id: the second is not loaded, wherever the first one lies."""
    name = read.exercise.id
    first = first_of.setdefault(name, read.path)
    if first == read.path:
        of_library = next((Path(card.file) for card in known.cards if card.id == name), first)
        if not _is_loaded_with(read.path, known) or _is_same(of_library, read.path):
            return
        first = of_library
    what = f"the id {name} belongs to {first} already; choose another"
    yield Finding.of(Problem(read.path, *read.source.place_of(("id",)), what), IDENTITY)


def _is_loaded_with(path: Path, known: Library) -> bool:
    """Whether the file lies where the library comes from; a draft elsewhere is in nobody's way."""
    files = [Path(card.file) for card in known.cards] + [told.path for told in known.problems]
    return os.path.realpath(path.parent) in {os.path.realpath(file.parent) for file in files}


def _is_same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


# ---------------------------------------------------------------- recordings
def _left_over(
    wanted: Sequence[Path], read: Iterable[_Read], recordings: Recordings | None
) -> Iterator[Finding]:
    """Only when all exercises of the voice were checked does anybody know what is left."""
    if recordings is None or not any(_is_same(path, recordings.home) for path in wanted):
        return
    lines = [line for one in read for line in one.exercise.spoken_lines()]
    for file, flaw in left_over(lines, recordings):
        yield Finding(file, 1, 1, flaw.kind, flaw.what, flaw.mend, is_fault=False)
