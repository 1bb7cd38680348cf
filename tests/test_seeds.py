"""Every idea of the founding article has its place: an exercise or a page names it."""

from pathlib import Path

import pytest

from attachcalm.exercises import library
from attachcalm.learn import shelf

RESOURCES = Path(__file__).parent.parent / "resources"
CODES = [f"S{number}" for number in range(1, 29)]


def named() -> dict[str, list[str]]:
    """Of each code, what carries it."""
    found: dict[str, list[str]] = {}
    exercises = library.load([RESOURCES / "exercises"])
    for card in exercises.cards:
        for code in exercises.exercise(card.id).about.seeds:
            found.setdefault(code, []).append(card.id)
    for leaflet in shelf.load([RESOURCES / "pages"]).leaflets:
        for code in leaflet.seeds:
            found.setdefault(code, []).append(f"the page {leaflet.id}")
    return found


NAMED = named()


@pytest.mark.parametrize("code", CODES)
def test_an_idea_has_something_to_do_or_to_read(code: str) -> None:
    """Which one, is told when it fails for its neighbour: the whole table is in the message."""
    assert NAMED.get(code), NAMED


def test_no_other_code_is_named() -> None:
    """A misspelt code would be an idea that nobody had."""
    assert set(NAMED) == set(CODES)


def test_what_is_practised_is_more_than_what_is_read() -> None:
    """Only S5, tailoring to a person, is left to measures and the therapist: pages tell of it."""
    only_read = [code for code in CODES if all(name.startswith("the page") for name in NAMED[code])]

    assert only_read == ["S5"]
