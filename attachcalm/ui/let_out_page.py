"""Let it out: a page to write on that keeps nothing."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from attachcalm.support.flags import Flag
from attachcalm.support.own import Own
from attachcalm.ui.icons import Icons
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.widgets.buttons import ghost_button, primary_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words

HEIGHT = 260  # px at 100 %, at the least


class PassingText(QPlainTextEdit):
    """Text that leaves no trace: not on the clipboard, not in what a keyboard learns."""

    def __init__(self) -> None:
        super().__init__()
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._fresh: QTextDocument | None = None

    def shred(self) -> None:
        """Empty it, with all that could be undone."""
        self.clear()
        old, fresh = self._fresh, QTextDocument(self)
        fresh.setDocumentLayout(QPlainTextDocumentLayout(fresh))
        fresh.setDefaultFont(self.font())
        self.setDocument(fresh)
        self._fresh = fresh
        if old is not None:
            old.deleteLater()  # the very first one goes by itself

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave alone what is on the clipboard: nothing of this would get there."""
        keys = QKeySequence.StandardKey
        if not (event.matches(keys.Copy) or event.matches(keys.Cut)):
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Nothing: a clipboard may be kept by others, and marking a text fills one too."""
        return QMimeData()


class LetOutPage(ScrollPage):
    """Nobody reads it, not even the app.  Leaving asks nothing, and empties it."""

    left = Signal()

    def __init__(self, icons: Icons, own: Own) -> None:
        super().__init__(
            "let_out",
            icons.keeper,
            self.tr("Let it out"),
            self.tr(
                "Write whatever wants out. It is never saved, read or counted, and it cannot be "
                "copied. It is gone when you shred it, leave this page or close AttachCalm."
            ),
        )
        self._icons = icons
        self._is_opened_all_the_same = False
        self.back_button = ghost_button("let_out_back", self.tr("Back"), icons, "arrow-left")
        self.closed_card = Card(
            "let_out_closed",
            icons.keeper,
            self.tr("This page is closed for now"),
            self.tr(
                "You answered that a relationship may not be safe. Someone could look over your "
                "shoulder while you write. You can open it all the same, if you are alone."
            ),
            kind="soft",
        )
        self.open_button = secondary_button("let_out_open", self.tr("Open it all the same"), icons)
        self.card = Card("let_out_card", icons.keeper)
        self.field = PassingText()
        self.shred_button = primary_button("let_out_shred", self.tr("Shred"), icons, "x")
        self.told = words("ok", "", "let_out_told")
        self._arrange()
        self._connect()
        self.set_own(own)

    def set_own(self, own: Own) -> None:
        """Go by these answers."""
        self._is_unsafe = Flag.UNSAFE in own.health.flags
        self._show()

    def _show(self) -> None:
        is_open = self._is_opened_all_the_same or not self._is_unsafe
        self.closed_card.setVisible(not is_open)
        self.card.setVisible(is_open)
        if not is_open:
            self.field.shred()

    def _open(self) -> None:
        self._is_opened_all_the_same = True
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shred(self) -> None:
        self.field.shred()
        self.told.setText(self.tr("It is gone. Let your shoulders sink, if you like."))
        self.told.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        if not self.field.document().isEmpty():
            self.told.hide()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """One can write at once."""
        super().showEvent(event)
        if not event.spontaneous():
            first = self.open_button if self.card.isHidden() else self.field
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing stays behind; a window that is only put aside has not been left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.field.shred()
            self.told.hide()
            self._is_opened_all_the_same = False
            self._show()

    def _arrange(self) -> None:
        self.field.setObjectName("let_out_field")
        self.field.setAccessibleName(self.tr("Write whatever wants out; nothing of it is kept"))
        self.field.setMinimumHeight(self._icons.keeper.look.px(HEIGHT))
        row = FlowRow("let_out_buttons", self._icons.keeper)
        row.add(self.shred_button)
        widgets: tuple[QWidget, ...] = (self.field, row, self.told)
        for widget in widgets:
            self.card.body.addWidget(widget)
        self.told.hide()
        self.closed_card.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.insertWidget(0, self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.closed_card)
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.open_button.clicked.connect(self._open)
        self.shred_button.clicked.connect(self._shred)
        self.field.textChanged.connect(self._look)
        bind(self, (("Esc", self.left.emit),))
