"""What Home offers: plain rows until the record is read, from then on suggestions with reasons."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.exercises.card import Card
from attachcalm.ui.exercise_row import ExerciseRow
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button
from attachcalm.ui.widgets.text import words

if TYPE_CHECKING:  # what the first picture does not need
    from attachcalm.journal.remark import Barrier
    from attachcalm.suggestions import Suggestion
    from attachcalm.ui.suggestion_row import SuggestionRow

SHOWN = 3


class Offers(QWidget):
    """A short column of exercises, or a calm sentence in its place."""

    started = Signal(object, str)  # Card and the version's id; empty for the first one
    remarked = Signal(object, str, str)  # RemarkKind, its value, the exercise's id
    rested = Signal(bool)  # done for today, or not any more
    filled = Signal()  # there are other controls in it now

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._found: tuple[Suggestion, ...] = ()
        self._thumbs: dict[str, str] = {}
        self._shown: object = None  # what the rows were made of
        self._rows: list[SuggestionRow] = []
        self._rests = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def rests(self) -> bool:
        """Whether the person is done for today."""
        return self._rests

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Offer these, without a word of why."""
        if self._is_new(cards):
            self._rows = []
            rows = [ExerciseRow(card, self._icons) for card in cards]
            for row in rows:
                row.started.connect(self._start)
            self._fill(rows)

    def show_suggestions(
        self, found: "Sequence[Suggestion]", thumbs: Mapping[str, str] | None = None
    ) -> None:
        """Offer the first of these; the others are there for "not today".

        Without `thumbs` they are as they were.
        """
        self._found = tuple(found)
        if thumbs is not None:
            self._thumbs = dict(thumbs)
        shown = self._found[:SHOWN]
        if self._rests:
            return
        if self._is_new([(suggestion.card, suggestion.version) for suggestion in shown]):
            open_ones = {row.key: row for row in self._rows if not row.is_put_off}
            self._rows = [
                open_ones.get((one.card.id, one.version.id)) or self._row(one) for one in shown
            ]
            self._fill(self._rows or [words("muted", self._nothing_words(), "home_none")])
        for row, suggestion in zip(self._rows, shown, strict=True):
            row.show_reasons(suggestion, self._thumbs.get(suggestion.card.id, "none"))

    def _row(self, suggestion: "Suggestion") -> "SuggestionRow":
        from attachcalm.ui.suggestion_row import SuggestionRow

        row = SuggestionRow(suggestion, self._lighter, self._icons)
        row.started.connect(self.started)
        row.thumbed.connect(self._thumb)
        row.put_off.connect(self._put_off)
        row.done.connect(self._rest)
        row.opened.connect(self.filled)
        return row

    def wake(self) -> None:
        """Offer again: the person has said how they are."""
        if self._rests:
            self._rests = False
            self._shown = None
            self.rested.emit(False)

    def _nothing_words(self) -> str:
        return self.tr("Nothing more fits this moment. People and the room around you always do.")

    def _is_new(self, what: Sequence[object]) -> bool:
        """Whether it differs from what is here."""
        is_new = list(what) != self._shown
        self._shown = list(what)
        return is_new

    def _fill(self, widgets: "Sequence[QWidget]") -> None:
        """Put these in the place of what was here; what stays keeps what is open in it.

        The keyboard stays where it was, if it can.
        """
        focused = [w for w in self.findChildren(QWidget) if w.hasFocus()]
        name = focused[0].objectName() if focused else ""
        while item := self._column.takeAt(0):
            old = item.widget()
            if old is not None and old not in widgets:
                old.setParent(None)
                old.deleteLater()
        for widget in widgets:
            self._column.addWidget(widget)
            widget.raise_()  # among its like in the order in which it stands, which Tab follows
            widget.show()  # now, and not a turn later: the keyboard may go there
        self.filled.emit()
        for again in self.findChildren(QWidget, name) if name else ():
            if not again.hasFocus():
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ what the rows tell
    def _lighter(self, put_off: "Suggestion", why: "Barrier") -> "Suggestion | None":
        from attachcalm.suggestions import lighter

        return lighter(put_off, why, self._found)

    def _start(self, card: Card) -> None:
        self.started.emit(card, "")

    def _thumb(self, exercise_id: str, value: str) -> None:
        from attachcalm.journal.remark import RemarkKind

        self._thumbs[exercise_id] = value
        self.remarked.emit(RemarkKind.THUMB, value, exercise_id)

    def _put_off(self, exercise_id: str, barrier: str) -> None:
        from attachcalm.journal.remark import RemarkKind

        self._found = tuple(other for other in self._found if other.card.id != exercise_id)
        self.remarked.emit(RemarkKind.NOT_TODAY, barrier, exercise_id)

    def _rest(self) -> None:
        """Done for today: one sentence, and a way back."""
        self._rests = True
        self._rows = []
        back = compact(ghost_button("home_done_back", self.tr("Show them again"), self._icons))
        back.clicked.connect(self._show_again)
        sentence = self.tr("Done for today. It is all here whenever you want it.")
        self._fill([words("heading", sentence, "home_done"), back])
        self._column.setAlignment(back, Qt.AlignmentFlag.AlignLeading)
        self.rested.emit(True)
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_again(self) -> None:
        self.wake()
        self.show_suggestions(self._found)
