"""One suggestion on Home: the exercise, why it is here, a thumb, and "not today"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from attachcalm.journal.remark import Barrier
from attachcalm.suggestions import Suggestion
from attachcalm.ui import texts
from attachcalm.ui.exercise_row import ExerciseRow
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button, pill_switch
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words


class SuggestionRow(QWidget):
    """What is small stays small: only Start is a button that asks to be pressed."""

    started = Signal(object, str)  # Card and the version's id
    thumbed = Signal(str, str)  # exercise id; up, down or none
    put_off = Signal(str, str)  # exercise id; a Barrier

    def __init__(self, suggestion: Suggestion, icons: Icons) -> None:
        super().__init__()
        self._suggestion = suggestion
        self._icons = icons
        card = suggestion.card
        self.setObjectName(f"suggestion_{card.id}")
        self.row = ExerciseRow(card, icons)
        self.row.line.setText(texts.version_words(suggestion.version))
        title = card.title
        self.why_button = compact(
            ghost_button(
                f"why_{card.id}",
                self.tr("Why this one?"),
                icons,
                says=self.tr("Why {title}?").format(title=title),
            )
        )
        self.up = compact(pill_switch(f"up_{card.id}", self.tr("Good for me"), icons, "check"))
        self.down = compact(pill_switch(f"down_{card.id}", self.tr("Not for me"), icons, "x"))
        self.not_today = compact(
            ghost_button(
                f"not_today_{card.id}",
                self.tr("Not today"),
                icons,
                says=self.tr("Not today: {title}").format(title=title),
            )
        )
        self.why = words("small", " ".join(suggestion.why), f"why_words_{card.id}")
        self.barriers: dict[str, QPushButton] = {}
        self._more = QWidget()
        self._arrange()
        self._connect()

    def show_thumb(self, value: str) -> None:
        """Show what was said of it before: up, down or none."""
        self.up.setChecked(value == "up")
        self.down.setChecked(value == "down")

    def _arrange(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self.row)
        small = QHBoxLayout()
        for button in (self.why_button, self.not_today):
            small.addWidget(button)
        small.addStretch(1)
        column.addLayout(small)
        column.addWidget(self._more)
        inside = QVBoxLayout(self._more)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.why)
        thumbs = FlowRow(f"thumbs_{self._suggestion.card.id}", self._icons.keeper)
        thumbs.add(self.up)
        thumbs.add(self.down)
        inside.addWidget(thumbs)
        self._more.hide()

    def _connect(self) -> None:
        self.row.started.connect(self._start)
        self.why_button.clicked.connect(self._show_why)
        self.up.clicked.connect(self._say_up)
        self.down.clicked.connect(self._say_down)
        self.not_today.clicked.connect(self._ask_why_not)

    def _show_why(self) -> None:
        self._more.setVisible(not self._more.isVisible())

    def _start(self) -> None:
        self.started.emit(self._suggestion.card, self._suggestion.version.id)

    def _say_up(self, on: bool) -> None:
        self.down.setChecked(False)
        self.thumbed.emit(self._suggestion.card.id, "up" if on else "none")

    def _say_down(self, on: bool) -> None:
        self.up.setChecked(False)
        self.thumbed.emit(self._suggestion.card.id, "down" if on else "none")

    # ------------------------------------------------------------ not today
    def _ask_why_not(self) -> None:
        """One tap for why; the tap is all there is to it."""
        if self.barriers:
            return
        row = FlowRow(f"barriers_{self._suggestion.card.id}", self._icons.keeper)
        labels = {
            Barrier.TOO_LONG: self.tr("Too long"),
            Barrier.TOO_STRONG: self.tr("Too strong"),
            Barrier.NO_PRIVACY: self.tr("No privacy"),
            Barrier.FORGOT: self.tr("It slipped my mind"),
            Barrier.FELT_SILLY: self.tr("It felt silly"),
            Barrier.DID_NOT_HELP: self.tr("It did not help"),
            Barrier.UNSAID: self.tr("No reason"),
        }
        for barrier, label in labels.items():
            name = f"barrier_{barrier.value}_{self._suggestion.card.id}"
            button = compact(ghost_button(name, label, self._icons))
            button.setProperty("barrier", barrier.value)
            button.clicked.connect(self._put_off)
            self.barriers[barrier.value] = button
            row.add(button)
        self._column.addWidget(row)
        row.show()
        self.barriers[Barrier.TOO_LONG.value].setFocus()

    def _put_off(self) -> None:
        self.put_off.emit(self._suggestion.card.id, str(self.sender().property("barrier")))
