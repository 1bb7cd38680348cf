"""Where the sounds lie that are not speech: bells, breath tones and ambience."""

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from attachcalm.exercises.model import Stroke
from attachcalm.settings import OWN_AMBIENCE

LIST_NAME = "sounds.json"
OWN_ENDINGS = (".wav", ".mp3", ".ogg", ".flac", ".m4a")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SoundShelf:
    """The files by name.  Breath tones are named by kind and milliseconds: `in-4000`."""

    bells: Mapping[str, Path] = field(default_factory=dict)
    tones: Mapping[str, Path] = field(default_factory=dict)
    ambience: Mapping[str, Path] = field(default_factory=dict)

    def tone_of(self, stroke: Stroke) -> Path | None:
        """The longest tone of its kind that is over with this stroke; None leaves it silent."""
        lengths = {_length(name): file for name, file in self.tones.items() if _is_of(name, stroke)}
        return lengths[max(lengths)] if lengths else None


def _is_of(name: str, stroke: Stroke) -> bool:
    return name.startswith(f"{stroke.kind}-") and 0 < _length(name) <= stroke.ms


def _length(name: str) -> int:
    """The milliseconds in a tone's name; 0 if there are none."""
    digits = name.rpartition("-")[2]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def load(folder: Path) -> SoundShelf:
    """The shelf that `sounds.json` in this folder lists.

    The list is `{"sounds": {name: {"file": "bells/bowl.mp3", …}}}`; the rest is not needed here.
    A missing or broken list is an empty shelf, an entry that makes no sense is left out; both are
    lines in the log.  Whether the files are there shows when they are played.
    """
    shelf: dict[str, dict[str, Path]] = {"bells": {}, "breath": {}, "ambience": {}}
    for name, file in _entries(folder / LIST_NAME):
        kind = file.parts[0]
        # A tone is what its file says, so that "in-4000" cannot be played for another stroke.
        shelf[kind][file.stem if kind == "breath" else name] = folder / file
    return SoundShelf(shelf["bells"], shelf["breath"], shelf["ambience"])


def with_own(shelf: SoundShelf, folder: Path) -> SoundShelf:
    """The same shelf with the person's own ambience beside ours."""
    return replace(shelf, ambience={**shelf.ambience, **own_files(folder)})


def own_files(folder: Path) -> dict[str, Path]:
    """The person's own sounds in this folder by the name that the settings know, in order.

    What is still on its way in begins with a dot and is none of them.
    """
    try:
        files = sorted(folder.iterdir(), key=_in_the_list)
    except OSError:
        return {}
    return {
        f"{OWN_AMBIENCE}{file.name}": file
        for file in files
        if file.suffix in OWN_ENDINGS and not file.name.startswith(".") and file.is_file()
    }


def _in_the_list(file: Path) -> tuple[str, str]:
    return file.name.casefold(), file.name


def _entries(path: Path) -> Iterator[tuple[str, PurePosixPath]]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        _log.warning("The list of sounds cannot be read (%s): no bells.", type(error).__name__)
        return
    sounds = told.get("sounds") if isinstance(told, dict) else None
    for name, entry in sounds.items() if isinstance(sounds, dict) else ():
        file = entry.get("file") if isinstance(entry, dict) else None
        parts = PurePosixPath(file).parts if isinstance(file, str) else ()
        if len(parts) == 2 and parts[0] in {"bells", "breath", "ambience"} and parts[1] != "..":
            yield name, PurePosixPath(*parts)
        else:
            _log.warning("A sound in the list has no usable file: %s", name)
