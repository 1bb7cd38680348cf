"""What Home shows before anything heavy is loaded."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from attachcalm.journal.mood import Mood
from attachcalm.store.database import connect, open_store
from attachcalm.store.journal import SqlJournal
from attachcalm.store.recent import Recent, recent
from tests.fakes.facts import at, ended, rated, started


def test_last_sittings_come_newest_first(journal: SqlJournal, path: Path) -> None:
    """As many as Home has room for, each with what was rated; 0 is a rating."""
    begun = [started(when=at(60 * n), before=Mood(distress=n)) for n in range(4)]
    journal.add([*begun, *(ended(each, at(60 * n + 5)) for n, each in enumerate(begun))])
    journal.add([rated(begun[3], Mood(distress=0), at(190)), rated(begun[2], None, at(130))])

    assert recent(path, 2) == (
        Recent(
            at=begun[3].at,
            exercise_id="long-out",
            exercise_title="Longer out than in",
            group="breathing",
            version_id="full",
            before=Mood(distress=3),
            after=Mood(distress=0),
            is_open=False,
        ),
        Recent(
            at=begun[2].at,
            exercise_id="long-out",
            exercise_title="Longer out than in",
            group="breathing",
            version_id="full",
            before=Mood(distress=2),
            after=None,
            is_open=False,
        ),
    )


def test_open_sitting_is_offered_however_long_ago(journal: SqlJournal, path: Path) -> None:
    """One that was interrupted comes after the last ones, or in its place among them, once."""
    interrupted = started(when=at(0))
    later = [started(when=at(60 * n)) for n in (1, 2)]
    journal.add([interrupted, *later, *(ended(each, at(300)) for each in later)])

    assert [sitting.is_open for sitting in recent(path, 2)] == [False, False, True]
    assert [sitting.is_open for sitting in recent(path, 3)] == [False, False, True]
    assert [sitting.at for sitting in recent(path, 0)] == [interrupted.at]


def test_what_waits_in_the_log_is_seen(journal: SqlJournal, path: Path) -> None:
    """While the window is open, a command sees what was saved a moment ago."""
    journal.add([started()])
    assert path.with_name("journal.db-wal").stat().st_size > 0

    assert len(recent(path, 5)) == 1


def leave_nothing(path: Path) -> None:
    """No folder at all."""


def leave_empty_file(path: Path) -> None:
    """A start that was killed at once."""
    path.parent.mkdir()
    path.touch()


def leave_folder(path: Path) -> None:
    """A folder of that name."""
    path.mkdir(parents=True)


def leave_words(path: Path) -> None:
    """Something else."""
    path.parent.mkdir()
    path.write_text("words " * 1000, encoding="utf-8")


def leave_stranger(path: Path) -> None:
    """Another program's database."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE sitting (id TEXT)")


def leave_later_version(path: Path) -> None:
    """A journal whose tables may mean something else."""
    write_one(path)
    change(path, "UPDATE alembic_version SET version_num = '9999'")


def leave_nonsense(path: Path) -> None:
    """A row that no version ever wrote."""
    write_one(path)
    change(path, "UPDATE sitting SET started_us = 'nonsense'")


def leave_half(path: Path) -> None:
    """A copy that was interrupted."""
    write_one(path)
    os.truncate(path, 8192)


def write_one(path: Path) -> None:
    """One sitting, and the file closed."""
    engine = open_store(path)
    SqlJournal(engine, path).add([started()])
    engine.dispose()


def change(path: Path, statement: str) -> None:
    """Meddle with the file from outside."""
    with closing(connect(path)) as other:
        other.execute(statement)


@pytest.mark.parametrize(
    "leave",
    [
        leave_nothing,
        leave_empty_file,
        leave_folder,
        leave_words,
        leave_stranger,
        leave_later_version,
        leave_nonsense,
        leave_half,
    ],
)
def test_whatever_lies_there_the_start_goes_on(path: Path, leave: Callable[[Path], None]) -> None:
    """No sittings, no error, and not one file more or less than before."""
    leave(path)
    before = sorted(path.parent.parent.rglob("*"))

    assert recent(path, 5) == ()

    assert sorted(path.parent.parent.rglob("*")) == before


def test_looking_leaves_no_trace(path: Path) -> None:
    """A closed journal is read without any file beside it, and is not changed."""
    write_one(path)
    before = path.read_bytes()

    assert len(recent(path, 5)) == 1

    assert [file.name for file in path.parent.iterdir()] == ["journal.db"]
    assert path.read_bytes() == before


def test_questions_of_home_and_chart_are_answered_from_indexes(engine: Engine) -> None:
    """With ten years in the file, no picture waits for a walk through all of it."""
    plans = {
        "SELECT id FROM sitting ORDER BY started_us DESC LIMIT 5": "ix_sitting_started",
        "SELECT id FROM sitting WHERE ended_us IS NULL ORDER BY started_us DESC LIMIT 1": (
            "ix_sitting_open"
        ),
        "SELECT started_day, before_distress, after_distress FROM sitting"
        " WHERE started_day >= '2026-01-01'": "COVERING INDEX ix_sitting_day",
        "SELECT * FROM remark WHERE at_day >= '2026-01-01' ORDER BY at_us": "ix_remark_day",
    }
    with engine.connect() as connection:
        for question, index in plans.items():
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}").all()
            assert index in str(plan)
