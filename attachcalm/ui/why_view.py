"""Why a suggestion is here, in its own sentences, and all the rules for who wants to read them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.suggestions import rules_told
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words


class WhyView(QWidget):
    """Stands under the suggestion, in the same place on the page."""

    def __init__(self, exercise_id: str, why: Sequence[str], icons: Icons) -> None:
        super().__init__()
        self._id = exercise_id
        self.setObjectName(f"why_view_{exercise_id}")
        self.sentences = words("muted", "\n".join(why), f"why_words_{exercise_id}")
        self.rules_button = compact(
            ghost_button(f"rules_{exercise_id}", self.tr("All the rules"), icons, "list")
        )
        row = FlowRow(f"rules_row_{exercise_id}", icons.keeper)
        row.add(self.rules_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, icons.keeper.look.px(8))
        self._column.setSpacing(icons.keeper.look.px(4))
        self._column.addWidget(self.sentences)
        self._column.addWidget(row)
        self.rules_button.clicked.connect(self._show_rules)

    def show_sentences(self, why: Sequence[str]) -> None:
        """Say these."""
        self.sentences.setText("\n".join(why))

    def _show_rules(self) -> None:
        """The rules in the order in which they decide, a line each."""
        self.rules_button.hide()
        for at, rule in enumerate(rules_told(), 1):
            label = words("small", rule, f"rule_{at}_{self._id}")
            self._column.addWidget(label)
            label.show()
