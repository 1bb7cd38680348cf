"""PySide6 reads no source of what is imported once the search is spared."""

import subprocess
import sys

SEARCHED = """
import linecache, sys
import PySide6.QtWidgets
{spare}
from attachcalm.paths import find_paths
print(any(name.endswith("paths.py") for name in linecache.cache))
"""
SPARE = "from attachcalm.ui.quick_imports import spare_the_search; spare_the_search()"


def is_searched(spare: str) -> bool:
    """Whether PySide6 read a module's source; asked in a process of its own."""
    command = [sys.executable, "-c", SEARCHED.format(spare=spare)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip() == "True"


def test_no_module_is_searched_once_that_is_spared() -> None:
    """Without it PySide6 still searches: where it no longer does, this can be taken out."""
    assert is_searched("")
    assert not is_searched(SPARE)


def test_another_pyside_is_left_as_it_is() -> None:
    """One that searches in another way, or not at all, starts all the same."""
    assert is_searched(f'known = sys.modules.pop("shibokensupport.feature"); {SPARE}')
