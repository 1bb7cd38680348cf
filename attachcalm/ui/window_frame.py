"""How the window is divided: the rail, and beside it the notice above the page."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.ui.rail import Rail
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import ONE_COLUMN_BELOW


class WindowFrame(QWidget):
    """Leaves the room to the page where there is little: the rail then shows icons only."""

    def __init__(self, rail: Rail, notice: QWidget, pages: QWidget, keeper: LookKeeper) -> None:
        super().__init__()
        self._rail = rail
        self._keeper = keeper
        column = QVBoxLayout()
        row = QHBoxLayout(self)
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(notice)
        column.addWidget(pages, 1)
        row.addWidget(rail)
        row.addLayout(column, 1)
        keeper.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the rail for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._rail.set_narrow(self.width() < self._keeper.look.px(ONE_COLUMN_BELOW))
