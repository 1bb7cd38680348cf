"""A setting that is on or off: words on one side, a switch on the other, all of it clickable."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from attachcalm.ui import tokens
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import Look
from attachcalm.ui.widgets.text import words

TRACK_WIDTH, TRACK_HEIGHT, KNOB_GAP = 46, 26, 4


class Switch(QCheckBox):
    """A check box that looks like a switch; `says` is its accessible name."""

    def __init__(self, name: str, says: str, keeper: LookKeeper) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setProperty("ring_radius", TRACK_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keeper = keeper

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks anywhere on the switch."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a target that is high enough."""
        look = self._keeper.look
        return QSize(look.px(TRACK_WIDTH), look.px(tokens.TARGET_SMALL))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a track and a knob: filled and to the end when on."""
        look = self._keeper.look
        on = self.isChecked()
        theme = look.theme
        edge, ground, knob = theme.border_strong, theme.surface, theme.border_strong
        if on:
            edge, ground, knob = theme.primary, theme.primary, theme.on_primary
        if not self.isEnabled():
            edge, knob = theme.border, theme.muted
        height = look.px(TRACK_HEIGHT)
        track = QRectF(0, (self.height() - height) / 2, self.width(), height)
        track.adjust(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(knob))
        painter.drawEllipse(self._knob(track, look.px(KNOB_GAP), on))

    def _knob(self, track: QRectF, gap: int, on: bool) -> QRectF:
        side = track.height() - 2 * gap
        at_end = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        left = track.right() - gap - side if at_end else track.left() + gap
        return QRectF(left, track.top() + gap, side, side)


class SwitchRow(QWidget):
    """One setting with its name, a plain sentence about it, and the switch."""

    switched = Signal(bool)  # the new state, by the person

    def __init__(self, name: str, title: str, sentence: str, keeper: LookKeeper) -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = words("label", title, f"{name}_title")
        self.sentence = words("small", sentence, f"{name}_sentence")
        if not sentence:
            self.sentence.hide()  # shown before it has a parent, it would be a window of its own
        self.switch = Switch(f"{name}_switch", title, keeper)
        self.switch.setAccessibleDescription(sentence)
        self._arrange(keeper.look)
        self.switch.clicked.connect(self.switched)
        keeper.changed.connect(self._space)

    def is_on(self) -> bool:
        """Return whether the switch is on."""
        return self.switch.isChecked()

    def set_on(self, on: bool) -> None:
        """Put the switch on or off without telling anybody (the person did not do it)."""
        self.switch.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take a click on the words as a click on the switch."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.switch.click()

    def _arrange(self, look: Look) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        self._row = QHBoxLayout(self)
        self._row.addLayout(column, 1)
        self._row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._space(look)

    def _space(self, look: Look) -> None:
        self._row.setContentsMargins(0, look.px(4), 0, look.px(4))
        self._row.setSpacing(look.px(tokens.GAP))
