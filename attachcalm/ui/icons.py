"""Icons as line drawings in the colours of the look of this moment, sharp at every size."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from attachcalm.ui.style import LookKeeper

GLYPH, BOX = 20, 28  # an icon before words: 20 drawn at the leading side of 28, the rest is the gap


class Icons:
    """The bundled drawings by name. One for the whole window; pages are given it.

    The colour is asked of the keeper while painting, so a new theme needs no new icons.
    """

    def __init__(self, folder: Path, keeper: LookKeeper) -> None:
        self._folder = folder
        self.keeper = keeper
        self.copies: list[QIconEngine] = []
        self._drawings: dict[tuple[str, str], QSvgRenderer] = {}

    def icon(self, name: str, ink: str = "text", checked: str = "", gap: bool = True) -> QIcon:
        """Return the drawing `name` in the colour token `ink`, in `checked` where it is on.

        With `gap` it leaves room for the words after it; without, it fills its box.
        """
        return QIcon(LineIcon(self, name, (ink, checked or ink), gap))

    def paint(self, painter: QPainter, box: QRectF, name: str, ink: str) -> None:
        """Paint the drawing `name` into `box` (a square) in the colour token `ink`."""
        colour = self.keeper.look.theme.colour(ink)
        self._drawing(name, colour).render(painter, box)

    def _drawing(self, name: str, colour: str) -> QSvgRenderer:
        known = self._drawings.get((name, colour))
        if known is None:
            text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            known = QSvgRenderer(text.replace("currentColor", colour).encode())
            self._drawings[name, colour] = known
        return known


class LineIcon(QIconEngine):
    """Paints one of the drawings for Qt's own buttons."""

    def __init__(self, icons: Icons, name: str, inks: tuple[str, str], gap: bool) -> None:
        """Take the colour token for the plain and for the checked state."""
        super().__init__()
        self._icons = icons
        self._name = name
        self._inks = inks
        self._gap = gap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the drawing in the colour of this moment."""
        ink = self._inks[state == QIcon.State.On]
        if mode == QIcon.Mode.Disabled:
            ink = "muted"
        side = min(rect.width(), rect.height())
        glyph = side * GLYPH / BOX if self._gap else float(side)
        left = float(rect.x())
        if self._gap and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = rect.x() + rect.width() - glyph
        box = QRectF(left, rect.y() + (rect.height() - glyph) / 2, glyph, glyph)
        self._icons.paint(painter, box, self._name, ink)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing on a clear ground, `size` in device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> "LineIcon":
        """Return another engine for the same drawing (Qt asks when it copies an icon)."""
        copy = LineIcon(self._icons, self._name, self._inks, self._gap)
        self._icons.copies.append(copy)  # Qt takes no hold of it: unkept, it would be freed at once
        return copy
