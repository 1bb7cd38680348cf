"""The pacer: paints how full the breath is, or where attention rests.  It knows nothing of time."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from attachcalm.player.session import Frame
from attachcalm.ui.icons import Icons
from attachcalm.ui.tokens import PACER_COUNT, PACER_WORD, Type, blend

CORE = 0.45  # radius of the middle, as a share of the guide's
FULL = 0.9  # radius of the outermost ring when full
RINGS = ((1.0, 0.16), (0.9, 0.32), (0.8, 0.58))  # share of the outermost radius, opacity
RESTING = 0.25  # how full the still rings are while there is no breath to follow
LARGEST = 320  # px of the guide's radius: larger is no easier to follow, and each px costs
REDUCED = 0.5  # the one size with reduced motion
BAR = 1.3  # width of the bar, as a share of the guide's radius: wider than the middle


@dataclass(frozen=True, slots=True)
class Picture:
    """What is painted: all that can change between two frames."""

    radius: float  # of the outermost ring, as a share of the guide's
    arc: float = 0.0  # how much of the guide is filled, 0 to 1
    word: str = ""
    count: str = ""
    icon: str = ""
    level: float | None = None  # how full the bar is, 0 to 1; None where there are rings


SENSE_ICONS = {
    "see": "eye",
    "touch": "hand",
    "hear": "ear",
    "smell": "flower",
    "taste": "coffee",
    "body": "user-round",
    "breath": "wind",
    "mind": "message-circle",
}


def picture_of(frame: Frame, reduced_motion: bool, guide: str = "rings") -> Picture:
    """The picture of a frame; with reduced motion nothing grows and the guide fills instead.

    `guide` is what follows the breath: "rings", or a "bar" that fills from below.
    """
    into = frame.position - frame.span.start
    share = into / frame.span.lasts if frame.span.lasts else 0.0
    if frame.breath is None:
        icon = SENSE_ICONS.get(frame.span.sense or "", "waves")
        return Picture(_radius(RESTING), arc=share, icon=icon)
    breath = frame.breath
    count = str(breath.count)
    if reduced_motion:
        return Picture(_radius(REDUCED), breath.fullness, breath.stroke.word, count)
    if guide == "bar":
        return Picture(0.0, 0.0, breath.stroke.word, count, level=breath.fullness)
    return Picture(_radius(breath.fullness), 0.0, breath.stroke.word, count)


def _radius(fullness: float) -> float:
    return CORE + (FULL - CORE) * (0.12 + 0.88 * fullness)


class Pacer(QWidget):
    """A dotted guide, rings that follow the breath, and word and count in the middle."""

    def __init__(self, icons: Icons, lies_on: str = "bg") -> None:
        """Paint on the ground of this token: a page, or a card ("surface")."""
        super().__init__()
        self._icons = icons
        self._lies_on = lies_on
        self._picture = Picture(_radius(RESTING), icon="waves")
        self._ground = QPixmap()
        self._brushes: list[QBrush] = []  # of the rings, made with the ground
        self._middle = QPixmap()  # with what it shows: it changes once a second, not each frame
        self._middle_shows = ("", "", "")
        self.setObjectName("pacer")
        self.setAccessibleName(self.tr("Breathing pacer"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        icons.keeper.changed.connect(self._forget_ground)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for room in which word and count can be read."""
        side = 170 + self._icons.keeper.look.px(20)
        return QSize(side, side)

    def show_picture(self, picture: Picture) -> None:
        """Paint this picture, and only what it changes."""
        if picture == self._picture:
            return
        before, self._picture = self._picture, picture
        if (picture.level is None) is not (before.level is None):
            self._forget_ground()
        elif picture.level is not None and before.level is not None:
            self.update(_strip(self._bar(), before.level, picture.level))
            if (picture.word, picture.count) != (before.word, before.count):
                self.update(self._middle_rect())
        elif picture.arc != before.arc:
            self.update()
        else:
            self.update(self._ring_rect(max(before.radius, picture.radius)))

    def announce(self, word: str) -> None:
        """Have a screen reader say the word, without moving the focus."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, word))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the ground anew for the new size."""
        super().resizeEvent(event)
        self._forget_ground()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground under the changed part, then rings, arc and middle."""
        painter = QPainter(self)
        if self._ground.isNull():
            self._ground = self._make_ground()
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture.level is None:
            self._paint_rings(painter)
            self._paint_arc(painter)
        else:
            _paint_bar(painter, self._bar(), self._picture.level, self._brushes[1])
        painter.drawPixmap(self._middle_rect().topLeft(), self._middle_of(self._picture))

    def _forget_ground(self) -> None:
        self._ground = QPixmap()
        self._middle = QPixmap()
        self.update()

    def _guide(self) -> float:
        return min(self.width() / 2 - 4, self.height() / 2 - 4, LARGEST)

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _ring_rect(self, radius: float) -> QRect:
        half = math.ceil(self._guide() * radius) + 3
        centre = self._centre().toPoint()
        return QRect(centre.x() - half, centre.y() - half, 2 * half + 1, 2 * half + 1)

    def _bar(self) -> QRectF:
        """The whole bar, as it is when full."""
        wide, high = self._guide() * BAR, 2 * self._guide() - 14
        return QRectF(self._centre().x() - wide / 2, self._centre().y() - high / 2, wide, high)

    def _make_ground(self) -> QPixmap:
        """The page's colour and the dotted guide: what no frame changes."""
        theme = self._icons.keeper.look.theme
        ratio = self.devicePixelRatioF()
        ground = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        ground.setDevicePixelRatio(ratio)
        under = theme.colour(self._lies_on)
        ground.fill(QColor(under))
        self._brushes = [QBrush(QColor(blend(theme.pacer, under, opacity))) for _, opacity in RINGS]
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.pacer_guide), 2.2)
        pen.setDashPattern([0.1, 4.5])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._picture.level is None:
            painter.drawEllipse(self._centre(), self._guide() - 2, self._guide() - 2)
        else:
            bar = self._bar().adjusted(-5, -5, 5, 5)
            painter.drawRoundedRect(bar, bar.width() / 3, bar.width() / 3)
        painter.end()
        return ground

    def _paint_rings(self, painter: QPainter) -> None:
        guide, centre = self._guide(), self._centre()
        core, outer = guide * CORE, guide * self._picture.radius
        painter.setPen(Qt.PenStyle.NoPen)
        for (share, _), brush in zip(RINGS, self._brushes, strict=True):
            painter.setBrush(brush)
            radius = max(core, outer * share)
            painter.drawEllipse(centre, radius, radius)

    def _paint_arc(self, painter: QPainter) -> None:
        if not self._picture.arc:
            return
        pen = QPen(QColor(self._icons.keeper.look.theme.pacer), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        guide = self._guide() - 2
        box = QRectF(self._centre().x() - guide, self._centre().y() - guide, 2 * guide, 2 * guide)
        painter.drawArc(box, 90 * 16, -round(self._picture.arc * 360 * 16))

    def _middle_rect(self) -> QRect:
        """The square around the middle, on whole pixels, with room for its soft edge."""
        half = math.ceil(self._guide() * CORE) + 2
        centre = self._centre()
        return QRect(int(centre.x()) - half, int(centre.y()) - half, 2 * half, 2 * half)

    def _middle_of(self, picture: Picture) -> QPixmap:
        """The middle with its word and count, or its icon; painted anew only when they change."""
        shows = (picture.word, picture.count, picture.icon)
        if self._middle.isNull() or shows != self._middle_shows:
            ratio, rect = self._ground.devicePixelRatio(), self._middle_rect()
            self._middle = QPixmap(rect.size() * ratio)
            self._middle.setDevicePixelRatio(ratio)
            self._middle.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._middle)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_middle(painter, picture, self._centre() - rect.topLeft())
            painter.end()
            self._middle_shows = shows
        return self._middle

    def _paint_middle(self, painter: QPainter, picture: Picture, centre: QPointF) -> None:
        look = self._icons.keeper.look
        core = self._guide() * CORE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.surface))
        painter.drawEllipse(centre, core, core)
        if picture.icon:
            side = min(core * 0.8, look.px(72))
            box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            self._icons.paint(painter, box, picture.icon, "pacer")
            return
        width = core * 1.8
        word = QRectF(centre.x() - width / 2, centre.y() - core * 0.48, width, core * 0.5)
        count = QRectF(centre.x() - width / 2, centre.y() + core * 0.02, width, core * 0.5)
        painter.setPen(QColor(look.theme.text))
        painter.setFont(self._fitting(PACER_WORD, picture.word, width))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, picture.word)
        painter.setPen(QColor(look.theme.pacer))
        painter.setFont(self._fitting(PACER_COUNT, picture.count, width))
        painter.drawText(count, Qt.AlignmentFlag.AlignCenter, picture.count)

    def _fitting(self, kind: Type, text: str, width: float) -> QFont:
        """The font of this kind, smaller where the middle has no room for the text."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight(kind.weight))
        look = self._icons.keeper.look
        size = min(float(look.px(kind.size)), self._guide() * CORE * 0.46)
        fits = width / max(1.0, 0.66 * len(text))
        font.setPixelSize(max(8, round(min(size, fits))))
        return font


def _strip(bar: QRectF, one: float, other: float) -> QRect:
    """What changes when a bar goes from one level to another: what lies between them."""
    top = bar.bottom() - bar.height() * max(one, other)
    high = bar.height() * abs(one - other)
    return QRectF(bar.left(), top, bar.width(), high).toAlignedRect().adjusted(-1, -1, 1, 1)


def _paint_bar(painter: QPainter, bar: QRectF, level: float, brush: QBrush) -> None:
    """Fill the bar from below; its corners stay as round at every level."""
    filled = QRectF(bar)
    filled.setTop(bar.bottom() - bar.height() * level)
    painter.save()
    painter.setClipRect(filled, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(bar, bar.width() / 3, bar.width() / 3)
    painter.restore()
