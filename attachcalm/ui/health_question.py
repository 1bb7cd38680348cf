"""One private question: yes, no, or rather not said."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from attachcalm.support.flags import Flag
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.widgets.buttons import pill_choice
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words

BESIDE_FROM = 680  # px at 100 %: below, the choices stand under their question


class HealthQuestion(QWidget):
    """Nothing is chosen until the person chooses; what is rather not said counts as not known."""

    answered = Signal()

    def __init__(self, flag: Flag, keeper: LookKeeper) -> None:
        super().__init__()
        self.setObjectName(f"health_{flag.value}")
        self._asked = QCoreApplication.translate("HealthPage", _QUESTIONS[flag])
        self.yes = self._choice("yes", self.tr("Yes"))
        self.no = self._choice("no", self.tr("No"))
        self.unsaid = self._choice("unsaid", self.tr("I'd rather not say"))
        self._choices = QButtonGroup(self)
        row = FlowRow(f"{self.objectName()}_choices", keeper, 8)
        for button in (self.yes, self.no, self.unsaid):
            self._choices.addButton(button)
            row.add(button)
        columns = Columns(f"{self.objectName()}_columns", keeper, BESIDE_FROM)
        columns.add(words("", self._asked), 5)
        columns.add(row, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(columns)
        self._choices.buttonClicked.connect(self.answered)

    @property
    def answer(self) -> bool | None:
        """Yes, no, or nothing said."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def show_answer(self, answer: bool | None) -> None:
        """Show this answer, or none."""
        self._choices.setExclusive(False)
        self.yes.setChecked(answer is True)
        self.no.setChecked(answer is False)
        self.unsaid.setChecked(False)
        self._choices.setExclusive(True)

    def _choice(self, name: str, text: str) -> QRadioButton:
        return pill_choice(f"{self.objectName()}_{name}", text, says=f"{self._asked} {text}")


_QUESTIONS = {
    Flag.HEART: "Is there a heart condition, fainting, an eating disorder, a beta-blocker, or "
    "trouble with cold?",
    Flag.BREATH: "Is there a lung condition, a pregnancy, epilepsy, or panic that breathing brings "
    "on?",
    Flag.INJURY: "Is there pain, an injury or a recent operation?",
    Flag.FLASHBACKS: "Do flashbacks come, or times when nothing feels real?",
    Flag.PSYCHOSIS: "Is there a psychosis or a mania now?",
    Flag.UNSAFE: "Is somebody close to you not safe to be with?",
    Flag.LOSS: "Have you lost somebody lately?",
    Flag.SUBSTANCES: "Is there alcohol or another drug in your body right now?",
}
