"""The small icon among those of the desktop: it tells a reminder and takes the answer."""

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from attachcalm.ui.icons import Icons

SIZES = (16, 22, 24, 32, 48, 64)  # px: what desktops ask of a tray icon
SHOWN_MS = 10_000


def has_tray() -> bool:
    """Whether this desktop has a place for such icons and shows what they tell."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class Tray(QObject):
    """Never takes the keyboard and never makes a sound of its own."""

    opened = Signal()  # by the icon, its menu, or what it told
    rest_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons.keeper)
        self._icons = icons
        self._name = QCoreApplication.applicationName()
        self._menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._menu.addAction(self.tr("Open")).triggered.connect(self.opened)
        self._menu.addAction(self.tr("Rest today")).triggered.connect(self.rest_chosen)
        self._icon.messageClicked.connect(self.opened)
        self._icon.activated.connect(self._touch)

    def appear(self, *, neutral: bool) -> None:
        """Show the icon; a neutral one is a bell without a name.

        On Linux, Qt hands the program's name to the desktop with icon and notification, so the
        program goes by another name as long as a neutral one stands there.
        """
        word = self.tr("Reminder")
        QCoreApplication.setApplicationName(word if neutral else self._name)
        self._icon.setIcon(_bell(self._icons) if neutral else _mark(self._icons))
        self._icon.setToolTip(word if neutral else "AttachCalm")
        self._icon.show()

    def tell(self, title: str, sentence: str) -> None:
        """Show a notification; the desktop decides where, and holds it back if asked to."""
        icon = QSystemTrayIcon.MessageIcon.NoIcon
        self._icon.showMessage(title, sentence, icon, SHOWN_MS)

    def leave(self) -> None:
        """Take the icon away for good."""
        self._icon.hide()
        QCoreApplication.setApplicationName(self._name)
        self._menu.deleteLater()
        self.deleteLater()

    def _touch(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()


def _mark(icons: Icons) -> QIcon:
    made = QIcon()
    for size in SIZES:
        picture, painter = _sheet(size)
        icons.paint(painter, QRectF(0, 0, size, size), "attachcalm", "text")
        painter.end()
        made.addPixmap(picture)
    return made


def _bell(icons: Icons) -> QIcon:
    """A bell on a ground of its own, for nobody knows whether the tray is light or dark."""
    made = QIcon()
    for size in SIZES:
        picture, painter = _sheet(size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(icons.keeper.look.theme.primary))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size / 4, size / 4)
        edge = size / 6
        inner = QRectF(edge, edge, size - 2 * edge, size - 2 * edge)
        icons.paint(painter, inner, "bell", "on_primary")
        painter.end()
        made.addPixmap(picture)
    return made


def _sheet(size: int) -> tuple[QPixmap, QPainter]:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return picture, painter
