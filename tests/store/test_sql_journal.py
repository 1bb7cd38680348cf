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
from tests.fakes.facts import answered, at, remarked, started


# ---------------------------------------------------------------- all or none
def test_what_fails_in_the_middle_leaves_nothing(journal: SqlJournal) -> None:
    """A fact that no table allows takes the whole add with it, and is not called a disk fault."""
    begun = started()
    impossible = Ended(begun.sitting, at(1), Ending.STOPPED, -1)

    with pytest.raises(IntegrityError):
        journal.add([remarked(of=begun), begun, answered(begun, "x"), impossible, remarked()])

    assert journal.entries() == ()
    assert journal.remarks() == ()


def test_remark_of_no_day_on_earth_takes_the_whole_add_with_it(journal: SqlJournal) -> None:
    """The person's day cannot be told: a fault of ours, and what stood beside it is refused too."""
    with pytest.raises(ValueError, match="24") as failed:
        journal.add([started(), remarked(), remarked(when=at(offset=1440), text="canary")])

    assert "canary" not in str(failed.value)
    assert journal.entries() == ()
    assert journal.remarks() == ()
    journal.add([remarked(when=at(offset=offset)) for offset in (-1439, 1439)])
    assert len(journal.remarks()) == 2


def test_only_kinds_that_are_known_can_be_written(journal: SqlJournal, path: Path) -> None:
    """Somebody else's tool cannot put a word there that this version could not read."""
    journal.add([remarked()])

    with closing(connect(path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute("UPDATE remark SET kind = 'applause'")

    assert len(journal.remarks()) == 1


def test_what_a_person_wrote_is_in_no_error(journal: SqlJournal) -> None:
    """An error may end in a log; answers and ratings must not."""
    begun = started(title="canary-title")
    given = answered(begun, "canary-answer")
    said = remarked(of=begun, value="canary-value", text="canary-words")

    with pytest.raises(IntegrityError) as failed:
        journal.add([begun, given, said, Ended(begun.sitting, at(1), Ending.STOPPED, -424242)])

    assert "canary" not in str(failed.value)
    assert "424242" not in str(failed.value)


@pytest.mark.parametrize("text", ["a\0b", "\0", "half \ud83d", "\udcff", "x" * 1_000_000])
def test_no_text_can_stop_a_save(journal: SqlJournal, text: str) -> None:
    """Zero characters and halves of characters from a keyboard or a paste are saved without."""
    begun = started()

    journal.add([begun, answered(begun, text)])
    journal.add([remarked(value=text, exercise_id=text, text=text)])

    (entry,) = journal.entries()
    (kept,) = entry.answers
    (remark,) = journal.remarks()
    clean = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    assert kept.value == clean
    assert (remark.value, remark.exercise_id, remark.text) == (clean, clean, clean)


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


@pytest.mark.parametrize("column, value", [("started_us", 2**62), ("started_us", "x"), ("id", 7.5)])
def test_flat_sitting_that_was_never_written_is_told_as_damage(
    journal: SqlJournal, path: Path, column: str, value: object
) -> None:
    """What charts read is refused as well, before anything is made of it."""
    journal.add([started()])
    with closing(connect(path)) as other:
        other.execute(f"UPDATE sitting SET {column} = cast(? AS blob)", (value,))  # noqa: S608 two

    with pytest.raises(DamagedError):
        journal.sittings()


@pytest.mark.parametrize("column", ["at_us", "at_day", "id", "sitting"])
def test_remark_that_was_never_written_is_told_as_damage(
    journal: SqlJournal, path: Path, column: str
) -> None:
    """A nonsense remark is damage to those who ask for remarks, and the sittings are still told."""
    journal.add([begun := started(), remarked(of=begun)])
    with closing(connect(path)) as other:
        other.execute(f"UPDATE remark SET {column} = x'ff00'")  # noqa: S608 four names above

    with pytest.raises(DamagedError):
        journal.remarks()
    assert len(journal.entries()) == 1


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
