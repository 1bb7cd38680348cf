"""The words that were chosen, each to be taken out again by one press."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from attachcalm.ui.check_in_words import in_short
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow


class ChosenWords(QWidget):
    """A row of them; it takes no room while there is none."""

    taken_out = Signal(str)

    def __init__(self, name: str, icons: Icons) -> None:
        super().__init__()
        self.setObjectName(name)
        self._icons = icons
        self.chips: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_words(self, chosen: Sequence[str]) -> None:
        """Show these."""
        empty(self._column)
        row = FlowRow(f"{self.objectName()}_row", self._icons.keeper, gap=8)
        self.chips = [self._chip(at, word) for at, word in enumerate(chosen)]
        for chip in self.chips:
            row.add(chip)
        self._column.addWidget(row)
        self.setVisible(bool(chosen))

    def _chip(self, at: int, word: str) -> QPushButton:
        says = self.tr("Take out {word}").format(word=word)
        name = f"{self.objectName()}_{at}"
        chip = compact(secondary_button(name, in_short(word), self._icons, "x", says=says))
        chip.setToolTip(says)
        chip.setProperty("word", word)
        chip.clicked.connect(self._take_out)
        return chip

    def _take_out(self) -> None:
        self.taken_out.emit(str(self.sender().property("word")))
