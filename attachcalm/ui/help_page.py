"""Help: what the app is and is not, how to use it by keys, and what it is made of."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from attachcalm.ui.icons import Icons
from attachcalm.ui.side_effect_panel import SideEffectPanel
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import one_line, words


class HelpPage(ScrollPage):
    """Everything on one page, offline."""

    support_wanted = Signal()

    def __init__(self, icons: Icons, details: str) -> None:
        """`details` are versions and folders, to be copied into a question to somebody."""
        super().__init__("help", icons.keeper, self.tr("Help"))
        self._icons = icons
        self._details = details
        self.copy_button = secondary_button("help_copy", self.tr("Copy details"), icons, "copy")
        self.support_button = secondary_button(
            "help_support", self.tr("Open Support"), icons, "life-buoy"
        )
        self.side_effects = SideEffectPanel(icons)
        self._arrange()
        self.copy_button.clicked.connect(self._copy)
        self.support_button.clicked.connect(self.support_wanted)

    def _arrange(self) -> None:
        what = self._card("what", self.tr("What this is, and is not"), (
            self.tr("AttachCalm offers guided exercises and a private record. It supports your own "
                    "wellbeing and your work with a therapist."),
            self.tr("It does not diagnose, treat or monitor anything, it is no emergency service, "
                    "and it does not replace care. Nobody sees what you rate or write."),
        ))  # fmt: skip
        what.body.addWidget(self.support_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._card("how", self.tr("How it goes"), (
            self.tr("Choose an exercise, rate how you are if you like, and follow the voice, the "
                    "words or the circle. Stop at any second: stopping early still counts."),
            self.tr("Afterwards you can rate again. Trends shows both ratings of each time. A "
                    "rating that was left empty stays empty: it is never counted as 0."),
            self.tr("Sometimes an exercise makes people feel worse. That is information, not a "
                    "failure. Stop, look around the room, and try another one or none."),
        ))  # fmt: skip
        self.body.addWidget(self.side_effects)
        self._keys()
        about = self._card("about", self.tr("About"), (self._details,))
        about.body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    def _card(self, name: str, title: str, paragraphs: tuple[str, ...]) -> Card:
        card = Card(f"help_{name}", self._icons.keeper, title)
        for paragraph in paragraphs:
            card.body.addWidget(words("", paragraph))
        self.body.addWidget(card)
        return card

    def _keys(self) -> None:
        card = Card("help_keys", self._icons.keeper, self.tr("Keys"))
        keys = (
            ("Ctrl+G", self.tr("Ground me now, from anywhere")),
            ("F9", self.tr("Support, from anywhere")),
            ("Ctrl+1 … Ctrl+6", self.tr("Home, Exercises, Trends, Learn, Settings, Help")),
            ("F1", self.tr("Help")),
            (self.tr("Space"), self.tr("Pause and go on")),
            ("S", self.tr("Stop here")),
            ("Esc", self.tr("Too much: stop, and look round the room first")),
            ("Esc", self.tr("Back, on Support, in Learn and on the private questions")),
            (self.tr("Left, Right"), self.tr("A step back, a step forward")),
            ("R", self.tr("Repeat the line")),
            ("M, C, L", self.tr("Sound, captions, less motion")),
            (self.tr("0 to 9, arrows"), self.tr("Rate; Delete takes it back, Enter goes on")),
        )
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (key, meaning) in enumerate(keys):
            grid.addWidget(one_line("label", key), row, 0)
            grid.addWidget(words("", meaning), row, 1)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(24)
        card.body.addWidget(table)
        self.body.addWidget(card)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
