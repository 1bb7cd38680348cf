"""The journal, opened when it is first needed: SQLAlchemy takes half a second to import."""

import logging
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attachcalm.store.errors import StoreError

if TYPE_CHECKING:
    from datetime import date

    from attachcalm.journal.book import Journal
    from attachcalm.journal.entry import Entry, Fact
    from attachcalm.journal.held import Held
    from attachcalm.journal.page import Page
    from attachcalm.journal.remark import Remark
    from attachcalm.journal.sitting import Sitting
    from attachcalm.journal.whole import Whole

_log = logging.getLogger(__name__)


class LateJournal:
    """Opens the file at the first use, from whichever thread comes first.

    A file that cannot be used is left alone: this run is then kept in memory only, and `note`
    says so in a sentence for the person.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._journal: Journal | None = None
        self._note: str | None = None

    @property
    def note(self) -> str | None:
        """Why nothing of this run is kept, or None when all is well."""
        self.open()
        return self._note

    def open(self) -> "Journal":
        """The real journal; safe to call from any thread, any number of times."""
        with self._lock:
            if self._journal is None:
                self._journal = self._opened()
            return self._journal

    def add(self, facts: "Sequence[Fact | Remark]") -> None:
        """Write these facts, all or none.  Raises NotSavedError."""
        self.open().add(facts)

    def entries(self, since: "date | None" = None) -> "tuple[Entry, ...]":
        """The entries from this local day on."""
        return self.open().entries(since)

    def sittings(self, since: "date | None" = None) -> "tuple[Sitting, ...]":
        """The same entries, flat."""
        return self.open().sittings(since)

    def open_entry(self) -> "Entry | None":
        """The latest sitting that was begun and never ended; None if that cannot be read."""
        try:
            return self.open().open_entry()
        except StoreError as error:
            _log.warning("The journal cannot be read: %s", type(error).__name__)
            return None

    def remarks(self, since: "date | None" = None) -> "tuple[Remark, ...]":
        """The remarks from this local day on; none if they cannot be read."""
        try:
            return self.open().remarks(since)
        except StoreError as error:
            _log.warning("The journal cannot be read: %s", type(error).__name__)
            return ()

    def words(self) -> Mapping[str, str]:
        """The person's own words; none if they cannot be read, for every slot does without."""
        try:
            return self.open().words()
        except StoreError as error:
            _log.warning("The journal cannot be read: %s", type(error).__name__)
            return {}

    def held(self) -> "Mapping[str, Held]":
        """What stands in each slot.  Raises StoreError: who asks says that it cannot be read."""
        return self.open().held()

    def keep(self, pages: "Sequence[Page]") -> None:
        """Write these pages, all or none.  Raises NotSavedError."""
        self.open().keep(pages)

    def pages(self, since: "date | None" = None) -> "tuple[Page, ...]":
        """The pages from this local day on."""
        return self.open().pages(since)

    def whole(self) -> "Whole":
        """Everything, in one read."""
        return self.open().whole()

    def take_in(self, whole: "Whole") -> None:
        """Write all of it or none.  Raises NotSavedError."""
        self.open().take_in(whole)

    def _opened(self) -> "Journal":
        from attachcalm.journal.book import MemoryJournal
        from attachcalm.store.database import open_store
        from attachcalm.store.journal import SqlJournal

        try:
            return SqlJournal(open_store(self._path), self._path)
        except StoreError as error:
            _log.warning("The journal cannot be used: %s", type(error).__name__)
            self._note = f"{error} Until then you can practise, but nothing new is kept."
            return MemoryJournal()
