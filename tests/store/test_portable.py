"""The tables and questions are to run on PostgreSQL one day: nothing may speak SQLite only."""

import re

import pytest
from sqlalchemy import ClauseElement, make_url
from sqlalchemy.schema import CreateIndex, CreateTable

from attachcalm.store import statements
from attachcalm.store.tables import metadata

POSTGRESQL = make_url("postgresql://").get_dialect()()
SQLITE_ONLY = re.compile(
    r"\b(INSERT OR|IFNULL|STRFTIME|JULIANDAY|ROWID|GROUP_CONCAT|GLOB|AUTOINCREMENT|PRAGMA)\b",
    re.IGNORECASE,
)
QUESTIONS = {
    name: value for name, value in vars(statements).items() if isinstance(value, ClauseElement)
}


@pytest.mark.parametrize("name", [name for name in QUESTIONS if not name.startswith("_")])
def test_every_question_can_be_put_to_postgresql(name: str) -> None:
    """The other dialect has words for it, and none of SQLite's own are in it."""
    text = str(QUESTIONS[name].compile(dialect=POSTGRESQL))

    assert not SQLITE_ONLY.search(text)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_in_postgresql(table: object) -> None:
    """Whole numbers are wide enough there, instants are numbers, partial indexes stay partial."""
    made = metadata.tables[str(table)]
    text = str(CreateTable(made).compile(dialect=POSTGRESQL))
    indexes = [str(CreateIndex(each).compile(dialect=POSTGRESQL)) for each in made.indexes]

    assert not SQLITE_ONLY.search(text + "".join(indexes))
    for column in made.columns:
        if column.name.endswith(("_us", "_ms")):
            assert re.search(rf"\b{column.name} BIGINT\b", text)
    partial = {"sitting": "WHERE ended_us IS NULL", "answer": "WHERE keep_as IS NOT NULL"}
    assert partial.get(made.name, "") in "".join(indexes)
