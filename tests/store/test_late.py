"""The journal that is opened when it is first needed, and what it makes of one that will not."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from attachcalm.journal.book import Journal
from attachcalm.store.database import connect, open_store
from attachcalm.store.journal import SqlJournal
from attachcalm.store.late import LateJournal
from tests.fakes.facts import at, remarked, started


def test_remarks_are_on_disk_for_the_next_start(path: Path) -> None:
    """Told to one, read from another, from the day that was asked for."""
    early, late = remarked(when=at(0)), remarked(when=at(60 * 24), text="Too loud.")

    LateJournal(path).add([late, early])

    again = LateJournal(path)
    assert again.remarks() == (early, late)
    assert again.remarks(late.at.day) == (late,)
    assert again.note is None


def make_newer(path: Path) -> None:
    """A later version was here."""
    open_store(path).dispose()
    with closing(connect(path)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")


def make_words(path: Path) -> None:
    """Something else."""
    path.parent.mkdir()
    path.write_text("words " * 1000, encoding="utf-8")


@pytest.mark.parametrize("make", [make_newer, make_words])
def test_remark_is_kept_for_this_run_where_nothing_can_be_saved(
    path: Path, make: Callable[[Path], None]
) -> None:
    """The file is left alone and the person is told; "too much" works all the same."""
    make(path)
    before = path.read_bytes()
    journal = LateJournal(path)
    remark = remarked(of=started())

    journal.add([remark])

    assert journal.remarks() == (remark,)
    assert journal.note is not None
    assert "nothing new is kept" in journal.note
    assert path.read_bytes() == before


def test_remarks_that_cannot_be_read_are_none_and_named_in_no_log(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Without them every suggestion still works; the log has the kind of the fault, no words."""
    open_store(path).dispose()
    engine = open_store(path)
    SqlJournal(engine, path).add([started(), remarked(text="canary-words")])
    engine.dispose()
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE remark SET id = 'canary-id'")
        other.commit()
    journal: Journal = LateJournal(path)

    assert journal.remarks() == ()

    assert len(journal.entries()) == 1
    assert caplog.messages == ["The journal cannot be read: DamagedError"]
