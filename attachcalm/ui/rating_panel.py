"""Asks how a person is: distress, energy and, around attachment exercises, felt security."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from attachcalm.journal.mood import Mood
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button, primary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scale_row import (
    ScaleRow,
    distress_scale,
    energy_scale,
    security_scale,
)
from attachcalm.ui.widgets.text import words


class RatingPanel(Card):
    """One rating.  Every line can be left empty; no earlier value is shown while rating.

    Enter goes to the next line and, after the last, does what the button does: "7 Enter 2 Enter".
    """

    unsafe_said = Signal(object)  # the same: "I might not be safe"
    rated = Signal(object)  # Mood, or None when nothing was rated

    def __init__(self, name: str, icons: Icons, title: str, rated: str, skipped: str) -> None:
        """`rated` and `skipped` are the button's words with and without a rating."""
        super().__init__(name, icons.keeper, title, title_kind="title")
        self._keeper = icons.keeper
        self._rated_words, self._skipped_words = rated, skipped
        self.distress = ScaleRow(
            f"{name}_distress",
            distress_scale(self.tr("How much distress is there right now?")),
            icons,
        )
        self.energy = ScaleRow(
            f"{name}_energy", energy_scale(self.tr("Where is your energy?")), icons
        )
        self.security = ScaleRow(
            f"{name}_security",
            security_scale(self.tr("How safe and cared for do you feel?")),
            icons,
        )
        self.note = words("small", self.tr("You can leave any of these empty. 0 is a rating too."))
        self.button: QPushButton = primary_button(f"{name}_done", skipped, icons)
        self.unsafe = compact(
            ghost_button(f"{name}_unsafe", self.tr("I might not be safe"), icons, "life-buoy")
        )
        self._arrange()
        self._connect()

    def ask(self, with_security: bool) -> None:
        """Ask afresh: nothing is chosen."""
        for row in (self.distress, self.energy, self.security):
            row.set_value(None)
        self.security.setVisible(with_security)
        self._name_button()

    def take_focus(self) -> None:
        """Put the keyboard on the first line."""
        self.distress.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def mood(self) -> Mood | None:
        """What is rated so far, None if nothing is."""
        mood = Mood(self.distress.value(), self.energy.value(), self.security.value())
        return None if mood.is_skipped else mood

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the next line on Enter."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        rows = [row for row in (self.distress, self.energy, self.security) if row.isVisible()]
        here = next(
            (at for at, row in enumerate(rows) if row.isAncestorOf(self.focusWidget())), None
        )
        if here is None or here + 1 == len(rows):
            self.button.click()
        else:
            row = rows[here + 1]
            at = row.scale.starts_at - row.scale.least
            row.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        for row in (self.distress, self.energy, self.security):
            self.body.addWidget(row)
        self.body.addWidget(self.note)
        buttons = FlowRow(f"{self.objectName()}_buttons", self._keeper)
        buttons.add(self.button)
        buttons.add(self.unsafe)
        self.body.addWidget(buttons)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for row in (self.distress, self.energy, self.security):
            row.changed.connect(self._name_button)
        self.button.clicked.connect(self._finish)
        self.unsafe.clicked.connect(self._say_unsafe)

    def _name_button(self) -> None:
        self.button.setText(self._rated_words if self.mood() else self._skipped_words)

    def _say_unsafe(self) -> None:
        self.unsafe_said.emit(self.mood())

    def _finish(self) -> None:
        self.rated.emit(self.mood())
