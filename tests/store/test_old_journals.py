"""A journal of any version that was ever released opens in this one, with all that is in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from attachcalm.journal.entry import fold
from attachcalm.store.database import HEAD, open_store
from attachcalm.store.journal import SqlJournal
from tests.store.odd_facts import ODD_FACTS, ODD_REMARKS, OLD

WITH_REMARKS = "0002"  # the first schema that had them


@pytest.mark.parametrize("told", sorted(OLD.glob("*.sql")), ids=lambda file: file.stem)
def test_old_journal_opens_with_all_that_is_in_it(path: Path, told: Path) -> None:
    """Every odd value comes back as it was, from every schema."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as writer:
        writer.executescript(told.read_text(encoding="utf-8"))

    engine = open_store(path)

    journal = SqlJournal(engine, path)
    assert journal.entries() == fold(ODD_FACTS)
    assert journal.remarks() == (ODD_REMARKS if told.stem >= WITH_REMARKS else ())
    engine.dispose()


def test_todays_schema_has_its_file() -> None:
    """Who changes the tables leaves a file of them for those who come later."""
    assert (OLD / f"{HEAD}.sql").is_file()
