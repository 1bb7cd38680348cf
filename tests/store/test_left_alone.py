"""Files that are refused in a sentence and not written into: byte for byte as before."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from attachcalm.store.database import connect, open_store
from attachcalm.store.errors import (
    DamagedError,
    NoFolderError,
    NotADatabaseError,
    StoreError,
    StoreTooNewError,
)
from attachcalm.store.journal import SqlJournal
from tests.fakes.facts import ended, started


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file in the folder and what is in it."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file()
    }


# ---------------------------------------------------------------- what is left alone
def test_newer_journal_is_refused_and_untouched(path: Path) -> None:
    """A file of a later version: a sentence, and not one byte or file more or less."""
    open_store(path).dispose()
    with closing(sqlite3.connect(path)) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.commit()
    before = fingerprint(path.parent)

    with pytest.raises(StoreTooNewError) as refused:
        open_store(path)

    assert fingerprint(path.parent) == before
    assert "newer AttachCalm" in str(refused.value)
    assert "Nothing in it was changed." in str(refused.value)


def test_newer_journal_is_untouched_even_while_its_own_app_runs(path: Path) -> None:
    """What waits in its write-ahead log stays there."""
    open_store(path).dispose()
    with closing(connect(path)) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        before = fingerprint(path.parent)

        with pytest.raises(StoreTooNewError):
            open_store(path)

        after = fingerprint(path.parent)
        assert after["journal.db"] == before["journal.db"]
        assert after["journal.db-wal"] == before["journal.db-wal"]


def write_words(path: Path) -> None:
    """A letter that somebody saved under this name."""
    path.write_text("Dear diary, " * 400, encoding="utf-8")


def write_noise(path: Path) -> None:
    """The right first bytes, then noise."""
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)


def write_stranger(path: Path) -> None:
    """The database of another program."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")


def write_two_versions(path: Path) -> None:
    """A version table that says two things at once."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("INSERT INTO alembic_version VALUES ('0001'), ('0002')")
        other.commit()


@pytest.mark.parametrize("write", [write_words, write_noise, write_stranger, write_two_versions])
def test_what_is_no_journal_is_refused_and_untouched(
    path: Path, write: Callable[[Path], None]
) -> None:
    """A letter, noise, or another program's file is not written into."""
    path.parent.mkdir()
    write(path)
    before = fingerprint(path.parent)

    with pytest.raises(StoreError) as refused:
        open_store(path)

    assert isinstance(refused.value, (NotADatabaseError, DamagedError))
    assert "It was not changed" in str(refused.value)
    assert fingerprint(path.parent) == before


def fill(path: Path) -> None:
    """A journal of a few weeks, closed."""
    engine = open_store(path)
    begun = [started() for _ in range(100)]
    SqlJournal(engine, path).add([*begun, *map(ended, begun)])
    engine.dispose()


def test_cut_off_journal_is_refused_and_untouched(path: Path) -> None:
    """A copy that was interrupted half way is damaged, and is kept as it is."""
    fill(path)
    os.truncate(path, path.stat().st_size // 2)
    before = fingerprint(path.parent)

    with pytest.raises(DamagedError) as refused:
        open_store(path)

    assert fingerprint(path.parent) == before
    assert "damaged" in str(refused.value)


def test_journal_with_a_bad_spot_is_refused_and_untouched(path: Path) -> None:
    """A page that was overwritten is noticed at the start, before anything is written."""
    fill(path)
    with path.open("r+b") as file:
        file.seek(4096 * (path.stat().st_size // 4096 // 2))
        file.write(b"\xff" * 4096)
    before = fingerprint(path.parent)

    with pytest.raises(DamagedError):
        open_store(path)

    assert fingerprint(path.parent) == before


def test_folder_in_place_of_the_file_is_refused(path: Path) -> None:
    """A folder of this name is nothing to write into."""
    path.mkdir(parents=True)

    with pytest.raises(NotADatabaseError):
        open_store(path)


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """--data-dir with a file: the sentence says so, and the file is as it was."""
    (tmp_path / "data").write_text("not a folder", encoding="utf-8")

    with pytest.raises(NoFolderError, match="is not one"):
        open_store(tmp_path / "data" / "journal.db")
    with pytest.raises(NoFolderError, match="is not one"):
        open_store(tmp_path / "data" / "deeper" / "journal.db")

    assert (tmp_path / "data").read_text(encoding="utf-8") == "not a folder"
