"""Track & Graph's CSV: one line a data point, of all trackers of a group.

FeatureName,Timestamp,Value,Label,Note (older ones without the last two).  `Timestamp` is ISO 8601
with its zone; in older files a value can carry its label, 1.0:Label, and durations are h:mm:ss.
"""

import re
from collections import Counter
from typing import Final

from attachcalm.journal.page import CheckIn
from attachcalm.records.checked_in import check_in, mood_by, name_of, plain_note
from attachcalm.records.choices import RATINGS, Choices, Found, rating_of
from attachcalm.records.foreign_csv import Cells, FaultError, Faults, ForeignCsv
from attachcalm.records.times import Here, instant_of

NAME: Final = "Track & Graph"
_DURATION = re.compile(r"-?\d*:-?\d\d:-?\d\d", re.ASCII)
NEEDED: Final = frozenset({"FeatureName", "Timestamp", "Value"})


def is_track_and_graph(file: ForeignCsv) -> bool:
    """Whether the file is one of Track & Graph's."""
    return set(file.heads) >= NEEDED


def read(
    file: ForeignCsv, choices: Choices, here: Here, faults: Faults
) -> tuple[list[CheckIn], tuple[Found, ...]]:
    """The data points of the trackers that are ratings, and all trackers that are there."""
    trackers: Counter[str] = Counter()
    pages = []
    for line, cells in file.lines(faults):
        tracker = cells["FeatureName"]
        trackers[tracker] += 1
        if choices.role_of(tracker) not in RATINGS:
            continue
        try:
            pages.append(_page(cells, choices, here))
        except FaultError as fault:
            faults.note(line, str(fault))
    found = (Found(name, count, choices.role_of(name)) for name, count in trackers.most_common())
    return pages, tuple(found)


def _page(cells: Cells, choices: Choices, here: Here) -> CheckIn:
    at = instant_of(cells["Timestamp"])
    if at is None:
        raise FaultError("its time cannot be read")
    number, _, label = cells["Value"].partition(":")
    value = None if _DURATION.match(cells["Value"]) else rating_of(number)
    if value is None:
        raise FaultError("its value is no whole number from 0 to 10")
    role = choices.role_of(cells["FeatureName"])
    note = plain_note(cells.get("Note", ""))
    told = (cells["FeatureName"], cells["Timestamp"], cells["Value"], note)
    tags = (cells.get("Label", "") or label,)
    mood = mood_by(role, value)
    return check_in(name_of(NAME, *told), at, here, mood, tags=tags, note=note)
