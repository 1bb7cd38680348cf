"""Eight private questions, and what the answers change: asked once, kept here, open to change."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from attachcalm.support.flags import Flag, Health
from attachcalm.support.gates import RULES
from attachcalm.support.own import Own
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, pill_choice, primary_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


def question_of(flag: Flag) -> str:
    """The question, in the person's language."""
    return QCoreApplication.translate("HealthPage", _QUESTIONS[flag])


class Question(QWidget):
    """One question with yes and no; neither is chosen until the person chooses."""

    def __init__(self, flag: Flag) -> None:
        super().__init__()
        self.setObjectName(f"health_{flag.value}")
        asked = question_of(flag)
        self.yes = self._choice(f"health_{flag.value}_yes", self.tr("Yes"), asked)
        self.no = self._choice(f"health_{flag.value}_no", self.tr("No"), asked)
        self._both = QButtonGroup(self)
        for button in (self.yes, self.no):
            self._both.addButton(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(words("", asked), 1)
        row.addWidget(self.yes, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.no, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def answer(self) -> bool | None:
        """Yes, no, or nothing said."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def show_answer(self, answer: bool | None) -> None:
        """Show this answer, or none."""
        self._both.setExclusive(False)
        self.yes.setChecked(answer is True)
        self.no.setChecked(answer is False)
        self._both.setExclusive(True)

    @staticmethod
    def _choice(name: str, text: str, asked: str) -> QRadioButton:
        return pill_choice(name, text, says=f"{asked} {text}")


class HealthPage(ScrollPage):
    """The checklist.  Whatever is left out is taken with care, never taken as a no."""

    own_changed = Signal(object)  # Own
    left = Signal()

    def __init__(self, icons: Icons, own: Own, today: date) -> None:
        super().__init__(
            "health",
            icons.keeper,
            self.tr("What to be careful with"),
            self.tr(
                "One minute, eight questions. The answers stay on this computer; nobody sees them "
                "unless you send them. Leave out what you like: then we are careful."
            ),
        )
        self._icons = icons
        self._own = own
        self._today = today
        self.questions = {flag: Question(flag) for flag in Flag}
        self.keep_button = primary_button("health_keep", self.tr("Keep my answers"), icons, "check")
        self.forget_button = ghost_button("health_forget", self.tr("Take all answers back"), icons)
        self.back_button = ghost_button("health_back", self.tr("Back"), icons, "arrow-left")
        self.kept = words("ok", "", "health_kept")
        self._arrange()
        self.keep_button.clicked.connect(self._keep)
        self.forget_button.clicked.connect(self._forget)
        self.back_button.clicked.connect(self.left)
        self.set_own(own)

    def set_own(self, own: Own) -> None:
        """Show these answers."""
        self._own = own
        for flag, question in self.questions.items():
            said = True if flag in own.health.flags else False if own.health.is_known else None
            question.show_answer(said)

    def _keep(self) -> None:
        answers = {flag: question.answer for flag, question in self.questions.items()}
        yes = frozenset(flag for flag, answer in answers.items() if answer)
        asked_on = self._today if None not in answers.values() else None
        self._tell(
            Health(yes, asked_on),
            self.tr("Kept. Where a question was left out, we stay careful.")
            if asked_on is None
            else self.tr("Kept. You can change it here at any time."),
        )

    def _forget(self) -> None:
        for question in self.questions.values():
            question.show_answer(None)
        self._tell(Health(), self.tr("Forgotten. We are careful until you answer."))

    def _tell(self, health: Health, sentence: str) -> None:
        self._own = replace(self._own, health=health)
        self.own_changed.emit(self._own)
        self.kept.setText(sentence)
        self.kept.show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        self.body.insertLayout(0, head)
        asked = Card("health_questions", self._icons.keeper, self.tr("The questions"))
        for at, question in enumerate(self.questions.values()):
            if at:
                asked.body.addWidget(line())
            asked.body.addWidget(question)
        row = FlowRow("health_buttons", self._icons.keeper)
        row.add(self.keep_button)
        row.add(self.forget_button)
        asked.body.addWidget(row)
        asked.body.addWidget(self.kept)
        self.kept.hide()
        rules = Card(
            "health_rules",
            self._icons.keeper,
            self.tr("Why some exercises are not offered"),
            self.tr("These are all the rules there are, in the order in which they decide."),
        )
        column = QVBoxLayout()
        for rule in RULES:
            column.addWidget(words("", QCoreApplication.translate("Rules", rule.sentence)))
        rules.body.addLayout(column)
        for card in (asked, rules):
            self.body.addWidget(card)
        self.body.addStretch(1)


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
