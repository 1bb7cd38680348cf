"""What is never suggested, what is never said, and who never passes whom."""

import random
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from attachcalm.exercises.card import Card, Direction, Group, Need, Trait
from attachcalm.insight.works import effects
from attachcalm.journal.entry import Ended, Ending
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.suggestions import Now, Pull, suggest
from attachcalm.support.flags import Flag, Health
from attachcalm.support.gates import verdict
from attachcalm.support.own import Own
from tests.insight.records import FIRST, sitting
from tests.test_suggestions import (
    ASKED,
    NEVER,
    SHIPPED,
    TODAY,
    TWO,
    _own,
    _record,
    card,
    history,
    ids,
    practised,
    said,
    secure,
)  # fmt: skip


def test_shutting_down_is_short_and_never_begins_with_somebody() -> None:
    """Not even when the grounding one was done last, or has a thumb down."""
    cards = [card("grounds", group=Group.GROUNDING), card("person", Trait.PERSON)]
    down = history(remarks=(said(RemarkKind.THUMB, "down", "grounds"),))
    last = history(*practised("grounds", (5, 5)))

    for record in (NEVER, down, last):
        told = suggest(cards, Now(4, pull=Pull.SHUTTING), ASKED, record)
        assert ids(told) == ["grounds", "person"]
        assert {s.version.id for s in told} == {"short"}


@pytest.mark.parametrize(("distress", "is_offered"), [(None, False), (6, True), (7, False)])
def test_gate_2_waits_for_a_distress_that_is_known(distress: int | None, is_offered: bool) -> None:
    """Nobody who only said how closeness feels, or a word, is led into it."""
    strong = replace(card("strong"), gate=2)

    for now in (Now(distress, pull=Pull.REACHING), Now(distress, need=Need.REVVED)):
        assert bool(suggest([strong], now, ASKED, NEVER)) is is_offered


@pytest.mark.parametrize(
    ("now", "is_offered"),
    [
        (Now(distress=6), True), (Now(distress=7), False), (Now(energy=1), True),
        (Now(energy=2), False), (Now(energy=-2), False), (Now(pull=Pull.REACHING), False),
        (Now(pull=Pull.SHUTTING), False), (Now(need=Need.STEADY), True), (Now(), False),
    ],
)  # fmt: skip
def test_what_is_for_steady_times_waits_for_them(now: Now, is_offered: bool) -> None:
    """Only inside the window, and not while nothing is said: who says nothing may be shaking."""
    inside = card("inside", direction=Direction.INSIDE)

    assert bool(suggest([inside], now, ASKED, NEVER)) is is_offered


@pytest.mark.parametrize("distress", [4, 8, 10])
def test_what_wakes_is_first_at_very_low_energy_whatever_else(distress: int) -> None:
    """At the highest distress too, and with a thumb down on it: a wish moves within a kind."""
    waking = {card.id for card in SHIPPED if Trait.WAKES in card.traits}
    down = history(remarks=tuple(said(RemarkKind.THUMB, "down", name) for name in waking))

    for record in (NEVER, down):
        assert ids(suggest(SHIPPED, Now(distress, -3), ASKED, record))[0] in waking


@pytest.mark.parametrize(
    ("ending", "too_much", "is_offered"),
    [
        (Ending.FINISHED, False, True),
        (Ending.STOPPED, False, False),
        (Ending.FINISHED, True, False),
    ],
)
def test_security_that_was_too_much_opens_no_kindness(
    ending: Ending, too_much: bool, is_offered: bool
) -> None:
    """It has to have been practised to the end, and not to have been harder."""
    begun = secure()
    entry = replace(begun, ended=Ended(begun.sitting, begun.started.at, ending, 1))
    button = Remark(
        UUID(int=5), begun.started.at, RemarkKind.HARDER, "too_much", "safe-person", begun.sitting
    )
    record = history(entry, remarks=(button,) if too_much else ())

    told = suggest([card("kind", Trait.COMPASSION)], Now(distress=3), ASKED, record)
    assert bool(told) is is_offered


