"""Side effects: which exercises they are told before, and that every figure has its source."""

import re
from pathlib import Path

import pytest

from attachcalm.exercises import library
from attachcalm.exercises.card import Card, Direction, Evidence, Group, Trait, Version
from attachcalm.support.side_effects import FACTS, speaks_of

SHIPPED = Path(__file__).parents[2] / "resources" / "exercises"


def card(group: Group, *traits: Trait) -> Card:
    """An exercise of this family that asks this of a person."""
    return Card(
        "some", "Some", "It is one.", group, Direction.EITHER, (Version("full", "Full", 5),), 0,
        Evidence.PRACTICE, True, "some.yaml", "1", frozenset(traits),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("group", "traits", "told"),
    [
        (Group.MINDFULNESS, (), True),
        (Group.IMAGERY, (), True),
        (Group.ATTACHMENT, (Trait.IMAGERY,), True),
        (Group.ATTACHMENT, (Trait.INWARD,), True),
        (Group.ATTACHMENT, (Trait.PERSON,), False),
        (Group.BODY, (Trait.INWARD,), True),
        (Group.GROUNDING, (Trait.STEADIES,), False),
        (Group.BREATHING, (Trait.RELAXES,), False),
    ],
)
def test_quiet_and_imagined_ones_are_told_of(
    group: Group, traits: tuple[Trait, ...], told: bool
) -> None:
    """By family, or by what they ask of the mind."""
    assert speaks_of(card(group, *traits)) is told


def test_of_what_is_shipped_imagery_is_told_of_and_what_grounds_is_not() -> None:
    """A first rescue meets no page of figures."""
    told = {each.id for each in library.load([SHIPPED]).cards if speaks_of(each)}

    assert {"calm-place", "safe-person"} <= told
    assert not {"orient-room", "five-senses", "long-out"} & told


def test_every_figure_has_a_source() -> None:
    """And a sentence without a source has no figure."""
    for fact in FACTS:
        assert bool(fact.source) or not re.search(r"\d", fact.sentence)
        assert fact.sentence.endswith(".")
    said = " ".join(fact.sentence for fact in FACTS)
    for figure in ("32 %", "50 %", "10 %", "10.6 %", "1.2 %", "83 %", "58 %", "37 %", "6 to 14 %"):
        assert figure in said
