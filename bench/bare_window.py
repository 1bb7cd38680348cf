"""The floor of the first window: a bare, painted QMainWindow with the imports any window has.

Nothing of the app is imported. It tells its first paint as the app does, and quits; with --stay
it stays open instead, for a measurement that looks at the screen.
"""

import os
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

IMPORTED_AS_ANY_WINDOW_DOES = (
    Qt, QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QStackedWidget, QVBoxLayout,
)  # fmt: skip


class Bare(QWidget):
    """An empty page that tells of its first paint."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, tell_first_paint)


def tell_first_paint() -> None:
    """Tell whoever waits, and quit."""
    told = os.environ.get("ATTACHCALM_FIRST_PAINT_FD")
    if told:
        os.write(int(told), "\n".join(sorted(sys.modules)).encode())
    if "--stay" not in sys.argv:
        QApplication.exit(0)


def main() -> int:
    """Show the window."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1180, 800)
    window.setCentralWidget(Bare())
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
