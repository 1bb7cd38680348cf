"""The journal: where facts and pages are written and read."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Protocol
from uuid import UUID

from attachcalm.journal.entry import AnswerGiven, Entry, Fact, Progressed, facts_of, fold
from attachcalm.journal.held import Given, Held, held
from attachcalm.journal.page import Page, kept, latest
from attachcalm.journal.remark import Remark
from attachcalm.journal.sitting import Sitting, sitting_of
from attachcalm.journal.whole import Whole


class NotSavedError(Exception):
    """The facts could not be written; nothing of them was kept.  The message says what to do."""


class Journal(Protocol):
    """A book of facts and pages.  What `add` or `keep` has returned from is on disk."""

    def add(self, facts: Sequence[Fact | Remark]) -> None:
        """Write these facts, all or none.  Raises NotSavedError.  A fact told twice counts once."""

    def entries(self, since: date | None = None) -> tuple[Entry, ...]:
        """The entries from this local day on (all if None), by their beginning."""

    def sittings(self, since: date | None = None) -> tuple[Sitting, ...]:
        """The same entries, flat: many times faster to read."""

    def open_entry(self) -> Entry | None:
        """The latest sitting that was begun and never ended."""

    def remarks(self, since: date | None = None) -> tuple[Remark, ...]:
        """The remarks from this local day on (all if None), each once, by their time."""

    def words(self) -> Mapping[str, str]:
        """The person's own words: slot name → the latest text that stands in it."""

    def held(self) -> Mapping[str, Held]:
        """The same, with when it was written and what it came from."""

    def keep(self, pages: Sequence[Page]) -> None:
        """Write these pages, all or none; a later writing that is known stays.  NotSavedError."""

    def pages(self, since: date | None = None) -> tuple[Page, ...]:
        """The pages from this local day on (all if None), without those taken out, by moment."""

    def whole(self) -> Whole:
        """Everything, in one read."""

    def take_in(self, whole: Whole) -> None:
        """Write all of it or none, by the rules of `add` and `keep`.  Raises NotSavedError."""


class MemoryJournal:
    """A journal that forgets: for a folder that cannot be written, and for tests."""

    def __init__(self) -> None:
        self._facts: list[Fact] = []
        self._remarks: dict[UUID, Remark] = {}
        self._pages: list[Page] = []

    def add(self, facts: Sequence[Fact | Remark]) -> None:
        """Keep these facts until the app is closed."""
        for fact in facts:
            if isinstance(fact, Remark):
                self._remarks.setdefault(fact.id, fact)
            else:
                self._facts.append(fact)

    def entries(self, since: date | None = None) -> tuple[Entry, ...]:
        """The entries from this local day on."""
        entries = fold(self._facts)
        return tuple(entry for entry in entries if since is None or entry.started.at.day >= since)

    def sittings(self, since: date | None = None) -> tuple[Sitting, ...]:
        """The same entries, flat."""
        return tuple(map(sitting_of, self.entries(since)))

    def open_entry(self) -> Entry | None:
        """The latest sitting that was begun and never ended."""
        return next((entry for entry in reversed(fold(self._facts)) if entry.is_open), None)

    def remarks(self, since: date | None = None) -> tuple[Remark, ...]:
        """The remarks from this local day on."""
        kept = sorted(self._remarks.values(), key=lambda remark: (remark.at.at, str(remark.id)))
        return tuple(remark for remark in kept if since is None or remark.at.day >= since)

    def words(self) -> Mapping[str, str]:
        """The person's own words, the latest for each slot."""
        return {slot: each.text for slot, each in self.held().items()}

    def held(self) -> Mapping[str, Held]:
        """What stands in each slot, and what it came from."""
        begun = {entry.sitting: entry.started for entry in fold(self._facts)}
        told = {fact.id: fact for fact in self._facts if isinstance(fact, AnswerGiven)}
        given = [
            Given(fact.keep_as, str(fact.value), fact.at, fact.sitting, of.exercise_id,
                  of.exercise_title)
            for fact in sorted(told.values(), key=lambda fact: fact.at.at)
            if fact.keep_as and (of := begun.get(fact.sitting)) is not None
        ]  # fmt: skip
        return held(given, latest(self._pages))

    def keep(self, pages: Sequence[Page]) -> None:
        """Keep these pages until the app is closed."""
        self._pages.extend(pages)

    def pages(self, since: date | None = None) -> tuple[Page, ...]:
        """The pages from this local day on."""
        return kept(self._pages, since)

    def whole(self) -> Whole:
        """Everything that was told."""
        told = {fact.id: fact for fact in self._facts if isinstance(fact, Progressed)}
        steps: dict[UUID, list[Progressed]] = {}
        for step in sorted(told.values(), key=lambda step: step.at.at):
            steps.setdefault(step.sitting, []).append(step)
        facts = (facts_of(each, steps.get(each.sitting, ())) for each in self.entries())
        return Whole(tuple(chain.from_iterable(facts)), self.remarks(), latest(self._pages))

    def take_in(self, whole: Whole) -> None:
        """Keep all of it until the app is closed."""
        self.add((*whole.facts, *whole.remarks))
        self.keep(whole.pages)
