"""The drawings of leaflets, painted in the colours of the look: sharp at every size, no files."""

from abc import abstractmethod
from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from attachcalm.learn.model import Figure, FigureKind
from attachcalm.ui import tokens
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.widgets.spoken_as import spoken_as

ALIGN = Qt.AlignmentFlag
WRAP = Qt.TextFlag.TextWordWrap.value
CENTRED = WRAP | ALIGN.AlignCenter.value
BESIDE = WRAP | (ALIGN.AlignVCenter | ALIGN.AlignLeft).value
AT_TOP = WRAP | ALIGN.AlignLeft.value
AT_END = WRAP | (ALIGN.AlignRight | ALIGN.AlignBottom).value
LINE = 2  # px of what is drawn
PAD = 12  # px around words


class Drawing(QWidget):
    """A drawing as wide as there is room, and as high as its words then need."""

    def __init__(self, name: str, figure: Figure, keeper: LookKeeper) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.told)
        spoken_as(self, QAccessible.Role.Graphic)
        self._keeper = keeper
        self._labels: Mapping[str, str] = figure.labels
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keeper.changed.connect(self._look_changed)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of a line of text."""
        width = self._keeper.look.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the longest word in half of the width."""
        metrics = QFontMetrics(self.words_font())
        words = (word for label in self._labels.values() for word in label.split())
        longest = max(metrics.horizontalAdvance(word) for word in words)
        return QSize(2 * longest + 4 * self._keeper.look.px(PAD), 0)

    def words_font(self) -> QFont:
        """The font of the words in it."""
        font = QFont(self.font())
        font.setPixelSize(self._keeper.look.px(tokens.LABEL.size))
        font.setWeight(QFont.Weight(tokens.LABEL.weight))
        return font

    def words_height(self, name: str, width: float) -> int:
        """How high this label is within such a width."""
        room = QRect(0, 0, max(1, int(width)), 10_000)
        metrics = QFontMetrics(self.words_font())
        return metrics.boundingRect(room, WRAP, self._labels[name]).height()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it anew."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.words_font())
        self.draw(painter)

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Draw it with this painter, whose font is set."""

    def write(self, painter: QPainter, box: QRectF, flags: int, name: str) -> None:
        """Write one of its labels into the box."""
        painter.drawText(box, flags, self._labels[name])

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Plane(Drawing):
    """Worry upwards, distance to the right; four soft clouds, and nothing between them."""

    CORNERS = ("reach", "both", "ease", "away")  # in the order of reading

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for two rows of clouds between the words of the axes."""
        above, row, under = self._rows(width)
        return round(above + 2 * row + under)

    def _rows(self, width: float) -> tuple[float, float, float]:
        """The heights of the upper words, of a row of clouds, and of the lower words."""
        px, room = self._keeper.look.px, self._cloud_width(width) - 2 * self._keeper.look.px(PAD)
        highest = max(self.words_height(name, room) for name in self.CORNERS)
        row = max(px(104), highest + px(4 * PAD))
        above, under = (self.words_height(name, width) + px(8) for name in ("worry", "distance"))
        return above, row, under

    def _cloud_width(self, width: float) -> float:
        return (width - self._keeper.look.px(PAD)) / 2

    def draw(self, painter: QPainter) -> None:
        """The clouds, the two arrows, and the words."""
        look, theme = self._keeper.look, self._keeper.look.theme
        above, row, under = self._rows(self.width())
        left, cloud = float(look.px(PAD)), self._cloud_width(self.width())
        for at, name in enumerate(self.CORNERS):
            box = QRectF(left + (at % 2) * cloud, above + (at // 2) * row, cloud, row)
            self._cloud(painter, box, QColor(theme.primary_soft))
            painter.setPen(QColor(theme.text))
            pad = look.px(PAD)
            self.write(painter, box.adjusted(pad, 0, -pad, 0), CENTRED, name)
        origin = QPointF(LINE, above + 2 * row - LINE)
        painter.setPen(QPen(QColor(theme.border_strong), LINE))
        self._arrow(painter, origin, QPointF(LINE, above + LINE))
        self._arrow(painter, origin, QPointF(self.width() - LINE, origin.y()))
        painter.setPen(QColor(theme.muted))
        top = QRectF(0, 0, self.width(), above)
        bottom = QRectF(0, above + 2 * row, self.width(), under)
        self.write(painter, top, AT_TOP, "worry")
        self.write(painter, bottom, AT_END, "distance")

    @staticmethod
    def _cloud(painter: QPainter, box: QRectF, colour: QColor) -> None:
        """A patch that has no edge."""
        painter.save()
        painter.translate(box.center())
        painter.scale(box.width() / 2, box.height() / 2)
        cloud = QRadialGradient(QPointF(0, 0), 1)
        for at, share in ((0.0, 1.0), (0.6, 0.9), (1.0, 0.0)):
            fading = QColor(colour)
            fading.setAlphaF(share)
            cloud.setColorAt(at, fading)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(cloud))
        painter.drawEllipse(QPointF(0, 0), 1, 1)
        painter.restore()

    def _arrow(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        painter.drawLine(start, end)
        head = self._keeper.look.px(6)
        along = QPointF((start.x() > end.x()) - (start.x() < end.x()),
                        (start.y() > end.y()) - (start.y() < end.y())) * head  # fmt: skip
        aside = QPointF(along.y(), along.x())
        painter.drawLine(end, end + along + aside)
        painter.drawLine(end, end + along - aside)


class Window(Drawing):
    """Three bands, the middle one open, and the line of a day that goes through all of them."""

    BANDS = ("above", "inside", "below")
    WORDS = 0.62  # of the width; the line has the rest

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Three bands of one height."""
        return round(3 * self._band(width))

    def _band(self, width: float) -> float:
        px = self._keeper.look.px
        room = width * self.WORDS - 2 * px(PAD)
        highest = max(self.words_height(name, room) for name in self.BANDS)
        return float(max(px(76), highest + 2 * px(PAD)))

    def draw(self, painter: QPainter) -> None:
        """The bands with their words, the edges of the window, and the line."""
        look, theme = self._keeper.look, self._keeper.look.theme
        wide, high, pad = float(self.width()), self._band(self.width()), look.px(PAD)
        grounds = (theme.sunken, theme.primary_soft, theme.sunken)
        inks = (theme.text, theme.on_soft, theme.text)
        for at, name in enumerate(self.BANDS):
            band = QRectF(0, at * high, wide, high)
            painter.fillRect(band, QColor(grounds[at]))
            painter.setPen(QColor(inks[at]))
            words = QRectF(pad, band.top(), wide * self.WORDS - 2 * pad, high)
            self.write(painter, words, BESIDE, name)
        painter.setPen(QPen(QColor(theme.primary), LINE, Qt.PenStyle.DashLine))
        for at in (1, 2):
            painter.drawLine(QPointF(0, at * high), QPointF(wide, at * high))
        painter.setPen(QPen(QColor(theme.pacer), LINE + 1))
        painter.drawPath(self._day(QRectF(wide * self.WORDS, 0, wide * (1 - self.WORDS), 3 * high)))

    @staticmethod
    def _day(box: QRectF) -> QPainterPath:
        """Up and down, out of the window at both edges, and back inside."""
        levels = (0.5, 0.42, 0.14, 0.46, 0.58, 0.86, 0.52)  # of the height, evenly spread
        step = box.width() * 0.94 / (len(levels) - 1)
        spots = [
            QPointF(box.left() + at * step, box.top() + level * box.height())
            for at, level in enumerate(levels)
        ]
        path = QPainterPath(spots[0])
        for before, after in pairwise(spots):
            half = (before.x() + after.x()) / 2
            path.cubicTo(QPointF(half, before.y()), QPointF(half, after.y()), after)
        return path


def drawing_of(name: str, figure: Figure, keeper: LookKeeper) -> Drawing:
    """The drawing of this figure."""
    kinds: dict[FigureKind, type[Drawing]] = {
        FigureKind.PLANE: Plane,
        FigureKind.WINDOW: Window,
    }
    return kinds[figure.kind](name, figure, keeper)
