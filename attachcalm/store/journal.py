"""The journal on disk.

What `add` has returned from survives a kill and a power cut: one transaction, written through.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import Error as DriverError
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, RowMapping, Update
from sqlalchemy.exc import DBAPIError, IntegrityError

from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import (
    AnswerGiven,
    Ended,
    Entry,
    Fact,
    Progressed,
    RatedAfter,
    Started,
    facts_of,
)
from attachcalm.journal.held import Held, held
from attachcalm.journal.page import Page
from attachcalm.journal.remark import Remark
from attachcalm.journal.sitting import Sitting
from attachcalm.journal.whole import Whole
from attachcalm.store import rows, statements
from attachcalm.store.columns import Row, us_before
from attachcalm.store.errors import DamagedError, StoreError, explain
from attachcalm.store.pages import page_of, page_row
from attachcalm.store.taking_in import taking_in

_NOT_TAKEN_IN = "Nothing was added, and what was saved before is not lost."
_KEPT = (
    "What you just did is kept while AttachCalm stays open, and what was saved before is not lost."
)


class SqlJournal:
    """A journal in a database.

    It agrees with `fold`: whatever the order and however often facts are told, the earliest of a
    kind holds.  One difference: facts of a sitting whose beginning has not been told by the end
    of an `add` are passed over for good.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        """Write and read through this engine; `path` is only for what people are told."""
        self._engine = engine
        self._path = path

    def add(self, facts: Sequence[Fact | Remark]) -> None:
        """Write these facts, all or none.  Raises NotSavedError with what to do."""
        if not facts:
            return
        beginnings_first = sorted(facts, key=_is_no_beginning)
        with self._writing() as connection:
            for fact in beginnings_first:
                _write(connection, fact)

    def entries(self, since: date | None = None) -> tuple[Entry, ...]:
        """The entries from this local day on, by their beginning.  Raises StoreError."""
        days = _days_from(since)
        with self._reading() as connection:
            sittings = connection.execute(statements.SITTINGS, days).mappings().all()
            answers = connection.execute(statements.ANSWERS, days).mappings().all()
            return _entries(sittings, answers)

    def sittings(self, since: date | None = None) -> tuple[Sitting, ...]:
        """The same entries, flat.  Raises StoreError."""
        with self._reading() as connection:
            told = connection.execute(statements.FLAT, _days_from(since)).all()
            return tuple(map(rows.sitting_of, told))

    def open_entry(self) -> Entry | None:
        """The latest sitting that was begun and never ended.  Raises StoreError."""
        with self._reading() as connection:
            sittings = connection.execute(statements.OPEN_SITTING).mappings().all()
            of = {"of": sittings[0]["id"] if sittings else None}
            answers = connection.execute(statements.ANSWERS_OF, of).mappings().all()
            return next(iter(_entries(sittings, answers)), None)

    def remarks(self, since: date | None = None) -> tuple[Remark, ...]:
        """The remarks from this local day on, by their time.  Raises StoreError."""
        with self._reading() as connection:
            told = connection.execute(statements.REMARKS, {"since": since or date.min}).mappings()
            return tuple(rows.remark_of(row) for row in told.all())

    def words(self) -> Mapping[str, str]:
        """The person's own words, the latest for each slot.  Raises StoreError."""
        return {slot: each.text for slot, each in self.held().items()}

    def held(self) -> Mapping[str, Held]:
        """What stands in each slot, and what it came from.  Raises StoreError."""
        with self._reading() as connection:
            given = connection.execute(statements.KEPT_ANSWERS).mappings()
            pages = connection.execute(statements.OWN_WORDS).mappings()
            return held([rows.given_of(row) for row in given if row["keep_as"]],
                        [page_of(row) for row in pages])  # fmt: skip

    def keep(self, pages: Sequence[Page]) -> None:
        """Write these pages, all or none, but for those known in a later writing."""
        if not pages:
            return
        with self._writing() as connection:
            _keep(connection, pages)

    def pages(self, since: date | None = None) -> tuple[Page, ...]:
        """The pages from this local day on, by their moment.  Raises StoreError."""
        with self._reading() as connection:
            told = connection.execute(statements.PAGES, {"since": since or date.min}).mappings()
            return tuple(page_of(row) for row in told.all())

    def whole(self) -> Whole:
        """Everything, also pages that were taken out.  Raises StoreError."""
        steps: dict[UUID, list[Progressed]] = {}
        days = _days_from(None)
        with self._reading() as connection:
            for row in connection.execute(statements.STEPS).mappings():
                step = rows.step_of(row)
                steps.setdefault(step.sitting, []).append(step)
            answers = connection.execute(statements.ANSWERS, days).mappings().all()
            sittings = connection.execute(statements.SITTINGS, days).mappings()
            given = _by_sitting(answers)
            told = [
                fact
                for entry in (_entry(row, given) for row in sittings)
                for fact in facts_of(entry, steps.get(entry.sitting, ()))
            ]
            said = connection.execute(statements.REMARKS, days).mappings()
            remarks = tuple(map(rows.remark_of, said))
            pages = tuple(map(page_of, connection.execute(statements.ALL_PAGES).mappings()))
        return Whole(tuple(told), remarks, pages)

    def take_in(self, whole: Whole) -> None:
        """Write all of it or none, a kind at a time: a hundred thousand sittings are many."""
        with self._writing(_NOT_TAKEN_IN) as connection:
            for statement, told in taking_in(whole.facts, whole.remarks):
                if told:
                    connection.execute(statement, told)
            if whole.pages:
                _keep(connection, whole.pages)

    @contextmanager
    def _writing(self, meanwhile: str = _KEPT) -> Iterator[Connection]:
        """One transaction, all or none.  Raises NotSavedError with what to do."""
        try:
            with self._explained(), self._engine.begin() as connection:
                yield connection
        except StoreError as error:
            raise NotSavedError(f"{error.happened} {meanwhile} {error.to_do}") from error

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One picture of the database for all the questions asked inside."""
        with self._explained(), self._engine.connect() as connection:
            try:
                yield connection.execution_options(reading=True)
            except (ValueError, TypeError, KeyError) as error:  # a value that was never written
                raise DamagedError(self._path) from error

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise  # a fact that no scale or table allows: our own fault, not the disk's
        except (DBAPIError, DriverError, OSError) as error:
            raise explain(error, self._path) from error


def _days_from(since: date | None) -> dict[str, Any]:
    """The first day, and an instant that lies before it anywhere on earth."""
    first = since or date.min
    return {"since": first, "since_us": us_before(first)}


def _is_no_beginning(fact: Fact | Remark) -> bool:
    return not isinstance(fact, Started)


def _write(connection: Connection, fact: Fact | Remark) -> None:
    match fact:
        case Started():
            row = rows.started_row(fact)
            inserted = connection.execute(statements.INSERT_SITTING, row).rowcount
            if inserted != 1:  # there already, or (-1) the driver does not say
                row["of"] = row.pop("id")
                _fill(connection, statements.BEGAN_EARLIER, row, row["started_us"])
        case Ended():
            row = {"of": str(fact.sitting), **rows.ended_row(fact)}
            _fill(connection, statements.END, row, row["ended_us"])
        case RatedAfter():
            row = {"of": str(fact.sitting), **rows.rated_row(fact)}
            _fill(connection, statements.RATE, row, row["rated_us"])
        case Progressed():
            connection.execute(statements.INSERT_PROGRESS, rows.progress_row(fact))
        case AnswerGiven():
            connection.execute(statements.INSERT_ANSWER, rows.answer_row(fact))
        case Remark():
            connection.execute(statements.INSERT_REMARK, rows.remark_row(fact))


def _keep(connection: Connection, pages: Sequence[Page]) -> None:
    told = [page_row(page) for page in pages]
    connection.execute(statements.INSERT_PAGE, told)
    connection.execute(statements.REWRITE_PAGE, list(map(_as_rewriting, told)))


def _as_rewriting(row: dict[str, Any]) -> dict[str, Any]:
    """What the statement takes that writes over an earlier writing of this page."""
    return {
        "of": row["id"],
        "than": row["changed_us"],
        **{n: v for n, v in row.items() if n != "id"},
    }


def _fill(connection: Connection, statement: Update, row: dict[str, Any], at_us: int) -> None:
    """Fill the columns of a fact, unless an earlier one of its kind is there."""
    connection.execute(statement, {**row, "at": at_us})


def _entries(sittings: Sequence[RowMapping], answers: Sequence[RowMapping]) -> tuple[Entry, ...]:
    given = _by_sitting(answers)
    return tuple(_entry(row, given) for row in sittings)


def _by_sitting(answers: Sequence[RowMapping]) -> dict[UUID, list[AnswerGiven]]:
    given: dict[UUID, list[AnswerGiven]] = {}
    for row in answers:
        answer = rows.answer_of(row)
        given.setdefault(answer.sitting, []).append(answer)
    return given


def _entry(row: Row, given: Mapping[UUID, list[AnswerGiven]]) -> Entry:
    started = rows.started_of(row)
    return Entry(
        started=started,
        ended=rows.ended_of(row, started.sitting),
        rated=rows.rated_of(row, started.sitting),
        progress=rows.progress_of(row, started.sitting),
        answers=tuple(given.get(started.sitting, ())),
    )
