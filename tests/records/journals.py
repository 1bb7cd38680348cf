"""Whole journals to write and read: any facts, remarks and pages."""

from hypothesis import strategies as st

from attachcalm.journal.book import MemoryJournal
from attachcalm.journal.whole import Whole
from tests.journal.test_journal_law import remarks, tellings
from tests.journal.test_pages import pages


def _whole(parts: tuple[object, ...]) -> Whole:
    told, said, written = parts
    journal = MemoryJournal()
    for facts in told:  # type: ignore[attr-defined]
        journal.add(facts)
    journal.add(said)  # type: ignore[arg-type]
    journal.keep(written)  # type: ignore[arg-type]
    return journal.whole()


wholes: st.SearchStrategy[Whole] = st.tuples(
    tellings(), st.lists(remarks, max_size=6), st.lists(pages, max_size=6)
).map(_whole)
