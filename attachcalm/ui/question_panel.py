"""A question of an exercise: answered by text, by choice or by a number, or skipped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attachcalm.exercises.model import AnswerKind, Ask, Question
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, primary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.scale_row import Scale, ScaleRow
from attachcalm.ui.widgets.tile import Tile

LONGEST_ANSWER = 500  # characters


class QuestionPanel(Card):
    """One question at a time.  Enter answers; "Skip" is always there."""

    answered = Signal(object)  # str, int, or None when skipped

    def __init__(self, icons: Icons) -> None:
        super().__init__("question", icons.keeper, title_kind="title")
        self._icons = icons
        self._question: Question | None = None
        self._place = QWidget()
        self._line: QLineEdit | None = None
        self._scale: ScaleRow | None = None
        self._tiles: list[Tile] = []
        self.done = primary_button("question_done", self.tr("Go on"), icons)
        self.skip = ghost_button("question_skip", self.tr("Skip"), icons)
        self._arrange()
        self.done.clicked.connect(self._answer)
        self.skip.clicked.connect(self._skip)

    def ask(self, question: Question, caption: str) -> None:
        """Ask this question; `caption` is its text with the person's words in it."""
        self._question = question
        self.say(caption)
        self.setAccessibleName(caption)
        self._clear()
        if question.options:
            self._offer_options(question)
        elif isinstance(question, Ask) and question.kind is AnswerKind.SCALE:
            self._offer_scale(question, caption)
        else:
            self._offer_text(caption)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Answer on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        else:
            super().keyPressEvent(event)

    def value(self) -> str | int | None:
        """The answer as it stands; None if there is none."""
        if self._line is not None:
            return self._line.text().strip() or None
        if self._scale is not None:
            return self._scale.value()
        if self._question is not None:
            for tile, option in zip(self._tiles, self._question.options, strict=True):
                if tile.isChecked():
                    return option.id
        return None

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self._place)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addWidget(self.skip)
        row.addStretch(1)
        self.body.addWidget(self._place)
        self.body.addLayout(row)

    def _clear(self) -> None:
        self._line, self._scale, self._tiles = None, None, []
        empty(self._column)

    def _offer_text(self, caption: str) -> None:
        self._line = QLineEdit()
        self._line.setObjectName("question_text")
        self._line.setAccessibleName(caption)
        self._line.setMaxLength(LONGEST_ANSWER)
        self._line.setPlaceholderText(self.tr("In your own words, or leave it empty"))
        self._column.addWidget(self._line)
        self._line.show()  # at once, for only what is shown can take the keyboard
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_scale(self, question: Ask, caption: str) -> None:
        low, high = question.ends
        self._scale = ScaleRow("question_scale", Scale(caption, 0, 10, low, high), self._icons)
        self._scale.question.hide()
        self._column.addWidget(self._scale)
        self._scale.show()
        self._scale.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_options(self, question: Question) -> None:
        for option in question.options:
            tile = Tile(f"option_{option.id}", option.label, self._icons)
            self._tiles.append(tile)
            self._column.addWidget(tile)
            tile.show()
        self._tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        self.answered.emit(self.value())

    def _skip(self) -> None:
        self.answered.emit(None)
