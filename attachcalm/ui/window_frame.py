"""How the window is divided: the rail, and beside it the page between two slim lines."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.ui.rail import Rail
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import ONE_COLUMN_BELOW


class WindowFrame(QWidget):
    """Leaves the room to the page where there is little: the rail then shows icons only."""

    def __init__(
        self, rail: Rail, column: tuple[QWidget, QWidget, QWidget], keeper: LookKeeper
    ) -> None:
        """`column` is what stands above the page, the page, and what stands under it."""
        super().__init__()
        above, pages, under = column
        self._rail = rail
        self._keeper = keeper
        beside = QVBoxLayout()
        row = QHBoxLayout(self)
        for layout in (beside, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        beside.addWidget(above)
        beside.addWidget(pages, 1)
        beside.addWidget(under)
        row.addWidget(rail)
        row.addLayout(beside, 1)
        keeper.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the rail for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._rail.set_narrow(self.width() < self._keeper.look.px(ONE_COLUMN_BELOW))
