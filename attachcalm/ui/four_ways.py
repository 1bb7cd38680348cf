"""Four ways on from a harder time, none before the others; the same ones wherever it was harder."""

from PySide6.QtCore import Qt, Signal

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.columns import Columns

TWO_BELOW = 800  # px at 100 %: two and two; wider than four need, or they would never turn
ONE_BELOW = 380  # px at 100 % for each two: one under the other; less than half of the above


class FourWays(Columns):
    """Steady myself, contact someone, support numbers, close.  None begins by itself."""

    steady_wanted = Signal()
    contact_wanted = Signal()
    support_wanted = Signal()
    closed = Signal()

    def __init__(self, name: str, icons: Icons) -> None:
        """Each button is called `name`, then its way."""
        super().__init__(f"{name}_four", icons.keeper, TWO_BELOW)
        self.steady = secondary_button(f"{name}_steady", self.tr("Steady myself"), icons, "anchor")
        self.contact = secondary_button(
            f"{name}_contact", self.tr("Contact someone"), icons, "user-round"
        )
        self.numbers = secondary_button(
            f"{name}_support", self.tr("Support numbers"), icons, "life-buoy"
        )
        self.close_button = secondary_button(f"{name}_close", self.tr("Just close"), icons, "check")
        pairs = ((self.steady, self.contact), (self.numbers, self.close_button))
        for number, pair in enumerate(pairs, 1):
            two = Columns(f"{name}_two_{number}", icons.keeper, ONE_BELOW)
            for button in pair:
                two.add(button)
            self.add(two)
        self.steady.clicked.connect(self.steady_wanted)
        self.contact.clicked.connect(self.contact_wanted)
        self.numbers.clicked.connect(self.support_wanted)
        self.close_button.clicked.connect(self.closed)

    def take_focus(self) -> None:
        """Put the keyboard where a key that is pressed once too often begins nothing."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
