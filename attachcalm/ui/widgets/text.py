"""Make the labels of the app: whole sentences that wrap, single lines that shorten."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

_LONG = re.compile(r"\S{20}(?=\S)")


def words(kind: str, text: str, name: str = "") -> QLabel:
    """Make a label that wraps and is never cut off, at any text size.

    `kind` is one of display, title, heading, label, muted, small, caption, ok, warn, or "" for
    plain body text.
    """
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setProperty("kind", kind)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def one_line(kind: str, text: str, name: str = "") -> QLabel:
    """Make a label that is shown whole on one line: a number with its unit, a clock, a word."""
    label = words(kind, text, name)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def chip(text: str, name: str = "") -> QLabel:
    """Make a short word or value on a soft round ground: "7 of 10"."""
    label = one_line("chip", text, name)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def steady_digits(label: QLabel) -> QLabel:
    """Return the same label with digits of one width, so that a running clock does not shake."""
    font = QFont(label.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    label.setFont(font)
    return label


def breakable(text: str) -> str:
    """Return the same words with unseen places to break the long ones, which come from a file."""
    return _LONG.sub("\\g<0>\u200b", text)


class ShortenedLabel(QLabel):
    """One line of text that ends in an ellipsis where there is no room; the tool tip has it all."""

    def __init__(self, kind: str, text: str, name: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the height of a line and next to no width."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as much of the text as there is room for."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.drawText(room, int(self.alignment()), shown)
