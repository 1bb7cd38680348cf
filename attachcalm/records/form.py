"""The form of the JSON of records, format 1: which fields each kind of fact and page has."""

from collections.abc import Mapping
from typing import Any, Final

from attachcalm.journal.entry import AnswerGiven, Ended, Ending, Progressed, RatedAfter, Started
from attachcalm.journal.page import CheckIn, LookBack, OwnWord, Score
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.records import fields
from attachcalm.records.fields import Field

FORMAT: Final = 1
MARK: Final = "attachcalm"  # the key by which such a file is known …
RECORDS: Final = "records"  # … and what stands there
HEAD: Final = (MARK, "format", "made")
LISTS: Final = ("facts", "remarks", "pages")
KIND: Final = {"facts": "fact", "pages": "page"}  # the key that names the kind

Kinds = Mapping[str, tuple[type[Any], Mapping[str, Field]]]

_sitting = {"sitting": fields.UUID_, "at": fields.MOMENT}
_numbered = {"id": fields.UUID_, **_sitting}
_page = {"id": fields.UUID_, "at": fields.MOMENT, "changed": fields.INSTANT}

FACTS: Final[Kinds] = {
    "started": (
        Started,
        {
            **_sitting,
            "exercise_id": fields.NAME,
            "exercise_title": fields.NAME,
            "group": fields.NAME,
            "version_id": fields.NAME,
            "revision": fields.NAME,
            "before": fields.MAYBE_MOOD,
        },
    ),
    "progressed": (
        Progressed,
        {**_numbered, "step_id": fields.NAME, "position_ms": fields.MS},
    ),
    "answered": (
        AnswerGiven,
        {**_numbered, "key": fields.NAME, "value": fields.VALUE, "keep_as": fields.MAYBE_NAME},
    ),
    "ended": (
        Ended,
        {**_sitting, "ending": fields.one_of(Ending), "practised_ms": fields.MS},
    ),
    "rated_after": (RatedAfter, {**_sitting, "after": fields.MAYBE_MOOD}),
}

REMARK: Final[Mapping[str, Field]] = {
    "id": fields.UUID_,
    "at": fields.MOMENT,
    "kind": fields.one_of(RemarkKind),
    "value": fields.NAME,
    "exercise_id": fields.NAME,
    "sitting": fields.MAYBE_UUID,
    "text": fields.REMARK,
}
REMARKS: Final[Kinds] = {"": (Remark, REMARK)}  # of one kind only

PAGES: Final[Kinds] = {
    "check_in": (
        CheckIn,
        {
            **_page,
            "mood": fields.MOOD,
            "words": fields.WORDS,
            "tags": fields.WORDS,
            "note": fields.NOTE,
            "sitting": fields.MAYBE_UUID,
            "is_gone": fields.YES,
        },
    ),
    "score": (
        Score,
        {
            **_page,
            "measure": fields.NAME,
            "title": fields.NAME,
            "answers": fields.ANSWERS,
            "values": fields.SCORES,
            "scales": fields.SCALES,
            "revision": fields.NAME,
            "is_gone": fields.YES,
        },
    ),
    "look_back": (
        LookBack,
        {
            **_page,
            "week": fields.DAY,
            "mood": fields.MOOD,
            "answers": fields.WRITTEN,
            "is_gone": fields.YES,
        },
    ),
    "own_word": (
        OwnWord,
        {**_page, "slot": fields.NAME, "text": fields.NOTE, "is_gone": fields.YES},
    ),
}

ALL: Final[Mapping[str, Kinds]] = {"facts": FACTS, "remarks": REMARKS, "pages": PAGES}
