"""Where Tab goes: what is made later would otherwise come after everything else on the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_in(first: QWidget, then: QWidget) -> None:
    """Let Tab come to all of `first` before it comes to `then`."""
    before = then.previousInFocusChain()
    while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain()  # the chain is a ring, and `then` itself ends it
    follow(before or then, first)


def follow(before: QWidget, after: QWidget) -> QWidget:
    """Let Tab go from `before` into `after` and through all of it; the last of it is returned."""
    for widget in (after, *after.findChildren(QWidget)):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(before, widget)
            before = widget
    return before
