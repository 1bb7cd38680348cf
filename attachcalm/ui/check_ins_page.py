"""All check-ins, day by day, the latest first: to read, to change, to delete."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from attachcalm.journal.page import CheckIn
from attachcalm.ui.check_in_row import CheckInRow
from attachcalm.ui.check_ins_filter import CheckInsFilter
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.undo_bar import UndoBar
from attachcalm.ui.widgets.buttons import ghost_button, primary_button, secondary_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.scroll_page import ScrollPage

AT_ONCE = 25  # check-ins that are shown before more are asked for


class CheckInsPage(ScrollPage):
    """Nothing is counted here, and a day without one is no gap."""

    check_in_wanted = Signal()
    look_back_wanted = Signal()
    let_out_wanted = Signal()
    change_wanted = Signal(object)  # CheckIn
    deleted = Signal(object)
    undone = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "check_ins",
            icons.keeper,
            self.tr("Check-ins"),
            self.tr("How it was, in your own words. They are yours to change or to delete."),
        )
        self._icons = icons
        self._pages: tuple[CheckIn, ...] = ()  # the latest first
        self._most = AT_ONCE
        self._rows: list[CheckInRow] = []
        self.back_button = ghost_button("check_ins_back", self.tr("Back"), icons, "arrow-left")
        self.check_in_button = primary_button("check_ins_new", self.tr("Check in"), icons, "pencil")
        self.look_back_button = secondary_button(
            "check_ins_look_back", self.tr("Look back on the week"), icons, "repeat"
        )
        self.let_out_button = ghost_button(
            "check_ins_let_out", self.tr("Let it out, without keeping it"), icons, "wind"
        )
        self.which = CheckInsFilter(icons)
        self.bar = UndoBar("check_ins_bar", icons)
        self.note = Card("check_ins_none", icons.keeper, kind="soft")
        self.earlier_button = ghost_button("check_ins_earlier", self.tr("Show earlier ones"), icons)
        self._arrange()
        self._connect()
        self._show()

    def show_pages(self, pages: object) -> None:
        """Show these, or say that they could not be read."""
        if not isinstance(pages, tuple):
            self.note.say(self.tr("The check-ins could not be read. Nothing is lost."))
            self.note.show()
            return
        told = [page for page in pages if isinstance(page, CheckIn)]
        self._pages = tuple(reversed(told))
        self.which.offer(self._pages)
        self._show()

    def say_kept(self, sentence: str) -> None:
        """Something was saved just now."""
        self.bar.tell(sentence)
        self.verticalScrollBar().setValue(0)

    # ------------------------------------------------------------ the list
    def _show(self) -> None:
        empty(self._column)
        self._rows = []
        chosen = self.which.chosen(self._pages)
        for day, pages in groupby(chosen[: self._most], key=_day_of):
            card = self._day_card(day, pages)
            self._column.addWidget(card)
            card.show()  # now, and not a turn later: the keyboard may go there
        self.note.say(self.tr("None is here yet"), self.tr("One can be as short as a single word."))
        self.note.setVisible(not chosen)
        self.earlier_button.setVisible(len(chosen) > self._most)
        buttons = (self.check_in_button, self.look_back_button, self.let_out_button)
        controls = [control for row in self._rows for control in row.controls]
        order_keys((self.back_button, *buttons, *self.bar.controls, self.which, *controls,
                    self.earlier_button))  # fmt: skip

    def _day_card(self, day: date, pages: Iterable[CheckIn]) -> Card:
        card = Card(f"check_ins_{day.isoformat()}", self._icons.keeper, day_words(day))
        for at, page in enumerate(pages):
            row = CheckInRow(page, self._icons)
            row.change_wanted.connect(self._change)
            row.deleted.connect(self._delete)
            self._rows.append(row)
            if at:
                card.body.addWidget(line())
            card.body.addWidget(row)
        return card

    # ------------------------------------------------------------ what the person does
    def _change(self, page: CheckIn) -> None:
        self.bar.let_go()
        self.change_wanted.emit(page)

    def _delete(self, page: CheckIn) -> None:
        self.bar.hold(page)
        self.deleted.emit(page)

    def _choose(self) -> None:
        self.bar.let_go()
        self._most = AT_ONCE
        self._show()

    def _show_earlier(self) -> None:
        self.bar.let_go()
        first_new = self._most
        self._most += AT_ONCE
        self._show()
        if first_new < len(self._rows):
            self._rows[first_new].change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self._most = AT_ONCE
        self.check_in_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(self.body.spacing())
        row = FlowRow("check_ins_buttons", self._icons.keeper)
        for button in (self.check_in_button, self.look_back_button, self.let_out_button):
            row.add(button)
        self.body.insertWidget(0, self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (row, self.bar):
            self.body.addWidget(widget)
        self.body.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.note)
        self.body.addLayout(self._column)
        self.body.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.which.hide()
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.entered.connect(self._begin)
        self.back_button.clicked.connect(self.left)
        self.check_in_button.clicked.connect(self.check_in_wanted)
        self.look_back_button.clicked.connect(self.look_back_wanted)
        self.let_out_button.clicked.connect(self.let_out_wanted)
        self.which.activated.connect(self._choose)
        self.bar.undone.connect(self.undone)
        self.earlier_button.clicked.connect(self._show_earlier)
        bind(self, (("Esc", self.left.emit),))


def _day_of(page: CheckIn) -> date:
    return page.at.day
