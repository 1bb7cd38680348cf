"""The keyboard, for stories in which nobody has a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST_TABS = 80


def here() -> QWidget:
    """What has the keyboard; somebody must be able to see it."""
    focused = QApplication.focusWidget()
    assert focused is not None, "the keyboard has nowhere to go"
    assert focused.isVisible(), f"{focused.objectName()} has the keyboard and is hidden"
    return focused


def press(*keys: Qt.Key) -> None:
    """One key after the other, wherever the keyboard is."""
    for key in keys:
        QTest.keyClick(here(), key)


def write(text: str) -> None:
    """Type this."""
    QTest.keyClicks(here(), text)


def tab_to(name: str) -> None:
    """Go on with Tab until the control of this name has the keyboard."""
    for _ in range(MOST_TABS):
        if here().objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not come to {name}; it is on {here().objectName()}")
