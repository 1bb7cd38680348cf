"""All measures of this laptop: those that ship with the app, and those that were added."""

import logging
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from attachcalm.measures.entry import read_entry
from attachcalm.measures.fields import MeasureFault
from attachcalm.measures.model import EntryMeasure, Measure
from attachcalm.measures.reader import read_file

_log = logging.getLogger(__name__)

Read = TypeVar("Read", Measure, EntryMeasure)
ENTRY = "entry"  # the folder of those whose wording is not ours to show
MOST_FILES = 200  # of one folder


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that is left out, and the sentence that says why."""

    file: Path
    sentence: str

    def __str__(self) -> str:
        """The line that `attachcalm check` prints."""
        return f"{self.file}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be filled in here, what can be written down, and what was refused."""

    measures: tuple[Measure, ...] = ()
    entries: tuple[EntryMeasure, ...] = ()
    faults: tuple[Fault, ...] = ()

    def offered(self, assigned: Collection[str] = ()) -> tuple[Measure, ...]:
        """Those to show: some only once a therapist's set has turned them on."""
        return tuple(
            measure
            for measure in self.measures
            if not measure.only_when_assigned or measure.id in assigned
        )

    def measure(self, measure_id: str) -> Measure | None:
        """The measure of this id, None if it is not here."""
        return next((found for found in self.measures if found.id == measure_id), None)


def load(folders: Iterable[Path]) -> Shelf:
    """Everything in these folders, by title; a file that is refused costs itself only.

    Of two with one id the one of the earlier folder is kept.
    """
    measures: dict[str, Measure] = {}
    entries: dict[str, EntryMeasure] = {}
    faults: list[Fault] = []
    for folder in folders:
        _read_all(folder, read_file, measures, faults)
        _read_all(folder / ENTRY, read_entry, entries, faults)
    for fault in faults:
        _log.warning("The measure in %s is left out.", fault.file.name)
    return Shelf(
        tuple(sorted(measures.values(), key=lambda found: found.title)),
        tuple(sorted(entries.values(), key=lambda found: found.title)),
        tuple(faults),
    )


def faults_of(paths: Iterable[Path]) -> tuple[Fault, ...]:
    """What is amiss with these files and with those in these folders, for `attachcalm check`."""
    faults: list[Fault] = []
    for path in paths:
        if path.is_dir():
            if path.name != ENTRY:
                _read_all(path, read_file, {}, faults)
            _read_all(path if path.name == ENTRY else path / ENTRY, read_entry, {}, faults)
        else:
            _read_one(path, faults)
    return tuple(faults)


def is_for_measures(path: Path) -> bool:
    """Whether `attachcalm check` takes this path for measures: a JSON file, or their folder."""
    return path.suffix == ".json" or path.name in {"measures", ENTRY}


def _read_one(file: Path, faults: list[Fault]) -> None:
    if file.parent.name == ENTRY:
        _read(file, read_entry, faults)
    else:
        _read(file, read_file, faults)


def _read_all(
    folder: Path, reader: Callable[[Path], Read], found: dict[str, Read], faults: list[Fault]
) -> None:
    try:
        files = sorted(folder.glob("*.json"))[:MOST_FILES]
    except OSError as error:
        faults.append(Fault(folder, f"the folder cannot be read ({type(error).__name__})"))
        return
    for file in files:
        read = _read(file, reader, faults)
        if read is None:
            continue
        if read.id in found:
            faults.append(Fault(file, f"the id {read.id} is taken already; choose another"))
        else:
            found[read.id] = read


def _read(file: Path, reader: Callable[[Path], Read], faults: list[Fault]) -> Read | None:
    try:
        return reader(file)
    except MeasureFault as fault:
        faults.append(Fault(file, str(fault)))
    except (OSError, ValueError) as error:
        faults.append(Fault(file, f"it cannot be read ({type(error).__name__})"))
    return None
