"""Noting a side effect, at any time: in the person's own words, kept here and sent nowhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.text import words

HEIGHT = 88  # px at 100 %


class SideEffectPanel(Card):
    """A field and a button; nothing is told before there is something to tell."""

    noted = Signal(str)  # the words, with no space around them

    def __init__(self, icons: Icons) -> None:
        super().__init__("side_effect", icons.keeper)
        self.say(
            self.tr("Did something unpleasant stay?"),
            self.tr(
                "A feeling, a memory, something in the body: whatever came with an exercise and "
                "did not go. It is kept in your journal. Nobody else sees it unless you send it."
            ),
        )
        self.field = QPlainTextEdit()
        self.field.setObjectName("side_effect_words")
        self.field.setAccessibleName(self.tr("What stayed, in your own words"))
        self.field.setPlaceholderText(self.tr("In your own words"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(icons.keeper.look.px(HEIGHT))
        self.note_button = secondary_button("side_effect_note", self.tr("Note it"), icons, "pencil")
        self.thanks = words(
            "ok",
            self.tr("Noted. If it troubles you, tell somebody you trust, or your therapist."),
            "side_effect_thanks",
        )
        self._arrange()
        self._connect()

    def open(self) -> None:
        """Be ready for another sitting."""
        self.field.clear()
        self.thanks.hide()

    def _words(self) -> str:
        return self.field.toPlainText().strip()

    def _look(self) -> None:
        self.note_button.setEnabled(bool(self._words()))
        if self._words():
            self.thanks.hide()

    def _note(self) -> None:
        text = self._words()
        if text:
            self.noted.emit(text)
            self.field.clear()
            self.thanks.show()

    def _arrange(self) -> None:
        self.note_button.setEnabled(False)
        self.body.addWidget(self.field)
        self.body.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.thanks)
        self.thanks.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._look)
        self.note_button.clicked.connect(self._note)
