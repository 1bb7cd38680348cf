"""What a check says of a text or a file, before anybody knows where it stands."""

from dataclasses import dataclass

from attachcalm.exercises.problem import printable
from attachcalm.exercises.yaml_source import Path


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to mend: its kind (`docs/formats.md` lists them), what it is, and how to mend it.

    `what` goes on after a place, so it begins small and ends without a stop; `mend` is a sentence.
    """

    kind: str
    what: str
    mend: str


Placed = tuple[Path, Flaw]
"""A flaw with the way down the file to the value that it is about."""


def quoted(text: str, most: int = 100) -> str:
    """The text in quotes, shortened, for a sentence about it."""
    one_line = printable(" ".join(text.split()))
    return f'"{one_line if len(one_line) <= most else one_line[: most - 1] + "…"}"'
