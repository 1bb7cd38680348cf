"""Which exercises are shown and offered, without a window."""

from dataclasses import replace

import pytest

from attachcalm.exercises.browse import in_order, offered
from attachcalm.exercises.card import Card, Direction, Evidence, Group, Need, Trait, Version
from attachcalm.exercises.wish import Wish


def card(
    name: str,
    *,
    group: Group = Group.GROUNDING,
    direction: Direction = Direction.DOWN,
    gate: int = 0,
    minutes: tuple[float, ...] = (3,),
) -> Card:
    """A card of this name."""
    versions = tuple(Version(f"v{at}", "V", length) for at, length in enumerate(minutes))
    return Card(
        name, name.title(), f"About {name}.", group, direction, versions, gate, Evidence.SOME,
        True, f"{name}.yaml", "0",
    )  # fmt: skip


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [each.id for each in cards]


def test_home_offers_what_fits_the_need_and_what_fits_it_closest_comes_first() -> None:
    """An exercise for both ways stands behind one that is for this way, whatever its length."""
    both = card("both", direction=Direction.EITHER, minutes=(1,))
    up = card("up", direction=Direction.UP, minutes=(5,))
    down = card("down")

    assert ids(offered((both, up, down), Need.FLAT, 3)) == ["up", "both"]


def test_without_a_need_home_offers_nothing_that_wakes_or_asks_for_a_steady_moment() -> None:
    """Whoever opens it shaking says nothing; the mildest come first, whatever their length."""
    mild = replace(
        card("mild", direction=Direction.EITHER, minutes=(4,)), traits=frozenset({Trait.STEADIES})
    )
    quick, wakes = card("quick", minutes=(1,)), card("wakes", direction=Direction.UP, minutes=(1,))
    steady = card("steady", direction=Direction.INSIDE, minutes=(1,))

    assert ids(offered((wakes, steady, quick, mild), None, 4)) == ["mild", "quick"]


@pytest.mark.parametrize(("gate", "is_offered"), [(0, True), (1, False), (2, False), (3, False)])
def test_home_offers_nothing_that_something_must_be_asked_for(gate: int, is_offered: bool) -> None:
    """What needs an answer, a rating or a therapist is not offered unasked, whatever the need."""
    cards = (card("one", gate=gate),)

    assert bool(offered(cards, None, 3)) is is_offered
    assert bool(offered(cards, Need.REVVED, 3)) is is_offered


def test_kindness_towards_oneself_is_not_offered_unasked() -> None:
    """It waits until the record knows felt security, and here no record has been read."""
    kind = replace(card("kind"), traits=frozenset({Trait.COMPASSION}))

    assert ids(offered((kind, card("senses")), None, 3)) == ["senses"]


def test_an_empty_wish_lets_everything_through() -> None:
    """No filter, no loss."""
    assert Wish().lets_through(card("any", gate=3), "")


@pytest.mark.parametrize(
    ("wish", "fits"),
    [
        (Wish(need=Need.FLAT), False),
        (Wish(need=Need.REVVED), True),
        (Wish(minutes=2), True),
        (Wish(minutes=1), False),
        (Wish(group=Group.GROUNDING), True),
        (Wish(group=Group.BODY), False),
        (Wish(words="CALM about"), True),
        (Wish(words="rooted"), True),
        (Wish(words="calm nowhere"), False),
    ],
)
def test_each_filter_lets_through_what_it_says(wish: Wish, fits: bool) -> None:
    """Need, length of the shortest version, family, and words in any order and case."""
    assert wish.lets_through(card("calm", minutes=(5, 2)), "Rooted") is fits


def test_what_only_compares_is_listed_and_answers_no_need() -> None:
    """It is no exercise: found by looking, never by need, and not offered."""
    sit = replace(card("sit", direction=Direction.EITHER), traits=frozenset({Trait.COMPARES}))

    assert Wish().lets_through(sit, "")
    assert not any(Wish(need=need).lets_through(sit, "") for need in Need)
    assert offered((sit,), None, 3) == ()


def test_the_last_used_stand_first_and_the_rest_family_by_family() -> None:
    """Latest first; then the order of the families; then the title."""
    cards = (
        card("b", group=Group.BODY), card("z"), card("a"), card("m", group=Group.IMAGERY),
    )  # fmt: skip

    assert ids(in_order(cards, ("m", "z"))) == ["m", "z", "a", "b"]
