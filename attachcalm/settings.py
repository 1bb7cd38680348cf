"""The person's settings: frozen, one line each, saved as a whole and atomically."""

import logging
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from attachcalm import json_file

_log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark", "contrast")
MOTIONS = ("system", "full", "reduced")
TEXT_SIZES = (100, 125, 150, 200)  # percent
PACES = (0.7, 0.85, 1.0, 1.25, 1.5, 2.0)  # how far silences are stretched
AMBIENCES = ("", "rain", "waves", "stream", "wind", "brown", "hum")  # "" is none: how it starts
OWN_AMBIENCE = "own:"  # what the name of the person's own sound begins with
SLEEP_MINUTES = (0, 10, 20, 30, 60)  # how long the ambience goes on after an exercise
REMINDER_KINDS = ("practise", "base")
REMINDER_RESTS = ("none", "3-1", "5-2", "7-7")  # days with reminders, then days of rest
MOST_REMINDERS = 6  # a day
PAPERS = ("a4", "us-letter")
PAGE_WEEKS = (2, 4)
LONGEST_LINE = 200  # characters of what a person writes in one line
GUIDES = ("rings", "bar")  # what rises and falls with the breath
BREATH_STEP_MS = 500
MOVE_MS = (1_500, 12_000)  # the least and the most of an own breath in, or out
HOLD_MS = (0, 10_000)  # of an own hold, full or empty; 0 is none
CYCLE_MS = (2_000, 20_000)  # of the own pace: 30 to 3 breaths a minute
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
    breath_spoken: bool = True  # the lines under the pacer; if not, they are only read
    breath_guide: str = "rings"
    breath_own: bool = False  # breathe in the seconds of `breath_strokes`
    breath_strokes: tuple[int, ...] = (4_000, 0, 6_000, 0)  # ms in, held, out, held empty
    breath_cycle_ms: int = 0  # the own pace, from which the pacer glides; 0 was not measured
    breath_without_holds: bool = False
    ambience: str = ""
    voice_volume: int = 80
    cue_volume: int = 60
    ambience_volume: int = 50
    sleep_minutes: int = 0
    pace: float = 1.0
    favourites: tuple[str, ...] = ()
    people_told_on: str = ""  # the day on which Home last spoke of telling somebody, YYYY-MM-DD
    look_back_put_off: str = ""  # the day of the last "not now" to a look-back, YYYY-MM-DD
    window: tuple[int, ...] = ()  # x, y, width, height; empty until it was moved
    reminders: bool = False
    reminder_kind: str = "practise"
    reminder_times: tuple[str, ...] = ("18:00",)  # of the day, as the clock on the wall shows it
    reminder_days: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)  # of the week, 0 is Monday
    reminder_rest: str = "none"
    reminder_since: str = ""  # the day from which the days of rest are counted, YYYY-MM-DD
    reminder_resting_until: str = ""  # the first day with reminders again, YYYY-MM-DD
    reminder_neutral: bool = False  # do not even say the name of the app
    quiet_from: str = "21:30"
    quiet_to: str = "08:00"
    paper: str = "a4"
    page_weeks: int = 2  # of the session page
    page_hidden: tuple[str, ...] = ("notes", "look_back")  # sections that are left out of it
    page_topics: tuple[str, ...] = ()  # what the person wants to talk about
    page_name: str = ""  # what they want to be called on it

    def with_favourite(self, exercise_id: str, wanted: bool) -> "Settings":
        """These settings with the exercise among the favourites, or not."""
        others = tuple(kept for kept in self.favourites if kept != exercise_id)
        return replace(self, favourites=(*others, exercise_id) if wanted else others)


_ALLOWED: dict[str, Any] = {
    "theme": THEMES,
    "motion": MOTIONS,
    "text_size": TEXT_SIZES,
    "pace": PACES,
    "sleep_minutes": SLEEP_MINUTES,
    "breath_guide": GUIDES,
    "reminder_kind": REMINDER_KINDS,
    "reminder_rest": REMINDER_RESTS,
    "paper": PAPERS,
    "page_weeks": PAGE_WEEKS,
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
    told = json_file.read(path)
    if told is not None:
        return told
    _log.warning("The settings cannot be read; the first values are used.")
    return {}


def _fits(name: str, value: object, kind: type) -> bool:
    if kind is float and type(value) is int:
        value = float(value) if abs(value) < FARTHEST else value
    if type(value) is not kind:
        return False
    fits = _SHAPES.get(name, lambda _: True)
    return bool(fits(value)) and (name not in _ALLOWED or value in _ALLOWED[name])


def _is_place(value: tuple[object, ...]) -> bool:
    sides = [side for side in value if type(side) is int and abs(side) <= FARTHEST]
    if len(sides) != len(value):
        return False
    return not sides or (len(sides) == 4 and min(sides[2:]) > 0)


def _are_names(value: tuple[object, ...]) -> bool:
    return len(value) <= MOST_FAVOURITES and all(type(item) is str for item in value)


def _are_lines(value: tuple[object, ...]) -> bool:
    return len(value) <= 3 and all(
        isinstance(line, str) and len(line) <= LONGEST_LINE for line in value
    )


def _are_days(value: tuple[object, ...]) -> bool:
    return all(type(day) is int and 0 <= day <= 6 for day in value) and len({*value}) == len(value)


def _are_times(value: tuple[object, ...]) -> bool:
    return len(value) <= MOST_REMINDERS and all(map(_is_time, value))


def _is_time(value: object) -> bool:
    shape = r"([01][0-9]|2[0-3]):[0-5][0-9]"
    return isinstance(value, str) and re.fullmatch(shape, value) is not None


def _is_day(value: object) -> bool:
    """Whether it is a day that can be counted from, or none."""
    if value == "":
        return True
    try:
        return isinstance(value, str) and 2000 <= date.fromisoformat(value).year < 2200
    except ValueError:
        return False


def _are_strokes(value: tuple[object, ...]) -> bool:
    """Whether these are four strokes that the page of breath could have set."""
    limits = (MOVE_MS, HOLD_MS, MOVE_MS, HOLD_MS)
    return len(value) == len(limits) and all(
        type(ms) is int and least <= ms <= most and ms % BREATH_STEP_MS == 0
        for ms, (least, most) in zip(value, limits, strict=True)
    )


def _is_ambience(value: object) -> bool:
    """Whether it is a sound of ours, or the name of one of the person's own: no way to a folder."""
    own = rf"{OWN_AMBIENCE}[^/\\\x00-\x1f]{{1,120}}"
    return value in AMBIENCES or (isinstance(value, str) and re.fullmatch(own, value) is not None)


_SHAPES: dict[str, Callable[[Any], bool]] = {
    "window": _is_place,
    "favourites": _are_names,
    "page_hidden": _are_names,
    "page_topics": _are_lines,
    "page_name": lambda name: len(name) <= LONGEST_LINE,
    "ambience": _is_ambience,
    "breath_strokes": _are_strokes,
    "breath_cycle_ms": lambda ms: ms == 0 or CYCLE_MS[0] <= ms <= CYCLE_MS[1],
    "reminder_days": _are_days,
    "reminder_times": _are_times,
    "look_back_put_off": _is_day,
    "reminder_since": _is_day,
    "reminder_resting_until": _is_day,
    "quiet_from": _is_time,
    "quiet_to": _is_time,
}


def save(settings: Settings, path: Path) -> None:
    """Write the settings so that a power cut leaves the old or the new ones.  Raises OSError."""
    json_file.write(path, asdict(settings))
