"""Loop Habit Tracker's Checkmarks.csv: of all habits, or of one.

Of all: Date,<habit>,<habit>,… with a comma at the end of each line.  Of one: Date,Value,Notes.
A day of a habit of yes or no is YES_MANUAL, YES_AUTO, NO, SKIP or UNKNOWN; one of numbers is in
thousandths (7 is 7000), and its 0 is written as NO.  There is no time of the day: noon is taken.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from attachcalm.journal.mood import Mood
from attachcalm.journal.page import CheckIn
from attachcalm.records.checked_in import check_in, mood_by, name_of, plain_note
from attachcalm.records.choices import RATINGS, Choices, Found, Role
from attachcalm.records.foreign_csv import Cells, FaultError, Faults, ForeignCsv
from attachcalm.records.refused import RefusedError
from attachcalm.records.times import NOON, Here, instant_of

NAME: Final = "Loop Habit Tracker"
ONE_HABIT: Final = ("Date", "Value", "Notes")
WORDS: Final = frozenset({"YES_MANUAL", "YES_AUTO", "NO", "SKIP", "UNKNOWN", ""})
DONE: Final = "YES_MANUAL"  # YES_AUTO only follows from how often it is wanted
_SCORE = re.compile(r"[01]\.\d{4}", re.ASCII)
_LOOKED_AT = 50  # lines by which a file is known


def is_loop(file: ForeignCsv) -> bool:
    """Whether the file is one of Loop's: by its first column, and by what stands below."""
    if file.heads[0] != "Date" or len(file.heads) < 2:
        return False
    seen = [cells for (_, cells), _ in zip(file.lines(Faults()), range(_LOOKED_AT), strict=False)]
    if file.heads[1:] == ("Score",) or any(_is_score(cells) for cells in seen):
        raise RefusedError(
            "The file holds how strong habits are (Scores.csv of Loop); the ratings of a habit "
            "are in Checkmarks.csv."
        )
    return any(_is_value(told) for cells in seen for told in _values(cells).values())


def read(
    file: ForeignCsv, choices: Choices, here: Here, faults: Faults, habit: str
) -> tuple[list[CheckIn], tuple[Found, ...]]:
    """The days as check-ins, and the habits; `habit` is whose file it is, if it is of one."""
    habits = [habit] if file.heads == ONE_HABIT else [head for head in file.heads[1:] if head]
    lines = [(line, _by_habit(cells, habit)) for line, cells in file.lines(faults)]
    roles = {name: _role(name, [cells for _, cells in lines], choices) for name in habits}
    pages: list[CheckIn] = []
    for line, cells in lines:
        try:
            pages += _pages(cells, roles, here)
        except FaultError as fault:
            faults.note(line, str(fault))
    counts = {name: sum(cells[name] not in ("UNKNOWN", "") for _, cells in lines) for name in roles}
    return pages, tuple(Found(name, counts[name], role) for name, role in roles.items())


def _by_habit(cells: Cells, habit: str) -> Cells:
    if tuple(cells) != ONE_HABIT:
        return cells
    return {"Date": cells["Date"], habit: cells["Value"], "\0": cells["Notes"]}


def _role(habit: str, days: list[Cells], choices: Choices) -> Role:
    """What the person says, else by its name if it counts, else a tag if it is of yes or no."""
    if habit in choices.columns:
        return choices.columns[habit]
    if any(_thousandths(cells[habit]) is not None for cells in days):
        return choices.role_of(habit)
    return Role.TAG


def _pages(cells: Cells, roles: dict[str, Role], here: Here) -> Iterator[CheckIn]:
    """A check-in for each rating of the day, and one for all that was marked as done."""
    date, note = cells["Date"], plain_note(cells.get("\0", ""))
    day = instant_of(date)
    if day is None:
        raise FaultError("its day cannot be read")
    noon = day.replace(hour=NOON.hour, tzinfo=None)
    done = [name for name, role in roles.items() if role is Role.TAG and cells[name] == DONE]
    ratings = [
        (name, role, _rating(cells[name])) for name, role in roles.items() if role in RATINGS
    ]
    for name, role, value in ratings:
        if value is not None:
            told = (date, name, cells[name])
            yield check_in(name_of(NAME, *told), noon, here, mood_by(role, value), note=note)
    if done:
        page = check_in(name_of(NAME, date), noon, here, Mood(), tags=done, note=note)
        # More of the same day in a later export is a later writing; the same export is the same.
        yield replace(page, changed=page.changed + timedelta(seconds=len(done)))


def _rating(told: str) -> int | None:
    """The rating of a day; None if there is none."""
    if told == "NO":
        return 0
    thousandths = _thousandths(told)
    if thousandths is None and told not in WORDS:
        raise FaultError("it has a value that Loop does not write")
    if thousandths is None:
        return None
    if thousandths % 1000 or not 0 <= thousandths <= 10_000:
        raise FaultError("its value is no whole number from 0 to 10")
    return thousandths // 1000


def _thousandths(told: str) -> int | None:
    is_number = told.isascii() and told.isdigit() and len(told) < 12
    return int(told) if is_number else None


def _values(cells: Cells) -> Cells:
    """What stands in the columns of habits."""
    return {name: told for name, told in cells.items() if name not in ("Date", "Notes") and name}


def _is_value(told: str) -> bool:
    return (told in WORDS and told != "") or _thousandths(told) is not None


def _is_score(cells: Cells) -> bool:
    told = [value for value in _values(cells).values() if value]
    return bool(told) and all(map(_SCORE.fullmatch, told))
