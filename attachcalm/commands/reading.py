"""The journal, for a command that has nothing to say without it."""

from attachcalm.commands.errors import PersonError
from attachcalm.journal.whole import Whole
from attachcalm.store.errors import StoreError
from attachcalm.store.late import LateJournal


def whole_of(journal: LateJournal) -> Whole:
    """Everything, read once.  Raises PersonError where the journal cannot be used."""
    if journal.note:
        raise PersonError(journal.note)
    try:
        return journal.whole()
    except StoreError as error:
        raise PersonError(str(error)) from error
