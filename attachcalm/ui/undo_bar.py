"""What was just deleted, with a way to have it back until the next thing is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.card import Card


class UndoBar(Card):
    """Says a sentence; after a deletion it holds the page for as long as it is shown.

    What was deleted stays deleted once one has left; a window that is only put aside is not left.
    """

    undone = Signal(object)  # the Page, or what else was held

    def __init__(self, name: str, icons: Icons) -> None:
        super().__init__(name, icons.keeper, kind="soft")
        self._page: object = None
        self.undo_button = compact(
            secondary_button(f"{name}_undo", self.tr("Undo"), icons, "rotate-ccw")
        )
        self.body.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.undo_button.clicked.connect(self._undo)
        self.hide()

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        return [self.undo_button]

    def hold(self, page: object, sentence: str = "") -> None:
        """This page was deleted; `sentence` says so in other words."""
        self._page = page
        self.undo_button.show()
        told = self.tr("Deleted. You can have it back until you do the next thing.")
        self._tell(sentence or told)
        self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: str) -> None:
        """Say this, with nothing to undo."""
        self._page = None
        self.undo_button.hide()
        self._tell(sentence)

    def let_go(self) -> None:
        """The next thing is done: what was deleted stays so."""
        self._page = None
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.let_go()

    def _tell(self, sentence: str) -> None:
        self.say("", sentence)
        self.show()

    def _undo(self) -> None:
        if self._page is not None:
            page = self._page
            self.tell(self.tr("It is back."))
            self.undone.emit(page)
