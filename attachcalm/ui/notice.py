"""One calm line on top of the page: what happened, that nothing is lost, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.text import words


class Notice(QFrame):
    """Never a box in the way: it can be read, acted on, or closed."""

    again_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("kind", "soft")
        self._icons = icons
        self._is_made = False
        self.hide()

    def _make(self) -> None:
        """Make what stands in it, when there is something to tell: a start has no need of it."""
        self._is_made = True
        icons = self._icons
        self.text = words("", "", "notice_text")
        self.again = compact(
            secondary_button("notice_again", self.tr("Try again"), icons, "rotate-ccw")
        )
        self.close_button = compact(ghost_button("notice_close", self.tr("Close"), icons, "x"))
        row = QHBoxLayout(self)
        row.addWidget(IconView("info", icons, ink="on_soft"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self.again)
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.hide)
        self.again.clicked.connect(self.again_wanted)

    def tell(self, sentence: str, *, can_try_again: bool = False) -> None:
        """Say this until it is closed."""
        if not self._is_made:
            self._make()
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.again.setVisible(can_try_again)
        self.show()

    def tell_unexpected(self, details: str) -> None:
        """Say calmly that something went wrong; `details` are its tool tip."""
        self.tell(
            self.tr(
                "Something went wrong inside AttachCalm. What you entered so far is saved. You can "
                "go on; if it happens again, close and open AttachCalm."
            )
        )
        self.setToolTip(details)
