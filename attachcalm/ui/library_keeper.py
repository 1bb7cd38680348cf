"""The library while the window is open: what the cache knew at first, soon the whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from attachcalm.exercises.library import Library

if TYPE_CHECKING:
    from attachcalm.exercises.model import Exercise


class LibraryKeeper(QObject):
    """Holds the library and reads what was not known at the start."""

    changed = Signal(object)  # the whole Library

    def __init__(self, library: Library, load: Callable[[], Library], parent: QObject) -> None:
        super().__init__(parent)
        self.library = library
        self.load = load

    def take(self, result: object) -> None:
        """Use a library that the worker has read."""
        if isinstance(result, Library):
            self.library = result
            self.changed.emit(result)

    def find(self, exercise_id: str) -> "Exercise | None":
        """The exercise, or None; on a very first start the rest is read now, not later."""
        if not self.library.is_complete:
            self.take(self.load())
        try:
            return self.library.exercise(exercise_id)
        except KeyError:
            return None
