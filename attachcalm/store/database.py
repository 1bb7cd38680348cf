"""The journal's file: the only place that opens a connection to it.

Importing this costs the standard library alone; SQLAlchemy and Alembic come with `open_store`.
Why each setting is as it is: docs/decisions/0005-sqlite-settings-and-migrations.md.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attachcalm.store.errors import (
    DamagedError,
    NotADatabaseError,
    NotUpgradedError,
    StoreError,
    StoreTooNewError,
    explain,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

HEAD = "0004"
"""The schema that this version reads and writes; revisions are four digits and only grow."""
BUSY_S = 3.0
"""How long to wait for another process that is writing, in seconds."""
NEW = ""
"""The schema of a file in which nothing has been made yet."""

_log = logging.getLogger(__name__)
_TABLES_IN_ALL = "SELECT count(*) FROM sqlite_master"
_SIDE_FILES = ("-wal", "-journal")


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the file with the settings that keep it whole.  Raises StoreError.

    For writing, the folder (0700) and the file (0600) are made if they are missing.  Read-only,
    nothing is made and nothing is changed: a missing file is an error.
    """
    with _explained(path):
        if read_only:
            return _connect_read_only(path, alone=not _is_in_use(path))
        _make_room(path)
        connection = sqlite3.connect(
            path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
        )
        try:
            _settle(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def open_store(path: Path) -> "Engine":
    """The engine of the journal's file, made or brought to today's schema first.

    Raises StoreError, and then a file that was there is as it was.
    """
    from sqlalchemy.exc import DBAPIError

    schema = _schema_of_file(path)
    engine = _engine(path)
    try:
        if schema == HEAD:
            engine.connect().close()  # what forbids writing is told now, not at the first save
        else:
            _upgrade(engine, path)
    except BaseException as error:
        engine.dispose()
        if isinstance(error, (DBAPIError, sqlite3.Error, OSError)):
            raise explain(error, path) from error
        raise
    return engine


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the driver or the system raises into a StoreError."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise explain(error, path) from error


# ---------------------------------------------------------------- connections
def _make_room(path: Path) -> None:
    """Make the folder and an empty file, for the person's eyes only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        raise NotADatabaseError(path)
    # SQLite would quietly open a file read-only that may not be written; this raises instead.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _settle(connection: sqlite3.Connection) -> None:
    _harden(connection)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA fullfsync=ON")  # macOS only: its plain fsync stops at the drive
    connection.execute("PRAGMA checkpoint_fullfsync=ON")
    # Where the file system knows no WAL, only EXTRA survives a power cut.
    sync = "FULL" if _journal_mode(connection) == "wal" else "EXTRA"
    connection.execute(f"PRAGMA synchronous={sync}")


def _harden(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")


def _journal_mode(connection: sqlite3.Connection) -> str:
    """Write-ahead logging if it can be had; the mode that it is."""
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    while mode == "delete":
        try:
            (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            # Another process is switching too: the pragma does not wait, a transaction does.
            connection.execute("BEGIN EXCLUSIVE")
            connection.rollback()
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        else:
            break
    return str(mode)


def _connect_read_only(path: Path, *, alone: bool) -> sqlite3.Connection:
    """A connection that leaves no trace beside the file when it is alone with it."""
    immutable = "&immutable=1" if alone else ""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro{immutable}",
        uri=True,
        timeout=BUSY_S,
        isolation_level=None,
    )
    _harden(connection)
    return connection


def _is_in_use(path: Path) -> bool:
    """Whether another process has the file open, or did when it was killed."""
    return any(path.with_name(path.name + side).exists() for side in _SIDE_FILES)


def _engine(path: Path) -> "Engine":
    import sqlalchemy
    from sqlalchemy import event

    def open_connection() -> sqlite3.Connection:
        return connect(path)

    engine = sqlalchemy.create_engine(
        "sqlite://",
        creator=open_connection,
        poolclass=sqlalchemy.QueuePool,
        pool_size=2,  # one that writes, one that reads for a chart
        max_overflow=2,
        hide_parameters=True,  # what a person wrote is in no error and so in no log
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: "Connection") -> None:
    """Begin for real: the driver would leave table changes outside of any transaction.

    Who writes takes the turn at once, so that no transaction fails half way; who only reads
    (execution option `reading`) stands in nobody's way.
    """
    reading = connection.get_execution_options().get("reading")
    _driver(connection).execute("BEGIN" if reading else "BEGIN IMMEDIATE")


def _driver(connection: "Connection") -> sqlite3.Connection:
    driver: Any = connection.connection.driver_connection
    return driver  # type: ignore[no-any-return]  # the engine's creator is `connect` above


# ---------------------------------------------------------------- schema
def _schema_of_file(path: Path) -> str:
    """The schema of the file as it lies there, unless it is one that must not be touched."""
    with _explained(path):
        if not path.exists() or (path.is_file() and not path.stat().st_size):
            return NEW
        if not path.is_file():
            raise NotADatabaseError(path)
        if _is_in_use(path):
            return _inspect(path, alone=False)
        before = path.stat()
        try:
            return _inspect(path, alone=True)
        except (DamagedError, NotADatabaseError):
            after = path.stat()
            is_same = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
            if is_same and not _is_in_use(path):
                raise
        return _inspect(path, alone=False)  # another process had begun to write meanwhile


def _inspect(path: Path, *, alone: bool) -> str:
    with _explained(path), closing(_connect_read_only(path, alone=alone)) as connection:
        schema = read_schema(connection, path)
        if schema > HEAD:
            raise StoreTooNewError(path)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedError(path)
        return schema


def read_schema(connection: sqlite3.Connection, path: Path) -> str:
    """The revision that the file says it has.  Raises NotADatabaseError for a stranger's file."""
    if connection.execute(_TABLES_IN_ALL).fetchone() == (0,):
        return NEW
    try:
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise NotADatabaseError(path) from error
    if len(rows) != 1 or not isinstance(rows[0][0], str):
        raise NotADatabaseError(path)
    schema: str = rows[0][0]
    return schema


# ---------------------------------------------------------------- upgrade
def _upgrade(engine: "Engine", path: Path) -> None:
    """Bring the file to HEAD in one transaction, all or nothing, a copy laid aside first."""
    with engine.connect() as connection:
        driver = _driver(connection)
        if read_schema(driver, path) not in {NEW, HEAD}:
            _copy(driver, path.with_name(f"{path.stem}-before-{HEAD}{path.suffix}"))
        driver.execute("PRAGMA foreign_keys=OFF")  # ignored inside a transaction; on, a table that
        try:  # is rebuilt would take the rows of its children with it
            with connection.begin():
                if read_schema(driver, path) != HEAD:  # else another process was quicker
                    _migrate(connection, path)
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def _migrate(connection: "Connection", path: Path) -> None:
    from attachcalm.store.migrate import run_migrations

    driver = _driver(connection)
    before = _row_counts(driver)
    try:
        run_migrations(connection)
        after = _row_counts(driver)
        lost = [table for table, rows in before.items() if after.get(table, rows) != rows]
        broken = driver.execute("PRAGMA foreign_key_check").fetchall()
        whole = driver.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    except Exception as error:
        raise _not_upgraded(error, path) from error
    if lost or broken or not whole:
        _log.error("The upgrade was undone: rows differ in %s, %d lost parents.", lost, len(broken))
        raise NotUpgradedError(path)
    _log.info("The journal has schema %s now.", HEAD)


def _not_upgraded(error: Exception, path: Path) -> StoreError:
    """A full or failing disk is told as such; anything else in a step is our own fault."""
    cause = getattr(error, "orig", error)
    if isinstance(cause, sqlite3.OperationalError):
        told = explain(cause, path)
        if not isinstance(told, DamagedError):  # the file was whole: the step asks for nonsense
            return told
    _log.error("The upgrade was undone: %s", type(error).__name__)
    return NotUpgradedError(path)


def _row_counts(driver: sqlite3.Connection) -> dict[str, int]:
    tables = driver.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
        " AND name <> 'alembic_version'"
    ).fetchall()
    return {
        name: driver.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 our names
        for (name,) in tables
    }


def _copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy the whole file as of now; under its final name it is always complete."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT, 0o600))
    with closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedError(target)
    part.replace(target)
