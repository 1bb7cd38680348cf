"""Files and folders → all that is amiss with the exercises in them.

It stands with the player, because only a laid timeline knows how long an exercise takes.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from attachcalm.exercises import build, library, reader
from attachcalm.exercises.problem import Problem
from attachcalm.exercises.reader import Reading
from attachcalm.player import lengths
from attachcalm.player.pieces import FindClip
from attachcalm.player.timeline import no_clip

OTHERS = "pages"  # what lies in a folder of this name is no exercise (see learn.checker)


def check_paths(paths: Iterable[Path], find_clip: FindClip = no_clip) -> tuple[Problem, ...]:
    """Every problem of these files and, however deep, of the content files in these folders.

    Beside what the reader refuses: two files of one id, an id that is not its file's name, and the
    timing (`lengths.remarks`), with the voice that `find_clip` finds.
    """
    problems: list[Problem] = []
    first_of: dict[str, Path] = {}
    for path in dict.fromkeys(_files(paths, problems)):
        reading = reader.read_file(path)
        problems += reading.problems
        problems += sorted(_beyond(path, reading, first_of, find_clip))
    return tuple(problems)


def _files(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Path]:
    for path in paths:
        if _is_folder(path):
            found = sorted(_inside(path, problems))
            if not found and not (path / OTHERS).is_dir():
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
        if OTHERS in inside:
            inside.remove(OTHERS)
        yield from (Path(here, name) for name in names if library.is_content(name))


def _beyond(
    path: Path, reading: Reading, first_of: dict[str, Path], find_clip: FindClip
) -> Iterator[Problem]:
    """What no file can know of itself."""
    if reading.entry is None or reading.source is None:
        return
    source, exercise = reading.source, build.exercise(reading.entry, str(path), reading.revision)
    place = source.place_of(("id",))
    if exercise.id != path.stem:
        what = f"the id is {exercise.id}, so name the file {exercise.id}.yaml"
        yield Problem(path, *place, what)
    first = first_of.setdefault(exercise.id, path)
    if first != path:
        what = f"the id {exercise.id} belongs to {first} already; choose another"
        yield Problem(path, *place, what)
    for remark in lengths.remarks(exercise, find_clip):
        yield Problem(path, *source.place_of(remark.path), remark.what)
