"""Exercises of one's own: what they are, and the way to their check."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card


class OwnExercisesCard(Card):
    """Stands at the end of the list, for those who write exercises."""

    check_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("own_exercises", icons.keeper)
        self.say(
            self.tr("Exercises of your own"),
            self.tr(
                "You or your therapist can write exercises with a text editor. A check says in "
                "plain words what to mend, by file and line."
            ),
        )
        self.check_button = secondary_button(
            "own_exercises_check", self.tr("Check"), icons, "search",
            says=self.tr("Check the exercises of your own"),
        )  # fmt: skip
        row = QHBoxLayout()
        row.addWidget(self.check_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.check_button.clicked.connect(self.check_wanted)
