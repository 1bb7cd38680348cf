"""Folders of leaflets → all that can be read, and what was wrong with the rest."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attachcalm.exercises.library import content_names
from attachcalm.exercises.problem import Problem
from attachcalm.learn.model import Leaflet
from attachcalm.learn.reader import read_file

_log = logging.getLogger(__name__)
MAX_FILES = 200  # in one folder; the rest is named as a problem


@dataclass(frozen=True, slots=True)
class Shelf:
    """The leaflets in the order of the list, and the problems of those that are left out."""

    leaflets: tuple[Leaflet, ...] = ()
    problems: tuple[Problem, ...] = ()

    def after(self, leaflet: Leaflet) -> Leaflet | None:
        """The one that follows in the list, None after the last."""
        ids = [other.id for other in self.leaflets]
        at = ids.index(leaflet.id) + 1 if leaflet.id in ids else len(ids)
        return self.leaflets[at] if at < len(ids) else None


def load(folders: Sequence[Path]) -> Shelf:
    """Read all folders; a file with a fault costs itself only.  Never raises for what they hold.

    Of two leaflets with one id the one that is read first is kept.
    """
    problems: list[Problem] = []
    leaflets: dict[str, Leaflet] = {}
    for path in _files(folders, problems):
        reading = read_file(path)
        problems += reading.problems
        leaflet = reading.leaflet
        if leaflet is None:
            continue
        if leaflet.id in leaflets:
            what = f"the id {leaflet.id} belongs to another page already; choose another"
            problems.append(Problem(path, 1, 1, what))
        else:
            leaflets[leaflet.id] = leaflet
    for problem in problems:
        _log.warning("%s", problem)
    in_order = sorted(leaflets.values(), key=lambda leaflet: (leaflet.order, leaflet.id))
    return Shelf(tuple(in_order), tuple(problems))


def _files(folders: Iterable[Path], problems: list[Problem]) -> Iterator[Path]:
    for folder in folders:
        try:
            names = content_names(folder)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problems.append(Problem(folder, 1, 1, f"the folder cannot be read ({reason})"))
            continue
        if len(names) > MAX_FILES:
            what = f"only the first {MAX_FILES} of {len(names)} files were read"
            problems.append(Problem(folder, 1, 1, what))
        yield from (path for name in names[:MAX_FILES] if not (path := folder / name).is_dir())
