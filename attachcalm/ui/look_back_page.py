"""Looking back on a week: three questions, what helped before, and earlier look-backs."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.journal.page import LookBack
from attachcalm.ui.icons import Icons
from attachcalm.ui.look_back_form import Answered, LookBackForm
from attachcalm.ui.look_back_reading import Reading
from attachcalm.ui.look_back_row import LookBackRow
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.undo_bar import UndoBar
from attachcalm.ui.widgets.buttons import ghost_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words

AT_ONCE = 26  # half a year


class LookBackPage(ScrollPage):
    """What is begun and not saved stays while the window is open."""

    answered = Signal(object)  # Answered
    deleted = Signal(object)  # LookBack
    undone = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "look_back",
            icons.keeper,
            self.tr("Look back on the week"),
            self.tr("Leave out whatever you like. What you save stays on this laptop."),
        )
        self._icons = icons
        self._week = date.min
        self._reading = Reading()
        self._rows: list[LookBackRow] = []
        self.back_button = ghost_button("look_back_back", self.tr("Back"), icons, "arrow-left")
        self.bar = UndoBar("look_back_bar", icons)
        self.form = LookBackForm(icons)
        self.record = Card("look_back_record", icons.keeper, self.tr("What your ratings say"))
        self.helped = words("", "", "look_back_helped")
        self.recovered = words("", "", "look_back_recovered")
        self.past = Card("look_back_past", icons.keeper, self.tr("Earlier look-backs"))
        self._arrange()
        self._connect()
        self.show_reading(Reading())

    def open(self, week: date) -> None:
        """Ask about the week of this Monday, unless something is being written."""
        if not self.form.is_touched and week != self._week:
            self._open(week)
        self._week = week

    def show_reading(self, reading: object) -> None:
        """Show what the worker read; what cannot be read is not shown, and nothing else waits."""
        if not isinstance(reading, Reading):
            return
        self._reading = reading
        told = (reading.helped, "\n\n".join(reading.recovered))
        for label, text in zip((self.helped, self.recovered), told, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.record.setVisible(any(told))
        if not self.form.is_touched and self.form.week == self._week:
            self._open(self._week)
        self._list()

    def say_kept(self) -> None:
        """It was saved just now."""
        self.form.open(self._week)  # the reading brings what was saved
        self.bar.tell(self.tr("Kept. You can change it here at any time."))
        self.verticalScrollBar().setValue(0)
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ what is there already
    def _open(self, week: date) -> None:
        """A week that was looked back on shows what was said of it."""
        told = (page for page in self._reading.look_backs if page.week == week)
        self.form.open(week, next(told, None))

    def _list(self) -> None:
        empty(self._column)
        shown = self._reading.look_backs[:AT_ONCE]
        self._rows = [LookBackRow(page, self.form.questions(), self._icons) for page in shown]
        for at, row in enumerate(self._rows):
            row.change_wanted.connect(self._change)
            row.deleted.connect(self._delete)
            if at:
                self._column.addWidget(line())
            self._column.addWidget(row)
            row.show()  # now, and not a turn later: the keyboard may go there
        self.past.setVisible(bool(self._rows))
        controls = [control for row in self._rows for control in row.controls]
        order_keys((self.back_button, *self.bar.controls, *self.form.controls, *controls))

    def _change(self, page: LookBack) -> None:
        self.bar.let_go()
        self.form.open(page.week, page)
        self.form.fields["stood_out"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, page: LookBack) -> None:
        self.bar.hold(page)
        if self.form.week == page.week:
            self.form.open(self._week)
        self.deleted.emit(page)

    def _leave_alone(self) -> None:
        self.form.open(self._week)
        self._open(self._week)

    def _answer(self, said: Answered) -> None:
        self.bar.let_go()
        self.answered.emit(said)

    def _begin(self) -> None:
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        self._column = QVBoxLayout()
        self.record.body.addWidget(self.helped)
        self.record.body.addWidget(self.recovered)
        self.past.body.addLayout(self._column)
        self.body.insertWidget(0, self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        widgets: tuple[QWidget, ...] = (self.bar, self.form, self.record, self.past)
        for widget in widgets:
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.entered.connect(self._begin)
        self.back_button.clicked.connect(self.left)
        self.form.answered.connect(self._answer)
        self.form.left_alone.connect(self._leave_alone)
        self.bar.undone.connect(self.undone)
        bind(self, (("Esc", self.left.emit),))
