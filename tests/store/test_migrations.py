"""The way from any older file to today's tables: all of it or nothing."""

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

import attachcalm
from attachcalm.journal.entry import Fact, fold
from attachcalm.store import database, migrate
from attachcalm.store.database import HEAD, connect, open_store
from attachcalm.store.errors import DiskFullError, NotUpgradedError, StoreTooNewError
from attachcalm.store.journal import SqlJournal
from attachcalm.store.tables import metadata
from tests.fakes.facts import answered, ended, progressed, started

BEGUN = started()
FACTS: list[Fact] = [BEGUN, progressed(BEGUN), answered(BEGUN, 0), ended(BEGUN)]
EXPECTED = fold(FACTS)

NEXT = """
import os, signal
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{head}"

def upgrade():
{body}
"""
REBUILD = """\
    with op.batch_alter_table("sitting", recreate="always") as table:
        table.add_column(sa.Column("place", sa.Text()))
"""


def schema_of(path: Path) -> str:
    """The revision that the file says it has."""
    with closing(connect(path, read_only=True)) as connection:
        return database.read_schema(connection, path)


@pytest.fixture
def old(path: Path) -> Path:
    """A journal of this version with a whole sitting in it, closed."""
    engine = open_store(path)
    SqlJournal(engine, path).add(FACTS)
    engine.dispose()
    return path


def write_next_version(folder: Path, body: str) -> Path:
    """The steps of a version that is still to come: ours and one more."""
    scripts = folder / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_next.py").write_text(
        NEXT.format(body=body, head=HEAD), encoding="utf-8"
    )
    return scripts


def become_next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: str) -> None:
    """From now on, this is the version that is still to come."""
    monkeypatch.setattr(migrate, "SCRIPTS", write_next_version(tmp_path, body))
    monkeypatch.setattr(database, "HEAD", "9999")


# ---------------------------------------------------------------- today
def test_known_head_is_the_last_step() -> None:
    """The version that is compared at the start without Alembic is the one that Alembic has."""
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    scripts = ScriptDirectory.from_config(config)

    assert scripts.get_heads() == [HEAD]
    revisions = [step.revision for step in scripts.walk_revisions()]
    assert all(re.fullmatch(r"\d{4}", revision) for revision in revisions)
    assert revisions == sorted(revisions, reverse=True)


def test_steps_lead_to_the_tables_of_today(engine: Engine) -> None:
    """What the steps make and what the code believes are the same, to the type."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, metadata) == []


def test_steps_and_tables_have_the_same_rules(engine: Engine, tmp_path: Path) -> None:
    """Alembic does not compare CHECK rules and partial indexes; their text does."""
    made_new = database._engine(tmp_path / "straight.db")
    metadata.create_all(made_new)

    assert rules_of(engine) == rules_of(made_new)
    made_new.dispose()


def rules_of(engine: Engine) -> list[str]:
    """Every column, rule and index, whatever their order and spacing in the SQL.

    The name of a table that was made anew stands in quotes.
    """
    with engine.connect() as connection:
        statements = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"
        ).scalars()
        lines = [line.strip().rstrip(",") for each in statements for line in each.split("\n")]
    plain = (re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", line) for line in lines)
    return sorted(re.sub(r"\s+", " ", line) for line in plain if line)


def test_open_journal_needs_no_step(old: Path) -> None:
    """The usual start does not load Alembic."""
    code = (
        "import sys; from pathlib import Path\n"
        "from attachcalm.store.database import open_store\n"
        "open_store(Path(sys.argv[1])).dispose(); print('alembic' in sys.modules)"
    )

    run = subprocess.run(
        [sys.executable, "-c", code, str(old)],
        cwd=Path(attachcalm.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout == "False\n"


# ---------------------------------------------------------------- the next version
def test_rebuilding_a_table_keeps_every_row(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table with children is made anew, and the children are still there afterwards."""
    become_next_version(monkeypatch, tmp_path, REBUILD)

    engine = open_store(old)

    assert SqlJournal(engine, old).entries() == EXPECTED
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT place FROM sitting").scalars().all() == [None]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
    assert schema_of(old) == "9999"


