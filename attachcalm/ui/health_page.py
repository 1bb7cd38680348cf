"""Eight private questions, and what the answers change: asked once, kept here, open to change."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from attachcalm.support.flags import Flag, Health
from attachcalm.support.own import Own
from attachcalm.ui.health_question import HealthQuestion
from attachcalm.ui.icons import Icons
from attachcalm.ui.rules_view import RulesView
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.widgets.buttons import ghost_button, primary_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class HealthPage(ScrollPage):
    """The checklist.  Each answer is kept at once; what is left out is never taken as a no."""

    own_changed = Signal(object)  # Own
    left = Signal()

    def __init__(self, icons: Icons, own: Own, today: date) -> None:
        super().__init__(
            "health",
            icons.keeper,
            self.tr("What to be careful with"),
            self.tr(
                "One minute, eight questions. Your answers stay on this laptop. A therapist sees "
                "them only if you export them. Leave out what you like: then we are careful."
            ),
        )
        self._icons = icons
        self._own = own
        self._today = today
        self.questions = {flag: HealthQuestion(flag, icons.keeper) for flag in Flag}
        self.done_button = primary_button("health_done", self.tr("Done"), icons, "check")
        self.forget_button = ghost_button("health_forget", self.tr("Take all answers back"), icons)
        self.back_button = ghost_button("health_back", self.tr("Back"), icons, "arrow-left")
        self.kept = words("ok", "", "health_kept")
        self._arrange()
        self._connect()
        self._show(own.health)

    def set_own(self, own: Own) -> None:
        """Show these answers; a no among unfinished answers stays as the person left it."""
        self._own = own
        said = self._said()
        if (own.health.flags, own.health.is_known) != (said.flags, said.is_known):
            self._show(own.health)

    def _show(self, health: Health) -> None:
        for flag, question in self.questions.items():
            question.show_answer(
                True if flag in health.flags else False if health.is_known else None
            )

    def _said(self) -> Health:
        """What the answers come to: known only once each is a yes or a no."""
        answers = {flag: question.answer for flag, question in self.questions.items()}
        yes = frozenset(flag for flag, answer in answers.items() if answer)
        return Health(yes, None if None in answers.values() else self._today)

    def _keep(self) -> None:
        said = self._said()
        self._tell(
            said,
            self.tr("Kept. You can change it here at any time.")
            if said.is_known
            else self.tr("Kept. Until all eight are answered with yes or no, we stay careful."),
        )

    def _forget(self) -> None:
        self._show(Health())
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
        for question in self.questions.values():
            asked.body.addWidget(question)
            asked.body.addWidget(line())
        row = FlowRow("health_buttons", self._icons.keeper)
        row.add(self.done_button)
        row.add(self.forget_button)
        asked.body.addWidget(row)
        asked.body.addWidget(self.kept)
        self.kept.hide()
        for card in (asked, RulesView(self._icons.keeper)):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for question in self.questions.values():
            question.answered.connect(self._keep)
        self.forget_button.clicked.connect(self._forget)
        for button in (self.back_button, self.done_button):
            button.clicked.connect(self.left)
        bind(self, (("Esc", self.left.emit),))
