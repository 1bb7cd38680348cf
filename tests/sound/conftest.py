"""Sound without a device: nothing is heard on anybody's machine, and all machines are alike."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.noise import write_noise
from tests.fakes.player_program import PlayerProgram

# Before QtMultimedia is loaded by any test: there is no PulseAudio behind this address.
os.environ["PULSE_SERVER"] = "unix:/nonexistent/attachcalm"

WITHOUT_DEVICE = (
    # Said once per process when there is no sound server, which is what these tests are about.
    "PulseAudioService: pa_context_connect",
    # Said at each play for the same reason.
    "No audio device detected",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt say in these tests, and nowhere else, that there is no device."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            own = [pattern for mark in item.iter_markers("qt_log_ignore") for pattern in mark.args]
            # In front, for pytest-qt looks at the nearest mark only.
            item.add_marker(pytest.mark.qt_log_ignore(*WITHOUT_DEVICE, *own), append=False)


@pytest.fixture
def noise(tmp_path: Path) -> Callable[[str, float], Path]:
    """Make a WAV of seeded noise: this name, so many seconds."""

    def make(name: str, seconds: float) -> Path:
        return write_noise(tmp_path / name, seconds)

    return make


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
