"""Everything that a journal holds, read at once: what an export is made of."""

from dataclasses import dataclass

from attachcalm.journal.entry import Fact
from attachcalm.journal.page import Page
from attachcalm.journal.remark import Remark


@dataclass(frozen=True, slots=True)
class Whole:
    """All facts (of each sitting by their time), remarks and pages, also those taken out."""

    facts: tuple[Fact, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pages: tuple[Page, ...] = ()
