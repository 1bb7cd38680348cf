"""The worker's part of exporting and importing: the window never stands still for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from PySide6.QtCore import QObject

from attachcalm.journal.book import Journal, NotSavedError
from attachcalm.journal.whole import Whole
from attachcalm.records.choices import Choices
from attachcalm.records.coming import Coming, Opened
from attachcalm.records.export import Export, save
from attachcalm.records.news import News, news_of
from attachcalm.records.refused import RefusedError
from attachcalm.store.errors import StoreError
from attachcalm.ui.background import Background
from attachcalm.ui.records_card import RecordsCard

Opening = Callable[[], str | None]  # the sentence if nothing can be kept


@dataclass(frozen=True, slots=True)
class Outside:
    """What of the world outside the records need."""

    journal: Journal
    open_journal: Opening
    now: Callable[[], datetime]
    pack: Callable[[Path, bool], None]  # raises RefusedError
    new_id: Callable[[], UUID] = uuid4


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file and a journal, each read once."""

    opened: Opened
    here: Whole
    coming: Coming
    news: News


class RecordsKeeper(QObject):
    """Does what the card wants, one thing after the other, and tells it what came of it."""

    def __init__(self, card: RecordsCard, outside: Outside, background: Background) -> None:
        super().__init__(card)
        self._card = card
        self._outside = outside
        self._background = background
        self._looked: _Looked | None = None
        self._asked = 0  # what was asked before is not shown any more
        card.export_wanted.connect(self.export)
        card.import_wanted.connect(self.look_at)
        card.pack_wanted.connect(self.pack)
        card.preview.choices_changed.connect(self.choose)
        card.preview.add_wanted.connect(self.add)
        card.preview.left.connect(self.forget)

    def export(self, path: Path, with_texts: bool) -> None:
        """Write everything to this file."""
        self.forget()
        outside = self._outside
        how = Export(outside.now(), outside.new_id(), with_texts)
        self._background.run(partial(_export, outside, path, how), partial(self._exported, path))

    def pack(self, path: Path, with_notes: bool) -> None:
        """Write a pack to keep."""
        self.forget()
        job = partial(_pack, self._outside, path, with_notes)
        self._background.run(job, partial(self._exported, path))

    def look_at(self, path: Path) -> None:
        """See what this file would add."""
        self.forget()
        self._run(partial(_look, self._outside, path))

    def choose(self, choices: Choices) -> None:
        """See what it would add if its words meant this; nothing is read again."""
        if self._looked is not None:
            self._run(partial(_look_again, self._looked, choices))

    def add(self) -> None:
        """Add what was shown."""
        if self._looked is None:
            return
        news = self._looked.news
        self._card.say_adding()
        job = partial(self._outside.journal.take_in, news.whole)
        self._background.run(job, partial(self._added, news))

    def forget(self) -> None:
        """Let go of what was read."""
        self._looked = None
        self._asked += 1

    def _run(self, job: Callable[[], _Looked]) -> None:
        self._asked += 1
        self._background.run(job, partial(self._show, self._asked))

    # ------------------------------------------------------------ what came of it
    def _exported(self, path: Path, result: object) -> None:
        if isinstance(result, bool):
            self._card.say_exported(path, replaced=result)
        else:
            self._refuse(result, self.tr("Nothing was written."))

    def _show(self, asked: int, result: object) -> None:
        if asked != self._asked:
            return
        if isinstance(result, _Looked):
            self._looked = result
            self._card.show_preview(result.coming, result.news)
        else:
            self._refuse(result, self.tr("Nothing was added."))

    def _added(self, news: News, result: object) -> None:
        self.forget()
        if result is None:
            self._card.say_added(news)
        else:
            self._refuse(result, self.tr("Nothing was added."))

    def _refuse(self, result: object, nothing: str) -> None:
        if isinstance(result, NotSavedError):
            self._card.refuse(str(result))  # says so itself
            return
        is_ours = isinstance(result, RefusedError | StoreError)
        why = str(result) if is_ours else self.tr("Something unexpected went wrong.")
        self._card.refuse(f"{why} {nothing}")


def _read(outside: Outside) -> Whole:
    """For the worker: everything, read once."""
    note = outside.open_journal()
    if note is not None:
        raise RefusedError(note)
    return outside.journal.whole()


def _export(outside: Outside, path: Path, how: Export) -> bool:
    return save(_read(outside), path, how)


def _pack(outside: Outside, path: Path, with_notes: bool) -> bool:
    note = outside.open_journal()
    if note is not None:
        raise RefusedError(note)
    was_there = path.exists()
    outside.pack(path, with_notes)
    return was_there


def _look(outside: Outside, path: Path) -> _Looked:
    opened = Opened.read(path)
    coming = opened.coming()
    here = _read(outside)
    return _Looked(opened, here, coming, news_of(coming.whole, here))


def _look_again(looked: _Looked, choices: Choices) -> _Looked:
    coming = looked.opened.coming(choices)
    return _Looked(looked.opened, looked.here, coming, news_of(coming.whole, looked.here))
