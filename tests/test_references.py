"""The Qt binding gives back what it borrows: the fault that decided our pins stays away.

PySide6 6.12.0 on Python 3.11 loses one reference to None with every call that returns nothing,
and one to True with every emit that someone hears. At zero references the interpreter aborts,
seconds into an animation. See docs/decisions/0004-qt-binding-and-set-up.md.
"""

import gc
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 1_000
# Other code of the interpreter takes and gives back a few references meanwhile. A binding with the
# fault loses all thousand, so ten tells the two apart with room on both sides.
NOISE = 10


class Speaker(QObject):
    """Says a fact that nobody needs."""

    spoke = Signal()


def count_lost(lasting: object, act: Callable[[], object]) -> int:
    """Return how many references to a lasting object are gone after many times of this."""
    act()
    gc.collect()  # and no search in between: conftest has switched that off
    before = sys.getrefcount(lasting)
    for _ in range(CALLS):
        act()
    return before - sys.getrefcount(lasting)


def test_a_call_that_returns_nothing_costs_no_reference_to_none(qapp: QApplication) -> None:
    """A thousand updates, as in a quarter of a minute of the pacer, lose nothing."""
    widget = QWidget()
    lost = count_lost(None, widget.update)
    widget.deleteLater()
    assert abs(lost) <= NOISE


def test_an_emit_costs_no_reference_to_true(qapp: QApplication) -> None:
    """A thousand facts told lose nothing."""
    speaker = Speaker()
    assert abs(count_lost(True, speaker.spoke.emit)) <= NOISE


def test_the_count_would_see_the_fault() -> None:
    """A list that swallows a reference with each call shows what a loss the other way looks like.

    It is a plain object of our own, since None does not count from Python 3.12 on.
    """
    lasting = object()
    swallowed: list[object] = []
    assert count_lost(lasting, lambda: swallowed.append(lasting)) == -CALLS


@pytest.mark.parametrize("package", ["PySide6-Essentials", "PySide6-Addons"])
@pytest.mark.parametrize(
    ("python", "allowed", "refused"),
    [
        ("3.11", ["6.11.3", "6.11.9"], ["6.11.2", "6.12.0", "6.12.4", "6.13.0"]),
        ("3.12", ["6.12.0", "6.12.4"], ["6.11.3", "6.13.0"]),
        ("3.13", ["6.12.0", "6.12.4"], ["6.11.3", "6.13.0"]),
    ],
)
def test_the_pins_keep_each_python_with_a_binding_that_counts(
    package: str, python: str, allowed: list[str], refused: list[str]
) -> None:
    """Below 3.12 the line 6.11, from 3.12 on the line 6.12."""
    text = (Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8")
    needs = map(Requirement, tomllib.loads(text)["project"]["dependencies"])
    (pin,) = [
        need
        for need in needs
        if need.name == package
        and need.marker is not None
        and need.marker.evaluate({"python_version": python})
    ]
    assert [version for version in allowed + refused if pin.specifier.contains(version)] == allowed
