"""Why some exercises are not offered: every rule there is, as a person can read it."""

from PySide6.QtCore import QCoreApplication

from attachcalm.suggestions import rules_told
from attachcalm.support.gates import RULES
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.text import words


def rule_words(text: str) -> str:
    """A sentence of the rules, in the person's language."""
    return QCoreApplication.translate("Rules", text)


class RulesView(Card):
    """The rules in the order in which they decide."""

    def __init__(self, keeper: LookKeeper) -> None:
        super().__init__("health_rules", keeper)
        self.say(
            self.tr("Why some exercises are not offered"),
            self.tr("These are all the rules there are, in the order in which they decide."),
        )
        for rule in RULES:
            self.body.addWidget(words("", rule_words(rule.sentence), f"rule_{rule.id}"))
        self.body.addWidget(words("heading", self.tr("How suggestions are chosen")))
        for sentence in rules_told():
            self.body.addWidget(words("", rule_words(sentence)))
        self.body.addWidget(
            words("small", self.tr("They come from practice, not from trials, and can be wrong."))
        )
