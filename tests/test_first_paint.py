"""What is loaded before the first picture of the window: counted, warm and on a first start.

Every module costs time before the person sees anything; the heavy ones come behind the window.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MOST = 228  # a bare PySide6 window has 145 on Python 3.11
NEVER_BEFORE = {
    "alembic",
    "attachcalm.reminders",  # with all that reminds
    "attachcalm.suggestions",
    "attachcalm.ui.shortcuts",
    "icalendar",
    "matplotlib",
    "numpy",
    "pydantic",
    "scipy",
    "sqlalchemy",
    "yaml",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
}
ROOT = Path(__file__).parent.parent


def modules_at_first_paint(profile: Path) -> set[str]:
    """Start the app in a process of its own, and return what it had loaded at its first paint."""
    heard, told = os.pipe()
    environment = {**os.environ, "ATTACHCALM_FIRST_PAINT_FD": str(told)}
    command = [sys.executable, "-m", "attachcalm", "--data-dir", str(profile)]
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, pass_fds=(told,), stderr=subprocess.PIPE
    ) as app:
        os.close(told)
        with os.fdopen(heard, encoding="utf-8") as answer:
            loaded = set(answer.read().split("\n"))
        _, complaints = app.communicate(timeout=60)
    assert (app.returncode, complaints) == (0, b"")
    return loaded


@pytest.fixture
def warm(tmp_path: Path) -> Path:
    """A profile with a warm content cache and a journal, as after the first evening."""
    profile = tmp_path / "warm"
    for arguments in (["exercises"], ["practise", "long-out", "--before", "6", "--after", "4",
                                      "--fast"]):  # fmt: skip
        subprocess.run(
            [sys.executable, "-m", "attachcalm", "--data-dir", str(profile), *arguments],
            cwd=ROOT, check=True, capture_output=True, timeout=60, input=b"\n" * 9,
        )  # fmt: skip
    return profile


@pytest.mark.skipif(sys.platform == "win32", reason="the descriptor is handed down as on Unix")
class TestTheFirstPicture:
    """Its modules."""

    def test_waits_for_few_modules_and_no_heavy_one(self, warm: Path) -> None:
        """Home with its exercises and the last sittings needs no more than this."""
        loaded = modules_at_first_paint(warm)

        assert not NEVER_BEFORE & loaded
        assert "attachcalm.ui.home_page" in loaded
        assert len(loaded) <= MOST

    def test_waits_for_no_more_on_a_first_start(self, tmp_path: Path) -> None:
        """Without a cache and without a journal, all reading of content comes behind the window."""
        loaded = modules_at_first_paint(tmp_path / "new")

        assert not NEVER_BEFORE & loaded
        assert len(loaded) <= MOST
