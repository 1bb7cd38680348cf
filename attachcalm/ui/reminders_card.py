"""The way from the settings to the page of reminders."""

from PySide6.QtCore import Qt, Signal

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card


class RemindersCard(Card):
    """One button: what is behind it is off until somebody wants it."""

    wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "settings_reminders",
            icons.keeper,
            self.tr("Reminders"),
            self.tr("A few quiet words at times that you choose. Off until you want them."),
        )
        self.button = secondary_button(
            "settings_reminders_open", self.tr("Set up reminders"), icons, "bell"
        )
        self.button.clicked.connect(self.wanted)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
