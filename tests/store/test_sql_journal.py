"""The journal on disk: all or none, any text, and what it makes of a file that was meddled with."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Ended, Ending
from attachcalm.store.database import connect
from attachcalm.store.errors import BusyError, DamagedError, DiskFullError, ReadOnlyError, explain
from attachcalm.store.journal import SqlJournal
from tests.fakes.facts import answered, at, started


# ---------------------------------------------------------------- all or none
def test_what_fails_in_the_middle_leaves_nothing(journal: SqlJournal) -> None:
    """A fact that no table allows takes the whole add with it, and is not called a disk fault."""
    begun = started()
    impossible = Ended(begun.sitting, at(1), Ending.STOPPED, -1)

    with pytest.raises(IntegrityError):
        journal.add([begun, answered(begun, "x"), impossible])

    assert journal.entries() == ()


def test_what_a_person_wrote_is_in_no_error(journal: SqlJournal) -> None:
    """An error may end in a log; answers and ratings must not."""
    begun = started(title="canary-title")
    given = answered(begun, "canary-answer")

    with pytest.raises(IntegrityError) as failed:
        journal.add([begun, given, Ended(begun.sitting, at(1), Ending.STOPPED, -424242)])

    assert "canary" not in str(failed.value)
    assert "424242" not in str(failed.value)


@pytest.mark.parametrize("text", ["a\0b", "\0", "half \ud83d", "\udcff", "x" * 1_000_000])
def test_no_text_can_stop_a_save(journal: SqlJournal, text: str) -> None:
    """Zero characters and halves of characters from a keyboard or a paste are saved without."""
    begun = started()

    journal.add([begun, answered(begun, text)])

    (entry,) = journal.entries()
    (kept,) = entry.answers
    assert kept.value == text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


# ---------------------------------------------------------------- damage while open
def test_table_that_is_gone_is_told_as_damage(journal: SqlJournal, path: Path) -> None:
    """Somebody else's tool dropped a table: the person reads that the journal is damaged."""
    begun = started()
    with closing(connect(path)) as other:
        other.execute("DROP TABLE answer")

    with pytest.raises(DamagedError, match="is damaged"):
        journal.entries()
    with pytest.raises(NotSavedError, match="is damaged"):
        journal.add([begun, answered(begun, "x")])


@pytest.mark.parametrize("column", ["started_day", "started_us", "id"])
def test_value_that_was_never_written_is_told_as_damage(
    journal: SqlJournal, path: Path, column: str
) -> None:
    """A row that another tool changed to nonsense is damage, not a crash."""
    journal.add([started()])
    with closing(connect(path)) as other:
        other.execute(f"UPDATE sitting SET {column} = x'ff00'")  # noqa: S608 three names above

    with pytest.raises(DamagedError):
        journal.entries()


@pytest.mark.parametrize(
    "code, meaning",
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, BusyError),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnlyError),
        (sqlite3.SQLITE_CORRUPT_INDEX, DamagedError),
    ],
)
def test_driver_codes_are_told_by_their_family(
    path: Path, code: int, meaning: type[Exception]
) -> None:
    """The extended codes of the driver mean what their family means."""
    error = sqlite3.OperationalError("any words")
    error.sqlite_errorcode = code

    assert isinstance(explain(error, path), meaning)
