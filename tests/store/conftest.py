"""A journal on disk, and a folder that really cannot be written, also for root."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

from attachcalm.store.database import open_store
from attachcalm.store.journal import SqlJournal

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal's file is to be."""
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    """The engine of a new journal."""
    opened = open_store(path)
    yield opened
    opened.dispose()


@pytest.fixture
def journal(engine: Engine, path: Path) -> SqlJournal:
    """A new journal on disk."""
    return SqlJournal(engine, path)


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A folder whose permissions count: it belongs to a person without any privilege."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are another thing on this system")
    folder = Path(tempfile.mkdtemp(prefix="attachcalm-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


AsThePerson = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def as_the_person(engine: Engine) -> AsThePerson:
    """For a while, be the one to whom the guarded folder belongs.

    A journal was opened before, elsewhere: the person may not be allowed to read our modules.
    """

    @contextmanager
    def become() -> Iterator[None]:
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            if is_root:
                os.seteuid(0)

    return become
