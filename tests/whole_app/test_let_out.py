"""Letting it out: a page to write on that keeps nothing."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from attachcalm.support.flags import Flag, Health
from attachcalm.ui.let_out_page import PassingText
from tests.whole_app.conftest import Laptop


def files_with(folder: Path, text: str) -> list[Path]:
    """The files below this folder that hold the text."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if text.encode() in file.read_bytes()]


def test_what_is_let_out_is_nowhere(laptop: Laptop) -> None:
    """Not in any file of the person's, not on the clipboard, not to be had back by undo."""
    window = laptop.open()
    laptop.click("home_check_in")
    laptop.click("check_in_let_out")
    field = laptop.find("let_out_field", PassingText)
    phrase = "unheard-of-phrase"
    QTest.keyClicks(field, phrase)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    laptop.click("let_out_shred")

    assert "gone" in laptop.find("let_out_told", QLabel).text()
    field.undo()
    assert field.toPlainText() == ""
    assert phrase not in QApplication.clipboard().text()
    QTest.keyClicks(field, phrase)
    window.diary_way.list_check_ins()  # leaving asks nothing
    assert field.toPlainText() == ""
    field.undo()
    assert field.toPlainText() == ""
    window.close()
    assert files_with(laptop.paths.data, phrase) == []


def test_let_out_is_closed_where_a_relationship_is_unsafe_and_opens_by_choice(
    laptop: Laptop,
) -> None:
    """The reason is said; once left, it is closed again."""
    window = laptop.open()
    flags = frozenset({Flag.UNSAFE})
    window.own.change(replace(window.own.own, health=Health(flags, laptop.wall().date())))
    laptop.click("home_check_in")
    laptop.click("check_in_let_out")
    page = window.pages.let_out()
    assert not page.field.isVisible()
    assert "may not be safe" in laptop.find("let_out_closed_sentence", QLabel).text()

    laptop.click("let_out_open")
    assert page.field.isVisible()
    laptop.click("let_out_back")

    assert window.pages.here == "check_in"
    laptop.click("check_in_let_out")
    assert not page.field.isVisible()
