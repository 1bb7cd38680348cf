"""What one value of an exercise file says of another: ids, versions, choices, slots.

Works on the plain values as they were read, so that these faults are told in the same pass as
faults of shape: whatever has the wrong shape is passed over here.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from attachcalm.exercises import slots
from attachcalm.exercises.problem import did_you_mean
from attachcalm.exercises.yaml_source import Path, Plain

Fault = tuple[Path, Callable[[], str]]
"""The path of the value at fault, and what to say of it."""
Item = dict[str, Any]
FILLED = {"say", "show", "question"}
"""The fields whose slots the person's words fill."""
READ = {"title", "summary", "cautions", "versions", "steps"}
"""The fields that a person reads or hears while practising."""
_MANY = 50  # versions; a file with more is refused for that already, so the rest is passed over


def faults(document: Plain) -> Iterator[Fault]:
    """Every such fault in the document."""
    if not isinstance(document, dict):
        return
    yield from _doubles(document, "versions")
    yield from _doubles(document, "steps")
    everywhere = {str(item.get("id")) for _, item in _items(document.get("versions"))[:_MANY]}
    yield from _empty_versions(document, everywhere)
    yield from _limits(document, everywhere)
    yield from _slots({field: document[field] for field in READ & document.keys()}, ())


def _items(value: object) -> list[tuple[int, Item]]:
    if not isinstance(value, list):
        return []
    return [(at, item) for at, item in enumerate(value) if isinstance(item, dict)]


def _parts(document: Item) -> Iterator[tuple[Item, Item]]:
    """Every part with its step."""
    for _, step in _items(document.get("steps")):
        for _, part in _items(step.get("parts")):
            yield step, part


def _doubles(document: Item, field: str) -> Iterator[Fault]:
    counted = Counter(str(item.get("id")) for _, item in _items(document.get(field)))
    for at, item in _items(document.get(field)):
        name = str(item.get("id"))[:60]
        if "id" in item and counted[str(item["id"])] > 1:
            yield (field, at, "id"), partial("two of the {} are called {}".format, field, name)


def _empty_versions(document: Item, everywhere: set[str]) -> Iterator[Fault]:
    """A version must hold something that is played whatever is chosen."""
    filled: set[str] = set()
    for step, part in _parts(document):
        if "when" not in step and "when" not in part:
            filled |= _played(step, part, everywhere)
    for at, version in _items(document.get("versions"))[:_MANY]:
        name = str(version.get("id"))
        if name not in filled:
            yield (
                ("versions", at, "id"),
                partial("the version {} has no part to play".format, name[:60]),
            )


def _played(step: Item, part: Item, everywhere: set[str]) -> set[str]:
    """The versions in which a part is played."""
    played = everywhere
    for only in (step.get("only"), part.get("only")):
        if isinstance(only, list):
            played = played & {str(name) for name in only}
    return played


def _limits(document: Item, everywhere: set[str]) -> Iterator[Fault]:
    """What `only` and `when` speak of must be there, and a choice is made once."""
    versions = {str(version.get("id")) for _, version in _items(document.get("versions"))}
    choices: dict[str, set[str]] = {}  # of those that stand before
    chosen_in: dict[str, set[str]] = {}
    for at, step in _items(document.get("steps")):
        yield from _limit(step, ("steps", at), versions, choices)
        for number, part in _items(step.get("parts")):
            where: Path = ("steps", at, "parts", number)
            yield from _limit(part, where, versions, choices)
            if "choose" not in part:
                continue
            key = str(part["choose"])
            played = _played(step, part, everywhere)
            if played & chosen_in.get(key, set()):
                yield (*where, "choose"), partial("the choice {} stands twice".format, key[:60])
            chosen_in[key] = played | chosen_in.get(key, set())
            options = {str(option.get("id")) for _, option in _items(part.get("options"))}
            choices[key] = options | choices.get(key, set())


def _limit(
    item: Item, where: Path, versions: set[str], choices: dict[str, set[str]]
) -> Iterator[Fault]:
    only = item.get("only")
    for at, version in enumerate(only if isinstance(only, list) else []):
        if str(version) not in versions:
            yield (*where, "only", at), _unknown("there is no version {}", str(version), versions)
    when = item.get("when")
    for choice, option in (when if isinstance(when, dict) else {}).items():
        if choice not in choices:
            sentence = "no choice {} stands before this"
            yield (*where, "when", choice), _unknown(sentence, choice, set(choices))
        elif str(option) not in choices[choice]:
            sentence = f"{choice[:60]} has no option {{}}"
            yield (*where, "when", choice), _unknown(sentence, str(option), choices[choice])


def _unknown(sentence: str, given: str, known: set[str]) -> Callable[[], str]:
    return lambda: sentence.replace("{}", given[:60]) + did_you_mean(given, known)


def _slots(value: dict[str, Plain] | list[Plain], where: Path) -> Iterator[Fault]:
    """Braces in any text of the file: what they ask for must come, whoever practises."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, dict | list):
            yield from _slots(inner, (*where, key))
        elif isinstance(inner, str) and ("{" in inner or "}" in inner):
            yield from _braces(inner, (*where, key))


def _braces(text: str, where: Path) -> Iterator[Fault]:
    if where[-1] not in FILLED:
        yield where, lambda: "braces are for slots, and only say, show and question have them"
        return
    for name in dict.fromkeys(slots.without_fallback(text)):
        what = "{{{0}}} needs words for those who have none: {{{0}|your words}}"
        yield where, partial(what.format, name[:40])
    rest = slots.outside(text)
    if "{" in rest or "}" in rest:
        yield where, lambda: "a slot is written {name|words for those who have none}"
