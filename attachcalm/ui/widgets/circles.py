"""A row of round radio buttons that breaks into two or more rows where it does not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QRadioButton, QSizePolicy, QWidget

from attachcalm.ui import tokens
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import Look

WIDEST_GAP, LEAST_GAP = 26, 4
ROOM = 604  # eleven full circles with 12 between them, px at 100 %: wider is harder to read


class CircleButton(QRadioButton):
    """One round choice with a short text in it, painted from the tokens."""

    def __init__(self, name: str, text: str, says: str, keeper: LookKeeper) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setProperty("ring_radius", tokens.TARGET)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._keeper = keeper

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks anywhere on the circle, not only where a native dot would be."""
        return self.rect().contains(pos)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave it to the row to say which circle is chosen."""

    def choose(self, chosen: bool) -> None:
        """Show the circle as chosen or not; unlike other radio buttons, it can be unchosen."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # always, or a screen reader hears a check box

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take Space; leave arrows and digits to the row (Qt would only move the focus)."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a full target."""
        side = self._keeper.look.px(tokens.TARGET)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with a small target where there is little room."""
        side = self._keeper.look.px(tokens.TARGET_SMALL)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the circle: filled when chosen, with a clear edge when not."""
        look = self._keeper.look
        theme = look.theme
        ground, edge, ink = theme.surface, theme.border_strong, theme.text
        if self.isChecked():
            ground, edge, ink = theme.primary, theme.primary, theme.on_primary
        elif not self.isEnabled():
            ground, edge, ink = theme.sunken, theme.border, theme.muted
        elif self.underMouse() or self.isDown():
            ground, edge, ink = theme.primary_soft, theme.primary, theme.on_soft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(ground))
        side = min(self.width(), self.height()) - 2
        painter.drawEllipse(QRectF(1, 1, side, side))
        painter.setFont(self._font(look))
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self, look: Look) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(look.px(tokens.LABEL.size))
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        return font


class Circles(QWidget):
    """Lays circles out in as few even rows as fit, with up to three words of explanation below.

    The words stand under the first, the middle and the last circle ("" leaves one out).
    """

    def __init__(
        self, buttons: Sequence[CircleButton], below: Sequence[QLabel], keeper: LookKeeper
    ) -> None:
        super().__init__()
        self._keeper = keeper
        self._buttons = list(buttons)
        self._below = list(below)
        for child in (*self._buttons, *self._below):
            child.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keeper.changed.connect(self._look_changed)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Turn around with the reading direction."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place(self.width(), move=True)
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that circles and words need at this width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for one row of full circles."""
        width = self._keeper.look.px(ROOM)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with room for four circles beside each other."""
        look = self._keeper.look
        width = 4 * look.px(tokens.TARGET_SMALL) + 3 * look.px(LEAST_GAP)
        return QSize(width, look.px(tokens.TARGET_SMALL))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the circles out for the new width."""
        self._place(self.width(), move=True)
        super().resizeEvent(event)

    def _look_changed(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()
        self.update()

    def _place(self, width: int, move: bool) -> int:
        """Lay everything out at `width`, really (`move`) or only to learn the height."""
        look = self._keeper.look
        a_row, side, gap = fit(len(self._buttons), width, look)
        if move:
            for index, button in enumerate(self._buttons):
                row, column = divmod(index, a_row)
                spot = QRect(column * (side + gap), row * (side + gap), side, side)
                button.setGeometry(self._mirrored(spot))
        rows = -(-len(self._buttons) // a_row)
        top = rows * side + (rows - 1) * gap
        used = a_row * side + (a_row - 1) * gap
        return top + self._place_words(top + look.px(8), used, move) + look.px(8)

    def _place_words(self, top: int, used: int, move: bool) -> int:
        shown = [label for label in self._below if label.text()]
        if not shown:
            return 0
        share = used // len(shown)
        heights = [label.heightForWidth(share) for label in shown]
        if move:
            for index, label in enumerate(shown):
                left = index * (used - share) // max(1, len(shown) - 1)
                label.setGeometry(self._mirrored(QRect(left, top, share, max(heights))))
        return max(heights)

    def _mirrored(self, spot: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            spot.moveLeft(self.width() - spot.right() - 1)
        return spot


def fit(count: int, width: int, look: Look) -> tuple[int, int, int]:
    """Return how many of `count` circles stand in a row at `width`, their side and their gap.

    Everything in pixels. The side is between 36 and 44 px at 100 %; rows are as even as can be.
    """
    least, most = look.px(tokens.TARGET_SMALL), look.px(tokens.TARGET)
    narrow = look.px(LEAST_GAP)
    a_row = count
    for rows in range(1, count + 1):
        a_row = -(-count // rows)
        if a_row * least + (a_row - 1) * narrow <= width:
            break
    side = max(least, min(most, (width - (a_row - 1) * narrow) // a_row))
    gaps = max(1, a_row - 1)
    gap = max(narrow, min(look.px(WIDEST_GAP), (width - a_row * side) // gaps))
    return a_row, side, gap
