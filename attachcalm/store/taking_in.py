"""Many facts at once: the same rules as one by one, a statement for each kind."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Executable

from attachcalm.journal.entry import (
    AnswerGiven,
    Ended,
    Fact,
    Progressed,
    RatedAfter,
    Started,
)
from attachcalm.journal.remark import Remark
from attachcalm.store import rows, statements

Rows = list[dict[str, Any]]


def taking_in(
    facts: Iterable[Fact], remarks: Iterable[Remark]
) -> Iterator[tuple[Executable, Rows]]:
    """What is said to the database, beginnings first, and with which rows.

    A beginning is inserted where none is known, and then filled in where the known one is later:
    of a kind the earliest holds.
    """
    kinds: dict[type[Fact], list[Any]] = {kind: [] for kind in _ROWS}
    for fact in facts:
        kinds[type(fact)].append(fact)
    begun = [rows.started_row(fact) for fact in kinds[Started]]
    yield statements.INSERT_SITTING, begun
    yield statements.BEGAN_EARLIER, [_filling(row, row["started_us"]) for row in begun]
    ended = [{"id": str(fact.sitting), **rows.ended_row(fact)} for fact in kinds[Ended]]
    yield statements.END, [_filling(row, row["ended_us"]) for row in ended]
    rated = [{"id": str(fact.sitting), **rows.rated_row(fact)} for fact in kinds[RatedAfter]]
    yield statements.RATE, [_filling(row, row["rated_us"]) for row in rated]
    yield statements.INSERT_PROGRESS, list(map(rows.progress_row, kinds[Progressed]))
    yield statements.INSERT_ANSWER, list(map(rows.answer_row, kinds[AnswerGiven]))
    yield statements.INSERT_REMARK, list(map(rows.remark_row, remarks))


_ROWS: tuple[type[Fact], ...] = (Started, Ended, RatedAfter, Progressed, AnswerGiven)


def _filling(row: dict[str, Any], at_us: int) -> dict[str, Any]:
    """What a statement takes that fills columns of a sitting, unless an earlier fact is there."""
    return {"of": row["id"], "at": at_us, **{n: v for n, v in row.items() if n != "id"}}
