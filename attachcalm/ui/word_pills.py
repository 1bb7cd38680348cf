"""Words to choose among, several at once, each with what it means where that is known."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from attachcalm.ui.check_in_words import in_short
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, pill_switch
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow


class WordPills(QWidget):
    """Round-ended switches, made anew for other words."""

    switched = Signal(str, bool)
    looked_at = Signal(str)  # the word that the mouse or the keyboard rests on

    def __init__(self, name: str, icons: Icons) -> None:
        super().__init__()
        self.setObjectName(name)
        self._icons = icons
        self.pills: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_words(self, offered: Iterable[tuple[str, str]], chosen: Collection[str] = ()) -> None:
        """Offer these, each a word and its meaning or an empty text."""
        empty(self._column)
        row = FlowRow(f"{self.objectName()}_row", self._icons.keeper, gap=8)
        self.pills = [self._pill(at, *word) for at, word in enumerate(offered)]
        for pill in self.pills:
            row.add(pill)
        self._column.addWidget(row)
        row.show()  # now, and not a turn later: the keyboard may go there
        self.mark(chosen)

    def mark(self, chosen: Collection[str]) -> None:
        """Show these as chosen, whatever their capitals."""
        on = {word.casefold() for word in chosen}
        for pill in self.pills:
            pill.setChecked(self._word_of(pill).casefold() in on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell which word is rested on."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.Enter}:
            self.looked_at.emit(self._word_of(watched))
        return super().eventFilter(watched, event)

    def _pill(self, at: int, word: str, meaning: str) -> QPushButton:
        name = f"{self.objectName()}_{at}"
        pill = compact(pill_switch(name, in_short(word), self._icons, says=word))
        pill.setProperty("word", word)
        pill.setToolTip(meaning or word)
        pill.setAccessibleDescription(meaning)
        pill.clicked.connect(self._switch)
        pill.installEventFilter(self)
        return pill

    def _switch(self, on: bool) -> None:
        self.switched.emit(self._word_of(self.sender()), on)

    def _word_of(self, pill: QObject) -> str:
        return str(pill.property("word"))
