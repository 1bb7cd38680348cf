"""The three ratings of a check-in; felt security is there for those who want it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from attachcalm.journal.mood import Mood
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.scale_row import (
    ScaleRow,
    distress_scale,
    energy_scale,
    security_scale,
)
from attachcalm.ui.widgets.text import words


class CheckInRatings(Card):
    """Every line can be left empty."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("check_in_ratings", icons.keeper)
        self.distress = ScaleRow(
            "check_in_distress", distress_scale(self.tr("How much distress is there?")), icons
        )
        self.energy = ScaleRow(
            "check_in_energy", energy_scale(self.tr("Where is your energy?")), icons
        )
        self.more_button = compact(
            ghost_button("check_in_more", self.tr("More"), icons, "chevron-down",
                         says=self.tr("More: how safe and cared for you feel"))
        )  # fmt: skip
        self.security = ScaleRow(
            "check_in_security",
            security_scale(self.tr("How safe and cared for do you feel?")),
            icons,
        )
        note = words("small", self.tr("You can leave any of these empty. 0 is a rating too."))
        for row in (self.distress, self.energy):
            self.body.addWidget(row)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.security)
        self.body.addWidget(note)
        self.more_button.clicked.connect(self._show_more)
        self.set_mood(Mood())

    def mood(self) -> Mood:
        """What is rated so far."""
        return Mood(self.distress.value(), self.energy.value(), self.security.value())

    def set_mood(self, mood: Mood) -> None:
        """Begin with these."""
        self.distress.set_value(mood.distress)
        self.energy.set_value(mood.energy)
        self.security.set_value(mood.security)
        has_more = mood.security is not None
        self.security.setVisible(has_more)
        self.more_button.setVisible(not has_more)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        rows = [
            (*row.buttons, row.clear_button) for row in (self.distress, self.energy, self.security)
        ]
        return [*rows[0], *rows[1], self.more_button, *rows[2]]

    def _show_more(self) -> None:
        self.security.show()
        self.security.take_focus()
        self.more_button.hide()
