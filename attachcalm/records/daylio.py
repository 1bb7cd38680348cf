"""Daylio's CSV: one line an entry, newest first.

full_date,date,weekday,time,mood,activities,note_title,note (and, in newer ones, scales).
`full_date` is ISO 8601; `time` is on the wall, 13:48 or 1:48 pm.  A mood is a word, perhaps the
person's own; activities stand between bars.
"""

from collections import Counter
from typing import Final

from attachcalm.journal.mood import Mood
from attachcalm.journal.page import CheckIn
from attachcalm.records.checked_in import check_in, name_of, plain_note
from attachcalm.records.choices import Choices, Found
from attachcalm.records.foreign_csv import Cells, FaultError, Faults, ForeignCsv
from attachcalm.records.times import Here, instant_of, time_of

NAME: Final = "Daylio"
NEEDED: Final = frozenset({"full_date", "time", "mood"})


def is_daylio(file: ForeignCsv) -> bool:
    """Whether the file is one of Daylio's."""
    return set(file.heads) >= NEEDED


def read(
    file: ForeignCsv, choices: Choices, here: Here, faults: Faults
) -> tuple[list[CheckIn], tuple[Found, ...]]:
    """The entries as check-ins, and the moods that are there."""
    moods: Counter[str] = Counter()
    pages = []
    for line, cells in file.lines(faults):
        mood = cells["mood"].strip()
        moods[mood] += 1
        try:
            page = _page(cells, choices, here)
        except FaultError as fault:
            faults.note(line, str(fault))
        else:
            pages.append(page)
    found = (Found(mood, count, choices.distress_of(mood)) for mood, count in moods.most_common())
    return [page for page in pages if page is not None], tuple(found)


def _page(cells: Cells, choices: Choices, here: Here) -> CheckIn | None:
    """The entry; None if its mood is left out."""
    day, at = instant_of(cells["full_date"]), time_of(cells["time"])
    if day is None or at is None:
        raise FaultError("its day or its time cannot be read")
    distress = choices.distress_of(cells["mood"].strip())
    if distress is None:
        return None
    note = plain_note(cells.get("note_title", ""), cells.get("note", ""))
    tags = cells.get("activities", "").split("|")
    when = day.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0, tzinfo=None)
    told = (cells[name] for name in ("full_date", "time"))
    name = name_of(NAME, *told, cells["mood"], cells.get("activities", ""), note)
    return check_in(name, when, here, Mood(distress=distress), tags=tags, note=note)
