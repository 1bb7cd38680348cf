"""Files and folders → all that is amiss with the leaflets in them, for `attachcalm check`."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from attachcalm.exercises.finding import IDENTITY, LINK, Finding
from attachcalm.exercises.library import PAGES, content_names
from attachcalm.exercises.problem import Problem, did_you_mean
from attachcalm.learn.reader import Reading, linked, read_file


def is_for_leaflets(path: Path) -> bool:
    """Whether `attachcalm check` takes this path for leaflets: their folder, or a file in it."""
    return PAGES in (path.name, path.absolute().parent.name)


def holds_leaflets(path: Path) -> bool:
    """Whether there is a folder of leaflets somewhere below this one."""
    return next(_folders_of_leaflets(path), None) is not None


def check_paths(paths: Iterable[Path], exercise_ids: Collection[str]) -> tuple[Finding, ...]:
    """What is amiss with these files and of the leaflets, however deep, in these folders.

    Beside what the reader refuses: two files of one id, an id that is not its file's name, and a
    link to an exercise that is none of `exercise_ids`.
    """
    findings: list[Finding] = []
    first_of: dict[str, Path] = {}
    for path in dict.fromkeys(file for given in paths for file in _files(given, findings)):
        reading = read_file(path)
        findings += map(Finding.of, reading.problems)
        findings += sorted(_beyond(path, reading, first_of, exercise_ids))
    return tuple(findings)


def _beyond(
    path: Path, reading: Reading, first_of: dict[str, Path], exercise_ids: Collection[str]
) -> Iterator[Finding]:
    """What no file can know of itself."""
    if reading.leaflet is None or reading.source is None:
        return
    source, name = reading.source, reading.leaflet.id
    place = source.place_of(("id",))
    if name != path.stem:
        what = f"the id is {name}, and the file is not"
        yield Finding(path, *place, "file-name", what, f"Name it {name}.yaml.", is_fault=False)
    first = first_of.setdefault(name, path)
    if first != path:
        yield Finding.of(
            Problem(path, *place, f"the id {name} belongs to {first} already"), IDENTITY
        )
    for where, link in linked(source.value):
        if link not in exercise_ids:
            what = f"there is no exercise {link}, so the page leaves this link out"
            hint = did_you_mean(link, exercise_ids)
            mend = "Write the id of an exercise that is there, or take it out."
            at = source.place_of(where)
            yield Finding(path, *at, LINK, what + hint, mend, is_fault=False)


def _files(path: Path, findings: list[Finding]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = [Path(here, name) for here in _folders_of_leaflets(path) for name in _names(here)]
    if not found:
        findings.append(Finding.of(Problem(path, 1, 1, "no page lies in this folder")))
    yield from found


def _folders_of_leaflets(path: Path) -> Iterator[Path]:
    for here, _, _ in os.walk(path):
        if Path(here).absolute().name == PAGES:
            yield Path(here)


def _names(folder: Path) -> list[str]:
    try:
        return content_names(folder)
    except OSError:
        return []
