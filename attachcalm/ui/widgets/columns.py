"""Two columns side by side that go under each other where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from attachcalm.ui import tokens
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import Look


class Columns(QWidget):
    """Puts its widgets in a row, or in a column below 820 px times the text scale."""

    def __init__(self, name: str, keeper: LookKeeper, below: int = tokens.ONE_COLUMN_BELOW) -> None:
        super().__init__()
        self.setObjectName(name)
        self._keeper = keeper
        self._below = below
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._arrange(keeper.look)
        keeper.changed.connect(self._arrange)

    def add(self, widget: QWidget, share: int = 1) -> None:
        """Add a column that takes `share` parts of the width."""
        self._row.addWidget(widget, share)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose row or column for the new width."""
        self._arrange(self._keeper.look)
        super().resizeEvent(event)

    def _arrange(self, look: Look) -> None:
        narrow = self.width() < look.px(self._below)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self._row.activate()  # now, not after a first picture in the wrong shape
        self._row.setSpacing(look.px(tokens.GAP))
