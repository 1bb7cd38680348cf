"""What can go wrong with the journal's file, each in sentences that a person can act on."""

import errno
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

_TOO_LITTLE = 1_000_000  # bytes: with less than this free, a failing disk is a full one


class StoreError(Exception):
    """The journal's file cannot be used.  Reads as: what happened, what is safe, what to do."""

    safe = "Nothing that was saved before is lost."

    def __init__(self, happened: str, to_do: str) -> None:
        super().__init__(f"{happened} {self.safe} {to_do}")
        self.happened = happened
        self.to_do = to_do


class StoreTooNewError(StoreError):
    """The file was made by a newer version of the app; it was not touched."""

    safe = "Nothing in it was changed."

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The journal {path} was made by a newer AttachCalm than this one.",
            "Install the newest AttachCalm to open it.",
        )


class NotADatabaseError(StoreError):
    """The file is not a journal at all, or one of another program; it was not touched."""

    safe = "It was not changed, and nothing was written to it."

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not a journal of AttachCalm.",
            "Move it to another place, then start AttachCalm again: it begins a new journal.",
        )


class DamagedError(StoreError):
    """The file was a journal once and parts of it can no longer be read; it was not touched."""

    safe = "It was not changed, and much in it can often be rescued."

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The journal {path} is damaged.",
            "Keep a copy of it. Then put a backup in its place, or move it away to begin anew.",
        )


class ReadOnlyError(StoreError):
    """The folder or the file may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"AttachCalm is not allowed to write in the folder {path.parent}.",
            "Allow writing there, or start AttachCalm with --data-dir and another folder.",
        )


class NoFolderError(StoreError):
    """Where the folder should be there is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The journal needs a folder, and {path.parent} is not one.",
            "Move what is there away, or start AttachCalm with --data-dir and another folder.",
        )


class DiskFullError(StoreError):
    """No room is left."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The disk that holds {path.parent} is full.",
            "Make some room on it, then try again.",
        )


class BusyError(StoreError):
    """Another program held the file for longer than one likes to wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another program is using the journal {path}.",
            "Close the other program, then try again.",
        )


class DiskFailedError(StoreError):
    """The disk did not do what it was asked, for a reason of its own."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The disk that holds {path} reported a fault ({reason}).",
            "See that it is connected, then try again.",
        )


class NotUpgradedError(StoreError):
    """An older journal could not be brought to the form of this version; it is as it was."""

    safe = "It is as it was: nothing in it was changed."

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The older journal {path} could not be made ready for this AttachCalm.",
            "Keep it, and go on with the version that you used before.",
        )


_MEANINGS: dict[int, Callable[[Path], StoreError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_BUSY: BusyError,
    sqlite3.SQLITE_LOCKED: BusyError,
    sqlite3.SQLITE_READONLY: ReadOnlyError,
    sqlite3.SQLITE_PERM: ReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyError,
    sqlite3.SQLITE_NOTADB: NotADatabaseError,
    sqlite3.SQLITE_CORRUPT: DamagedError,
    sqlite3.SQLITE_ERROR: DamagedError,  # our own SQL is right: a table or a column is missing
}


def explain(error: BaseException, path: Path) -> StoreError:
    """What an error of the driver, of SQLAlchemy or of the system means for the person."""
    error = getattr(error, "orig", None) or error  # SQLAlchemy wraps the driver's
    if isinstance(error, StoreError):
        return error
    if isinstance(error, sqlite3.Error):
        return _explain_driver(error, path)
    if isinstance(error, OSError):
        return _explain_system(error, path)
    return DiskFailedError(path, type(error).__name__)


def _explain_driver(error: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_IOERR and _is_full(path):
        code = sqlite3.SQLITE_FULL
    meaning = _MEANINGS.get(code)
    if meaning is None:
        return DiskFailedError(path, getattr(error, "sqlite_errorname", type(error).__name__))
    return meaning(path)


def _explain_system(error: OSError, path: Path) -> StoreError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError(path)
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return NoFolderError(path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReadOnlyError(path)
    return DiskFailedError(path, type(error).__name__)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _TOO_LITTLE
    except OSError:
        return False
