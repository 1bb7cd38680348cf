"""A fault in a content file, told so that a person who is not a programmer can mend it."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

_LONGEST_WORD = 80  # of which a misspelling is looked for
_MOST_WORDS = 200  # among which it is looked for


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: where it stands (line and column from 1) and what to do about it."""

    path: Path
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        name = os.fsencode(self.path).decode("utf-8", "replace")  # a file's name may be no text
        return f"{name}:{self.line}:{self.column}: {self.what}"


def printable(text: str) -> str:
    """The text with a space for each sign that cannot be seen, or turns the line round."""
    return text if text.isprintable() else "".join(s if s.isprintable() else " " for s in text)


def did_you_mean(given: str, known: Collection[str]) -> str:
    """`; did you mean WORD?` if one of the known words is close to the given one, or nothing."""
    if len(given) > _LONGEST_WORD or len(known) > _MOST_WORDS:
        return ""
    from difflib import get_close_matches  # a start without faults needs it not

    close = get_close_matches(given, sorted(set(known) - {given}), n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""
