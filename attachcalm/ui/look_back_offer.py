"""A quiet offer on Home, once a week at the most."""

from PySide6.QtCore import Signal

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow


class LookBackOffer(Card):
    """To take or to leave."""

    wanted = Signal()
    put_off = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "look_back_offer",
            icons.keeper,
            self.tr("A look back on the week?"),
            self.tr("Three short questions, and what your ratings say. Any of it can be left out."),
            kind="soft",
        )
        self.go_button = secondary_button("look_back_go", self.tr("Look back"), icons, "repeat")
        self.later_button = ghost_button("look_back_later", self.tr("Not now"), icons)
        row = FlowRow("look_back_offer_row", icons.keeper)
        row.add(self.go_button)
        row.add(self.later_button)
        self.body.addWidget(row)
        self.go_button.clicked.connect(self.wanted)
        self.later_button.clicked.connect(self.put_off)
