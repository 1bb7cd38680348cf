"""A choice as a tile: words that wrap, an icon above or before them, chosen by a click or key."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from attachcalm.ui import tokens
from attachcalm.ui.icons import Icons
from attachcalm.ui.tokens import Look

EDGE = 2
WRAP = Qt.TextFlag.TextWordWrap


class Tile(QRadioButton):
    """One of several choices; tiles under one parent exclude each other and arrows move.

    With `above` the icon stands over centred words (a row of moods), else before the words
    (a list of answers).
    """

    def __init__(
        self, name: str, text: str, icons: Icons, icon: str = "", above: bool = False
    ) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._icons = icons
        self._icon = icon
        self._above = above
        self._heights: dict[tuple[int, str, float], int] = {}  # asked very often in a layout
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks anywhere on the tile."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that narrow tiles are higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at which no word is cut off."""
        look = self._icons.keeper.look
        asked = (width, self.text(), look.scale)
        known = self._heights.get(asked)
        if known is None:
            self._heights[asked] = known = self._measured_height(width, look)
        return known

    def _measured_height(self, width: int, look: Look) -> int:
        room = QRect(0, 0, self._text_width(width, look), 10_000)
        text = QFontMetrics(self._font(look)).boundingRect(room, WRAP, self.text()).height()
        icon = self._icon_side(look)
        inside = icon + look.px(8) + text if self._above and icon else max(text, icon)
        return max(inside + 2 * self._padding(look), look.px(tokens.TARGET))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the words on one line."""
        look = self._icons.keeper.look
        words = QFontMetrics(self._font(look)).horizontalAdvance(self.text()) + 1
        width = words - self._text_width(0, look)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the longest word."""
        look = self._icons.keeper.look
        metrics = QFontMetrics(self._font(look))
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = longest + 1 - self._text_width(0, look)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, edge, icon and words in the look of this moment."""
        look = self._icons.keeper.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter, look)
        self._paint_icon(painter, look, ink)
        painter.setFont(self._font(look))
        painter.setPen(QColor(look.theme.colour(ink)))
        painter.drawText(self._text_box(look), self._flags(), self.text())

    def _paint_ground(self, painter: QPainter, look: Look) -> str:
        """Paint ground and edge; return the token for what stands on them."""
        ground, edge, ink = "surface", "border", "text"
        if self.isChecked():
            ground, edge, ink = "chosen", "primary", "on_chosen"
        elif not self.isEnabled():
            ground, ink = "sunken", "muted"
        elif self.underMouse():
            edge = "border_strong"
        painter.setPen(QPen(QColor(look.theme.colour(edge)), EDGE))
        painter.setBrush(QColor(look.theme.colour(ground)))
        radius = look.px(tokens.RADIUS_CONTROL)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        return ink

    def _paint_icon(self, painter: QPainter, look: Look, ink: str) -> None:
        side = self._icon_side(look)
        if not side:
            return
        padding = self._padding(look)
        if self._above:
            spot = QRectF((self.width() - side) / 2, padding, side, side)
        else:
            left = padding if not self._mirrored() else self.width() - padding - side
            spot = QRectF(left, (self.height() - side) / 2, side, side)
        self._icons.paint(painter, spot, self._icon, ink)

    def _text_box(self, look: Look) -> QRect:
        padding, side = self._padding(look), self._icon_side(look)
        box = self.rect().adjusted(padding, padding, -padding, -padding)
        if side and self._above:
            box.setTop(padding + side + look.px(8))
        elif side and self._mirrored():
            box.setRight(box.right() - side - look.px(12))
        elif side:
            box.setLeft(box.left() + side + look.px(12))
        return box

    def _flags(self) -> int:
        sideways = Qt.AlignmentFlag.AlignRight if self._mirrored() else Qt.AlignmentFlag.AlignLeft
        if self._above:
            sideways = Qt.AlignmentFlag.AlignHCenter
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        return int(WRAP) | int(sideways) | int(absolute)

    def _text_width(self, width: int, look: Look) -> int:
        """Return how much of `width` is left for the words (less than none for 0)."""
        beside = 0 if self._above or not self._icon else self._icon_side(look) + look.px(12)
        return width - 2 * self._padding(look) - beside

    def _font(self, look: Look) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(look.px(tokens.LABEL.size))
        font.setWeight(QFont.Weight.Medium)
        return font

    def _icon_side(self, look: Look) -> int:
        return look.px(32 if self._above else 20) if self._icon else 0

    def _padding(self, look: Look) -> int:
        return look.px(14 if self._above else 12)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
