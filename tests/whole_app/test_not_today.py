"""Home hears "not today", with one tap for why, and offers what is lighter; it is never a miss."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from attachcalm.journal.remark import Barrier
from tests.whole_app.conftest import Laptop
from tests.whole_app.on_home import remarks, rows, say, suggested


def test_too_long_offers_the_short_form(laptop: Laptop) -> None:
    """It is on disk, it is fine, and the short form is one click away."""
    window = laptop.open()
    first = suggested(laptop, window)[0]
    laptop.click(f"not_today_{first}")

    laptop.click(f"barrier_too_long_{first}")

    assert remarks(laptop) == [("not_today", "too_long", first)]
    assert "fine" in laptop.find(f"put_off_words_{first}", QLabel).text()
    laptop.click(f"lighter_{first}")
    assert window.pages.practice().before.chosen_version().id == "short"


@pytest.mark.parametrize("barrier", Barrier)
def test_each_reason_is_one_tap_and_is_kept(laptop: Laptop, barrier: Barrier) -> None:
    """With every reason comes something lighter, and a way to be done."""
    window = laptop.open()
    first = suggested(laptop, window)[0]
    laptop.click(f"not_today_{first}")

    laptop.click(f"barrier_{barrier.value}_{first}")

    assert remarks(laptop) == [("not_today", barrier.value, first)]
    assert laptop.find(f"lighter_{first}", QPushButton).isVisible()
    assert laptop.find(f"done_{first}", QPushButton).isVisible()


def test_what_was_put_off_is_not_suggested_again_on_this_day(laptop: Laptop) -> None:
    """Tomorrow it may be."""
    window = laptop.open()
    first = say(laptop, window, "need_revved")[0]
    laptop.click(f"not_today_{first}")
    laptop.click(f"barrier_no_privacy_{first}")

    assert first not in say(laptop, window, "need_revved")
    laptop.wall.advance(days=1)
    assert first in say(laptop, window, "need_revved")


def test_done_for_today_is_a_calm_sentence_and_a_way_back(laptop: Laptop) -> None:
    """The suggestions are gone until they are wanted; help stays where it is."""
    window = laptop.open()
    first = suggested(laptop, window)[0]
    laptop.click(f"not_today_{first}")
    laptop.click(f"barrier_unsaid_{first}")

    laptop.click(f"done_{first}")

    assert "Done for today" in laptop.find("home_done", QLabel).text()
    assert rows(window) == []
    assert laptop.find("ground_me_now", QWidget).isVisible()
    laptop.click("home_done_back")
    assert first not in suggested(laptop, window)


def test_after_done_for_today_a_word_brings_them_back(laptop: Laptop) -> None:
    """Saying how one is asks for them again."""
    window = laptop.open()
    first = suggested(laptop, window)[0]
    laptop.click(f"not_today_{first}")
    laptop.click(f"barrier_unsaid_{first}")
    laptop.click(f"done_{first}")

    assert say(laptop, window, "need_steady")


def test_it_goes_by_the_keyboard_in_the_order_in_which_it_stands(laptop: Laptop) -> None:
    """What opens is what Tab comes to next, and the lighter one has the keyboard at once."""
    window = laptop.open()
    laptop.take_keyboard()
    first = suggested(laptop, window)[0]
    button = laptop.find(f"not_today_{first}", QPushButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)

    names = []
    for _ in range(4):
        focus = window.focusWidget()
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        names.append(window.focusWidget().objectName())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)

    assert names == [
        f"up_{first}", f"down_{first}", f"barrier_too_long_{first}",
        f"barrier_too_strong_{first}",
    ]  # fmt: skip
    assert remarks(laptop) == [("not_today", "too_strong", first)]
    assert window.focusWidget().objectName() == f"lighter_{first}"
