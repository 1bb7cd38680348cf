"""One number to turn to: large, with Copy and a code that a phone scans."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from attachcalm.ui import tokens
from attachcalm.ui.icons import Icons
from attachcalm.ui.tokens import Look
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.qr_view import QrView
from attachcalm.ui.widgets.text import words

ONE_COLUMN_BELOW = 480  # px


class NumberRow(QWidget):
    """The number stands in large figures; what it is stands above, what to know below.

    `link` is what a phone opens; without one there is no code.  `huge` is for the one number that
    counts when somebody is in danger: then the card says what it is.
    """

    def __init__(
        self,
        name: str,
        icons: Icons,
        what: str,
        number: str,
        about: str = "",
        *,
        link: str = "",
        huge: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.controls: list[QWidget] = []  # as the keyboard meets them
        self._number = number
        self._link = link
        self.number = words("" if huge else "title", number, f"{name}_number")
        says = self.tr("Copy {number}, {what}").format(number=number, what=what)
        self.copy = compact(
            secondary_button(f"{name}_copy", self.tr("Copy"), icons, "copy", says=says)
        )
        says = self.tr("Show or hide a code with which a phone reaches {what}").format(what=what)
        self.scan = compact(
            secondary_button(f"{name}_scan", self.tr("Show code"), icons, "phone", says=says)
        )
        self._buttons = FlowRow(f"{name}_buttons", icons.keeper, gap=8)
        self._columns = Columns(f"{name}_columns", icons.keeper, below=ONE_COLUMN_BELOW)
        self.code = QrView(f"{name}_code", icons.keeper)
        self._whole = QVBoxLayout(self)
        self._arrange(what, "" if huge else what, about)
        self._space(icons.keeper.look)
        icons.keeper.changed.connect(self._space)
        self.copy.clicked.connect(self._copy)
        self.scan.clicked.connect(self._turn_code)
        if huge:
            self._enlarge(icons.keeper.look)
            icons.keeper.changed.connect(self._enlarge)

    def add_button(self, button: QPushButton) -> None:
        """Put one more button at the end."""
        self._buttons.add(button)
        self.controls.append(button)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number)
        self.copy.setText(self.tr("Copied"))

    def _turn_code(self) -> None:
        """Show the code right here, or hide it again."""
        if self.code.isHidden():
            self.code.show_link(self._link, self._number)
            self.code.show()
            self.scan.setText(self.tr("Hide code"))
        else:
            self.code.hide()
            self.scan.setText(self.tr("Show code"))

    def _space(self, look: Look) -> None:
        """What belongs to one number stands closer together than two numbers do."""
        self._whole.setContentsMargins(0, look.px(6), 0, look.px(6))
        self._whole.setSpacing(look.px(8))

    def _enlarge(self, look: Look) -> None:
        font = QFont(self.number.font())
        font.setPixelSize(look.px(tokens.PACER_COUNT.size))
        font.setWeight(QFont.Weight(tokens.PACER_COUNT.weight))
        self.number.setFont(font)

    def _arrange(self, spoken: str, what: str, about: str) -> None:
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number.setAccessibleName(f"{spoken}: {self._number}")
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for kind, said in (("label", what), ("number", self._number), ("muted", about)):
            if said:
                column.addWidget(self.number if kind == "number" else words(kind, said))
        column.addStretch(1)
        if self._number:
            self.add_button(self.copy)
        if self._link:
            self.add_button(self.scan)
        self._columns.add(text, 3)
        self._columns.add(self._buttons, 2)
        self.code.hide()
        self._whole.addWidget(self._columns)
        self._whole.addWidget(self.code)
