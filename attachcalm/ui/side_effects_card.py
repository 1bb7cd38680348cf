"""What quiet and imagined exercises can do besides helping, said before the first of them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal

from attachcalm.support.side_effects import FACTS
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import primary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.text import words


class SideEffectsCard(Card):
    """The facts with their sources, and one button."""

    was_read = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("side_effects", icons.keeper, title_kind="title")
        self.say(
            self.tr("Before your first time with this kind"),
            self.tr(
                "Many people like quiet and imagined exercises, and they can have side effects. "
                "This is what studies of meditation and relaxation found."
            ),
        )
        for at, fact in enumerate(FACTS):
            sentence = QCoreApplication.translate("SideEffects", fact.sentence)
            self.body.addWidget(words("", sentence, f"side_effects_fact_{at}"))
        sources = "; ".join(dict.fromkeys(fact.source for fact in FACTS if fact.source))
        self.body.addWidget(words("small", self.tr("Sources: {sources}.").format(sources=sources)))
        self.body.addWidget(
            words(
                "",
                self.tr(
                    "You can stop at any second, with Too much or with Esc. If something "
                    "unpleasant stays, you can note it here and tell somebody you trust."
                ),
            )
        )
        self.read_button = primary_button(
            "side_effects_read", self.tr("I have read this"), icons, "check"
        )
        self.body.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)
        self.read_button.clicked.connect(self.was_read)

    def take_focus(self) -> None:
        """Put the keyboard on the button."""
        self.read_button.setFocus(Qt.FocusReason.OtherFocusReason)
