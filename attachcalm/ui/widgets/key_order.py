"""The keyboard goes where the eye goes, whenever the parts of a page were made."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def order_keys(controls: Iterable[QWidget]) -> None:
    """Let Tab visit these one after the other; Qt would visit what was made last, last."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)
