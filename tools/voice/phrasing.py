"""Where a calm voice takes a breath inside a sentence, and how long.

Slow speech is made of pauses more than of slow sounds.  The writer's commas are pauses; a long
stretch without one gets a shorter pause where a listener would expect it, before a small word
that begins a new thought.
"""

import re
from dataclasses import dataclass

from attachcalm.exercises.narration import RECIPE

LONG_STRETCH = 7  # words without a pause from which on one is put in
AT_LEAST = 3  # words on either side of it

# The better places first: a new clause, then (in a longer stretch) a new circumstance.
_CLAUSES = frozenset(
    (
        "and",
        "or",
        "but",
        "if",
        "while",
        "until",
        "when",
        "where",
        "who",
        "that",
        "as",
        "because",
        "so",
    )
)
_CIRCUMSTANCES = frozenset(("from", "with", "for", "on", "in", "at", "near"))
_LEAN_FORWARD = frozenset(
    ("of", "to", "in", "at", "on", "for", "from", "with", "a", "an", "the")
)  # no pause after these
_LEAN_BACK = frozenset(
    ("it", "them", "this", "that", "you", "me")
)  # nor before a word followed by these
_MARK = re.compile(r"[,;:—]$")
MARKS = frozenset(",;:—")  # as they stand in the phonemes


@dataclass(frozen=True, slots=True)
class Phrased:
    """A sentence with a mark at every pause, and the length of each pause in order."""

    text: str
    pauses_ms: tuple[int, ...]


def phrase(text: str) -> Phrased:
    """The sentence with its pauses: the writer's own, and those a long stretch needs."""
    words: list[str] = []
    pauses: list[int] = []
    stretch: list[str] = []
    given = text.split()
    for place, word in enumerate(given):
        stretch.append(word)
        marked = bool(_MARK.search(word))
        if not marked and place < len(given) - 1:
            continue
        at = _break_in(stretch)
        if at is not None:
            stretch[at - 1] += ","
            pauses.append(RECIPE.phrase_ms)
        if marked:
            pauses.append(RECIPE.comma_ms)
        words += stretch
        stretch = []
    return Phrased(" ".join(words), tuple(pauses))


def _break_in(stretch: list[str]) -> int | None:
    """Before which word of the stretch the voice pauses, or None if it is short enough."""
    if len(stretch) < LONG_STRETCH:
        return None
    places = _places(stretch, _CLAUSES)
    if not places and len(stretch) > LONG_STRETCH:
        places = [
            place
            for place in _places(stretch, _CIRCUMSTANCES)
            if _bare(stretch[place + 1]) not in _LEAN_BACK
        ]
    return min(places, key=lambda place: abs(place - len(stretch) / 2), default=None)


def _places(stretch: list[str], openers: frozenset[str]) -> list[int]:
    return [
        place
        for place in range(AT_LEAST, len(stretch) - AT_LEAST + 1)
        if _bare(stretch[place]) in openers and _bare(stretch[place - 1]) not in _LEAN_FORWARD
    ]


def _bare(word: str) -> str:
    return word.lower().strip(".,;:?!")
