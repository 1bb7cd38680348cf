"""What is worked out behind the window for one moment: a question to the record, and its answer.

Apart from who asks, because the first picture has no need of it.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from attachcalm.exercises.card import Card
from attachcalm.insight.harder import needs_people
from attachcalm.insight.record import put_aside
from attachcalm.journal.book import Journal
from attachcalm.journal.remark import RemarkKind
from attachcalm.store.errors import StoreError
from attachcalm.suggestions import History, Now, Suggestion, suggest
from attachcalm.support.own import Own

_log = logging.getLogger(__name__)

MOST = 6  # three are shown, the others are there for "not today"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the worker found, and what it read for it."""

    number: int
    history: History
    suggestions: tuple[Suggestion, ...]
    thumbs: dict[str, str]  # by exercise id: up, down or none, as said last
    people: str  # a sentence: it may be a good moment to tell somebody; or empty


@dataclass(frozen=True, slots=True)
class Question:
    """What the worker is to find out: values and the journal, nothing of the window."""

    number: int
    now: Now | None
    own: Own
    cards: Sequence[Card]
    today: date
    journal: Journal
    history: History | None  # None: the journal is to be read

    def __call__(self) -> Answer:
        """Find it out."""
        history = self.history or read(self.journal, self.today)
        history = replace(history, today=self.today)  # the laptop may stay open overnight
        aside = put_aside(history.remarks, self.cards, self.today)
        cards = [card for card in self.cards if card.id not in aside]
        people = needs_people(history.entries, history.remarks, self.today)
        return Answer(
            self.number,
            history,
            suggest(cards, self.now or Now(), self.own, history, MOST),
            {r.exercise_id: r.value for r in history.remarks if r.kind is RemarkKind.THUMB},
            people[0] if people else "",
        )


def read(journal: Journal, today: date) -> History:
    """The record, one query each; a journal that cannot be read leaves the rules alone."""
    try:
        return History(journal.entries(), journal.remarks(), today)
    except StoreError as error:
        _log.warning("Suggestions go without the record: %s", type(error).__name__)
        return History(today=today)
