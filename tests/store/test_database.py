"""Opening the journal's file: how it is kept whole, and what is left alone."""

import os
import re
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

import attachcalm
from attachcalm.store import database
from attachcalm.store.database import HEAD, connect, open_store
from attachcalm.store.journal import SqlJournal
from tests.fakes.facts import started

PACKAGE = Path(attachcalm.__file__).parent


def ask(engine: Engine, pragma: str) -> object:
    """What this pragma says on the connection that saves."""
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()


# ---------------------------------------------------------------- settings
@pytest.mark.parametrize(
    "pragma, value",
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("busy_timeout", 3000),
    ],
)
def test_what_is_saved_survives_a_power_cut(engine: Engine, pragma: str, value: object) -> None:
    """Every connection has the settings that the decision record asks for."""
    assert ask(engine, pragma) == value


def test_without_write_ahead_logging_the_folder_is_synced_too() -> None:
    """Where a file system knows no WAL, FULL could lose the last save and EXTRA cannot."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        database._settle(connection)

        assert connection.execute("PRAGMA synchronous").fetchone() == (3,)  # EXTRA


def test_tables_change_inside_the_transaction(engine: Engine) -> None:
    """A table made in a transaction that is undone was never made."""
    with engine.connect() as connection, connection.begin() as transaction:
        connection.exec_driver_sql("CREATE TABLE half (a INTEGER)")
        transaction.rollback()

    with engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert "half" not in names


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
def test_files_are_for_the_persons_eyes_only(path: Path, journal: SqlJournal) -> None:
    """Folder 0700 and all files 0600, whatever the umask of the session is."""
    journal.add([started()])

    assert path.parent.stat().st_mode & 0o777 == 0o700
    modes = {file.name: oct(file.stat().st_mode & 0o777) for file in path.parent.iterdir()}
    assert modes == {"journal.db": "0o600", "journal.db-wal": "0o600", "journal.db-shm": "0o600"}


def test_only_one_module_opens_connections() -> None:
    """Encryption is to come by changing one file."""
    opens = re.compile(r"\bsqlite3\.connect\(|\bcreate_engine\(|\bapsw\b|\bsqlcipher3?\b")
    found = {
        module.relative_to(PACKAGE).as_posix()
        for module in PACKAGE.rglob("*.py")
        if opens.search(module.read_text(encoding="utf-8"))
    }

    assert found == {"store/database.py"}


def test_reading_at_the_start_costs_the_standard_library_alone() -> None:
    """SQLAlchemy and Alembic would cost half a second before the first picture."""
    code = (
        "import sys, attachcalm.store.recent, attachcalm.store.database\n"
        "print(sorted({'sqlalchemy', 'alembic', 'mako', 'numpy'} & set(sys.modules)))"
    )

    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.strip() == "[]"


# ---------------------------------------------------------------- first starts
def test_empty_file_becomes_a_journal(path: Path) -> None:
    """A start that was killed before the first write leaves an empty file behind."""
    path.parent.mkdir()
    path.touch()

    open_store(path).dispose()

    with closing(connect(path, read_only=True)) as connection:
        assert database.read_schema(connection, path) == HEAD


@pytest.mark.parametrize("name", ["a b", "100%", "what?", "no. #1", "ümläut", "%41"])
def test_any_name_of_a_folder_will_do(tmp_path: Path, name: str) -> None:
    """Signs that mean something in an address or a format mean nothing here."""
    if os.name == "nt" and "?" in name:
        pytest.skip("not a name on this system")
    path = tmp_path / name / "journal.db"

    open_store(path).dispose()
    open_store(path).dispose()

    with closing(connect(path, read_only=True)) as connection:
        assert database.read_schema(connection, path) == HEAD
    assert [folder.name for folder in tmp_path.iterdir()] == [name]


# ---------------------------------------------------------------- two at once
def test_two_first_starts_at_once_both_succeed(path: Path) -> None:
    """A window and a command on an empty folder: neither fails, neither loses its sitting."""
    code = (
        "import sys; from pathlib import Path\n"
        "from attachcalm.store.database import open_store\n"
        "from attachcalm.store.journal import SqlJournal\n"
        "import alembic.command, attachcalm.store.migrate, tests.fakes.facts as facts\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "path = Path(sys.argv[1]); engine = open_store(path)\n"
        "SqlJournal(engine, path).add([facts.started()]); engine.dispose()\n"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path)],
            cwd=PACKAGE.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        process.communicate(timeout=30)

    assert [process.returncode for process in both] == [0, 0]
    engine = open_store(path)
    assert len(SqlJournal(engine, path).entries()) == 2
    engine.dispose()


def test_first_start_waits_for_one_that_is_switching(path: Path) -> None:
    """While another process holds the new file, the switch to WAL waits instead of failing."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        let_go = threading.Timer(0.2, other.rollback)
        let_go.start()

        open_store(path).dispose()

        let_go.join()
