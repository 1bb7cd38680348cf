"""The last sittings, read before the first picture of the window: standard library only.

Whatever is wrong with the file, the answer is then "none": `open_store` will say what it is.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from attachcalm.journal.mood import Moment, Mood
from attachcalm.store.columns import from_us, mood_of
from attachcalm.store.database import HEAD, connect, read_schema
from attachcalm.store.errors import StoreError

ALIKE = {"0001", "0002", "0003"}
"""Older schemas whose sittings are read alike: the first start of a new version knows them too."""
_COLUMNS = (
    "id, started_us, started_offset, exercise_id, exercise_title, exercise_group, version_id,"
    " before_distress, before_energy, before_security, ended_us, rated_us,"
    " after_distress, after_energy, after_security"
)
_LAST = f"SELECT {_COLUMNS} FROM sitting ORDER BY started_us DESC, id DESC LIMIT ?"  # noqa: S608 constant
_OPEN = (
    f"SELECT {_COLUMNS} FROM sitting WHERE ended_us IS NULL"  # noqa: S608 constant
    " ORDER BY started_us DESC, id DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Recent:
    """What Home shows of a sitting.  `before` and `after` are None when skipped or not reached."""

    at: Moment
    exercise_id: str
    exercise_title: str
    group: str
    version_id: str
    before: Mood | None
    after: Mood | None
    is_open: bool


def recent(path: Path, limit: int) -> tuple[Recent, ...]:
    """The last `limit` sittings, newest first, and after them the latest open one if it is older.

    No file, a new one, a damaged one or one of another version: none.  Nothing is created.
    """
    if not path.is_file():
        return ()
    try:
        with closing(connect(path, read_only=True)) as connection:
            return _read(connection, path, limit)
    except (StoreError, sqlite3.Error, OSError, ValueError, TypeError, OverflowError):
        return ()


def _read(connection: sqlite3.Connection, path: Path, limit: int) -> tuple[Recent, ...]:
    if read_schema(connection, path) not in {*ALIKE, HEAD}:
        return ()
    connection.row_factory = sqlite3.Row
    last = connection.execute(_LAST, (max(0, limit),)).fetchall()
    left_open = connection.execute(_OPEN).fetchall()
    by_id = {row["id"]: row for row in (*last, *left_open)}  # each once, in this order
    return tuple(_recent(row) for row in by_id.values())


def _recent(row: sqlite3.Row) -> Recent:
    return Recent(
        at=from_us(row["started_us"], row["started_offset"]),
        exercise_id=row["exercise_id"],
        exercise_title=row["exercise_title"],
        group=row["exercise_group"],
        version_id=row["version_id"],
        before=mood_of("before", row),
        after=mood_of("after", row),
        is_open=row["ended_us"] is None,
    )
