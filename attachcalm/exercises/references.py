"""What one exercise says of others: slots that another one fills, and titles that it names."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from attachcalm.exercises import slots
from attachcalm.exercises.flaw import Flaw, Placed, quoted
from attachcalm.exercises.grade import words
from attachcalm.exercises.problem import did_you_mean
from attachcalm.exercises.texts import Entry, Role, texts_of

FILLED_ELSEWHERE: frozenset[str] = frozenset()
"""Slots that something other than an exercise's question fills."""

_LEADS = r"(?i:go to|back to|try|prefer)"
_NAMED = re.compile(rf"\b{_LEADS} (?P<named>[\"'“]?[A-Z][^.;:!?\"”]*)")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][^.;:!?\"”]*")
_ALIKE = 0.75  # to a title, of a capitalised run of words that nothing leads to
_NO_TITLES = frozenset(("I", "I'm", "I'd", "I've", "I'll"))


class Others(NamedTuple):
    """What the exercises that are there offer to each other."""

    titles: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()

    def with_entries(self, entries: Iterable[Entry]) -> "Others":
        """What there is with these exercises among them."""
        known = list(entries)
        return Others(
            self.titles | {entry["title"] for entry in known},
            self.filled | {name for entry in known for _, name in _filled(entry)},
            self.used | {name for entry in known for name in _used(entry)},
        )


def references(entry: Entry, others: Others) -> Iterator[Placed]:
    """Slots without a filler, fillers without a slot, and titles that no exercise has."""
    yield from _slots(entry, others)
    for text in texts_of(entry):
        if text.role is not Role.LABEL:
            sends = text.role is Role.ABOUT  # a caution that says "go to" means an exercise
            for flaw in titles_amiss(text.text, others.titles, sends=sends):
                yield text.path, flaw


# ---------------------------------------------------------------- slots
def _filled(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for at, step in enumerate(entry["steps"]):
        for number, part in enumerate(step["parts"]):
            if "keep_as" in part:
                yield ("steps", at, "parts", number, "keep_as"), part["keep_as"]


def _used(entry: Entry) -> set[str]:
    return {name for text in texts_of(entry) for name in slots.names(text.text)}


def _slots(entry: Entry, others: Others) -> Iterator[Placed]:
    filled = others.filled | FILLED_ELSEWHERE
    for text in texts_of(entry):
        for name in slots.names(text.text):
            if name not in filled:
                what = f"no question fills the slot {name[:60]}{did_you_mean(name, filled)}"
                mend = f"Add 'keep_as: {name[:60]}' to a question, or write the name that is meant."
                yield text.path, Flaw("slot-unfilled", what, mend)
    for path, name in _filled(entry):
        if name not in others.used:
            what = f"no text uses the slot {name}{did_you_mean(name, others.used)}"
            mend = f"Use it as {{{name}|other words}} in a text, or take the line 'keep_as' out."
            yield path, Flaw("slot-unused", what, mend)


# ---------------------------------------------------------------- titles
def titles_amiss(text: str, titles: Collection[str], *, sends: bool = True) -> Iterator[Flaw]:
    """Where the text sends somebody to an exercise that is not there.

    A run of words that begins with a capital inside a sentence is taken for a title if it is nearly
    one, and, where the text `sends`, also if "try", "go to" or the like leads to it.
    """
    named = {hit.start("named"): hit["named"] for hit in _NAMED.finditer(text)}
    inside = {hit.start(): hit[0] for hit in _INSIDE.finditer(text)}
    for at, found in sorted((inside | named).items()):
        run = found.strip("\"'“ ")
        if _begins_with_a_title(run, titles) or run.split(" ")[0] in _NO_TITLES:
            continue
        close = _nearest(run, titles)
        if not close and not (sends and at in named):
            continue
        meant = f"; did you mean {close}?" if close else ""
        what = f"no exercise is called {quoted(run, 60)}{meant}"
        mend = "Write the title as the exercise has it, or name another exercise."
        yield Flaw("title", what, mend)


def _begins_with_a_title(run: str, titles: Collection[str]) -> bool:
    return any(run.startswith(title) and not run[len(title) :][:1].isalpha() for title in titles)


def _nearest(run: str, titles: Collection[str]) -> str:
    """The title that the beginning of the run is nearly, or nothing."""
    for length in range(1, min(8, len(words(run))) + 1):
        beginning = " ".join(run.split(" ")[:length]).strip(",'")
        of_length = [title for title in titles if abs(len(words(title)) - length) <= 1]
        close = get_close_matches(beginning, of_length, n=1, cutoff=_ALIKE)
        if close:
            return close[0]
    return ""
