"""The sound's card: every line is one setting, and what the player changes is shown."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from attachcalm.settings import AMBIENCES, SLEEP_MINUTES, Settings
from attachcalm.ui.icons import Icons
from tests.fakes.sound_desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, icons: Icons, tmp_path: Path) -> Iterator[Desk]:
    """Nothing is chosen yet."""
    made = Desk(qtbot, icons, tmp_path)
    yield made
    made.background.finish()


# ---------------------------------------------------------------- one line each
@pytest.mark.parametrize("name", ["voice_volume", "cue_volume", "ambience_volume"])
def test_each_volume_is_its_own(desk: Desk, name: str) -> None:
    """Moving one tells its number and leaves the others."""
    before = desk.settings

    desk.panel._sliders[name].setValue(33)

    assert asdict(desk.settings) == {**asdict(before), name: 33}


@pytest.mark.parametrize("name", ["sound", "breath_tones"])
def test_each_switch_is_its_own(desk: Desk, name: str) -> None:
    """Off by one click."""
    before = desk.settings

    switch = desk.panel._switches[name].switch
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)

    assert asdict(desk.settings) == {**asdict(before), name: False}


def test_backgrounds_and_minutes_are_chosen_by_their_place(desk: Desk) -> None:
    """Every choice is told, and shown again without being told twice."""
    for at in (1, 2, 3, 0):
        desk.panel.background.setCurrentIndex(at)
        assert desk.settings.ambience == AMBIENCES[at]
    for at in (4, 3, 2, 1, 0):
        desk.panel.minutes.setCurrentIndex(at)
        assert desk.settings.sleep_minutes == SLEEP_MINUTES[at]

    assert len(desk.told) == 9


def test_showing_settings_tells_nobody(desk: Desk) -> None:
    """As after a change in the player."""
    desk.panel.set_settings(Settings(sound=False, voice_volume=1, ambience="waves",
                                     sleep_minutes=30, breath_tones=False))  # fmt: skip

    assert desk.told == []
    assert desk.panel.background.currentText() == "Waves"
    assert desk.panel.minutes.currentText() == "30 minutes"
