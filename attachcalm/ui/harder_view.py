"""When it was too much: thanks, a minute of the room, then four ways on, none before the others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from attachcalm.ui.four_ways import FourWays
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import one_line, steady_digits, words

NOTE_HEIGHT = 88


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
        self.four = FourWays("harder", icons)
        self.note = QPlainTextEdit()
        self.rate = compact(ghost_button("harder_rate", self.tr("Rate how I am now"), icons))
        self.unsafe = compact(
            ghost_button("harder_unsafe", self.tr("I might not be safe"), icons, "life-buoy")
        )
        self._arrange()
        self._connect()

    def begin(self, with_minute: bool) -> None:
        """Show the minute or, without one, the ways on."""
        self.note.clear()
        self.note.setPlaceholderText(self.tr("What was too much?"))
        self.caption.setText("")
        self.minute.show()
        self.ways.hide()
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
        self.minute.hide()
        self.ways.show()
        self.four.take_focus()

    def keep_note(self) -> None:
        """Hand over what was written, if anything was; more can be written afterwards."""
        text = self.note.toPlainText().strip()
        if text:
            self.note.clear()
            self.note.setPlaceholderText(self.tr("Noted. You can add more, if you like."))
            self.note_written.emit(text)

    def _arrange(self) -> None:
        self.caption.setMinimumHeight(self._icons.keeper.look.px(72))
        self.minute.body.addWidget(self.caption)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addWidget(self.left)
        row.addStretch(1)
        self.minute.body.addLayout(row)
        self.ways.body.addWidget(self.four)
        self.ways.body.addWidget(words("label", self.tr("A note, only if you like")))
        self.note.setObjectName("harder_note")
        self.note.setAccessibleName(self.tr("What was too much, only if you like"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self._icons.keeper.look.px(NOTE_HEIGHT))
        self.ways.body.addWidget(self.note)
        self.ways.body.addWidget(self.rate, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.minute)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.unsafe, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.skip.clicked.connect(self.skipped)
        for told, wanted in (
            (self.four.steady_wanted, self.steady_wanted),
            (self.four.contact_wanted, self.contact_wanted),
            (self.four.support_wanted, self.support_wanted),
            (self.four.closed, self.closed),
            (self.rate.clicked, self.rating_wanted),
            (self.unsafe.clicked, self.support_wanted),
        ):
            told.connect(self.keep_note)
            told.connect(wanted)