def test_copy_is_laid_aside_before_the_first_step(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is a whole journal of the older version, for the same eyes only."""
    become_next_version(monkeypatch, tmp_path, REBUILD)

    open_store(old).dispose()

    copy = old.with_name("journal-before-9999.db")
    assert sorted(file.name for file in old.parent.iterdir()) == [copy.name, old.name]
    assert schema_of(copy) == HEAD
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr(database, "HEAD", HEAD)
    engine = open_store(copy)
    assert SqlJournal(engine, copy).entries() == EXPECTED
    engine.dispose()


def test_new_journal_needs_no_copy(path: Path) -> None:
    """Where nothing was, nothing is laid aside."""
    open_store(path).dispose()

    assert [file.name for file in path.parent.iterdir()] == ["journal.db"]


WRONG_STEPS = {
    "rows lost": "    op.execute('DELETE FROM answer')",
    "parents lost": "    op.execute('UPDATE progress SET sitting = step_id')",
    "wrong SQL": f"{REBUILD}    op.execute('DROP TABLE no_such_table')",
    "our fault": f"{REBUILD}    raise RuntimeError('a fault of ours')",
    "rule broken": "    op.execute('UPDATE answer SET value_number = NULL')",
}


@pytest.mark.parametrize("body", WRONG_STEPS.values(), ids=WRONG_STEPS)
def test_step_that_goes_wrong_is_undone(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    """The person reads a sentence, and the version that they used before still works."""
    become_next_version(monkeypatch, tmp_path, body)

    with pytest.raises(NotUpgradedError, match="nothing in it was changed"):
        open_store(old)

    monkeypatch.setattr(database, "HEAD", HEAD)
    engine = open_store(old)
    assert SqlJournal(engine, old).entries() == EXPECTED
    engine.dispose()


def test_disk_that_fills_up_during_a_step_is_told_as_that(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No room for the new tables: nothing changed, and the sentence asks for room."""
    fill = (
        "    op.execute('PRAGMA max_page_count=1')\n"
        "    op.execute('CREATE TABLE a AS SELECT zeroblob(1000000) AS b')"
    )
    become_next_version(monkeypatch, tmp_path, fill)

    with pytest.raises(DiskFullError):
        open_store(old)

    assert schema_of(old) == HEAD


@pytest.mark.skipif(os.name != "posix", reason="needs a signal that nothing survives")
def test_kill_in_the_middle_of_a_step_changes_nothing(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after the tables were rebuilt and before all was done: old and whole, and again."""
    scripts = write_next_version(tmp_path, REBUILD + "    os.kill(os.getpid(), signal.SIGKILL)")
    code = (
        "import sys; from pathlib import Path\n"
        "from attachcalm.store import database, migrate\n"
        "database.HEAD, migrate.SCRIPTS = '9999', Path(sys.argv[2])\n"
        "database.open_store(Path(sys.argv[1]))"
    )

    run = subprocess.run(
        [sys.executable, "-c", code, str(old), str(scripts)],
        cwd=Path(attachcalm.__file__).parent.parent,
        check=False,
    )

    assert run.returncode == -signal.SIGKILL
    engine = open_store(old)
    assert SqlJournal(engine, old).entries() == EXPECTED
    engine.dispose()
    (tmp_path / "again").mkdir()
    become_next_version(monkeypatch, tmp_path / "again", REBUILD)
    open_store(old).dispose()
    assert schema_of(old) == "9999"


def test_way_back_is_the_copy_not_a_guess(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This version, started again after the next one was tried, refuses the newer file."""
    become_next_version(monkeypatch, tmp_path, REBUILD)
    open_store(old).dispose()
    monkeypatch.setattr(database, "HEAD", HEAD)

    with pytest.raises(StoreTooNewError):
        open_store(old)
