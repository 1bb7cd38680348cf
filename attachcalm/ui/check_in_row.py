"""One check-in in the list: when, what was said, and two ways to change that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from attachcalm.journal.page import CheckIn
from attachcalm.ui.check_in_words import breakable, moment_words, rating_words
from attachcalm.ui.dates import time_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import icon_button
from attachcalm.ui.widgets.text import words

LONGEST_SHOWN = 1_000  # characters of a note; all of it is there to be changed


class CheckInRow(QWidget):
    """Everything of it in words, so that a screen reader has all of it too."""

    change_wanted = Signal(object)  # the CheckIn
    deleted = Signal(object)

    def __init__(self, page: CheckIn, icons: Icons) -> None:
        super().__init__()
        self._page = page
        self.setObjectName("check_in_row")
        at = moment_words(page.at)
        self.change_button: QPushButton = icon_button(
            f"change_{page.id}",
            self.tr("Change the check-in of {at}").format(at=at),
            icons,
            "pencil",
        )
        self.delete_button: QPushButton = icon_button(
            f"delete_{page.id}", self.tr("Delete the check-in of {at}").format(at=at), icons, "x"
        )
        self._arrange()
        self.change_button.clicked.connect(self._change)
        self.delete_button.clicked.connect(self._delete)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        return [self.change_button, self.delete_button]

    def _lines(self) -> list[tuple[str, str]]:
        """Each line with its kind; what was not said has none."""
        page = self._page
        note = page.note[:LONGEST_SHOWN] + ("…" if len(page.note) > LONGEST_SHOWN else "")
        beside = self.tr("beside an exercise") if page.sitting else ""
        clock = time_words(page.at.local.time())
        told = [
            ("label", f"{clock}, {beside}" if beside else clock),
            ("", rating_words(page.mood)),
            ("", ", ".join(page.words)),
            ("small", self.tr("Going on: {tags}").format(tags=", ".join(page.tags))),
            ("", note),
        ]
        if not page.tags:
            del told[3]
        return [line for line in told if line[1]]

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        for kind, text in self._lines():
            column.addWidget(words(kind, breakable(text)))
        column.addStretch(1)
        row.addLayout(column, 1)
        for button in self.controls:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _change(self) -> None:
        self.change_wanted.emit(self._page)

    def _delete(self) -> None:
        self.deleted.emit(self._page)
