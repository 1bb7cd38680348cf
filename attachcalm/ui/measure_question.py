"""One item of a measure: its wording, unchanged, and the answers it offers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout

from attachcalm.measures.model import Option
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button, pill_choice
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words


class MeasureQuestion(QGroupBox):
    """Nothing is chosen at first.  The number of an answer chooses it, Delete takes it back."""

    answered = Signal(int)  # its number, from 1; `value` has the answer

    def __init__(
        self, number: int, count: int, text: str, options: Sequence[Option], icons: Icons
    ) -> None:
        super().__init__()
        self.number = number
        self.setObjectName(f"measure_item_{number}")
        self.setAccessibleName(text)
        self._options = tuple(options)
        place = self.tr("Question {at} of {count}").format(at=number, count=count)
        self.place = words("small", place, f"measure_item_{number}_place")
        self.text = words("heading", text, f"measure_item_{number}_text")
        self.choices = QButtonGroup(self)
        self.row = FlowRow(f"measure_item_{number}_row", icons.keeper, 8)
        for option in self._options:
            label = f"{option.value}   {option.label}"
            says = f"{option.label}, {option.value}"
            button = pill_choice(f"measure_item_{number}_{option.value}", label, says)
            self.choices.addButton(button, option.value)
            self.row.add(button)
        says = self.tr("Leave out question {at}").format(at=number)
        self.clear_button = compact(
            ghost_button(
                f"measure_item_{number}_clear", self.tr("Take it back"), icons, "x", says=says
            )
        )
        self._arrange()
        self.choices.idClicked.connect(self._tell)
        self.clear_button.clicked.connect(self._clear_by_person)

    @property
    def value(self) -> int | None:
        """The answer, None while nothing is chosen."""
        checked = self.choices.checkedId()
        return None if checked < 0 else checked

    def clear(self) -> None:
        """Choose nothing."""
        self.choices.setExclusive(False)
        for button in self.choices.buttons():
            button.setChecked(False)
        self.choices.setExclusive(True)
        self.clear_button.setVisible(False)

    def take_focus(self) -> None:
        """Put the keyboard on the answer, or on the first one there is."""
        button = self.choices.checkedButton() or self.choices.buttons()[0]
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Answer by keys; what means nothing here goes on to the form."""
        known = {str(option.value): option.value for option in self._options}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear_by_person()
        elif event.text() in known:
            button = self.choices.button(known[event.text()])
            button.setFocus(Qt.FocusReason.TabFocusReason)
            button.click()
        else:
            super().keyPressEvent(event)

    def _clear_by_person(self) -> None:
        self.choices.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.clear()
        self.answered.emit(self.number)

    def _tell(self) -> None:
        self.clear_button.setVisible(True)
        self.answered.emit(self.number)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.place, self.text, self.row):
            column.addWidget(widget)
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.clear_button.setVisible(False)
