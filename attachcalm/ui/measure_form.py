"""Filling in a measure: one question at a time or all at once, each of which can be left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from attachcalm.measures.model import Measure
from attachcalm.ui.icons import Icons
from attachcalm.ui.measure_question import MeasureQuestion
from attachcalm.ui.widgets.buttons import ghost_button, pill_switch, primary_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.tab_order import lead_in
from attachcalm.ui.widgets.text import words


class MeasureForm(Card):
    """Asks in the publisher's own words.  Enter goes on; nothing is scored while answering."""

    answered = Signal(int)  # the item, from 1
    finished = Signal()
    stopped = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("measure_form", icons.keeper, title_kind="title")
        self._icons = icons
        self._at = 0
        self.measure: Measure | None = None
        self.questions: list[MeasureQuestion] = []
        self.instruction = words("", "", "measure_instruction")
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self.next_button = primary_button("measure_next", self.tr("Next"), icons)
        self.back_button = ghost_button("measure_back", self.tr("Back"), icons, "arrow-left")
        self.leave_out_button = ghost_button(
            "measure_leave_out", self.tr("Leave this one out"), icons
        )
        self.all_switch = pill_switch("measure_all", self.tr("All at once"), icons, "list")
        self.stop_button = ghost_button("measure_stop", self.tr("Stop here"), icons, "x")
        self.rights = words("small", "", "measure_form_rights")
        self._arrange()
        self._connect()

    def open(self, measure: Measure) -> None:
        """Ask afresh: nothing is chosen."""
        self.measure, self._at = measure, 0
        self.say(measure.title)
        self.instruction.setText(measure.instruction)
        self.rights.setText(measure.attribution)
        empty(self._rows)
        self.questions = [
            MeasureQuestion(number, len(measure.items), text, measure.options, self._icons)
            for number, text in enumerate(measure.items, 1)
        ]
        for question in self.questions:
            self._rows.addWidget(question)
            question.answered.connect(self.answered)
        lead_in(self._list, self.next_button)
        self.all_switch.setChecked(False)
        self._go(0)

    @property
    def answers(self) -> tuple[int | None, ...]:
        """The answers so far, item by item."""
        return tuple(question.value for question in self.questions)

    def take_focus(self) -> None:
        """Put the keyboard on the question that is asked."""
        if self.questions:
            self.questions[self._at].take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the next question on Enter."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
            return
        here = next((q.number for q in self.questions if q.isAncestorOf(focus)), 0)
        if not self.all_switch.isChecked():
            self._go_on()
        elif 0 < here < len(self.questions):
            self.questions[here].take_focus()
        else:
            self.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    # ------------------------------------------------------------ going through
    def _go(self, at: int) -> None:
        self._at = at
        together = self.all_switch.isChecked()
        for place, question in enumerate(self.questions):
            question.setVisible(together or place == at)
        last = together or at + 1 == len(self.questions)
        self.next_button.setText(self.tr("That is all") if last else self.tr("Next"))
        self.back_button.setVisible(not together)
        self.back_button.setEnabled(at > 0)
        self.leave_out_button.setVisible(not together)
        self.take_focus()

    def _go_on(self) -> None:
        if self.all_switch.isChecked() or self._at + 1 == len(self.questions):
            self.finished.emit()
        else:
            self._go(self._at + 1)

    def _go_back(self) -> None:
        self._go(max(0, self._at - 1))

    def _leave_out(self) -> None:
        question = self.questions[self._at]
        question.clear()
        self.answered.emit(question.number)
        self._go_on()

    def _switch(self, _together: bool) -> None:
        self._go(self._at)

    # ------------------------------------------------------------ the form
    def _arrange(self) -> None:
        look = self._icons.keeper.look
        self._rows.setContentsMargins(0, look.px(8), 0, 0)
        self._rows.setSpacing(look.px(16))
        self.body.addWidget(self.instruction)
        self.body.addWidget(self._list)
        buttons = FlowRow("measure_buttons", self._icons.keeper)
        for button in (self.next_button, self.back_button, self.leave_out_button):
            buttons.add(button)
        others = FlowRow("measure_others", self._icons.keeper)
        for button in (self.all_switch, self.stop_button):
            others.add(button)
        for widget in (buttons, line(), others, self.rights):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.next_button.clicked.connect(self._go_on)
        self.back_button.clicked.connect(self._go_back)
        self.leave_out_button.clicked.connect(self._leave_out)
        self.all_switch.toggled.connect(self._switch)
        self.stop_button.clicked.connect(self.stopped)
