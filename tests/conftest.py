"""What every test stands on: no screen needed, and the bundled fonts for every pixel."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # tests of the heart must not load Qt
    from PySide6.QtWidgets import QApplication

    from attachcalm.ui.icons import Icons
    from attachcalm.ui.style import LookKeeper

os.environ["QT_QPA_PLATFORM"] = "offscreen"

RESOURCES = Path(__file__).parent.parent / "resources"


@pytest.fixture(scope="session")
def resources() -> Path:
    """Return the folder of fonts, icons, audio and exercises."""
    return RESOURCES


@pytest.fixture(scope="session")
def bundled_fonts(qapp: "QApplication", resources: Path) -> None:
    """Load the bundled fonts once."""
    from attachcalm.ui.style import load_fonts

    load_fonts(resources / "fonts")


@pytest.fixture
def keeper(qapp: "QApplication", bundled_fonts: None) -> Iterator["LookKeeper"]:
    """Dress the application light, at 100 %, with motion, whatever the machine's own wishes."""
    from attachcalm.ui.style import LookKeeper

    made = LookKeeper(qapp, "light", 1.0, less_motion=False)
    yield made
    made.deleteLater()


@pytest.fixture
def icons(keeper: "LookKeeper", resources: Path) -> "Icons":
    """Return the bundled icons in the keeper's colours."""
    from attachcalm.ui.icons import Icons

    return Icons(resources / "icons", keeper)
