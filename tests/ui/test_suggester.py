"""Suggestions come from the worker; a busy one, an old answer and a broken file do no harm."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from attachcalm.exercises import library
from attachcalm.journal.book import MemoryJournal
from attachcalm.journal.entry import Entry
from attachcalm.journal.remark import Barrier, RemarkKind
from attachcalm.practice import Practice
from attachcalm.settings import Settings
from attachcalm.store.errors import StoreError
from attachcalm.suggestions import Now, Suggestion
from attachcalm.support.flags import Health
from attachcalm.support.own import Own
from attachcalm.ui.background import Background, Job, Told
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.settings_keeper import SettingsKeeper
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.suggester import PATIENCE_MS, Keepers, Suggester
from tests.fakes.clock import FakeWallClock

OPEN = Own(health=Health(frozenset(), date(2026, 3, 1)))


class HeldWorker(Background):
    """Does nothing until it is let."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.waiting: list[tuple[Job, Told]] = []

    def run(self, job: Job, told: Told) -> None:
        """Put the job beside the others."""
        self.waiting.append((job, told))

    def let(self) -> None:
        """Do what waits, and what comes of it."""
        while self.waiting:
            job, told = self.waiting.pop(0)
            told(job())


class CountedJournal(MemoryJournal):
    """Counts how often it is read, and can be unreadable."""

    read, is_broken = 0, False

    def entries(self, since: date | None = None) -> tuple[Entry, ...]:
        """The entries, or StoreError."""
        if self.is_broken:
            raise StoreError("It cannot be read.", "Try again.")
        self.read += 1
        return super().entries(since)


class Desk(NamedTuple):
    """The suggester with everything around it."""

    suggester: Suggester
    worker: HeldWorker
    journal: CountedJournal
    practice: Practice
    wall: FakeWallClock
    told: list[list[str]]  # the exercises of each answer
    thumbs: list[dict[str, str] | None]

    def note(self, suggestions: Sequence[Suggestion], thumbs: dict[str, str] | None) -> None:
        """Remember an answer."""
        self.told.append([suggestion.card.id for suggestion in suggestions])
        self.thumbs.append(thumbs)


class _Record(NamedTuple):
    journal: MemoryJournal
    wall: FakeWallClock

    def today(self) -> date:
        """The person's day."""
        return self.wall().date()


@pytest.fixture
def desk(keeper: LookKeeper, resources: Path) -> Iterator[Desk]:
    """All of it, with the shipped exercises and eight times no."""
    parent, journal, wall = QObject(), CountedJournal(), FakeWallClock()
    shipped = library.load([resources / "exercises"])
    worker = HeldWorker(parent)
    keepers = Keepers(
        OwnKeeper(lambda: OPEN, lambda _: None, parent),
        SettingsKeeper(Settings(), lambda _: None, keeper),
    )
    books = LibraryKeeper(shipped, lambda: shipped, parent)
    made = Desk(
        Suggester(_Record(journal, wall), books, keepers, worker), worker, journal,
        Practice(journal, wall, uuid4), wall, [], [],
    )  # fmt: skip
    made.suggester.suggested.connect(made.note)
    yield made
    parent.deleteLater()


def test_nothing_is_worked_out_in_the_windows_thread(desk: Desk) -> None:
    """Asked is not answered: the journal is read when the worker comes to it."""
    desk.suggester.think()
    assert (desk.journal.read, desk.told) == (0, [])

    desk.worker.let()

    assert (desk.journal.read, len(desk.told)) == (1, 1)


def test_the_journal_is_read_once_until_something_is_written(desk: Desk) -> None:
    """Three taps, one reading; then a remark, and one more."""
    for distress in (3, 4, 5):
        desk.suggester.think(Now(distress=distress))
        desk.worker.let()
    assert desk.journal.read == 1

    desk.practice.remark(RemarkKind.THUMB, "up", exercise_id=desk.told[-1][1])
    desk.suggester.forget_record()
    desk.suggester.think(Now(distress=5))
    desk.worker.let()

    assert desk.journal.read == 2
    assert desk.thumbs[-1] == {desk.told[0][1]: "up"}


def test_an_answer_to_a_moment_that_has_passed_is_dropped(desk: Desk) -> None:
    """Two quick taps: only the second is answered."""
    desk.suggester.think(Now(distress=2))
    desk.suggester.think(Now(distress=9))

    desk.worker.let()

    (told,) = desk.told
    assert "calm-place" not in told


def test_what_was_written_while_it_was_worked_out_is_heard(desk: Desk) -> None:
    """The answer does not know of it, so it is asked once more."""
    desk.suggester.think()
    desk.worker.let()
    first = desk.told[0][0]
    desk.suggester.think()
    desk.practice.remark(RemarkKind.NOT_TODAY, Barrier.UNSAID, exercise_id=first)
    desk.suggester.forget_record()

    desk.worker.let()

    assert len(desk.told) == 2
    assert first not in desk.told[1]


def test_a_busy_worker_is_not_waited_for(desk: Desk, qtbot: QtBot) -> None:
    """Of what was suggested, what fits the new moment stays, by the rules alone, and no more."""
    desk.suggester.think(Now(distress=4))
    desk.worker.let()
    before = set(desk.told[0])

    desk.suggester.think(Now(distress=8))
    qtbot.waitUntil(lambda: len(desk.told) == 2, timeout=PATIENCE_MS * 25)

    assert desk.told[1]
    assert set(desk.told[1]) < before
    assert desk.journal.read == 1
    desk.worker.let()
    assert len(desk.told) == 3


def test_a_journal_that_cannot_be_read_leaves_the_rules(desk: Desk) -> None:
    """Suggestions come all the same, and nothing that a rule hides."""
    desk.journal.is_broken = True

    desk.suggester.think(Now(distress=8))
    desk.worker.let()

    assert desk.told[0]
    assert "calm-place" not in desk.told[0]


def test_the_day_is_that_of_the_asking(desk: Desk) -> None:
    """The laptop stays open overnight: what was put off yesterday may come again."""
    desk.suggester.think()
    desk.worker.let()
    first = desk.told[0][0]
    desk.practice.remark(RemarkKind.NOT_TODAY, Barrier.NO_PRIVACY, exercise_id=first)
    desk.suggester.forget_record()
    desk.suggester.think()
    desk.worker.let()

    desk.wall.advance(days=1)
    desk.suggester.think()
    desk.worker.let()

    assert [first in told for told in desk.told] == [True, False, True]
    assert desk.journal.read == 2


def test_what_was_put_off_as_too_strong_comes_back_in_time(desk: Desk) -> None:
    """The record was read once, weeks ago: its day moves on with the laptop that stays open."""
    desk.suggester.think()
    desk.worker.let()
    first = desk.told[0][0]
    desk.practice.remark(RemarkKind.NOT_TODAY, Barrier.TOO_STRONG, exercise_id=first)
    desk.suggester.forget_record()

    for days in (1, 20):
        desk.wall.advance(days=days)
        desk.suggester.think()
        desk.worker.let()

    assert [told[0] == first for told in desk.told] == [True, False, True]
    assert desk.journal.read == 2
