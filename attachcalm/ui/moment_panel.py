"""Two taps more on Home: how much distress, where the energy is, and what closeness does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from attachcalm.suggestions import Now, Pull
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, pill_switch
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scale_row import ScaleRow, distress_scale, energy_scale
from attachcalm.ui.widgets.text import words


class MomentPanel(QWidget):
    """Nothing has to be said, and nothing of it is recorded: it only chooses what is offered."""

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("moment")
        self._icons = icons
        self.distress = ScaleRow(
            "moment_distress", distress_scale(self.tr("How much distress is there?")), icons
        )
        self.energy = ScaleRow(
            "moment_energy", energy_scale(self.tr("Where is your energy?")), icons
        )
        self.pulls = {
            Pull.REACHING: self._pill("moment_reaching", self.tr("Reaching out hard")),
            Pull.SHUTTING: self._pill("moment_shutting", self.tr("Shutting down")),
        }
        self._arrange()
        self._connect()

    def now(self) -> Now:
        """What was said so far."""
        pull = next((pull for pull, pill in self.pulls.items() if pill.isChecked()), None)
        return Now(self.distress.value(), self.energy.value(), pull)

    def forget(self) -> None:
        """Empty everything and tell nobody."""
        was_blocked = self.blockSignals(True)
        self.distress.set_value(None)
        self.energy.set_value(None)
        for pill in self.pulls.values():
            pill.setChecked(False)
        self.blockSignals(was_blocked)

    def _pill(self, name: str, text: str) -> QPushButton:
        return compact(pill_switch(name, text, self._icons))

    def _arrange(self) -> None:
        pulls = FlowRow("moment_pulls", self._icons.keeper)
        for pill in self.pulls.values():
            pulls.add(pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._icons.keeper.look.px(12))
        column.addWidget(self.distress)
        column.addWidget(self.energy)
        column.addWidget(words("label", self.tr("Where are you with other people?")))
        column.addWidget(pulls)
        column.addWidget(
            words("small", self.tr("All of this can stay empty. It is not kept anywhere."))
        )

    def _connect(self) -> None:
        self.distress.changed.connect(self.changed)
        self.energy.changed.connect(self.changed)
        for pill in self.pulls.values():
            pill.clicked.connect(self._pull)

    def _pull(self) -> None:
        """One of them, or none: a second press takes it back."""
        pressed = self.sender()
        for pill in self.pulls.values():
            if pill is not pressed:
                pill.setChecked(False)
        self.changed.emit()
