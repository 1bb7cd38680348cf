"""A journal whose disk can fail, and which remembers what it was told."""

from collections.abc import Sequence

from attachcalm.journal.book import MemoryJournal, NotSavedError
from attachcalm.journal.entry import Fact
from attachcalm.journal.page import Page
from attachcalm.journal.remark import Remark


class RefusingJournal(MemoryJournal):
    """Keeps facts in memory and refuses them while `is_full`; all or none, like the real one."""

    def __init__(self) -> None:
        super().__init__()
        self.is_full = False
        self.told: list[Fact | Remark] = []

    def add(self, facts: Sequence[Fact | Remark]) -> None:
        """Keep the facts, or raise NotSavedError."""
        if self.is_full:
            raise NotSavedError("The disk is full.")
        self.told.extend(facts)
        super().add(facts)

    def keep(self, pages: Sequence[Page]) -> None:
        """Keep the pages, or raise NotSavedError."""
        if self.is_full:
            raise NotSavedError("The disk is full.")
        super().keep(pages)
