"""The page that keeps nothing: what leaves it, and when it is empty."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attachcalm.support.flags import UNKNOWN, Flag, Health
from attachcalm.support.own import Own
from attachcalm.ui.icons import Icons
from attachcalm.ui.let_out_page import LetOutPage

UNSAFE = Own(health=Health(frozenset({Flag.UNSAFE}), date(2026, 3, 2)))


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> LetOutPage:
    """The page, shown to somebody who has answered nothing."""
    made = LetOutPage(icons, Own(health=UNKNOWN))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_open_to_somebody_who_has_answered_nothing(page: LetOutPage) -> None:
    """Only a yes to an unsafe relationship closes it."""
    assert page.field.isVisible()
    page.set_own(replace(Own(), health=Health(frozenset({Flag.LOSS}))))
    assert page.field.isVisible()
    QTest.keyClicks(page.field, "x")

    page.set_own(UNSAFE)

    assert not page.field.isVisible()
    assert page.field.toPlainText() == ""


def test_shredding_leaves_nothing_to_undo_or_redo_however_often(page: LetOutPage) -> None:
    """Each time anew, and what is written afterwards can be undone as usual."""
    for _ in range(3):
        QTest.keyClicks(page.field, "wants out")
        page.shred_button.click()
        assert page.field.toPlainText() == ""
        assert not page.field.document().isUndoAvailable()
        assert not page.field.document().isRedoAvailable()
        page.field.undo()
        page.field.redo()
        assert page.field.toPlainText() == ""

    QTest.keyClicks(page.field, "y")
    assert page.told.isHidden()
    page.field.undo()
    assert page.field.toPlainText() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_no_clipboard_gets_any_of_it(page: LetOutPage, key: Qt.Key) -> None:
    """Neither by a key nor by marking."""
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    QTest.keyClicks(page.field, "wants out")

    page.field.selectAll()
    QTest.keyClick(page.field, key, Qt.KeyboardModifier.ControlModifier)

    assert clipboard.text() == "before"
    assert page.field.createMimeDataFromSelection().formats() == []


def test_nothing_that_learns_words_is_told(page: LetOutPage) -> None:
    """The input method is asked to keep nothing."""
    hints = page.field.inputMethodHints()

    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_a_window_put_aside_keeps_it_and_leaving_does_not(page: LetOutPage) -> None:
    """Minimising is not leaving."""
    QTest.keyClicks(page.field, "wants out")

    page.showMinimized()
    QApplication.processEvents()
    assert page.field.toPlainText() == "wants out"
    page.hide()

    assert page.field.toPlainText() == ""
