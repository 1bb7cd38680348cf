"""A small questionnaire that nobody published, as a file, to be broken in every way."""

import copy
import json
from pathlib import Path
from typing import Any

from attachcalm.measures.model import Option
from attachcalm.measures.reader import checksum_of

PAPER: dict[str, Any] = {
    "format": 1,
    "kind": "measure",
    "id": "try-4",
    "language": "en",
    "title": "TRY-4",
    "asks": "Four things that were invented for tests.",
    "look_back_days": 14,
    "interval_days": 14,
    "instruction": "How often was it so?",
    "items": ["The sky was seen", "The kettle sang", "The door was shut", "The cat came"],
    "options": [{"value": 0, "label": "Never"}, {"value": 1, "label": "Now and then"},
                {"value": 2, "label": "Often"}],
    "scales": [
        {
            "name": "Total", "items": [1, 2, 3, 4], "method": "sum", "multiplier": 1,
            "reversed": [3], "fewest_answered": None, "least": 0, "most": 8,
            "direction": "harder", "reliable_change": 3, "worse_at": None,
            "bands": [{"least": 0, "most": 3, "word": "few"},
                      {"least": 4, "most": 8, "word": "many"}],
        },
        {
            "name": "Outside", "items": [1, 4], "method": "mean", "multiplier": 1, "reversed": [],
            "fewest_answered": 1, "least": 0, "most": 2, "direction": "neither", "bands": [],
        },
    ],
    "licence": "Nobody's: it was made up for tests",
    "attribution": "The tests",
    "source": "tests/measures/paper.py",
    "change_source": "made up",
    "asks_about_harm": [],
    "only_when_assigned": False,
}  # fmt: skip


def paper(*path: str | int, to: object = ..., **changes: object) -> dict[str, Any]:
    """The questionnaire with what stands at `path` changed to `to`, or taken out; signed anew."""
    told = copy.deepcopy(PAPER)
    told.update(changes)
    if path:
        inside: Any = told
        for key in path[:-1]:
            inside = inside[key]
        if to is ...:
            del inside[path[-1]]
        else:
            inside[path[-1]] = to
    sign(told)
    return told


def sign(told: dict[str, Any]) -> None:
    """Write the checksum of the wording as it stands, where there is a wording."""
    try:
        options = [Option(each["value"], each["label"]) for each in told["options"]]
        found = checksum_of(told["language"], told["instruction"], told["items"], options)
    except (KeyError, TypeError):
        found = "0" * 64
    told.setdefault("checksum", found)


def write(folder: Path, told: object, name: str = "try-4.json") -> Path:
    """The file of it."""
    file = folder / name
    file.write_text(json.dumps(told), encoding="utf-8")
    return file
