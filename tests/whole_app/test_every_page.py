"""What holds on every page: names, sizes, and help in one click and one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider, QWidget

from tests.whole_app import on_learn
from tests.whole_app.conftest import Laptop

PLACES = (
    "home",
    "exercises",
    "findings",
    "trends",
    "session",
    "measures",
    "settings",
    "help",
    "learn",
    "leaflet",
    "health",
    "breath",
    "reminders",
    "check_in",
    "check_ins",
    "let_out",
    "look_back",
    "check_in",
    "check_ins",
    "let_out",
    "look_back",
    "words",
    "kit",
    "taking_out",
    "support",
)
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSlider)


def _controls(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]


@pytest.mark.parametrize("place", PLACES)
def test_every_control_has_a_name_for_a_screen_reader_and_is_large_enough(
    laptop: Laptop, place: str
) -> None:
    """No unnamed button, and nothing smaller than 26 pixels that is meant to be pressed."""
    window = laptop.open()
    on_learn.show(laptop, window, place)

    for control in _controls(window):
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name, f"{control.objectName()} on {place} has no name"
        assert min(control.width(), control.height()) >= 26, control.objectName()


@pytest.mark.parametrize("place", PLACES[:-1])
def test_support_is_one_click_away_from_every_page(laptop: Laptop, place: str) -> None:
    """The button in the corner, and F9."""
    window = laptop.open()
    laptop.take_keyboard()
    on_learn.show(laptop, window, place)

    laptop.click("help_now")
    assert laptop.find("support", QWidget).isVisible()
    laptop.click("support_back")
    assert window.pages.here == place
    QTest.keyClick(window, Qt.Key.Key_F9)

    assert laptop.find("support", QWidget).isVisible()


def test_ctrl_and_a_number_lead_to_every_place(laptop: Laptop) -> None:
    """Ctrl+1 to Ctrl+6, in the order of the rail."""
    window = laptop.open()
    laptop.take_keyboard()

    went = []
    for number in (2, 3, 4, 5, 6, 1):
        key = Qt.Key(Qt.Key.Key_0.value + number)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        went.append(window.pages.here)

    assert went == ["exercises", "trends", "learn", "settings", "help", "home"]


def test_tab_reaches_every_control_of_the_player(laptop: Laptop) -> None:
    """Nobody needs a mouse to stop, and nobody is trapped."""
    window = laptop.open()
    laptop.take_keyboard()
    laptop.click("breathe_now")
    player = window.pages.practice().player

    reached = set()
    for _ in range(20):
        focus = window.focusWidget()
        assert focus is not None
        reached.add(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    assert reached >= {w.objectName() for w in _controls(player) if w.isEnabled()}
