"""A drop-down list with our own arrow: the style sheet can only show picture files."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from attachcalm.ui.icons import Icons


class Picker(QComboBox):
    """Picks one of a few `choices`; `says` is its accessible name."""

    def __init__(self, name: str, says: str, choices: Iterable[str], icons: Icons) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.addItems(list(choices))
        self._icons = icons

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field and its arrow at the trailing side."""
        super().paintEvent(event)
        look = self._icons.keeper.look
        side, out = look.px(20), look.px(12)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = out if mirrored else self.width() - out - side
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        self._icons.paint(
            QPainter(self), spot, "chevron-down", "text" if self.isEnabled() else "muted"
        )
