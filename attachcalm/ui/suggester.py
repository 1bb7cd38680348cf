"""Works out behind the window what fits this moment; the journal is read by the worker only."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from attachcalm.ui.background import Background
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.settings_keeper import SettingsKeeper

if TYPE_CHECKING:  # nothing of it is needed before the first picture
    from attachcalm.journal.book import Journal
    from attachcalm.suggestions import History, Now
    from attachcalm.ui.thought import Answer, Question

PATIENCE_MS = 200  # how long the window waits for the worker before it goes by the rules alone


class Record(Protocol):
    """Where the record is kept, and the person's day."""

    @property
    def journal(self) -> "Journal":
        """The journal, read by the worker."""
        ...

    def today(self) -> date:
        """The person's day."""
        ...


class Keepers(NamedTuple):
    """What holds the person's answers and settings."""

    own: OwnKeeper
    settings: SettingsKeeper


class Suggester(QObject):
    """Answers with the suggestions for the latest moment that was told."""

    suggested = Signal(object, object)  # a tuple of Suggestion; thumbs by exercise id, or None
    people_wanted = Signal(str)  # the sentence of rule R3, once on a day

    def __init__(
        self, record: Record, library: LibraryKeeper, keepers: Keepers, background: Background
    ) -> None:
        super().__init__(background)
        self._record = record
        self._library = library
        self._keepers = keepers
        self._background = background
        self._asked: Question | None = None
        self._answer: Answer | None = None
        self._history: History | None = None
        self._knows_until = 0  # the last question that was asked before something was written
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._go_by_the_rules)

    def think(self, now: "Now | None" = None) -> None:
        """Work it out for this moment; None is one of which nothing was said."""
        cards = tuple(self._library.library.cards)
        if not cards:
            return  # they are read first, and then this is asked again
        from attachcalm.ui.thought import Question

        self._asked = Question(
            self._asked.number + 1 if self._asked else 1,
            now,
            self._keepers.own.own,
            cards,
            self._record.today(),
            self._record.journal,
            self._history,
        )
        self._background.run(self._asked, self._told)
        self._patience.start()

    def forget_record(self) -> None:
        """Something was written: read it anew when it is wanted next."""
        self._history = None
        self._knows_until = self._asked.number if self._asked else 0

    def _told(self, answer: object) -> None:
        from attachcalm.ui.thought import Answer

        if self._asked is None or not isinstance(answer, Answer):
            return
        if answer.number != self._asked.number:
            return  # to a moment that has passed
        if answer.number <= self._knows_until:
            self.think(self._asked.now)  # once more, with what was written meanwhile
            return
        self._patience.stop()
        self._answer = answer
        self._history = answer.history
        self.suggested.emit(answer.suggestions, answer.thumbs)
        if answer.people:
            self._tell_people(answer.people)

    def _tell_people(self, sentence: str) -> None:
        """Once a day at most: it is a thought to take or leave, and no alarm."""
        keeper, today = self._keepers.settings, self._record.today().isoformat()
        if keeper.settings.people_told_on != today:
            keeper.change(replace(keeper.settings, people_told_on=today))
            self.people_wanted.emit(sentence)

    def _go_by_the_rules(self) -> None:
        """The worker is busy: of what was suggested, keep what fits the new moment."""
        from attachcalm.suggestions import History, Now, suggest
        from attachcalm.ui.thought import MOST

        asked, answer = self._asked, self._answer
        if asked is None or answer is None:
            return
        cards = [suggestion.card for suggestion in answer.suggestions]
        nothing = History(today=asked.today)
        fitting = suggest(cards, asked.now or Now(), asked.own, nothing, MOST)
        self.suggested.emit(fitting, None)
