"""Your kit, as a slim row on Home: what is in it, not what it says."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from attachcalm.support.kit import Place
from attachcalm.ui.icons import Icons
from attachcalm.ui.slot_words import kit_words
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.text import words


class KitRow(Card):
    """Who looks over a shoulder reads that there is a phrase, and not which."""

    wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("home_kit", icons.keeper, kind="soft")
        self.told = words("small", "", "home_kit_told")
        self.button = compact(secondary_button(
            "home_kit_open", self.tr("Open"), icons, "hand-heart", says=self.tr("Open your kit")
        ))  # fmt: skip
        column = QVBoxLayout()
        column.setSpacing(icons.keeper.look.px(2))
        column.addWidget(words("label", self.tr("Your kit")))
        column.addWidget(self.told)
        row = QHBoxLayout()
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.button.clicked.connect(self.wanted)

    def show_places(self, places: Iterable[Place]) -> None:
        """Say what is in it."""
        self.told.setText(kit_words(places))
