"""A card: one frame with a title, one plain sentence, and what belongs to them."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from attachcalm.ui import tokens
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import Look
from attachcalm.ui.widgets.text import words


class Card(QFrame):
    """A framed part of a page; add to `body`. `kind` is "card", "soft" or "sos_soft".

    `title_kind` is "title" for the main card of a page, "heading" for the others.
    """

    def __init__(
        self,
        name: str,
        keeper: LookKeeper,
        title: str = "",
        sentence: str = "",
        *,
        kind: str = "card",
        title_kind: str = "heading",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.title: QLabel = words(title_kind, "", f"{name}_title")
        self.sentence: QLabel = words("muted", "", f"{name}_sentence")
        self.body = QVBoxLayout(self)
        self._head = QVBoxLayout()
        self.body.addLayout(self._head)
        for label in (self.title, self.sentence):
            self._head.addWidget(label)
        self.say(title, sentence)
        self._space(keeper.look)
        keeper.changed.connect(self._space)

    def say(self, title: str, sentence: str = "") -> None:
        """Change the words on top of the card; an empty one takes no room."""
        for label, text in ((self.title, title), (self.sentence, sentence)):
            label.setText(text)
            label.setVisible(bool(text))

    def _space(self, look: Look) -> None:
        side = look.px(tokens.CARD_PADDING)
        self.body.setContentsMargins(side, side, side, side)
        self.body.setSpacing(look.px(12))
        self._head.setSpacing(look.px(4))


def line(parent: QWidget | None = None) -> QFrame:
    """Make a hairline between two rows of a card."""
    made = QFrame(parent)
    made.setProperty("kind", "line")
    return made
