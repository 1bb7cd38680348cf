"""What is the person's own for hard moments, while the window is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # read when it is first wanted
    from attachcalm.support.own import Own


class OwnKeeper(QObject):
    """Reads it when it is first wanted, and saves each change at once."""

    changed = Signal(object)  # the new Own
    not_saved = Signal(str)  # a sentence

    def __init__(
        self, load: "Callable[[], Own]", save: "Callable[[Own], None]", parent: QObject
    ) -> None:
        """`save` may raise OSError."""
        super().__init__(parent)
        self._load = load
        self._save = save
        self._own: Own | None = None

    @property
    def own(self) -> "Own":
        """All of it, as it is now."""
        if self._own is None:
            self._own = self._load()
        return self._own

    def change(self, own: "Own") -> None:
        """Hold this from now on; it is on disk before anything else happens."""
        if own == self.own:
            return
        self._own = own
        try:
            self._save(own)
        except OSError as error:
            told = self.tr("This could not be saved ({reason}). It holds until you close.")
            self.not_saved.emit(told.format(reason=error.strerror or type(error).__name__))
        self.changed.emit(own)
