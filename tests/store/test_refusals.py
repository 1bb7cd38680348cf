"""When the disk will not: a sentence that helps, nothing lost, and saving goes on afterwards."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

import attachcalm
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Fact
from attachcalm.journal.mood import Mood
from attachcalm.journal.remark import Remark
from attachcalm.store import database
from attachcalm.store.database import connect, open_store
from attachcalm.store.errors import ReadOnlyError
from attachcalm.store.journal import SqlJournal
from attachcalm.store.recent import recent
from tests.fakes.facts import answered, ended, rated, remarked, started
from tests.store.conftest import AsThePerson


def facts_of_one_sitting() -> list[Fact | Remark]:
    """A whole sitting with long words, so that it needs pages of its own."""
    begun = started(before=Mood(7))
    answer, remark = answered(begun, "so it was " * 900), remarked(of=begun, text="loud " * 900)
    return [begun, answer, ended(begun), rated(begun, Mood(0)), remark]


@contextmanager
def pragma(engine: Engine, during: str, afterwards: str) -> Iterator[None]:
    """A setting of the connection that saves, for a while."""
    driver = engine.raw_connection()
    driver.driver_connection.execute(f"PRAGMA {during}")  # type: ignore[union-attr]  # is connected
    driver.close()
    yield
    driver = engine.raw_connection()
    driver.driver_connection.execute(f"PRAGMA {afterwards}")  # type: ignore[union-attr]  # as above
    driver.close()


# ---------------------------------------------------------------- a full disk
@pytest.mark.parametrize("pages", range(0, 24, 3))
def test_full_disk_loses_nothing_that_was_saved(
    journal: SqlJournal, engine: Engine, pages: int
) -> None:
    """Wherever the room runs out: what was saved is there, what was refused is not, not half."""
    with engine.connect() as connection:
        used: int = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    saved = 0

    with pragma(engine, f"max_page_count={used + pages}", f"max_page_count={2**31}"):
        told = ""
        while not told:
            try:
                journal.add(facts_of_one_sitting())
                saved += 1
            except NotSavedError as refused:
                told = str(refused)
        entries = journal.entries()
        remarks = journal.remarks()

    assert len(entries) == len(remarks) == saved
    assert all(entry.after == Mood(0) and len(entry.answers) == 1 for entry in entries)
    assert "is full" in told
    assert "is kept while AttachCalm stays open" in told
    journal.add(facts_of_one_sitting())
    assert len(journal.entries()) == saved + 1


FILL_A_REAL_DISK = """
import subprocess, sys
from pathlib import Path
import alembic.command
from attachcalm.journal.book import NotSavedError
from attachcalm.store.database import open_store
from attachcalm.store.errors import DiskFullError
from attachcalm.store.journal import SqlJournal
from attachcalm.store.recent import recent
from tests.store.test_refusals import facts_of_one_sitting

disk = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=True)
photos = (disk / "photos").open("wb", buffering=0)
photos.write(bytes(300_000))
path = disk / "data" / "journal.db"
engine = open_store(path)
journal = SqlJournal(engine, path)
saved = 0
try:
    while True:
        journal.add(facts_of_one_sitting())
        saved += 1
except NotSavedError as refused:
    assert "is full" in str(refused), refused
assert len(journal.entries()) == len(journal.remarks()) == saved > 5, saved
engine.dispose()

try:
    while photos.write(bytes(512)):
        pass
except OSError:
    pass
assert len(recent(path, 5)) == 5
try:
    open_store(path).dispose()
except DiskFullError as refused:
    assert "Make some room" in str(refused), refused
photos.truncate(0)

engine = open_store(path)
SqlJournal(engine, path).add(facts_of_one_sitting())
assert len(SqlJournal(engine, path).entries()) == saved + 1
print("whole")
"""


def can_mount() -> bool:
    """Whether this test may have a small disk of its own."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    attempt = ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(attempt, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="only root on Linux may make a small disk")
def test_truly_full_disk_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    """A disk of one megabyte runs full, is opened while full, and is given room again."""
    run = subprocess.run(
        ["unshare", "-m", sys.executable, "-c", FILL_A_REAL_DISK, str(tmp_path)],
        cwd=Path(attachcalm.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.stdout, run.returncode) == ("whole\n", 0), run.stderr


# ---------------------------------------------------------------- no permission
def test_first_start_in_a_folder_that_cannot_be_written(
    guarded: Path, as_the_person: AsThePerson
) -> None:
    """The sentence names the folder and the way out; nothing was made."""
    guarded.chmod(0o500)

    for path in (guarded / "journal.db", guarded / "deeper" / "journal.db"):
        with as_the_person(), pytest.raises(ReadOnlyError) as refused:
            open_store(path)

        assert str(path.parent) in str(refused.value)
        assert "--data-dir" in str(refused.value)
    assert list(guarded.iterdir()) == []


@pytest.mark.parametrize("modes", [(0o500, 0o600), (0o700, 0o400), (0o500, 0o400)])
def test_journal_that_became_read_only_is_refused_and_untouched(
    guarded: Path, as_the_person: AsThePerson, modes: tuple[int, int]
) -> None:
    """Whether the folder or the file may not be written, Home still shows the last sittings."""
    path = guarded / "journal.db"
    engine = open_store(path)
    SqlJournal(engine, path).add(facts_of_one_sitting())
    engine.dispose()
    os.chown(path, guarded.stat().st_uid, -1)
    before = path.read_bytes()
    path.chmod(modes[1])
    guarded.chmod(modes[0])

    with as_the_person(), pytest.raises(ReadOnlyError):
        open_store(path)

    assert path.read_bytes() == before
    assert [file.name for file in guarded.iterdir()] == ["journal.db"]
    with as_the_person():
        assert len(recent(path, 5)) == 1


def test_journal_that_becomes_read_only_while_open_says_so(
    journal: SqlJournal, engine: Engine, path: Path
) -> None:
    """A stick whose write lock was pushed: the save is refused and reading goes on."""
    journal.add(facts_of_one_sitting())

    with pragma(engine, "query_only=ON", "query_only=OFF"):
        with pytest.raises(NotSavedError) as refused:
            journal.add(facts_of_one_sitting())
        assert len(journal.entries()) == 1

    assert str(path.parent) in str(refused.value)
    journal.add(facts_of_one_sitting())
    assert len(journal.entries()) == 2


# ---------------------------------------------------------------- another program
@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections that wait for nobody."""
    monkeypatch.setattr(database, "BUSY_S", 0.05)


@pytest.mark.usefixtures("_impatient")
def test_locked_journal_refuses_in_a_sentence_and_saves_later(path: Path) -> None:
    """While another program writes, reading goes on; once it is done, so does saving."""
    engine = open_store(path)
    journal = SqlJournal(engine, path)
    with closing(connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSavedError, match="Another program is using the journal"):
            journal.add(facts_of_one_sitting())
        assert journal.entries() == ()
        assert journal.open_entry() is None
        other.rollback()

        journal.add(facts_of_one_sitting())

    assert len(journal.entries()) == 1
    engine.dispose()


def test_reading_stands_in_nobodys_way(journal: SqlJournal, path: Path) -> None:
    """While a chart reads, a save goes through at once."""
    with journal._reading() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM sitting")
        with closing(connect(path)) as other:
            other.execute("PRAGMA busy_timeout=0")
            other.execute("BEGIN IMMEDIATE")
            other.rollback()
