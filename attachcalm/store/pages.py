"""Pages ↔ the columns that keep them; what only its kind knows of a page is JSON in `body`."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from attachcalm.journal.mood import Mood, to_us
from attachcalm.journal.page import (
    CheckIn,
    Direction,
    LookBack,
    OwnWord,
    Page,
    ScaleNote,
    Score,
)
from attachcalm.store.columns import Row, from_us
from attachcalm.store.rows import plain

_KINDS: dict[type, str] = {
    CheckIn: "check_in",
    Score: "score",
    LookBack: "look_back",
    OwnWord: "own_word",
}


def page_row(page: Page) -> dict[str, Any]:
    """The columns of a page."""
    mood = Mood() if isinstance(page, Score | OwnWord) else page.mood
    return {
        "id": str(page.id),
        "kind": _KINDS[type(page)],
        "at_us": to_us(page.at.at),
        "at_offset": page.at.offset_minutes,
        "at_day": page.at.day,
        "changed_us": to_us(page.changed),
        "is_gone": page.is_gone,
        "distress": mood.distress,
        "energy": mood.energy,
        "security": mood.security,
        "body": plain(json.dumps(_body(page))),
    }


def page_of(row: Row) -> Page:
    """The page that a row tells.  Raises ValueError, TypeError or KeyError for one not ours."""
    body = json.loads(row["body"])
    common = (UUID(row["id"]), from_us(row["at_us"], row["at_offset"]), _instant(row["changed_us"]))
    mood = Mood(row["distress"], row["energy"], row["security"])
    gone = bool(row["is_gone"])
    match row["kind"]:
        case "check_in":
            sitting = None if body["sitting"] is None else UUID(body["sitting"])
            words, tags = tuple(map(_text, body["words"])), tuple(map(_text, body["tags"]))
            return CheckIn(*common, mood, words, tags, _text(body["note"]), sitting, gone)
        case "score":
            answers = tuple(None if told is None else int(told) for told in body["answers"])
            values = tuple((_text(name), float(value)) for name, value in body["values"])
            named = _text(body["measure"]), _text(body["title"])
            scales = tuple(_scale(told) for told in body.get("scales", ()))
            return Score(*common, *named, answers, values, _text(body["revision"]), gone, scales)
        case "look_back":
            written = tuple((_text(key), _text(said)) for key, said in body["answers"])
            return LookBack(*common, date.fromisoformat(body["week"]), mood, written, gone)
        case "own_word":
            return OwnWord(*common, _text(body["slot"]), _text(body["text"]), gone)
    raise ValueError("a page of no known kind")


def _body(page: Page) -> dict[str, Any]:
    match page:
        case CheckIn():
            sitting = None if page.sitting is None else str(page.sitting)
            return {"words": page.words, "tags": page.tags, "note": page.note, "sitting": sitting}
        case Score():
            named = {"measure": page.measure, "title": page.title, "revision": page.revision}
            scales = [
                (of.name, of.least, of.most, of.direction.value, of.sd, of.reliability)
                for of in page.scales
            ]
            return {**named, "answers": page.answers, "values": page.values, "scales": scales}
        case LookBack():
            return {"week": page.week.isoformat(), "answers": page.answers}
        case OwnWord():
            return {"slot": page.slot, "text": page.text}


def _scale(told: Any) -> ScaleNote:
    name, least, most, direction, *known = told
    sd, reliability = (None if each is None else float(each) for each in known)
    way = Direction(direction)
    return ScaleNote(_text(name), float(least), float(most), way, sd, reliability)


def _instant(us: int) -> datetime:
    return from_us(us, 0).at.astimezone(UTC)


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError("not a text")
    return told
