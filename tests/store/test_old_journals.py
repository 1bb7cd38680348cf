"""A journal of any version that was ever released opens in this one, with all that is in it."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from attachcalm.journal.entry import fold
from attachcalm.journal.page import OwnWord, Page
from attachcalm.store.database import HEAD, connect, open_store
from attachcalm.store.journal import SqlJournal
from attachcalm.store.recent import recent
from tests.store.odd_facts import ODD_FACTS, ODD_PAGES, ODD_REMARKS, OLD

WITH_REMARKS, WITH_PAGES, WITH_OWN_WORDS = "0002", "0003", "0004"  # the first that had them
Rows = dict[str, list[tuple[object, ...]]]


def lay_down(path: Path, told: Path) -> None:
    """Make the file as the version of that time left it."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as writer:
        writer.executescript(told.read_text(encoding="utf-8"))


def first_with(page: Page) -> str:
    """The first schema that could keep this page."""
    return WITH_OWN_WORDS if isinstance(page, OwnWord) else WITH_PAGES


def rows_of(path: Path) -> Rows:
    """Every row of every table but the number of the schema, as it lies in the file."""
    with closing(connect(path, read_only=True)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608
            for (name,) in names
            if name != "alembic_version"
        }


@pytest.mark.parametrize("told", sorted(OLD.glob("*.sql")), ids=lambda file: file.stem)
def test_old_journal_opens_with_all_that_is_in_it(path: Path, told: Path) -> None:
    """Every odd value comes back as it was, from every schema."""
    lay_down(path, told)

    engine = open_store(path)

    journal = SqlJournal(engine, path)
    assert journal.entries() == fold(ODD_FACTS)
    assert journal.remarks() == (ODD_REMARKS if told.stem >= WITH_REMARKS else ())
    assert journal.pages() == tuple(page for page in ODD_PAGES if told.stem >= first_with(page))
    engine.dispose()


@pytest.mark.parametrize("told", sorted(OLD.glob("*.sql")), ids=lambda file: file.stem)
def test_no_row_of_an_old_journal_is_touched(path: Path, told: Path) -> None:
    """What lay in the file lies there afterwards, value by value, and in the copy beside it."""
    lay_down(path, told)
    before = rows_of(path)

    open_store(path).dispose()

    after = rows_of(path)
    assert {name: after[name] for name in before} == before
    assert all(after[name] == [] for name in after.keys() - before.keys())
    copy = path.with_name(f"journal-before-{HEAD}.db")
    assert copy.exists() == (told.stem != HEAD)
    if copy.exists():
        assert rows_of(copy) == before


def test_old_journal_takes_remarks_and_keeps_them(path: Path) -> None:
    """The first remark of a person who has practised for years is there at the next start."""
    lay_down(path, OLD / "0001.sql")
    engine = open_store(path)
    SqlJournal(engine, path).add(ODD_REMARKS)
    engine.dispose()

    engine = open_store(path)

    journal = SqlJournal(engine, path)
    assert journal.remarks() == ODD_REMARKS
    assert journal.remarks(date(2026, 1, 3)) == ODD_REMARKS[1:]
    assert journal.entries() == fold(ODD_FACTS)
    engine.dispose()


@pytest.mark.parametrize("told", sorted(OLD.glob("*.sql")), ids=lambda file: file.stem)
def test_home_shows_an_old_journal_before_it_is_opened(path: Path, told: Path) -> None:
    """The first start of a new version shows the same sittings as the second, and writes nothing.

    A schema whose sittings read otherwise must leave `recent.ALIKE`, and this test.
    """
    lay_down(path, told)
    before = path.read_bytes()

    at_once = recent(path, 3)

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["journal.db"]
    open_store(path).dispose()
    assert at_once == recent(path, 3)
    assert len(at_once) == 3


def test_todays_schema_has_its_file() -> None:
    """Who changes the tables leaves a file of them for those who come later."""
    assert (OLD / f"{HEAD}.sql").is_file()
