"""From everywhere, Support is one click and one key away, and nothing has to be entered first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from attachcalm.ui.main_window import MainWindow
from tests.whole_app.conftest import Laptop

Go = Callable[[Laptop, MainWindow], None]


def to_before(laptop: Laptop, _: MainWindow) -> None:
    """An exercise was chosen."""
    laptop.click("nav_exercises")
    laptop.click("start_long-out")


def to_player(laptop: Laptop, window: MainWindow) -> None:
    """It goes on."""
    to_before(laptop, window)
    laptop.click("before_rating_done")
    laptop.pass_time(5_000)


def to_question(laptop: Laptop, window: MainWindow) -> None:
    """It asks something."""
    to_player(laptop, window)
    page = window.pages.practice()
    while page.driver is not None and not page.driver.session.span.is_open:
        laptop.pass_time(1_000)


def to_pause(laptop: Laptop, window: MainWindow) -> None:
    """It is paused."""
    to_player(laptop, window)
    laptop.click("player_pause")


def to_minute(laptop: Laptop, window: MainWindow) -> None:
    """It was too much."""
    to_player(laptop, window)
    laptop.click("player_too_much")


def to_ways(laptop: Laptop, window: MainWindow) -> None:
    """The four ways on."""
    to_minute(laptop, window)
    laptop.click("harder_skip")


def to_first_things(laptop: Laptop, window: MainWindow) -> None:
    """A ten."""
    to_before(laptop, window)
    laptop.click("before_rating_distress_10")
    laptop.click("before_rating_done")


def to_after(laptop: Laptop, window: MainWindow) -> None:
    """It was stopped, and asks how you are."""
    to_player(laptop, window)
    laptop.click("player_stop")


def to_health(laptop: Laptop, _: MainWindow) -> None:
    """The private questions."""
    laptop.click("nav_settings")
    laptop.click("settings_health")


def to_home(_: Laptop, __: MainWindow) -> None:
    """Where it begins."""


EVERYWHERE = [
    to_home, to_before, to_player, to_question, to_pause, to_minute, to_ways, to_first_things,
    to_after, to_health,
]  # fmt: skip


def ways_to_support(window: MainWindow) -> list[QAbstractButton]:
    """The buttons that are seen and lead there."""
    names = ("help_now", "player_support", "first_things_support", "harder_support")
    buttons = window.findChildren(QAbstractButton)
    return [b for b in buttons if b.objectName() in names and b.isVisible() and b.isEnabled()]


@pytest.mark.parametrize("go", EVERYWHERE)
def test_support_is_one_click_away(laptop: Laptop, go: Go) -> None:
    """A button for it is on the screen, inside the window, and it works."""
    window = laptop.open()
    go(laptop, window)

    (button, *_) = ways_to_support(window)
    place = button.mapTo(window, button.rect().center())
    assert window.rect().contains(place)
    laptop.click(button.objectName())

    assert window.pages.here == "support"


@pytest.mark.parametrize("go", EVERYWHERE)
def test_support_is_one_key_away(laptop: Laptop, go: Go) -> None:
    """F9, wherever the keyboard is; back leads to where one was."""
    window = laptop.open()
    laptop.take_keyboard()
    go(laptop, window)
    was = window.pages.here

    QTest.keyClick(window, Qt.Key.Key_F9)

    assert window.pages.here == "support"
    laptop.click("support_back")
    assert window.pages.here == was


@pytest.mark.parametrize("go", [to_player, to_question, to_pause])
def test_stop_is_always_there(laptop: Laptop, go: Go) -> None:
    """While an exercise goes on, waits or is paused: two ways out, both in sight."""
    window = laptop.open()
    go(laptop, window)

    for name in ("player_stop", "player_too_much"):
        assert laptop.find(name, QWidget).isEnabled()
    laptop.click("player_too_much")

    assert window.pages.practice().driver is None


def test_support_needs_no_journal_and_no_countries(laptop: Laptop) -> None:
    """The worst morning: nothing can be read, and the page still says what to do."""
    laptop.paths.database.parent.mkdir(parents=True, exist_ok=True)
    laptop.paths.database.write_bytes(b"not a journal at all" * 500)
    laptop.paths.own.write_text("{broken", encoding="utf-8")
    window = laptop.open(warm=False)

    laptop.click("help_now")

    assert window.pages.here == "support"
    assert window.pages.support().chosen is None
    assert laptop.find("support_ground", QWidget).isEnabled()
