"""Noting a side effect: in one's own words, once for each press, and nothing empty."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from attachcalm.ui.icons import Icons
from attachcalm.ui.side_effect_panel import SideEffectPanel


@pytest.fixture
def panel(qtbot: QtBot, icons: Icons) -> SideEffectPanel:
    """The panel, empty."""
    made = SideEffectPanel(icons)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def noted(panel: SideEffectPanel) -> list[str]:
    """What it tells."""
    told: list[str] = []
    panel.noted.connect(told.append)
    return told


def test_what_was_written_is_told_once_and_thanked_for(
    panel: SideEffectPanel, noted: list[str]
) -> None:
    """Without the space around it; the field is free for another."""
    QTest.keyClicks(panel.field, "  A tight chest since then. ")

    panel.note_button.click()

    assert noted == ["A tight chest since then."]
    assert panel.field.toPlainText() == ""
    assert panel.thanks.isVisible()
    assert not panel.note_button.isEnabled()


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_is_not_noted(panel: SideEffectPanel, noted: list[str], text: str) -> None:
    """Space alone is nothing."""
    panel.field.setPlainText(text)

    panel.note_button.click()

    assert noted == []
    assert not panel.thanks.isVisible()


def test_writing_on_takes_the_thanks_away(panel: SideEffectPanel, noted: list[str]) -> None:
    """They speak of what was noted, not of what is being written."""
    panel.field.setPlainText("One.")
    panel.note_button.click()

    QTest.keyClicks(panel.field, "Two")

    assert not panel.thanks.isVisible()
    panel.note_button.click()
    assert noted == ["One.", "Two"]
