"""One stick of the chart, lying down: the distress before and after one sitting."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import DISTRESS
from attachcalm.ui.icons import Icons


class ChangeView(QWidget):
    """A hollow ring for before and a filled dot for after, on the line from 0 to 10."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._before = 0
        self._after = 0
        self.setObjectName("after_change")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        icons.keeper.changed.connect(self.updateGeometry)

    def show_entry(self, entry: Entry) -> None:
        """Show the two ratings of the entry, if both are there."""
        before = entry.before.distress if entry.before else None
        after = entry.after.distress if entry.after else None
        if before is None or after is None:
            return
        self._before, self._after = before, after
        self.setAccessibleName(
            self.tr("Distress {before} before, {after} after").format(before=before, after=after)
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for three lines of height."""
        look = self._icons.keeper.look
        return QSize(look.px(360), look.px(84))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint axis, stick, ring and dot, each with its word."""
        look = self._icons.keeper.look
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.height() / 2
        painter.setPen(QPen(QColor(theme.chart_grid), 1))
        painter.drawLine(QPointF(self._x(0), line), QPointF(self._x(10), line))
        painter.setPen(QColor(theme.muted))
        for value in (0, 5, 10):
            self._write(painter, self._x(value), self.height() - look.px(14), str(value))
        lower = self._after <= self._before
        colour = QColor(theme.chart_after if lower else theme.chart_before)
        style = Qt.PenStyle.SolidLine if lower else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 3, style))
        painter.drawLine(QPointF(self._x(self._before), line), QPointF(self._x(self._after), line))
        self._marks(painter, line)

    def _marks(self, painter: QPainter, line: float) -> None:
        look = self._icons.keeper.look
        theme = look.theme
        painter.setPen(QPen(QColor(theme.chart_before), 2.5))
        painter.setBrush(QColor(theme.surface))
        painter.drawEllipse(QPointF(self._x(self._before), line), look.px(8), look.px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chart_after))
        painter.drawEllipse(QPointF(self._x(self._after), line), look.px(6), look.px(6))
        above = look.px(14)
        if self._before == self._after:
            both = self.tr("before and after {value}").format(value=self._before)
            painter.setPen(QColor(theme.text))
            self._write(painter, self._x(self._before), above, both)
            return
        painter.setPen(QColor(theme.chart_before))
        before = self.tr("before {value}").format(value=self._before)
        after = self.tr("after {value}").format(value=self._after)
        near = abs(self._before - self._after) * self._step() < look.px(90)
        shift = look.px(48) if near else 0
        sign = -1 if self._before < self._after else 1
        self._write(painter, self._x(self._before) + sign * shift, above, before)
        painter.setPen(QColor(theme.chart_after))
        self._write(painter, self._x(self._after) - sign * shift, above, after)

    def _step(self) -> float:
        return (self.width() - 2 * self._icons.keeper.look.px(90)) / (DISTRESS.stop - 1)

    def _x(self, value: int) -> float:
        return self._icons.keeper.look.px(90) + value * self._step()

    def _write(self, painter: QPainter, x: float, y: float, text: str) -> None:
        half = self._icons.keeper.look.px(90)
        box = QRectF(x - half, y - half / 4, 2 * half, half / 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
