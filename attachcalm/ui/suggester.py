"""Works out behind the window what fits this moment; the journal is read by the worker only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from attachcalm.ui.background import Background
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.means import Means
from attachcalm.ui.own_keeper import OwnKeeper

if TYPE_CHECKING:  # nothing of it is needed before the first picture
    from attachcalm.suggestions import History, Now, Suggestion


class Suggester(QObject):
    """Answers with the suggestions for the latest moment that was told."""

    suggested = Signal(object)  # a tuple of Suggestion
    people_wanted = Signal(str)  # a sentence: it may be a good moment to tell somebody

    def __init__(
        self, means: Means, library: LibraryKeeper, own: OwnKeeper, background: Background
    ) -> None:
        super().__init__(background)
        self._means = means
        self._library = library
        self._own = own
        self._background = background
        self._now: Now | None = None

    def think(self, now: "Now | None" = None) -> None:
        """Work it out for this moment or, without one, once more for the last."""
        if now is not None:
            self._now = now
        self._background.run(self._work, self._told)

    def _work(self) -> "tuple[tuple[Suggestion, ...], str]":
        from attachcalm.insight.harder import needs_people
        from attachcalm.suggestions import Now, suggest
        from attachcalm.support.gates import SUPPORT_FIRST

        now, history = self._now or Now(), self._history()
        suggestions = suggest(self._library.library.cards, now, self._own.own, history)
        if now.distress is not None and now.distress >= SUPPORT_FIRST:
            return suggestions, "This is a lot to carry. People come first, practice is here too."
        told = needs_people(history.entries, history.remarks, history.today)
        return suggestions, told[0] if told else ""

    def _history(self) -> "History":
        from attachcalm.suggestions import History

        journal = self._means.journal
        return History(journal.entries(), journal.remarks(), self._means.today())

    def _told(self, result: object) -> None:
        if isinstance(result, tuple):
            suggestions, sentence = result
            self.suggested.emit(suggestions)
            if sentence:
                self.people_wanted.emit(sentence)
