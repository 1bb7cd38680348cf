"""One exercise in a list: what it is, whether it is a favourite, and Start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from attachcalm.exercises.card import Card
from attachcalm.ui import texts
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import icon_button, secondary_button
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.text import words

UNDER_BELOW = 300  # px at 100 %: the buttons then stand under the words


class ExerciseRow(QWidget):
    """An icon, title and line, a star to keep it close, and a button to open it."""

    started = Signal(object)  # the Card
    favourite_switched = Signal(object, bool)

    def __init__(self, card: Card, icons: Icons, *, favourite: bool | None = None) -> None:
        """Without `favourite` there is no star."""
        super().__init__()
        self.card = card
        self._icons = icons
        self._favourite = favourite
        self.setObjectName(f"row_{card.id}")
        self.title = words("heading", card.title)
        self.line = words("small", texts.card_words(card))
        self.start = secondary_button(
            f"start_{card.id}",
            self.tr("Start"),
            icons,
            "play",
            says=self.tr("Start {title}").format(title=card.title),
        )
        self.star: QPushButton | None = None
        if favourite is not None:
            self.star = icon_button(f"star_{card.id}", "", icons, "star")
            self.star.setCheckable(True)
            self._show_star()
            self.star.clicked.connect(self._switch)
        self._arrange()
        self.start.clicked.connect(self._start)

    def _arrange(self) -> None:
        told, buttons = QWidget(), QWidget()
        text = QVBoxLayout(told)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(2)
        text.addWidget(self.title)
        text.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(self._icons.keeper.look.px(14))
        icon = IconView(texts.GROUP_ICONS[self.card.group], self._icons, ink="on_soft", badge=True)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        beside = QHBoxLayout(buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(row.spacing())
        for button in (self.star, self.start):
            if button is not None:
                beside.addWidget(button)
        beside.addStretch(1)
        columns = Columns(f"{self.objectName()}_columns", self._icons.keeper, UNDER_BELOW)
        columns.add(told, 1)
        columns.add(buttons, 0)
        row.addWidget(columns, 1)

    def _show_star(self) -> None:
        if self.star is None:
            return
        kept = bool(self._favourite)
        self.star.setChecked(kept)
        name = "star-filled" if kept else "star"
        self.star.setIcon(self._icons.icon(name, "primary" if kept else "muted", gap=False))
        says = (
            self.tr("Take {title} out of the favourites")
            if kept
            else self.tr("Keep {title} among the favourites")
        )
        self.star.setAccessibleName(says.format(title=self.card.title))
        self.star.setToolTip(says.format(title=self.card.title))

    def _switch(self, on: bool) -> None:
        self._favourite = on
        self._show_star()
        self.favourite_switched.emit(self.card, on)

    def _start(self) -> None:
        self.started.emit(self.card)
