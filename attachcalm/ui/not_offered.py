"""The end of the Exercises page: what is not offered now, each with its reason, never just gone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from attachcalm.exercises.card import Card as ExerciseCard
from attachcalm.support.gates import Verdict
from attachcalm.ui import texts
from attachcalm.ui.icons import Icons
from attachcalm.ui.rules_view import rule_words
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.text import words


class NotOfferedRow(QWidget):
    """An exercise with its reason, without a way to begin it, and with what fits instead."""

    instead_chosen = Signal(str)  # the exercise's id

    def __init__(
        self, card: ExerciseCard, told: Verdict, instead: ExerciseCard | None, icons: Icons
    ) -> None:
        """Without `instead` nothing is named in its place."""
        super().__init__()
        self.card = card
        self.setObjectName(f"not_offered_{card.id}")
        self.title = words("heading", card.title)
        self.line = words("small", texts.card_words(card))
        self.reason = words("", rule_words(told.reason), f"reason_{card.id}")
        self.instead: QPushButton | None = None
        if instead is not None:
            self.instead = compact(
                ghost_button(
                    f"instead_of_{card.id}",
                    self.tr("{title} instead").format(title=instead.title),
                    icons,
                    "chevron-right",
                    says=self.tr("Open {other} instead of {title}").format(
                        other=instead.title, title=card.title
                    ),
                )
            )
            self.instead.setProperty("exercise", instead.id)
            self.instead.clicked.connect(self._choose)
        self._arrange(icons)

    def _choose(self) -> None:
        if self.instead is not None:
            self.instead_chosen.emit(str(self.instead.property("exercise")))

    def _arrange(self, icons: Icons) -> None:
        text = QVBoxLayout()
        text.setSpacing(2)
        for label in (self.title, self.line, self.reason):
            text.addWidget(label)
        if self.instead is not None:
            text.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(icons.keeper.look.px(14))
        icon = IconView(texts.GROUP_ICONS[self.card.group], icons, ink="muted", badge=True)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)


class NotOffered(Card):
    """The list.  It is there only where something waits."""

    instead_wanted = Signal(str)  # the exercise's id
    health_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("exercises_not_offered", icons.keeper)
        self.say(
            self.tr("Not offered now"),
            self.tr("Each says why. The rules can be read, and your answers changed, at any time."),
        )
        self._icons = icons
        self.rows: list[NotOfferedRow] = []
        self.answers = secondary_button(
            "not_offered_answers", self.tr("Look at my answers"), icons, "list"
        )
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[QWidget] = []
        self.body.addWidget(self._list)
        self.body.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignLeading)
        self.answers.clicked.connect(self.health_wanted)

    def set_waiting(
        self, waiting: Sequence[tuple[ExerciseCard, Verdict, ExerciseCard | None]]
    ) -> None:
        """Show these: the exercise, what the rules say of it, and what fits instead."""
        empty(self._column)
        self.rows, self._lines = [], []
        for card, told, instead in waiting:
            row, rule = NotOfferedRow(card, told, instead, self._icons), line()
            row.instead_chosen.connect(self.instead_wanted)
            self._column.addWidget(row)
            self._column.addWidget(rule)
            self.rows.append(row)
            self._lines.append(rule)

    def show_only(self, shown: Sequence[ExerciseCard]) -> None:
        """Show the rows of these; without any, nothing of the list is there."""
        rows = [row for row in self.rows if row.card in shown]
        for row, rule in zip(self.rows, self._lines, strict=True):
            row.setVisible(row in rows)
            rule.setVisible(row in rows and row is not rows[-1])
        self.setVisible(bool(rows))
