"""One suggestion on Home: the exercise, why it is here, a thumb, and "not today"."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from attachcalm.exercises.card import Card
from attachcalm.journal.remark import Barrier
from attachcalm.suggestions import Suggestion
from attachcalm.ui import texts
from attachcalm.ui.exercise_row import ExerciseRow
from attachcalm.ui.icons import Icons
from attachcalm.ui.not_today_panel import NotTodayPanel
from attachcalm.ui.tokens import Look
from attachcalm.ui.why_view import WhyView
from attachcalm.ui.widgets.buttons import compact, ghost_button, icon_button
from attachcalm.ui.widgets.columns import Columns

TWO_LINES_BELOW = 390  # px at 100 %: the thumbs then stand under the words

Lighter = Callable[[Suggestion, Barrier], Suggestion | None]


class SuggestionRow(QWidget):
    """What is small stays small: only Start is a button that asks to be pressed."""

    started = Signal(object, str)  # Card and the version's id
    thumbed = Signal(str, str)  # exercise id; up, down or none
    put_off = Signal(str, str)  # exercise id; a Barrier
    done = Signal()
    opened = Signal()  # there is more in it now

    def __init__(self, suggestion: Suggestion, lighter: Lighter, icons: Icons) -> None:
        super().__init__()
        self._suggestion = suggestion
        self._lighter = lighter
        self._icons = icons
        self.is_put_off = False
        self._why: WhyView | None = None
        self._panel: NotTodayPanel | None = None
        card = suggestion.card
        self.setObjectName(f"suggestion_{card.id}")
        self.row = ExerciseRow(card, icons)
        self.row.line.setText(
            f"{texts.group_name(card.group)} · {texts.version_words(suggestion.version)}"
        )
        self.why_button = self._small(
            f"why_{card.id}", self.tr("Why this one?"), self.tr("Why {title}?")
        )
        self.not_today = self._small(
            f"not_today_{card.id}", self.tr("Not today"), self.tr("Not today: {title}")
        )
        self.up = self._thumb(f"up_{card.id}", self.tr("{title} is good for me"), "thumbs-up")
        self.down = self._thumb(f"down_{card.id}", self.tr("{title} is not for me"), "thumbs-down")
        self._arrange()
        self._connect()

    def show_reasons(self, suggestion: Suggestion, thumb: str) -> None:
        """The same exercise in the same version, for these reasons; the thumb as said last."""
        self._suggestion = suggestion
        if self._why is not None:
            self._why.show_sentences(suggestion.why)
        self._show_thumb(thumb)

    @property
    def key(self) -> tuple[str, str]:
        """The ids of the exercise and the version."""
        return self._suggestion.card.id, self._suggestion.version.id

    # ------------------------------------------------------------ why
    def _show_why(self) -> None:
        if self._why is None:
            self._why = WhyView(self._suggestion.card.id, self._suggestion.why, self._icons)
            self._inside.insertWidget(0, self._why)
            self._why.show()
            self.opened.emit()
        else:
            self._why.setVisible(not self._why.isVisible())

    # ------------------------------------------------------------ thumbs
    def _show_thumb(self, value: str) -> None:
        for button, wanted in ((self.up, "up"), (self.down, "down")):
            button.setChecked(value == wanted)
            icon, ink = f"thumbs-{wanted}", "muted"
            if value == wanted:
                icon, ink = f"{icon}-filled", "primary"
            button.setIcon(self._icons.icon(icon, ink, gap=False))

    def _say_up(self, on: bool) -> None:
        self._say("up" if on else "none")

    def _say_down(self, on: bool) -> None:
        self._say("down" if on else "none")

    def _say(self, value: str) -> None:
        """It stays where it is for now: what moves under a hand is no answer to it."""
        self._show_thumb(value)
        self.thumbed.emit(self._suggestion.card.id, value)

    # ------------------------------------------------------------ not today
    def _ask_why_not(self) -> None:
        if self._panel is None:
            self._panel = NotTodayPanel(self._suggestion.card.id, self._icons)
            self._panel.put_off.connect(self._put_off)
            self._panel.started.connect(self.started)
            self._panel.done.connect(self.done)
            self._inside.addWidget(self._panel)
            self._panel.show()
            self.opened.emit()
        else:
            self._panel.setVisible(not self._panel.isVisible())

    def _put_off(self, barrier: str) -> None:
        """Kept first; then what is lighter stands in its place."""
        self.is_put_off = True
        self.put_off.emit(self._suggestion.card.id, barrier)
        for widget in (self.row.start, self._small_row):
            widget.hide()
        if self._why is not None:
            self._why.hide()
        if self._panel is not None:
            self._panel.offer(self._lighter(self._suggestion, Barrier(barrier)))
        self.opened.emit()

    def _start(self, card: Card) -> None:
        self.started.emit(card, self._suggestion.version.id)

    # ------------------------------------------------------------ arrangement
    def _small(self, name: str, text: str, says: str) -> QPushButton:
        title = self._suggestion.card.title
        return compact(ghost_button(name, text, self._icons, says=says.format(title=title)))

    def _thumb(self, name: str, says: str, icon: str) -> QPushButton:
        told = says.format(title=self._suggestion.card.title)
        button = compact(icon_button(name, told, self._icons, icon))
        button.setCheckable(True)
        return button

    def _arrange(self) -> None:
        keeper = self._icons.keeper
        self._small_row = Columns(f"{self.objectName()}_small", keeper, TWO_LINES_BELOW)
        self._small_row.add(_side_by_side(self.why_button, self.not_today), 1)
        self._small_row.add(_side_by_side(self.up, self.down), 0)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._inside = QVBoxLayout()
        self._column.addWidget(self.row)
        self._column.addWidget(self._small_row)
        self._column.addLayout(self._inside)
        self._space(keeper.look)

    def _space(self, look: Look) -> None:
        """All of it stands under the title."""
        self._small_row.setContentsMargins(look.px(44), 0, 0, 0)
        self._inside.setContentsMargins(look.px(58), 0, 0, 0)
        self._column.setContentsMargins(0, 0, 0, look.px(4))

    def _connect(self) -> None:
        self.row.started.connect(self._start)
        self.why_button.clicked.connect(self._show_why)
        self.up.clicked.connect(self._say_up)
        self.down.clicked.connect(self._say_down)
        self.not_today.clicked.connect(self._ask_why_not)
        self._icons.keeper.changed.connect(self._space)


def _side_by_side(*buttons: QPushButton) -> QWidget:
    """These without a gap, since each has room of its own."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return made
