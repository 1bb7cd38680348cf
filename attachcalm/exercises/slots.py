"""Slots: the places in a text that the person's own words fill, `{safe_person|someone kind}`."""

import re
from collections.abc import Mapping

_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^{}]*))?\}")


def names(text: str) -> tuple[str, ...]:
    """The names of the slots in the text, in order."""
    return tuple(match[1] for match in _SLOT.finditer(text))


def without_fallback(text: str) -> tuple[str, ...]:
    """The names of the slots that say nothing when the person has no word for them."""
    return tuple(match[1] for match in _SLOT.finditer(text) if not (match[2] or "").strip())


def outside(text: str) -> str:
    """The text without its slots."""
    return _SLOT.sub("", text)


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with the person's words, or with each slot's own fallback where there is none."""
    return _SLOT.sub(lambda match: words.get(match[1], "").strip() or match[2] or "", text)
