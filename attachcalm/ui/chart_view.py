"""Shows a chart that a worker has drawn, and says what each mark is, by mouse and by keys."""

from math import hypot

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from attachcalm.charts.drawing import Mark
from attachcalm.charts.image import ChartImage
from attachcalm.charts.look import LEAST_HEIGHT, LEAST_WIDTH
from attachcalm.ui.style import LookKeeper

REDRAW_MS = 120  # after the last change of size
BY_KEYS = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
REACH = 14  # pixels from a mark that still count as on it


def _away(mark: Mark, spot: QPointF) -> float:
    """How far, in pixels, a spot lies outside a mark; 0 on it."""
    across = max(0.0, abs(mark.x_px - spot.x()) - mark.reach_px)
    return hypot(across, max(0.0, mark.top_px - spot.y(), spot.y() - mark.bottom_px))


class ChartView(QWidget):
    """A picture with marks; arrows go from mark to mark, and the words are beside it."""

    size_changed = Signal()  # the chart should be drawn anew
    mark_read = Signal(str)  # the sentence of the mark that is pointed at

    def __init__(self, name: str, keeper: LookKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._image: QImage | None = None
        self._marks: tuple[Mark, ...] = ()
        self._at: int | None = None
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REDRAW_MS)
        self._later.timeout.connect(self.size_changed)

    def show_chart(self, chart: ChartImage) -> None:
        """Show this picture in place of the last."""
        image = QImage(
            chart.rgba, chart.width, chart.height, 4 * chart.width, QImage.Format.Format_RGBA8888
        ).copy()
        image.setDevicePixelRatio(chart.scale)
        self._image, self._marks, self._at = image, chart.marks, None
        self.update()

    @property
    def image(self) -> QImage:
        """The picture that is shown, an empty one before the first."""
        return self._image or QImage()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the picture that is shown."""
        return self._marks

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a chart that is easy to read."""
        return QSize(self._keeper.look.px(560), self._keeper.look.px(420))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have it drawn anew when the size has come to rest."""
        super().resizeEvent(event)
        self._later.start()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture and a ring around the mark that is pointed at."""
        painter = QPainter(self)
        if self._image is not None:
            painter.drawImage(QPointF(0, 0), self._image)
        if self._at is not None:
            mark = self._marks[self._at]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._keeper.look.theme.focus), 2.5))
            painter.drawEllipse(QPointF(mark.x_px, mark.y_px), 9, 9)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Point at the nearest mark."""
        self._point_at(self._near(event.position()))

    def event(self, event: QEvent) -> bool:
        """Show the words of the mark under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._near(QPointF(event.pos()))
            if at is not None:
                QToolTip.showText(event.globalPos(), self._marks[at].sentence, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from mark to mark."""
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        last = len(self._marks) - 1
        if last < 0 or key not in (*moves, *rows, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        elif key in rows:
            self._point_at(self._beyond(rows[key]))
        elif key in moves:
            here = self._at if self._at is not None else (last + 1 if moves[key] < 0 else -1)
            self._point_at(min(max(here + moves[key], 0), last))
        else:
            self._point_at(0 if key == Qt.Key.Key_Home else last)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say to whoever came by keys how to go on."""
        super().focusInEvent(event)
        if event.reason() in BY_KEYS and self._marks:
            self.mark_read.emit(self.tr("The arrow keys read one mark after the other."))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Point at nothing any more."""
        super().focusOutEvent(event)
        self._point_at(None)
        self.mark_read.emit("")  # nor say how

    def _beyond(self, way: int) -> int:
        """The nearest mark above (-1) or below (1) the one pointed at; itself if there is none."""
        if self._at is None:
            return 0 if way > 0 else len(self._marks) - 1
        here = self._marks[self._at]
        beyond = [
            (abs(mark.y_px - here.y_px) + 2 * abs(mark.x_px - here.x_px), at)
            for at, mark in enumerate(self._marks)
            if (mark.y_px - here.y_px) * way > REACH
        ]
        return min(beyond)[1] if beyond else self._at

    def _near(self, spot: QPointF) -> int | None:
        """The nearest mark within reach; of those that cover the spot, the nearest middle."""
        near = [
            (away, hypot(mark.x_px - spot.x(), mark.y_px - spot.y()), at)
            for at, mark in enumerate(self._marks)
            if (away := _away(mark, spot)) <= REACH
        ]
        return min(near)[2] if near else None

    def _point_at(self, at: int | None) -> None:
        if at == self._at:
            return
        self._at = at
        sentence = "" if at is None else self._marks[at].sentence
        self.setAccessibleDescription(sentence)
        self.mark_read.emit(sentence)
        self.update()
