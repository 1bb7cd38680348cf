"""The scores of one measure that were kept: the day can be mended, and one can be deleted."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from attachcalm.journal.page import Score
from attachcalm.measures.typed import TypedFault, day_typed, noon_of
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.measure_words import values_words
from attachcalm.ui.score_keeper import ScoreKeeper
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.tab_order import lead_in
from attachcalm.ui.widgets.text import words


class PastScore(QWidget):
    """One score.  Its day is a field only while it is being changed."""

    day_wanted = Signal(object, object)  # Score, date
    delete_wanted = Signal(object)  # Score

    def __init__(self, at: int, score: Score, today: date, icons: Icons, *, named: bool) -> None:
        super().__init__()
        self._score = score
        self._today = today
        name = f"past_{at}"
        self.setObjectName(name)
        day = day_words(score.at.day)
        self.day = words("label", day, f"{name}_day")
        told = f"{score.title}: {values_words(score)}" if named else values_words(score)
        self.values = words("", told, f"{name}_values")
        self.field = QLineEdit(score.at.day.isoformat())
        self.field.setObjectName(f"{name}_field")
        self.field.setAccessibleName(self.tr("Day of this score, year first"))
        self.fault = words("warn", "", f"{name}_fault")
        says = self.tr("Change the day of the score of {day}").format(day=day)
        self.change_button = compact(
            secondary_button(f"{name}_change", self.tr("Change the day"), icons, "pencil",
                             says=says)
        )  # fmt: skip
        self.keep_button = compact(
            secondary_button(f"{name}_keep", self.tr("Keep"), icons, "check")
        )
        says = self.tr("Delete the score of {day}").format(day=day)
        self.delete_button = compact(
            ghost_button(f"{name}_delete", self.tr("Delete"), icons, "x", says=says)
        )
        self._arrange(icons)
        self._connect()

    def _open_field(self) -> None:
        self._show_field(True)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_field(self, shown: bool) -> None:
        self.field.setVisible(shown)
        self.keep_button.setVisible(shown)
        self.change_button.setVisible(not shown)
        self.fault.hide()

    def _keep(self) -> None:
        try:
            day = day_typed(self.field.text(), self._today)
        except TypedFault as fault:
            self.fault.setText(str(fault))
            self.fault.show()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if day == self._score.at.day:
            self._show_field(False)
        else:
            self.day_wanted.emit(self._score, day)

    def _delete(self) -> None:
        self.delete_wanted.emit(self._score)

    def _arrange(self, icons: Icons) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowRow(f"{self.objectName()}_buttons", icons.keeper)
        for button in (self.change_button, self.keep_button, self.delete_button):
            row.add(button)
        for widget in (self.day, self.values, self.field, self.fault, row):
            column.addWidget(widget)
        self._show_field(False)

    def _connect(self) -> None:
        self.change_button.clicked.connect(self._open_field)
        self.field.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.delete_button.clicked.connect(self._delete)


class PastScores(Card):
    """The newest first.  What was deleted can be put back while this is open."""

    left = Signal()

    def __init__(self, icons: Icons, keeper: ScoreKeeper, today: Callable[[], date]) -> None:
        super().__init__("past_scores", icons.keeper, title_kind="title")
        self._icons = icons
        self._keeper = keeper
        self._today = today
        self._measure_id = ""
        self._others: frozenset[str] | None = None
        self._deleted: Score | None = None
        self.rows: list[PastScore] = []
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self.gone: QLabel = words("ok", self.tr("Deleted."), "past_gone")
        self.undo_button = compact(
            secondary_button("past_undo", self.tr("Put it back"), icons, "rotate-ccw")
        )
        self.back_button = ghost_button("past_back", self.tr("Back"), icons, "arrow-left")
        self._arrange()
        self._connect()

    def open(self, measure_id: str) -> None:
        """Show the scores of this measure."""
        self._measure_id, self._others, self._deleted = measure_id, None, None
        self._fill()

    def open_rest(self, shown: Collection[str]) -> None:
        """Show the scores of all measures but these."""
        self._others, self._deleted = frozenset(shown), None
        self._fill()

    def take_focus(self) -> None:
        """Put the keyboard on what undoes, or on the way back."""
        wanted = self.back_button if self.undo_button.isHidden() else self.undo_button
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_day(self, score: Score, day: date) -> None:
        at = noon_of(day, self._keeper.diary.now().local)
        self._keeper.keep(replace(score, at=at))
        self._fill()
        self.take_focus()

    def _delete(self, score: Score) -> None:
        self._deleted = score
        self._keeper.take_out(score)
        self._fill()
        self.take_focus()

    def _put_back(self) -> None:
        if self._deleted is not None:
            self._keeper.keep(self._deleted)
            self._deleted = None
            self._fill()
            self.take_focus()

    def _fill(self) -> None:
        scores = self._keeper.of(self._measure_id)
        if self._others is not None:
            scores = self._keeper.rest(self._others)
        title = self.tr("Past scores")
        is_one = len({score.title for score in scores}) == 1
        if is_one:
            title = self.tr("Past scores of {title}").format(title=scores[-1].title)
        self.say(title, "" if scores else self.tr("There is nothing kept of it."))
        empty(self._column)
        self.rows = [
            PastScore(at, score, self._today(), self._icons, named=not is_one)
            for at, score in enumerate(reversed(scores))
        ]
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
            self._column.addWidget(line())
            row.day_wanted.connect(self._change_day)
            row.delete_wanted.connect(self._delete)
        lead_in(self._list, self.back_button)
        was_deleted = self._deleted is not None
        self.gone.setVisible(was_deleted)
        self.undo_button.setVisible(was_deleted)

    def _arrange(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._icons.keeper.look.px(12))
        gone = FlowRow("past_gone_row", self._icons.keeper)
        gone.add(self.gone)
        gone.add(self.undo_button)
        self.gone.setWordWrap(False)
        for widget in (gone, self._list):
            self.body.addWidget(widget)
        self.body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)

    def _connect(self) -> None:
        self.undo_button.clicked.connect(self._put_back)
        self.back_button.clicked.connect(self.left)
