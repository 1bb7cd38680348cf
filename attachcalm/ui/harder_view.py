"""When it was too much: thanks, a minute of the room, then four ways on, none before the others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import one_line, steady_digits, words

NOTE_HEIGHT = 88
LONGEST_NOTE = 2_000


class HarderView(ScrollPage):
    """Nothing here begins by itself, and nothing has to be answered."""

    skipped = Signal()  # the minute
    steady_wanted = Signal()
    contact_wanted = Signal()
    support_wanted = Signal()
    closed = Signal()
    rating_wanted = Signal()
    note_written = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "harder",
            icons.keeper,
            self.tr("Thanks for noticing. You can stop here."),
            self.tr("Too much is information, and stopping is part of the practice."),
        )
        self._icons = icons
        self.minute = Card("harder_minute", icons.keeper, self.tr("One minute of looking round"))
        self.caption = words("caption", "", "harder_caption")
        self.left = steady_digits(one_line("small", "", "harder_left"))
        self.skip = secondary_button("harder_skip", self.tr("Skip this"), icons, "skip-forward")
        self.ways = Card("harder_ways", icons.keeper, self.tr("What would be good now?"))
        self.steady = secondary_button("harder_steady", self.tr("Steady myself"), icons, "anchor")
        self.contact = secondary_button(
            "harder_contact", self.tr("Contact someone"), icons, "user-round"
        )
        self.numbers = secondary_button(
            "harder_support", self.tr("Support numbers"), icons, "life-buoy"
        )
        self.close_button = secondary_button("harder_close", self.tr("Just close"), icons, "check")
        self.note = QPlainTextEdit()
        self.rate = ghost_button("harder_rate", self.tr("Rate how I am now"), icons)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def begin(self, with_minute: bool) -> None:
        """Show the minute or, without one, the ways on."""
        self.note.clear()
        self.caption.setText("")
        self._stack.setCurrentIndex(0)
        self.verticalScrollBar().setValue(0)
        if with_minute:
            self.skip.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_ways()

    def show_caption(self, text: str) -> None:
        """Show what is said."""
        self.caption.setText(text)

    def show_left(self, seconds: int) -> None:
        """Show how much of the minute is left."""
        self.left.setText(self.tr("{seconds} s").format(seconds=seconds))

    def show_ways(self) -> None:
        """The minute is over, or was skipped."""
        self._stack.setCurrentIndex(1)
        self.steady.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asking(self) -> bool:
        """Whether the ways on are shown."""
        return self._stack.currentIndex() == 1

    def keep_note(self) -> None:
        """Hand over what was written, if anything was."""
        text = self.note.toPlainText().strip()[:LONGEST_NOTE]
        if text:
            self.note.clear()
            self.note_written.emit(text)

    def _arrange(self) -> None:
        self.caption.setMinimumHeight(self._icons.keeper.look.px(72))
        self.minute.body.addWidget(self.caption)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addWidget(self.left)
        row.addStretch(1)
        self.minute.body.addLayout(row)
        four = Columns("harder_four", self._icons.keeper, 640)
        for way in (self.steady, self.contact, self.numbers, self.close_button):
            four.add(way)
        self.ways.body.addWidget(four)
        self.ways.body.addWidget(words("label", self.tr("A note, only if you like")))
        self.note.setObjectName("harder_note")
        self.note.setAccessibleName(self.tr("What was too much, only if you like"))
        self.note.setPlaceholderText(self.tr("What was too much?"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self._icons.keeper.look.px(NOTE_HEIGHT))
        self.ways.body.addWidget(self.note)
        self.ways.body.addWidget(self.rate, 0, Qt.AlignmentFlag.AlignLeading)
        for card in (self.minute, self.ways):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(card)
            column.addStretch(1)
            self._stack.addWidget(page)
        self.body.addWidget(self._stack)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.skip.clicked.connect(self.skipped)
        for button, wanted in (
            (self.steady, self.steady_wanted),
            (self.contact, self.contact_wanted),
            (self.numbers, self.support_wanted),
            (self.close_button, self.closed),
            (self.rate, self.rating_wanted),
        ):
            button.clicked.connect(self.keep_note)
            button.clicked.connect(wanted)
