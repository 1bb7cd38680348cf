"""Which letters the bundled font has, and what stands on paper for those that it has not."""

import unicodedata
from functools import cache
from pathlib import Path

REGULAR = "AtkinsonHyperlegibleNext-Regular.ttf"


def readable(text: str, fonts: Path) -> str:
    """The text without control characters, and with the name of each symbol that has no shape.

    "🙂" becomes "(slightly smiling face)".  Letters of other scripts stay: a font of the system
    may have them.
    """
    return "".join(_readable(letter, fonts) for letter in text)


def has_all(text: str, fonts: Path) -> bool:
    """Whether the bundled font has every letter of this."""
    return all(ord(letter) in _known(fonts) for letter in text if letter not in "\n\t")


def _readable(letter: str, fonts: Path) -> str:
    if letter in "\n\t" or ord(letter) in _known(fonts):
        return letter
    kind = unicodedata.category(letter)
    if kind.startswith("S"):
        return f"({unicodedata.name(letter, 'symbol').lower()})"
    return "" if kind.startswith("C") or kind == "Mn" else letter


@cache
def _known(fonts: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(fonts / REGULAR) as font:
        return frozenset(font.getBestCmap())
