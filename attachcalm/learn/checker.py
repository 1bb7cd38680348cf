"""Files and folders → all that is amiss with the leaflets in them, for `attachcalm check`."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from attachcalm.exercises.library import is_content
from attachcalm.exercises.problem import Problem, did_you_mean
from attachcalm.learn.reader import Reading, linked, read_file

FOLDER = "pages"  # what lies in a folder of this name is a leaflet


def is_for_leaflets(path: Path) -> bool:
    """Whether `attachcalm check` takes this path for leaflets: their folder, or a file in it."""
    return FOLDER in (path.name, path.absolute().parent.name)


def holds_leaflets(path: Path) -> bool:
    """Whether there is a folder of leaflets somewhere below this one."""
    return next(_folders_of_leaflets(path), None) is not None


def check_paths(paths: Iterable[Path], exercise_ids: Collection[str]) -> tuple[Problem, ...]:
    """Every problem of these files and of the leaflets, however deep, in these folders.

    Beside what the reader refuses: two files of one id, an id that is not its file's name, and a
    link to an exercise that is none of `exercise_ids`.
    """
    problems: list[Problem] = []
    first_of: dict[str, Path] = {}
    for path in dict.fromkeys(file for given in paths for file in _files(given, problems)):
        reading = read_file(path)
        problems += reading.problems
        problems += sorted(_beyond(path, reading, first_of, exercise_ids))
    return tuple(problems)


def _beyond(
    path: Path, reading: Reading, first_of: dict[str, Path], exercise_ids: Collection[str]
) -> Iterator[Problem]:
    """What no file can know of itself."""
    if reading.leaflet is None or reading.source is None:
        return
    source, name = reading.source, reading.leaflet.id
    place = source.place_of(("id",))
    if name != path.stem:
        yield Problem(path, *place, f"the id is {name}, so name the file {name}.yaml")
    first = first_of.setdefault(name, path)
    if first != path:
        what = f"the id {name} belongs to {first} already; choose another"
        yield Problem(path, *place, what)
    for where, link in linked(source.value):
        if link not in exercise_ids:
            what = f"there is no exercise {link}, so the page leaves this link out"
            hint = did_you_mean(link, exercise_ids)
            yield Problem(path, *source.place_of(where), what + hint)


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = [Path(here, name) for here in _folders_of_leaflets(path) for name in _names(here)]
    if not found:
        problems.append(Problem(path, 1, 1, "no page lies in this folder"))
    yield from found


def _folders_of_leaflets(path: Path) -> Iterator[Path]:
    for here, _, _ in os.walk(path):
        if Path(here).absolute().name == FOLDER:
            yield Path(here)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if is_content(name))  # noqa: PTH208 - names only
    except OSError:
        return []
