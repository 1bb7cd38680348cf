"""Garbage is searched for by the window's thread, and not in the middle of a breath."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from attachcalm.ui.background import Background
from attachcalm.ui.garbage import MANY, TOO_MANY, Garbage


class Ring:
    """Garbage: it holds itself, so only a search finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[Garbage]:
    """The keeper of one window, with nothing lying about."""
    gc.collect()
    made = Garbage(qapp)
    yield made
    made.deleteLater()


def ring_after(objects: int) -> "tuple[weakref.ref[Ring], list[list[int]]]":
    """A ring that nobody holds any more, and so many new objects that stay."""
    ring = weakref.ref(Ring())
    return ring, [[] for _ in range(objects)]


def test_much_garbage_is_taken_away(garbage: Garbage) -> None:
    """Once many objects have come together."""
    ring, _kept = ring_after(MANY + 1_000)

    garbage.look()

    assert ring() is None


def test_a_little_can_lie(garbage: Garbage) -> None:
    """A search costs more than it brings."""
    ring, _kept = ring_after(10)

    garbage.look()

    assert ring() is not None


def test_during_an_exercise_it_waits(garbage: Garbage) -> None:
    """But not without end."""
    ring, kept = ring_after(MANY + 1_000)
    garbage.wait(True)

    garbage.look()
    assert ring() is not None

    kept += [[] for _ in range(TOO_MANY)]
    garbage.look()
    assert ring() is None


def test_the_worker_takes_nothing_of_the_window_apart(garbage: Garbage, qtbot: QtBot) -> None:
    """However much it makes, Qt's objects are not deleted in its thread."""
    ring = weakref.ref(Ring())
    background = Background(garbage)
    told: list[object] = []

    background.run(lambda: len([[] for _ in range(3 * MANY)]), told.append)
    qtbot.waitUntil(lambda: bool(told))

    assert ring() is not None


def test_what_stays_is_not_looked_through(garbage: Garbage) -> None:
    """Libraries that were loaded behind the window are left out of later searches."""
    before = gc.get_freeze_count()
    try:
        garbage.spare_what_stays()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
