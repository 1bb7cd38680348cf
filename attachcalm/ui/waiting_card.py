"""In place of the rating, where an answer or a gate keeps an exercise back: why, and what fits."""

from PySide6.QtCore import Qt, Signal

from attachcalm.exercises.card import Card as ExerciseCard
from attachcalm.support.gates import Verdict
from attachcalm.ui.icons import Icons
from attachcalm.ui.rules_view import rule_words
from attachcalm.ui.widgets.buttons import primary_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words


class WaitingCard(Card):
    """Says the reason first; what fits instead and the answers are each one click away."""

    instead_wanted = Signal(str)  # the exercise's id
    health_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("before_waits", icons.keeper, title_kind="title")
        self._instead_id = ""
        self.instead = primary_button("before_instead", "", icons, "chevron-right")
        self.answers = secondary_button(
            "before_answers", self.tr("Look at my answers"), icons, "list"
        )
        self.note = words("muted", self.tr("It stays in your exercises for another time."))
        row = FlowRow("before_waits_row", icons.keeper)
        for button in (self.instead, self.answers):
            row.add(button)
        self.body.addWidget(self.note)
        self.body.addWidget(row)
        self.body.addStretch(1)
        self.instead.clicked.connect(self._choose)
        self.answers.clicked.connect(self.health_wanted)

    def show_verdict(self, told: Verdict, instead: ExerciseCard | None) -> None:
        """Say why, and name what fits if it is there."""
        self.say(self.tr("This one waits"), rule_words(told.reason))
        self._instead_id = instead.id if instead else ""
        if instead is not None:
            self.instead.setText(self.tr("{title} instead").format(title=instead.title))
        self.instead.setHidden(instead is None)

    def take_focus(self) -> None:
        """Put the keyboard on the first way on."""
        first = self.answers if self.instead.isHidden() else self.instead
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self.instead_wanted.emit(self._instead_id)
