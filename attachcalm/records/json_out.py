"""Everything as JSON, one fact or page a line: what can be read back without loss."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from attachcalm.journal.whole import Whole
from attachcalm.records.fields import write_object
from attachcalm.records.form import ALL, FORMAT, KIND, LISTS, MARK, RECORDS

_dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def json_pieces(whole: Whole, made: datetime) -> Iterator[bytes]:
    """The file, piece by piece; `made` is when."""
    head = {MARK: RECORDS, "format": FORMAT, "made": made.isoformat(timespec="seconds")}
    yield _dumps(head)[:-1].encode()
    for name in LISTS:
        yield f',\n"{name}": ['.encode()
        yield from _lines(name, getattr(whole, name))
        yield b"\n]"
    yield b"}\n"


def _lines(name: str, values: Iterable[Any]) -> Iterator[bytes]:
    forms = {made: (kind, fields) for kind, (made, fields) in ALL[name].items()}
    between = "\n"
    for value in values:
        kind, fields = forms[type(value)]
        told = {KIND[name]: kind} if name in KIND else {}
        line = _dumps({**told, **write_object(value, fields)})
        yield (between + line).encode("utf-8", "replace")  # half a sign can be in no file
        between = ",\n"
