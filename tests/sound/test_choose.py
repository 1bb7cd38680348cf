"""Which sound a machine gets, and what the person is told when it gets none."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaDevices
from pytestqt.qtbot import QtBot

from attachcalm.player.ports import Sound
from attachcalm.sound.choose import choose_sound
from attachcalm.sound.notes import NO_DEVICE, NO_LIBRARY
from tests.fakes.checkout import ROOT
from tests.fakes.player_program import PlayerProgram


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let QtMultimedia be one that cannot be loaded, as without libpulse0."""
    for name in ("attachcalm.sound.qt", "attachcalm.sound.deck"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)


@pytest.fixture
def a_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Qt list a device."""
    monkeypatch.setattr(QMediaDevices, "audioOutputs", lambda _: ["a speaker"])


@pytest.fixture
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Qt list no device."""
    monkeypatch.setattr(QMediaDevices, "audioOutputs", lambda _: [])


def told(sound: Sound) -> tuple[str, str | None]:
    name, note = sound.name, sound.note
    sound.close()
    return name, note


def test_qt_is_first(qtbot: QtBot, a_device: None, program: PlayerProgram) -> None:
    """It can do everything."""
    assert told(choose_sound()) == ("qt", None)


@pytest.mark.parametrize("obstacle", ["no_device", "no_library"])
def test_a_player_program_is_second(
    qtbot: QtBot, program: PlayerProgram, request: pytest.FixtureRequest, obstacle: str
) -> None:
    """The voice and the bells are heard, so there is nothing to complain of."""
    request.getfixturevalue(obstacle)

    assert told(choose_sound()) == ("playsound3", None)


def test_silence_is_last_and_names_the_missing_library(
    qtbot: QtBot, no_library: None, no_program: Path
) -> None:
    """The person is told what to install."""
    assert told(choose_sound()) == ("silent", NO_LIBRARY)
    assert "libpulse0" in NO_LIBRARY


def test_silence_is_last_and_says_that_there_is_no_device(
    qtbot: QtBot, no_device: None, no_program: Path
) -> None:
    """The person is told what to connect."""
    assert told(choose_sound()) == ("silent", NO_DEVICE)


def test_what_is_preferred_is_tried_first(
    qtbot: QtBot, a_device: None, program: PlayerProgram
) -> None:
    """A machine on which Qt stutters can be helped."""
    assert told(choose_sound("playsound3")) == ("playsound3", None)


def test_what_is_preferred_but_not_there_is_replaced(
    qtbot: QtBot, a_device: None, no_program: Path
) -> None:
    """A preference is not a promise."""
    assert told(choose_sound("playsound3")) == ("qt", None)


def test_a_wanted_silence_has_no_note(qtbot: QtBot) -> None:
    """Nothing is wrong then."""
    assert told(choose_sound("silent")) == ("silent", None)


def test_neither_a_player_nor_qts_sound_is_loaded_before_it_is_chosen() -> None:
    """Both cost time that belongs to the first window."""
    script = (
        "import sys, attachcalm.sound.choose, attachcalm.player.conductor\n"
        "print([name for name in ('PySide6', 'playsound3', 'subprocess') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.strip() == "[]"


def test_without_an_event_loop_qt_is_left_alone(no_program: Path) -> None:
    """In a terminal nobody runs one, and its players would be mute."""
    script = (
        "from attachcalm.sound.choose import choose_sound\n"
        "import sys\n"
        "sound = choose_sound()\n"
        "print(sound.name, 'PySide6.QtMultimedia' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.split() == ["silent", "False"]
