"""The ring shows where the keyboard is, while the keyboard is used, and only then."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.ui.icons import Icons
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.widgets.buttons import primary_button, secondary_button
from attachcalm.ui.widgets.focus_ring import FocusRing
from attachcalm.ui.widgets.scroll_page import ScrollPage


class Window(QWidget):
    """Three buttons, the last far down in a scrolling part, and the ring."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.first = primary_button("first", "First", icons)
        self.second = secondary_button("second", "Second", icons)
        self.far = secondary_button("far", "Far down", icons)
        row = QHBoxLayout()
        row.addWidget(self.first)
        row.addWidget(self.second)
        self.scrolling = ScrollPage("scrolling", icons.keeper, "A long page")
        self.scrolling.body.addSpacing(900)
        self.scrolling.body.addWidget(self.far)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.scrolling)
        self.ring = FocusRing(self, icons.keeper)


@pytest.fixture
def window(qtbot: QtBot, icons: Icons) -> Window:
    """Show the window with the keyboard on the first button, as if it had just opened."""
    made = Window(icons)
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.first.setFocus()
    return made


def press(window: QWidget, key: Qt.Key) -> None:
    """Press a key as the window system does: the native window gets it first."""
    QTest.keyClick(window.windowHandle(), key)


def click(window: QWidget, widget: QWidget) -> None:
    """Click a widget as the window system does."""
    spot = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)


def place_of(widget: QWidget) -> QRect:
    """Return where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_there_is_no_ring_before_the_keyboard_is_used(window: Window) -> None:
    """Whoever uses the mouse never sees it."""
    assert not window.ring.isVisible()
    click(window, window.second)
    assert QApplication.focusWidget() is window.second
    assert not window.ring.isVisible()


def test_a_ring_made_behind_the_first_picture_knows_what_has_the_keyboard(
    window: Window, keeper: LookKeeper
) -> None:
    """The focus was there before the ring: a key that moves nothing shows where."""
    late = FocusRing(window, keeper)

    press(window, Qt.Key.Key_Home)

    assert late.isVisible()
    assert late.geometry().contains(place_of(window.first))


def test_tab_brings_the_ring_around_what_has_the_keyboard(window: Window) -> None:
    """It stands just outside the widget's edge on all sides."""
    press(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.second
    assert window.ring.isVisible()
    assert window.ring.geometry() == place_of(window.second).adjusted(-5, -5, 5, 5)


def test_a_click_takes_the_ring_away(window: Window) -> None:
    """With the mouse in hand the ring is not needed."""
    press(window, Qt.Key.Key_Tab)
    click(window, window.first)
    assert not window.ring.isVisible()


def test_letters_bring_no_ring(window: Window) -> None:
    """Typing is not moving."""
    press(window, Qt.Key.Key_A)
    assert not window.ring.isVisible()


def test_the_ring_follows_when_its_widget_moves(window: Window, qtbot: QtBot) -> None:
    """A wider window moves the button, and the ring with it."""
    press(window, Qt.Key.Key_Tab)
    window.resize(800, 400)
    qtbot.waitUntil(
        lambda: window.ring.geometry() == place_of(window.second).adjusted(-5, -5, 5, 5)
    )


def test_the_ring_stays_inside_a_scrolling_part(window: Window) -> None:
    """Scrolled into view it is whole; scrolled away it does not hang over other things."""
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.far
    assert window.ring.isVisible()
    assert window.ring.geometry().contains(place_of(window.far))
    window.scrolling.verticalScrollBar().setValue(0)
    assert not window.ring.isVisible()


def test_the_ring_goes_with_its_widget(window: Window) -> None:
    """A hidden widget leaves no ring behind."""
    press(window, Qt.Key.Key_Tab)
    window.second.hide()
    assert not window.ring.isVisible() or not window.ring.geometry().intersects(
        place_of(window.second)
    )


def test_the_ring_lets_clicks_through(window: Window, qtbot: QtBot) -> None:
    """What lies under the ring can still be pressed."""
    press(window, Qt.Key.Key_Tab)
    with qtbot.waitSignal(window.second.clicked):
        click(window, window.second)


def test_the_ring_has_the_colour_of_the_theme(window: Window, keeper: LookKeeper) -> None:
    """It is the focus colour, in whichever theme is on."""
    press(window, Qt.Key.Key_Tab)
    for choice in ("light", "dark", "contrast"):
        keeper.choose(choice, 1.0, less_motion=False)
        picture = window.ring.grab().toImage()
        found = picture.pixelColor(picture.width() // 2, 1).name().upper()
        assert found == keeper.look.theme.focus


def test_a_part_that_goes_away_with_the_keyboard_in_it_breaks_nothing(window: Window) -> None:
    """A list is made anew while one of its buttons has the keyboard: Qt ends the list first."""
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.far

    window.scrolling.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not window.ring.isVisible()
    window.first.setFocus()
    press(window, Qt.Key.Key_Tab)
    assert window.ring.geometry() == place_of(window.second).adjusted(-5, -5, 5, 5)
