"""An icon that is only looked at, bare or on a soft square."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from attachcalm.ui import tokens
from attachcalm.ui.icons import Icons


class IconView(QWidget):
    """Shows the drawing `icon` in the colour token `ink`, `size` px high at 100 %.

    With `badge` it stands on a soft square of 44 px. It is decoration: the words beside it say
    what it shows.
    """

    def __init__(
        self, icon: str, icons: Icons, ink: str = "text", size: int = 20, badge: bool = False
    ) -> None:
        super().__init__()
        self._icon = icon
        self._icons = icons
        self._ink = ink
        self._size = size
        self._badge = badge
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        icons.keeper.changed.connect(self._look_changed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the size of the drawing or its square."""
        side = self._icons.keeper.look.px(tokens.TARGET if self._badge else self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the square, if any, and the drawing in its middle."""
        look = self._icons.keeper.look
        painter = QPainter(self)
        if self._badge:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(QColor(look.theme.primary_soft))
            radius = look.px(tokens.RADIUS_CONTROL)
            painter.drawRoundedRect(self.rect(), radius, radius)
        side = look.px(self._size)
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        self._icons.paint(painter, QRectF(left, top, side, side), self._icon, self._ink)

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
