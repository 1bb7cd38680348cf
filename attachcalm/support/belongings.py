"""What belongs to somebody: everything of theirs that can be taken out together.

Nothing is decided here: what seems to belong to them is only marked, and the person chooses.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from attachcalm.journal.held import Held
from attachcalm.support.kit import Place
from attachcalm.support.own import Own, Person

NAMING: Final = ("safe_person", "kind_figure", Place.PERSON.value, "next_contact")
"""The slots in which somebody is named."""
_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset({
    "a", "an", "and", "at", "best", "by", "dear", "friend", "friends", "from", "her", "his", "in",
    "my", "of", "old", "our", "the", "their", "who", "with", "your",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Belonging:
    """One thing that can be taken out: what stands in a slot, or a person of Support."""

    held: Held | None
    person: Person | None
    is_theirs: bool

    @property
    def text(self) -> str:
        """What it says."""
        if self.held is not None:
            return self.held.text
        return self.person.name if self.person is not None else ""


def people(held: Mapping[str, Held], own: Own) -> tuple[str, ...]:
    """Everybody who is named anywhere, each once, as it stands there."""
    told = [held[slot].text for slot in NAMING if slot in held]
    told += [person.name for person in own.people]
    named: dict[str, str] = {}
    for text in told:
        if one_line := " ".join(text.split()):
            named.setdefault(one_line.casefold(), one_line)
    return tuple(named.values())


def belongings(name: str, held: Iterable[Held], own: Own) -> tuple[Belonging, ...]:
    """Everything there is, with what seems to be of this person marked and in front.

    That is what has a word of their name in it, what was said in the same sitting as that, and
    what says the same.
    """
    told = tuple(held)
    theirs = {each.slot for each in told if names(each.text, name)}
    sittings = {each.given.sitting for each in told if each.slot in theirs and each.given}
    theirs |= {each.slot for each in told if each.given and each.given.sitting in sittings}
    said = {_plain(each.text) for each in told if each.slot in theirs}
    marked = [Belonging(each, None, _plain(each.text) in said) for each in told]
    marked += [Belonging(None, each, names(each.name, name)) for each in own.people]
    return tuple(sorted(marked, key=lambda each: not each.is_theirs))


def names(text: str, name: str) -> bool:
    """Whether a word of this name stands in the text; small words do not count."""
    wanted = _words(name)
    said = set(_WORD.findall(text.casefold()))
    return bool(wanted & said) if wanted else _plain(text) == _plain(name)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(name: str) -> set[str]:
    """The words of a name; a single letter or a small word names nobody."""
    return {
        word
        for word in _WORD.findall(name.casefold())
        if len(word) > 1 and word not in _SMALL_WORDS
    }


def without(own: Own, gone: Iterable[Person]) -> tuple[Person, ...]:
    """The people of Support who stay."""
    left = list(own.people)
    for person in gone:
        if person in left:
            left.remove(person)
    return tuple(left)
