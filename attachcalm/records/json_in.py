"""Records in JSON, read back; whatever is not exactly in the form is refused, with its place."""

import json
from typing import Any, Final

from attachcalm.journal.entry import Started
from attachcalm.journal.whole import Whole
from attachcalm.records.fields import cut, read_instant, read_object
from attachcalm.records.form import ALL, FORMAT, HEAD, KIND, LISTS, MARK, RECORDS
from attachcalm.records.refused import RefusedError

MOST_VALUES: Final = 20_000_000  # commas
MOST_OBJECTS: Final = 6_000_000  # opening brackets

_UNREADABLE = "The file is not JSON from beginning to end"


def read_json(content: bytes) -> Whole:
    """Everything that the file holds.  Raises RefusedError."""
    told = _parsed(content)
    if not isinstance(told, dict) or told.get(MARK) != RECORDS:
        raise RefusedError("The file is JSON, but no records of AttachCalm.")
    _check_format(told.get("format"))
    for name in told:
        if name not in (*HEAD, *LISTS):
            raise RefusedError(f"The file has {cut(name)}, which this AttachCalm does not know.")
    read_instant(told.get("made"), "made")
    lists = {name: tuple(_items(name, told.pop(name, None))) for name in LISTS}
    _check_beginnings(lists["facts"])
    return Whole(**lists)


def _check_beginnings(facts: tuple[Any, ...]) -> None:
    """A fact of a sitting that never began would be passed over in silence."""
    begun = {fact.sitting for fact in facts if isinstance(fact, Started)}
    for number, fact in enumerate(facts, 1):
        if fact.sitting not in begun:
            raise RefusedError(f"facts, number {number} is of a sitting that the file never began.")


def _check_format(told: Any) -> None:
    if type(told) is not int or told < 1:
        raise RefusedError("The file does not say its format.")
    if told > FORMAT:
        raise RefusedError(
            f"The file was made by a newer AttachCalm (format {told if told < 10**6 else '?'}); "
            f"this one reads up to format {FORMAT}. Install the newest AttachCalm to read it."
        )


def _items(name: str, told: Any) -> list[Any]:
    if not isinstance(told, list):
        raise RefusedError(f"The file has no list of {name}.")
    items = []
    for number, each in enumerate(told, 1):
        items.append(_item(name, each, f"{name}, number {number}"))
        told[number - 1] = None  # what was read is let go
    return items


def _item(name: str, told: Any, place: str) -> Any:
    kind: Any = ""
    if name in KIND and isinstance(told, dict):
        kind = told.pop(KIND[name], None)
    known = ALL[name].get(kind) if isinstance(kind, str) else None
    if known is None:
        words = ", ".join(ALL[name])
        raise RefusedError(f"{place} is of no kind that is known ({words}).")
    made, fields = known
    return made(**read_object(told, place, fields))


def _parsed(content: bytes) -> Any:
    _check_size(content)
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_no_number,
        )
    except RefusedError:
        raise
    except RecursionError:
        raise RefusedError(f"{_UNREADABLE}: it goes too deep.") from None
    except UnicodeDecodeError:
        raise RefusedError("The file is not text in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise RefusedError(
            f"{_UNREADABLE}: line {error.lineno} is broken. If it was not copied whole, copy it "
            "once more; else export it again."
        ) from None
    except ValueError:  # a number of thousands of figures
        raise RefusedError(f"{_UNREADABLE}: it holds a number that no record holds.") from None


def _check_size(content: bytes) -> None:
    """Few bytes can become a great many objects; count before any is made."""
    objects = content.count(b"[") + content.count(b"{")
    if content.count(b",") > MOST_VALUES or objects > MOST_OBJECTS:
        raise RefusedError("The file holds more than a journal can.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise RefusedError("The file says one thing twice in the same place.")
    return made


def _no_number(told: str) -> Any:
    raise RefusedError(f"The file holds {told}, which is no number.")
