"""The ground of a page: margins, and scrolling wherever it does not fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from attachcalm.ui import tokens
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import Look
from attachcalm.ui.widgets.text import words

AROUND = 50  # px of the page that stay in view around what the keyboard went to


class _Content(QWidget):
    """As high as its words need at its width; Qt would add what they need in a narrow column."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a width only: the height follows from it."""
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollPage(QScrollArea):
    """A page whose content is as wide as the window and scrolls down, so nothing is cut off.

    Add to `body`. The `title` stands on top and is the page's accessible name.
    """

    entered = Signal()  # the person came here; not when a window that was put aside comes back

    def __init__(self, name: str, keeper: LookKeeper, title: str, sentence: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = _Content()
        self._content.setObjectName(f"{name}_content")
        self.title = words("display", "", f"{name}_title")
        self.sentence = words("muted", "", f"{name}_sentence")
        self._head = QVBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self.sentence)
        self.body = QVBoxLayout(self._content)
        self.body.addLayout(self._head)
        self.setWidget(self._content)
        self.say(title, sentence)
        self._space(keeper.look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)
        keeper.changed.connect(self._space)

    def say(self, title: str, sentence: str = "") -> None:
        """Change the words on top of the page; an empty one takes no room."""
        self.setAccessibleName(title)
        for label, text in ((self.title, title), (self.sentence, sentence)):
            label.setText(text)
            label.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the person came here."""
        super().showEvent(event)
        if not event.spontaneous():
            self.entered.emit()

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to what the keyboard went to: Qt does so only while Tab stays inside.

        Not while a mouse button is down, or the click would slip off its target.
        """
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is None or held or not self._content.isAncestorOf(new):
            return
        spot = QRect(new.mapTo(self._content, QPoint(0, 0)), new.size())
        half = spot.height() // 2 + AROUND
        if 2 * half < self.viewport().height():  # of a text field Qt shows its cursor's line only
            self.ensureVisible(spot.center().x(), spot.center().y(), 0, half)
        else:
            self.ensureWidgetVisible(new)

    def _space(self, look: Look) -> None:
        side = look.px(tokens.PAGE_MARGIN)
        self.body.setContentsMargins(side, side, side, side)
        self.body.setSpacing(look.px(tokens.GAP))
        self._head.setSpacing(look.px(4))
