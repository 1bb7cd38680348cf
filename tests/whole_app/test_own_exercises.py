"""A therapist writes an exercise, checks it in the window, mends it, and finds it in the list."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

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
