"""A therapist writes an exercise, checks it in the window, mends it, and finds it in the list."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from attachcalm.ui.findings_page import FindingsPage
from tests.fakes.clean_exercise import CLEAN
from tests.whole_app.conftest import Laptop


def _write(laptop: Laptop, text: str) -> Path:
    file = laptop.paths.own_exercises / "slow-waves.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace("2026-03-31", "2026-01-31"), encoding="utf-8")  # before today
    return file


def _checked(laptop: Laptop, button: str) -> FindingsPage:
    page = laptop.windows[-1].pages.findings()
    with laptop.bot.waitSignal(page.checked, timeout=20_000):
        laptop.click(button)
    return page


def test_a_faulty_file_is_mended_while_the_app_is_open(laptop: Laptop) -> None:
    """The list has it as soon as the check is clean."""
    _write(laptop, CLEAN.replace("gate: 0", "gate: 7"))
    window = laptop.open()
    laptop.click("nav_exercises")
    assert laptop.find("exercise_problems", QWidget).isVisible()

    page = _checked(laptop, "own_exercises_check")
    assert page.sentence.text().startswith("1 file was read: 1 fault")
    _write(laptop, CLEAN)
    page = _checked(laptop, "findings_again")

    assert page.sentence.text() == "1 file was read. There is nothing to mend."
    laptop.click("findings_back")
    assert window.pages.here == "exercises"
    assert "slow-waves" in {card.id for card in window.pages.exercises().shown()}
    assert laptop.find("start_slow-waves", QPushButton).isVisible()


def test_an_own_exercise_with_the_id_of_one_that_ships_is_told(laptop: Laptop) -> None:
    """Copied, changed, and the id forgotten: what happens to everybody once."""
    shipped = (laptop.paths.exercises / "long-out.yaml").read_text(encoding="utf-8")
    file = laptop.paths.own_exercises / "long-out.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(shipped, encoding="utf-8")
    laptop.open()
    laptop.click("nav_exercises")

    page = _checked(laptop, "own_exercises_check")

    told = [label.text() for label in page.findChildren(QLabel)]
    assert any(text.startswith("The id long-out belongs to ") for text in told)
    assert "Write another id, and name the file after it." in told


def test_the_check_can_be_done_by_keys_alone(laptop: Laptop) -> None:
    """Tab goes down the page: Back, Check again, Copy."""
    _write(laptop, CLEAN.replace("Take your time.", "Take your time!"))
    window = laptop.open()
    laptop.take_keyboard()
    laptop.click("nav_exercises")
    page = _checked(laptop, "own_exercises_check")
    page.back_button.setFocus()

    visited = []
    for _ in range(3):
        visited.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

    assert visited == [page.back_button, page.again_button, page.copy_button]
    page.again_button.setFocus()
    with laptop.bot.waitSignal(page.checked, timeout=20_000):
        QTest.keyClick(page.again_button, Qt.Key.Key_Space)
    assert window.focusWidget() is page.again_button
    page.back_button.setFocus()
    QTest.keyClick(page.back_button, Qt.Key.Key_Space)
    assert window.pages.here == "exercises"


@pytest.mark.parametrize("size", [(940, 600), (1180, 800)])
def test_words_without_an_end_do_not_push_the_page_aside(
    laptop: Laptop, size: tuple[int, int]
) -> None:
    """A word of 400 letters and a file's name of 200, at 200 %."""
    file = _write(laptop, CLEAN.replace("Take your time.", "a" * 399 + "!"))
    file.rename(file.with_name("x" * 200 + ".yaml"))
    window = laptop.open()
    window.settings.change(replace(window.settings.settings, text_size=200))
    window.resize(*size)
    laptop.click("nav_exercises")

    page = _checked(laptop, "own_exercises_check")
    for _ in range(5):
        QApplication.processEvents()

    assert len(page.cards) == 1
    assert page.horizontalScrollBar().maximum() == 0
    assert page.cards[0].width() <= page.viewport().width()


def test_nor_do_they_push_the_list_aside(laptop: Laptop) -> None:
    """Where the list says why a file is missing, its long name breaks too."""
    file = _write(laptop, CLEAN.replace("gate: 0", "gate: 7"))
    file.rename(file.with_name("x" * 200 + ".yaml"))
    window = laptop.open()
    window.settings.change(replace(window.settings.settings, text_size=200))
    window.resize(940, 600)
    laptop.click("nav_exercises")
    for _ in range(5):
        QApplication.processEvents()

    assert laptop.find("exercise_problems", QWidget).isVisible()
    assert window.pages.exercises().horizontalScrollBar().maximum() == 0
