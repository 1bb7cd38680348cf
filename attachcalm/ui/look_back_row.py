"""One look-back in the list: the week, what was said, and two ways to change that."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.journal.page import LookBack
from attachcalm.ui.check_in_words import breakable, rating_words
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import icon_button
from attachcalm.ui.widgets.text import words


class LookBackRow(QWidget):
    """Everything of it in words."""

    change_wanted = Signal(object)  # the LookBack
    deleted = Signal(object)

    def __init__(self, page: LookBack, questions: Mapping[str, str], icons: Icons) -> None:
        super().__init__()
        self._page = page
        self.setObjectName("look_back_row")
        week = day_words(page.week)
        self.change_button = icon_button(
            f"change_{page.id}",
            self.tr("Change the look-back on the week from {day}").format(day=week),
            icons,
            "pencil",
        )
        self.delete_button = icon_button(
            f"delete_{page.id}",
            self.tr("Delete the look-back on the week from {day}").format(day=week),
            icons,
            "x",
        )
        self._arrange(self.tr("The week from {day}").format(day=week), questions)
        self.change_button.clicked.connect(self._change)
        self.delete_button.clicked.connect(self._delete)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        return [self.change_button, self.delete_button]

    def _arrange(self, title: str, questions: Mapping[str, str]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.addWidget(words("label", title))
        for key, said in self._page.answers:
            column.addWidget(words("small", breakable(questions.get(key, key))))
            column.addWidget(words("", breakable(said)))
        if rating := rating_words(self._page.mood):
            column.addWidget(words("", rating))
        row.addLayout(column, 1)
        for button in self.controls:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _change(self) -> None:
        self.change_wanted.emit(self._page)

    def _delete(self) -> None:
        self.deleted.emit(self._page)
