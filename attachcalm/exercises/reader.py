"""One exercise file → an Exercise, or every fault in it with its place.

Bytes → yaml_source (plain values with places) → shape and links (what may stand there) → `entry`,
the checked plain form that the cache keeps → build.exercise (frozen values).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from attachcalm.exercises import links, shape
from attachcalm.exercises.opening import NotOpenedError, bytes_of
from attachcalm.exercises.problem import Problem, printable
from attachcalm.exercises.shape import Entry
from attachcalm.exercises.yaml_source import Source, SourceFault, read_source

MOST_TOLD = 100  # problems of one file; whoever has more mends these first


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: the checked entry, or the problems that refuse it.

    `was_read` is False when the file could not be opened: nothing is known of it then, and it may
    be otherwise the next time.  `source` has the places of the values.
    """

    entry: Entry | None
    problems: tuple[Problem, ...]
    revision: str = ""
    was_read: bool = True
    source: Source | None = field(default=None, repr=False, compare=False)


def read_file(path: Path) -> Reading:
    """Read one exercise file.  Never raises for what stands in the file."""
    try:
        data = bytes_of(path, "an exercise")
    except NotOpenedError as fault:
        return Reading(None, (fault.problem,), was_read=fault.was_read)
    return read_bytes(data, path)


def read_bytes(data: bytes, path: Path) -> Reading:
    """Read the bytes of one exercise file; `path` is only for naming it."""
    try:
        source = read_source(data)
    except SourceFault as fault:
        return Reading(None, (Problem(path, *fault.place, printable(fault.sentence)),))
    entry, faults = shape.check(source)
    faults += links.faults(source.value)
    if faults or entry is None:
        return Reading(None, in_order(faults, source, path), source=source)
    return Reading(entry, (), hashlib.sha256(data).hexdigest()[:16], source=source)


def in_order(faults: Iterable[links.Fault], source: Source, path: Path) -> tuple[Problem, ...]:
    """The faults in the order of the file, each once."""
    placed = sorted(((source.place_of(where), say) for where, say in faults), key=lambda at: at[0])
    told = {Problem(path, *place, printable(say())) for place, say in placed[:MOST_TOLD]}
    problems = sorted(told)
    if len(placed) > MOST_TOLD:
        more = f"and {len(placed) - MOST_TOLD} more faults from here on; mend those before first"
        problems.append(Problem(path, *placed[MOST_TOLD][0], more))
    return tuple(problems)
