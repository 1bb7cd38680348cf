"""The check of the person's own exercises, as the worker does it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from attachcalm.exercises.library import Library
from attachcalm.paths import Paths
from attachcalm.player.checker import Around, Checked, check_paths
from attachcalm.player.recordings import Recordings


class CheckUp(NamedTuple):
    """What was found, and the library as it is now: a file that was mended is in it again."""

    checked: Checked
    library: Library


def check_own(
    paths: Paths, load_library: Callable[[], Library], today: Callable[[], date]
) -> CheckUp:
    """Read everything anew; a folder that is not there holds nothing."""
    library = load_library()
    if not paths.own_exercises.is_dir():
        return CheckUp(Checked((), 0), library)
    recordings = Recordings.load(paths.exercises, paths.audio)
    around = Around(today(), library, recordings)
    return CheckUp(check_paths([paths.own_exercises], around), library)
