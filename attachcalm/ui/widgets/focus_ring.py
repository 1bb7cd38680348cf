"""A ring around what the keyboard acts on, seen only while the keyboard is being used.

Qt has no `:focus-visible`. One small overlay per window follows the focus and shows itself after
Tab, an arrow key or the key to a page, and hides after a click.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from attachcalm.ui import tokens
from attachcalm.ui.style import LookKeeper

WIDTH, GAP = 3, 2
MOVING_KEYS = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
PLACE_KEYS = {Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5}
MOVED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


def _goes_somewhere(event: QKeyEvent) -> bool:
    """Whether it is a key to a page.  A shortcut never comes as a key press, only as this."""
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_F1 or (with_control and event.key() in PLACE_KEYS)


class FocusRing(QWidget):
    """The ring of one window. Make it once the window's content exists; it needs no more care.

    A widget may say how round it is with the dynamic property `ring_radius`, in px at 100 %.
    """

    def __init__(self, window: QWidget, keeper: LookKeeper) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._keeper = keeper
        self._by_keyboard = False
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        window.installEventFilter(self)
        self._watch_input()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
        keeper.changed.connect(self._follow)
        self._focus_changed(None, window.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See keys and clicks of the window before its widgets do, and moves of what is ringed."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in MOVING_KEYS:
                self._use_keyboard(True)
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _goes_somewhere(event):
                self._use_keyboard(True)
        elif kind == QEvent.Type.MouseButtonPress:
            self._use_keyboard(False)
        elif watched is self.window() and kind in (QEvent.Type.Show, QEvent.Type.WinIdChange):
            self._watch_input()
        elif kind in MOVED and watched in self._watched:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring just outside the widget's edge."""
        look = self._keeper.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.theme.focus), WIDTH))
        half = WIDTH / 2
        edge = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = min(self._radius() + GAP + half, edge.height() / 2)
        painter.drawRoundedRect(edge, radius, radius)

    def _watch_input(self) -> None:
        """Watch the native window, which gets keys and clicks first; a widget would miss them."""
        handle = self.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _use_keyboard(self, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self._follow()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):  # not a parent that is taken apart and takes the focus with it
                widget.removeEventFilter(self)
        self._watched = []
        inside = new is not None and new.window() is self.window()
        self._around = new if inside else None
        while inside and new is not None and new is not self.window():
            new.installEventFilter(self)
            self._watched.append(new)
            new = new.parentWidget()
        self._follow()

    def _follow(self) -> None:
        around = self._around
        if not self._by_keyboard or around is None or around.visibleRegion().isEmpty():
            self.hide()
            return
        out = WIDTH + GAP
        spot = QRect(around.mapTo(self.window(), QPoint(0, 0)), around.size())
        self.setGeometry(spot.adjusted(-out, -out, out, out))
        self.raise_()
        self.show()
        self.update()

    def _radius(self) -> float:
        look = self._keeper.look
        own = self._around.property("ring_radius") if self._around is not None else None
        return look.px(own if isinstance(own, int) else tokens.RADIUS_CONTROL)
