"""What the look-back page needs of the journal, read by the worker."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attachcalm.insight.helped import helped_words
from attachcalm.insight.record import known_of
from attachcalm.insight.recovery import recoveries, recovery_words
from attachcalm.insight.weekly import WEEK, is_due
from attachcalm.journal.page import LookBack, Page

if TYPE_CHECKING:
    from attachcalm.journal.book import Journal

Pages = Callable[[date | None], tuple[Page, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """The look-backs, the latest first, and what may be said of the record; empty until it may."""

    look_backs: tuple[LookBack, ...] = ()
    helped: str = ""
    recovered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadLookBacks:
    """Reads it."""

    journal: "Journal"
    pages: Pages
    today: date

    def __call__(self) -> Reading:
        """Read it.  Raises what the journal raises."""
        pages, entries = self.pages(None), self.journal.entries()
        told = [page for page in pages if isinstance(page, LookBack)]
        return Reading(
            tuple(reversed(told)),
            helped_words(entries, known_of(entries, self.journal.remarks(), self.today)),
            recovery_words(recoveries(entries, pages, self.today)),
        )


@dataclass(frozen=True, slots=True)
class IsDue:
    """Finds out whether a look-back is offered."""

    journal: "Journal"
    pages: Pages
    today: date
    put_off: str  # the day of the last "not now", or empty

    def __call__(self) -> bool:
        """Find it out.  Raises what the journal raises."""
        put_off = date.fromisoformat(self.put_off) if self.put_off else None
        entries = self.journal.entries(self.today - timedelta(days=WEEK))
        pages = self.pages(self.today - timedelta(days=2 * WEEK))
        return is_due(entries, pages, self.today, put_off)
