"""So many seconds, in halves: a name, a slider, and what it says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from attachcalm.settings import BREATH_STEP_MS
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import GAP, Look
from attachcalm.ui.widgets.text import one_line, steady_digits, words


class SecondsRow(QWidget):
    """One stroke's seconds.  Arrow keys go half a second, page keys two."""

    changed = Signal(int)  # milliseconds, by the person

    def __init__(
        self, name: str, title: str, limits_ms: tuple[int, int], keeper: LookKeeper
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._keeper = keeper
        self._title = title
        self.title = words("label", title, f"{name}_title")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(f"{name}_slider")
        self.slider.setRange(*(ms // BREATH_STEP_MS for ms in limits_ms))
        self.slider.setPageStep(4)
        self.value = steady_digits(one_line("label", "", f"{name}_value"))
        self._arrange()
        self.slider.valueChanged.connect(self._moved)
        keeper.changed.connect(self._space)

    def ms(self) -> int:
        """What is set, in milliseconds."""
        return self.slider.value() * BREATH_STEP_MS

    def set_ms(self, ms: int) -> None:
        """Show this without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(ms // BREATH_STEP_MS)
        self.slider.blockSignals(False)
        self._say()

    def _moved(self) -> None:
        self._say()
        self.changed.emit(self.ms())

    def _say(self) -> None:
        told = self.tr("{seconds} s").format(seconds=f"{self.ms() / 1000:g}")
        self.value.setText(told if self.ms() else self.tr("none"))
        self.slider.setAccessibleName(f"{self._title}: {self.value.text()}")

    def _arrange(self) -> None:
        self.title.setBuddy(self.slider)
        self.value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title, 3)
        self._row.addWidget(self.slider, 5)
        self._row.addWidget(self.value)
        self._space(self._keeper.look)
        self._say()

    def _space(self, look: Look) -> None:
        self._row.setContentsMargins(0, look.px(2), 0, look.px(2))
        self._row.setSpacing(look.px(GAP))
        self.value.setMinimumWidth(look.px(48))
