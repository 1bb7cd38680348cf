"""What every test stands on: no screen needed, and the bundled fonts for every pixel."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:  # tests of the heart must not load Qt
    from PySide6.QtWidgets import QApplication

    from attachcalm.ui.icons import Icons
    from attachcalm.ui.style import LookKeeper

os.environ["QT_QPA_PLATFORM"] = "offscreen"
gc.disable()  # as the window does (attachcalm.ui.garbage): no worker may take Qt's objects apart

pytest.register_assert_rewrite("tests.fakes.told")
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=300, deadline=None, derandomize=True)
settings.register_profile("heavy", max_examples=10_000, deadline=None)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)

MANY = 100_000  # objects that a test may leave before they are looked through
RESOURCES = Path(__file__).parent.parent / "resources"


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Search for garbage between tests, in their own thread."""
    yield
    if gc.get_count()[0] > MANY:
        gc.collect()


@pytest.fixture(scope="session")
def resources() -> Path:
    """Return the folder of fonts, icons, audio and exercises."""
    return RESOURCES


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> Iterator["QApplication"]:
    """Leave nothing on the clipboard.

    The offscreen platform takes its clipboard apart after Python has gone; what was copied by
    Python is then freed by nobody who is left, and the process dies of it.
    """
    yield qapp
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def bundled_fonts(qapp: "QApplication", resources: Path) -> None:
    """Load the bundled fonts once."""
    from attachcalm.ui.style import load_fonts

    load_fonts(resources / "fonts")


@pytest.fixture
def keeper(qapp: "QApplication", bundled_fonts: None) -> Iterator["LookKeeper"]:
    """Dress the application light, at 100 %, with motion, whatever the machine's own wishes."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from attachcalm.ui.style import LookKeeper

    made = LookKeeper(qapp, "light", 1.0, less_motion=False)
    made.dress()
    yield made
    made.deleteLater()
    # Tests run no event loop that would let go of closed widgets; each would be dressed for ever.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def icons(keeper: "LookKeeper", resources: Path) -> "Icons":
    """Return the bundled icons in the keeper's colours."""
    from attachcalm.ui.icons import Icons

    return Icons(resources / "icons", keeper)
