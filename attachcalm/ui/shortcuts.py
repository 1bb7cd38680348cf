"""Keys that do something wherever the focus is inside a widget."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(widget: QWidget, keys: Iterable[tuple[str, Callable[[], object]]]) -> list[QShortcut]:
    """Let each key ("Ctrl+G") call its slot; the shortcuts, to be switched off when in the way."""
    made = []
    for key, slot in keys:
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.activated.connect(slot)
        made.append(shortcut)
    return made
