"""Imports that are not searched: PySide6 would read the source of every module that comes after it.

It looks for modules that switch Qt's names (`from __feature__ import snake_case`).  Nobody here
does, and the search is a tenth of the time to the first picture; with the heavy modules that come
behind the window it also keeps 40 MiB of source text.
"""

import sys
from types import ModuleType


def spare_the_search() -> None:
    """From now on take every module for one that switches nothing, which is what they are.

    Another PySide6 may search in another way; then it does, and only takes its time.
    """
    search = sys.modules.get("shibokensupport.feature")
    if search is not None and hasattr(search, "_mod_uses_pyside"):
        vars(search)["_mod_uses_pyside"] = _switches_names  # there is no public way


def _switches_names(_module: ModuleType) -> bool:
    return False
