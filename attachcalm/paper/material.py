"""What a document is made of: every record of a period, read once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from attachcalm.insight.ahead import ahead_words
from attachcalm.insight.harder import harder_sittings
from attachcalm.insight.period import Period
from attachcalm.insight.selection import Selection, Wish, select
from attachcalm.journal.book import Journal
from attachcalm.journal.entry import Entry
from attachcalm.journal.page import CheckIn, LookBack, Page, Score
from attachcalm.journal.remark import Remark
from attachcalm.journal.sitting import sitting_of

P = TypeVar("P", CheckIn, Score, LookBack)


@dataclass(frozen=True, slots=True)
class Material:
    """The records of a period; `before` are all older scores, for what changed since."""

    period: Period
    today: date
    entries: tuple[Entry, ...]
    pages: tuple[Page, ...]
    remarks: tuple[Remark, ...]
    before: tuple[Score, ...] = ()
    ahead: str = ""  # what is said of records that are dated after today

    @property
    def chosen(self) -> Selection:
        """The same, as a view takes it."""
        return select(map(sitting_of, self.entries), self.pages, Wish(self.period), self.today)

    @property
    def harder(self) -> tuple[Entry, ...]:
        """The sittings that were harder, or too much, by their time."""
        named = harder_sittings(self.entries, self.remarks)
        return tuple(entry for entry in self.entries if entry.sitting in named)

    def of(self, kind: type[P]) -> tuple[P, ...]:
        """The pages of this kind, by their time."""
        return tuple(page for page in self.pages if isinstance(page, kind))


def material_of(journal: Journal, period: Period, today: date) -> Material:
    """Read what a document about this period needs."""
    entries, pages = journal.entries(), journal.pages()
    days = [*(entry.started.at.day for entry in entries), *(page.at.day for page in pages)]
    first = period.first_day(today)
    return Material(
        period,
        today,
        tuple(e for e in entries if period.holds(e.started.at.day, today)),
        tuple(page for page in pages if period.holds(page.at.day, today)),
        tuple(r for r in journal.remarks() if period.holds(r.at.day, today)),
        tuple(_scores_before(pages, first)),
        ahead_words(days, today) if period.until is None else "",
    )


def _scores_before(pages: Iterable[Page], first: date) -> Iterable[Score]:
    return (page for page in pages if isinstance(page, Score) and page.at.day < first)
