"""A text → what in it could hurt, press, or be too hard to read.  Pure: no file, no place.

The one truth about wording: `attachcalm check`, the Check page and the tests all ask here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attachcalm.exercises.avoided import AVOIDED, Avoided
from attachcalm.exercises.flaw import Flaw, quoted
from attachcalm.exercises.grade import (
    long_words,
    reading_grade,
    sentence_count,
    sentences,
    words,
)

MOST_WORDS = 15  # of a sentence: as many as someone in distress can hold
EASY, EASY_FOR_CHILDREN, EASY_FOR_PAGES = 6.0, 3.0, 8.0  # reading grades
MARGIN = 3.0  # by which one sentence may be harder than all of them together
HARDEST_TOLD = 5  # of a text that is too hard

_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_WHOLE = re.compile(r"[A-Z][^.!?]*[.?]")


def check_text(text: str, grade: float, most_words: int = MOST_WORDS) -> tuple[Flaw, ...]:
    """All that is amiss with a text of any length, such as a page, for readers of this grade."""
    parts = sentences(text)
    found = [*unkind_words(text), *shouting(text)]
    for sentence in parts:
        found += long_sentence(sentence, most_words)
    hard = too_hard(parts, grade)
    found += [flaw for _, flaw in hard]
    return tuple(dict.fromkeys(found))


# ---------------------------------------------------------------- words
def unkind_words(text: str, *, only_everywhere: bool = False) -> Iterator[Flaw]:
    """Each word to avoid in the text once, with why, and what to write in its place."""
    for word, avoided in dict.fromkeys(avoided_in(text, only_everywhere=only_everywhere)):
        what = f'"{word}" in {quoted(text)}: {avoided.why}'
        yield Flaw("word", what, avoided.instead)


def avoided_in(text: str, *, only_everywhere: bool = False) -> list[tuple[str, Avoided]]:
    """Each word or phrase to avoid as it stands in the text, in order, none inside another."""
    any_of_them, each = _patterns(only_everywhere)
    text = " ".join(text.replace("\u2019", "'").split())
    if not any_of_them.search(text):
        return []
    hits = [
        (hit.start(), -hit.end(), hit[0], avoided)
        for avoided, pattern in each
        for hit in pattern.finditer(text)
    ]
    hits.sort(key=lambda hit: hit[:2])
    found, end = [], 0
    for start, minus_end, word, avoided in hits:
        if start >= end:
            found.append((word, avoided))
            end = -minus_end
    return found


@cache
def _patterns(
    only_everywhere: bool,
) -> tuple[re.Pattern[str], tuple[tuple[Avoided, re.Pattern[str]], ...]]:
    entries = [avoided for avoided in AVOIDED if avoided.everywhere or not only_everywhere]
    each = tuple((avoided, _whole_words(avoided.words)) for avoided in entries)
    return _whole_words("|".join(avoided.words for avoided in entries)), each


def _whole_words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives})(?!\w)", re.IGNORECASE)


def shouting(text: str) -> Iterator[Flaw]:
    """A calm voice has no exclamation mark and no word in capitals."""
    if "!" in text:
        yield Flaw(
            "shouting",
            f"{quoted(text)} has an exclamation mark",
            "Take it out, or write a full stop.",
        )
    for word in dict.fromkeys(_CAPITALS.findall(text)):
        what = f'"{word[:40]}" in {quoted(text)} is all in capitals'
        yield Flaw("shouting", what, "Write it small, or write the words out.")


# ---------------------------------------------------------------- sentences
def long_sentence(sentence: str, most: int = MOST_WORDS) -> Iterator[Flaw]:
    """More words than somebody in distress can hold."""
    count = len(words(sentence))
    if count > most:
        what = f"the sentence {quoted(sentence)} has {count} words; {most} are the most"
        yield Flaw("long-sentence", what, "Make two sentences of it, or leave something out.")


def one_sentence(text: str) -> Iterator[Flaw]:
    """One text holds one sentence, for one clip or one caption."""
    count = sentence_count(text)
    if count > 1:
        what = f"{quoted(text)} holds {count} sentences; one text holds one"
        yield Flaw("two-sentences", what, "Give each sentence a line of its own.")


def whole_sentence(text: str) -> Iterator[Flaw]:
    """What a voice says begins with a capital and ends with a stop or a question mark."""
    if sentence_count(text) <= 1 and not _WHOLE.fullmatch(text):
        yield Flaw(
            "broken-sentence",
            f"{quoted(text)} is not one whole sentence, so no voice can say it well",
            "Begin it with a capital and end it with a full stop or a question mark.",
        )


# ---------------------------------------------------------------- reading grade
def too_hard(texts: Sequence[str], grade: float) -> list[tuple[int, Flaw]]:
    """The hard sentences among these, by their number, with their own grades and long words.

    One is told if it is more than `MARGIN` above the grade; and the hardest ones if all of them
    together are above it, for these are what to begin with.
    """
    own = [reading_grade([text]) for text in texts]
    together = reading_grade(texts)
    most = grade + MARGIN
    told = {at for at, hard in enumerate(own) if hard > most}
    if together > grade:
        hardest = sorted(range(len(own)), key=lambda at: -own[at])[:HARDEST_TOLD]
        told |= {at for at in hardest if own[at] > grade}
    return [(at, _hard(texts[at], own[at], grade, together)) for at in sorted(told)]


def _hard(text: str, own: float, grade: float, together: float) -> Flaw:
    what = f"the sentence {quoted(text)} has reading grade {own:.1f}; aim at {grade:g}"
    if together > grade:
        what = f"{what}, for all texts together have {together:.1f}"
    long = ", ".join(word[:40] for word in long_words(text)[:6])
    mend = f"Use shorter words for: {long}." if long else "Make two short sentences of it."
    return Flaw("reading-grade", what, mend)
