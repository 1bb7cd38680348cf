"""One number to turn to: large, with Copy and a code that a phone scans."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button
from attachcalm.ui.widgets.text import words


class NumberRow(QWidget):
    """The number stands in large figures; what it is stands above, what to know below."""

    scan_wanted = Signal(str, str)  # what it is, and the number

    def __init__(self, name: str, what: str, number: str, about: str, icons: Icons) -> None:
        super().__init__()
        self.setObjectName(name)
        self._what = what
        self._number = number
        self.number = words("title", number, f"{name}_number")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = compact(
            ghost_button(
                f"{name}_copy",
                self.tr("Copy"),
                icons,
                "copy",
                says=self.tr("Copy the number of {what}").format(what=what),
            )
        )
        self.scan = compact(
            ghost_button(
                f"{name}_scan",
                self.tr("Scan"),
                icons,
                "phone",
                says=self.tr("Show a code that dials {what}").format(what=what),
            )
        )
        self._arrange(what, about)
        self.copy.clicked.connect(self._copy)
        self.scan.clicked.connect(self._scan)

    def _arrange(self, what: str, about: str) -> None:
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(words("label", what))
        if self._number:
            text.addWidget(self.number)
        if about:
            text.addWidget(words("small", about))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(text, 1)
        for button in (self.copy, self.scan):
            button.setVisible(bool(self._number))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def add_button(self, button: QPushButton) -> None:
        """Put one more button at the end."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number)
        self.copy.setText(self.tr("Copied"))

    def _scan(self) -> None:
        self.scan_wanted.emit(self._what, self._number)
