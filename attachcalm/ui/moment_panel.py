"""Two taps more on Home: how much distress, where the energy is, and what closeness does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.suggestions import Now, Pull
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, pill_switch
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scale_row import ScaleRow, distress_scale, energy_scale


class MomentPanel(QWidget):
    """Nothing has to be said, nothing of it is recorded: it only chooses what is offered."""

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("moment")
        self.distress = ScaleRow(
            "moment_distress", distress_scale(self.tr("How much distress is there?")), icons
        )
        self.energy = ScaleRow(
            "moment_energy", energy_scale(self.tr("Where is your energy?")), icons
        )
        self.reaching = compact(pill_switch("moment_reaching", self.tr("Reaching out hard"), icons))
        self.shutting = compact(pill_switch("moment_shutting", self.tr("Shutting down"), icons))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        pulls = FlowRow("moment_pulls", icons.keeper)
        for pull in (self.reaching, self.shutting):
            pulls.add(pull)
        for widget in (self.distress, self.energy, pulls):
            column.addWidget(widget)
        self.distress.changed.connect(self.changed)
        self.energy.changed.connect(self.changed)
        self.reaching.clicked.connect(self._reach)
        self.shutting.clicked.connect(self._shut)

    def now(self) -> Now:
        """What was said so far."""
        pull = None
        if self.reaching.isChecked():
            pull = Pull.REACHING
        elif self.shutting.isChecked():
            pull = Pull.SHUTTING
        return Now(self.distress.value(), self.energy.value(), pull)

    def _reach(self) -> None:
        self.shutting.setChecked(False)
        self.changed.emit()

    def _shut(self) -> None:
        self.reaching.setChecked(False)
        self.changed.emit()
