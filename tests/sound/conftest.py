"""Sound without a device: nothing is heard on anybody's machine, and all machines are alike."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.noise import write_noise
from tests.fakes.player_program import PlayerProgram

if TYPE_CHECKING:
    from attachcalm.sound.qt import QtSound

# Before QtMultimedia is loaded by any test: there is no PulseAudio behind this address.
os.environ["PULSE_SERVER"] = "unix:/nonexistent/attachcalm"

EXPECTED = re.compile(
    # Once per process and at each play when there is no sound server, which is the case here.
    r"PulseAudioService: pa_context_connect\(\) failed|No audio device detected"
    # Of files that are broken, or were left before they were open.
    r"|qt\.multimedia\.ffmpeg\.mediadataholder: Could not open media\."
    r" FFmpeg error description: (Invalid data found|Immediate exit|No such file)"
    # What Qt found on this machine when it was loaded.
    r"|qt\.multimedia\.\w+: (Couldn't|Using) .*"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep pytest-qt from reading Qt's messages here.

    Its handler is written in Python.  Qt's audio threads would have to wait for the GIL to say
    anything, while the window's thread waits for them with the GIL in its hand: a dead end.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("no_qt_log")


@pytest.fixture(autouse=True)
def nothing_unexpected_said(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Let Qt's other messages fail the test all the same, as they do everywhere else."""
    yield
    said = capfd.readouterr().err.splitlines()
    assert [line for line in said if not EXPECTED.match(line)] == []


@pytest.fixture
def noise(tmp_path: Path) -> Callable[[str, float], Path]:
    """Make a WAV of seeded noise: this name, so many seconds."""

    def make(name: str, seconds: float) -> Path:
        return write_noise(tmp_path / name, seconds)

    return make


@pytest.fixture
def qt_sound(qtbot: QtBot) -> Iterator["QtSound"]:
    """Return Qt's sound, closed after the test."""
    from attachcalm.sound.qt import QtSound

    made = QtSound()
    yield made
    made.close()


@pytest.fixture
def no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let playsound3 find no player program; return the one folder in which it looks."""
    folder = tmp_path / "programs"
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("PLAYSOUND3_BACKEND", raising=False)
    forget_playsound3()
    yield folder
    forget_playsound3()


@pytest.fixture
def program(no_program: Path) -> PlayerProgram:
    """Let playsound3 find one program, which writes down what it is given."""
    if sys.platform != "linux":
        pytest.skip("only on Linux is every player of playsound3 a program on the PATH")
    return PlayerProgram(no_program)


def forget_playsound3() -> None:
    """It looks for programs while it is imported, and then never again."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "playsound3"]:
        del sys.modules[name]