def test_the_record_moves_nobody_past_one_it_cannot_tell_apart() -> None:
    """The better of two does not pass a third that it is not plainly better than."""
    cards = [card("a"), card("b"), card("c")]
    record = history(
        *practised("a", (7, 3)), *practised("b", (7, 1)),
        *practised("c", (7, 6), (7, 6)),
        sitting(9_999, FIRST + timedelta(days=29), 7, 5, exercise="last"),
    )  # fmt: skip
    known = effects(record.entries)
    assert known["b"].likely_more_than(known["a"]) < 0.9 <= known["b"].likely_more_than(known["c"])
    assert known["a"].likely_more_than(known["c"]) < 0.9

    assert ids(suggest(cards, Now(distress=5), ASKED, record)) == ["a", "b", "c"]


def test_usually_lower_is_never_said_of_ratings_that_were_not() -> None:
    """What began at 1 had no room; what was mostly left unrated is not known."""
    others = practised("three", *[(9, 9)] * 10)
    unrated = [
        sitting(70_000 + day, FIRST - timedelta(days=day + 1), 8, None, exercise="one")
        for day in range(3)
    ]
    no_room = history(*practised("one", *[(1, 1)] * 6), *others)
    unknown = history(*practised("one", *[(8, 2)] * 6), *unrated, *others)
    fewer = history(*practised("one", *[(8, 2)] * 6), *unrated[:2], *others)

    few_with_room = history(*practised("one", *[(8, 2)] * 4, *[(1, 1)] * 3), *others)
    unchanged = history(*practised("one", *[(2, 2)] * 6), *others)
    cases = (no_room, few_with_room, unchanged, unknown, fewer)

    told = [suggest(TWO[:1], Now(5), ASKED, h)[0].why for h in cases]

    assert ["usually lower" in " ".join(why) for why in told] == [False] * 4 + [True]


def test_no_reason_says_more_than_is_so() -> None:
    """What waits for answers or a rating is not said to be open to everybody."""
    for now in (Now(), Now(distress=5), Now(pull=Pull.REACHING)):
        for told in suggest(SHIPPED, now, ASKED, NEVER, most=9):
            assert "everybody" not in " ".join(told.why)


def test_how_to_do_it_with_an_injury_is_said_with_it() -> None:
    """The note of the gates comes last."""
    hurt = Own(health=Health(frozenset({Flag.INJURY}), TODAY))
    told = suggest([card("push", Trait.EFFORT)], Now(distress=5), hurt, NEVER)[0]

    assert "seated" in told.why[-1]


def test_twenty_thousand_moments_of_any_exercises_keep_the_rules() -> None:
    """Any traits, gates and directions; the rules once more in other words."""
    chance = random.Random(13)
    cards = [_any_card(chance, number) for number in range(40)]
    records = [_record(chance) for _ in range(40)]
    for _ in range(20_000):
        own, record, some = _own(chance), chance.choice(records), chance.sample(cards, 6)
        energy = chance.choice([None, *range(-4, 5)])
        now = Now(chance.choice([None, *range(11)]), energy, chance.choice([None, *Pull]))
        told = suggest(some, now, own, record)
        assert told == suggest(some, now, own, record)
        for each in told:
            assert not _breaks_a_rule(each.card, now, own)
        wakes = [Trait.WAKES in each.card.traits for each in told]
        assert energy is None or energy > -3 or len(told) < 2 or wakes == sorted(wakes)[::-1]


def _breaks_a_rule(some: Card, now: Now, own: Own) -> bool:
    high, low = now.distress, now.energy
    return bool(
        not verdict(some, own.health, own.unlocked, high, low).allowed
        or (high is not None and high > 7 and Trait.STEADIES not in some.traits)
        or (low is not None and low < -2 and Trait.RELAXES in some.traits)
        or (some.gate > 1 and (high is None or high > 6))
        or (some.gate == 3 and some.id not in own.unlocked)
        or (low is not None and low > 1 and some.direction not in {"down", "either"})
        or (low is not None and low < -1 and some.direction not in {"up", "either"})
        or (now.pull and some.direction == "inside")
        or (now != Now() and Trait.COMPASSION in some.traits)  # nobody felt secure in these
    )


def _any_card(chance: random.Random, number: int) -> Card:
    made = card(
        f"c{number}", *chance.sample(sorted(Trait), chance.randrange(4)),
        direction=chance.choice(sorted(Direction)), group=chance.choice(sorted(Group)),
        minutes=chance.randrange(3, 9),
    )  # fmt: skip
    return replace(made, gate=chance.randrange(4))
