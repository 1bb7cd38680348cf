"""People come first: a soft card on Home for a 9 or 10, or when harder times come together."""

from PySide6.QtCore import Signal

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, secondary_button, sos_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow


class PeopleFirst(Card):
    """Stands above the exercises and never in their place."""

    support_wanted = Signal()
    people_wanted = Signal()  # Support, at the person's own people
    came_up = Signal()  # for a 9 or 10, where it may be out of sight

    def __init__(self, icons: Icons) -> None:
        super().__init__("home_people", icons.keeper, kind="sos_soft")
        self._keeper = icons.keeper
        self._is_high = False
        self._sentence = ""  # of rule R3, until it is closed
        self.support = sos_button("people_support", self.tr("Open Support"), icons)
        self.people = secondary_button("people_own", self.tr("My people"), icons, "user-round")
        self.close_button = ghost_button("people_close", self.tr("Close"), icons, "x")
        self._arrange()
        self._connect()
        self.hide()

    def mind(self, distress: int | None) -> None:
        """Stand here while the distress that was tapped is a 9 or a 10."""
        from attachcalm.support.gates import SUPPORT_FIRST

        was_high = self._is_high
        self._is_high = distress is not None and distress >= SUPPORT_FIRST
        self._show()
        if self._is_high and not was_high:
            self.came_up.emit()

    def tell(self, sentence: str) -> None:
        """Say this until it is closed."""
        self._sentence = sentence
        self._show()

    def _show(self) -> None:
        wanted = self._is_high or bool(self._sentence)
        if self._is_high:
            self.say(
                self.tr("This is a lot to carry"),
                self.tr("You matter to people, and help exists. The exercises stay right here."),
            )
        elif wanted:
            self.say(self._sentence)
        if wanted:
            self.close_button.setVisible(not self._is_high)
        self.setVisible(wanted)

    def _arrange(self) -> None:
        row = FlowRow("people_row", self._keeper)
        for button in (self.support, self.people, self.close_button):
            row.add(button)
        self.body.addWidget(row)

    def _connect(self) -> None:
        self.support.clicked.connect(self.support_wanted)
        self.people.clicked.connect(self.people_wanted)
        self.close_button.clicked.connect(self._close)

    def _close(self) -> None:
        self._sentence = ""
        self._show()
