"""The person's settings: frozen, one line each, saved as a whole and atomically."""

import json
import logging
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark", "contrast")
MOTIONS = ("system", "full", "reduced")
TEXT_SIZES = (100, 125, 150, 200)  # percent
PACES = (0.7, 0.85, 1.0, 1.25, 1.5, 2.0)  # how far silences are stretched
AMBIENCES = ("", "rain", "waves", "brown")  # "" is none, which is how it starts
MOST_FAVOURITES = 1_000
FARTHEST = 100_000  # pixels: beyond that no window ever was


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its first value.  Volumes go from 0 to 100."""

    theme: str = "system"
    motion: str = "system"
    text_size: int = 100
    sound: bool = True
    captions: bool = True
    breath_tones: bool = True
    ambience: str = ""
    voice_volume: int = 80
    cue_volume: int = 60
    ambience_volume: int = 50
    pace: float = 1.0
    favourites: tuple[str, ...] = ()
    people_told_on: str = ""  # the day on which Home last spoke of telling somebody, YYYY-MM-DD
    window: tuple[int, ...] = ()  # x, y, width, height; empty until it was moved

    def with_favourite(self, exercise_id: str, wanted: bool) -> "Settings":
        """These settings with the exercise among the favourites, or not."""
        others = tuple(kept for kept in self.favourites if kept != exercise_id)
        return replace(self, favourites=(*others, exercise_id) if wanted else others)


_ALLOWED: dict[str, Any] = {
    "theme": THEMES,
    "motion": MOTIONS,
    "text_size": TEXT_SIZES,
    "pace": PACES,
    "ambience": AMBIENCES,
    "voice_volume": range(101),
    "cue_volume": range(101),
    "ambience_volume": range(101),
}


def load(path: Path) -> Settings:
    """The settings of this file; what is missing or makes no sense has its first value."""
    told = _read(path)
    first = Settings()
    good: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name not in told:
            continue
        value = told[field.name]
        if isinstance(value, list):
            value = tuple(value)
        kind = type(getattr(first, field.name))
        if _fits(field.name, value, kind):
            good[field.name] = kind(value)
        else:
            _log.warning("The setting %s makes no sense; its first value is used.", field.name)
    return replace(first, **good)


def _read(path: Path) -> dict[str, Any]:
    """What the file says; nothing if it cannot be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        told = None
    if isinstance(told, dict):
        return told
    _log.warning("The settings cannot be read; the first values are used.")
    return {}


def _fits(name: str, value: object, kind: type) -> bool:
    if kind is float and type(value) is int:
        value = float(value) if abs(value) < FARTHEST else value
    if type(value) is not kind:
        return False
    if isinstance(value, tuple):
        return _is_place(value) if name == "window" else _are_names(value)
    return name not in _ALLOWED or value in _ALLOWED[name]


def _is_place(value: tuple[object, ...]) -> bool:
    sides = [side for side in value if type(side) is int and abs(side) <= FARTHEST]
    if len(sides) != len(value):
        return False
    return not sides or (len(sides) == 4 and min(sides[2:]) > 0)


def _are_names(value: tuple[object, ...]) -> bool:
    return len(value) <= MOST_FAVOURITES and all(type(item) is str for item in value)


def save(settings: Settings, path: Path) -> None:
    """Write the settings so that a power cut leaves the old or the new ones.  Raises OSError.

    What the file holds beyond them is kept: a newer AttachCalm may have written it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(_read(path) | asdict(settings), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
