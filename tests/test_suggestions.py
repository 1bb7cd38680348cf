"""What is suggested: which kind, which length, in which order, and why."""

import random
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from attachcalm.exercises import library
from attachcalm.exercises.browse import offered
from attachcalm.exercises.card import Card, Direction, Evidence, Group, Need, Trait, Version
from attachcalm.journal.entry import Ended, Ending, Entry, RatedAfter, Started
from attachcalm.journal.mood import Moment
from attachcalm.journal.remark import Barrier, Remark, RemarkKind
from attachcalm.suggestions import History, Now, Pull, Suggestion, rules_told, suggest
from attachcalm.support.flags import Flag, Health
from attachcalm.support.gates import verdict
from attachcalm.support.own import Own
from tests.insight.records import FIRST, sitting

SHIPPED = library.load([Path(__file__).parents[1] / "resources" / "exercises"]).cards
TODAY = date(2025, 12, 1)
ASKED = Own(health=Health(asked_on=TODAY))
NEVER = History(today=TODAY)


def ids(suggestions: tuple[Suggestion, ...]) -> list[str]:
    """Which exercises."""
    return [suggestion.card.id for suggestion in suggestions]


def card(
    name: str, *traits: Trait, direction: Direction = Direction.DOWN, group: Group = Group.BODY,
    minutes: float = 5,
) -> Card:  # fmt: skip
    """An exercise with a short form."""
    versions = (Version("full", "Full", minutes), Version("short", "Short", 2))
    return Card(
        name, name.title(), "", group, direction, versions, 0, Evidence.SOME, True, "x.yaml", "1",
        frozenset(traits),
    )  # fmt: skip


def practised(exercise: str, *ratings: tuple[int, int]) -> list[Entry]:
    """Sittings of it, one a day, rated so before and after."""
    return [
        sitting(sum(map(ord, exercise)) * 1_000 + day, FIRST + timedelta(days=day), *pair,
                exercise=exercise)
        for day, pair in enumerate(ratings)
    ]  # fmt: skip


def history(*entries: Entry, remarks: tuple[Remark, ...] = ()) -> History:
    """A record up to today."""
    return History(entries, remarks, TODAY)


def said(kind: RemarkKind, value: str, exercise: str, days_ago: int = 1) -> Remark:
    """Something was said of an exercise."""
    at = Moment(FIRST.replace(month=11, day=30) - timedelta(days=days_ago - 1), 60)
    return Remark(UUID(int=days_ago), at, kind, value, exercise)


def secure() -> Entry:
    """Somebody on one's side was felt once, long ago."""
    at = Moment.of(FIRST - timedelta(days=99))
    name = UUID(int=77)
    return Entry(
        Started(name, at, "safe-person", "Safe person", "attachment", "full", "1", None),
        Ended(name, at, Ending.FINISHED, 1),
        RatedAfter(name, at, None),
    )


# ---------------------------------------------------------------- nothing said
def test_with_nothing_said_and_no_record_it_is_what_home_always_offered() -> None:
    """The first picture of Home does not change when the record is read."""
    assert ids(suggest(SHIPPED, Now(), Own(), NEVER)) == [
        card.id for card in offered(SHIPPED, None, 3)
    ]


# ---------------------------------------------------------------- the moment
@pytest.mark.parametrize(("energy", "wants"), [
    (1, Need.STEADY), (2, Need.REVVED), (4, Need.REVVED), (-1, Need.STEADY), (-2, Need.FLAT),
    (0, Need.STEADY),
])  # fmt: skip
def test_energy_places_the_person(energy: int, wants: Need) -> None:
    """Two from the middle is outside the window, on either side; the number outweighs the word."""
    assert Now(energy=energy, need=Need.STEADY).wants is wants
    assert Now(need=Need.FLAT).wants is Need.FLAT


@pytest.mark.parametrize(("distress", "only_mild"), [(7, False), (8, True), (10, True)])
def test_from_8_only_the_mildest(distress: int, only_mild: bool) -> None:
    """Grounding first, in its short form."""
    told = suggest(SHIPPED, Now(distress=distress), ASKED, NEVER, most=9)

    assert all(Trait.STEADIES in s.card.traits for s in told) is only_mild
    assert not only_mild or told[0].card.group is Group.GROUNDING
    assert all(s.version == s.card.shortest for s in told)


@pytest.mark.parametrize(("distress", "is_short"), [(6, False), (7, True), (8, True)])
def test_from_7_the_short_form(distress: int, is_short: bool) -> None:
    """And it is said why."""
    first = suggest([card("long-out", Trait.STEADIES)], Now(distress), ASKED, NEVER)[0]

    assert (first.version.id == "short") is is_short
    assert any("short form" in sentence for sentence in first.why) is is_short


@pytest.mark.parametrize(("energy", "wakes_first"), [(-2, False), (-3, True), (-4, True)])
def test_very_low_energy_wakes_first(energy: int, wakes_first: bool) -> None:
    """And nothing that relaxes is among them."""
    either = Direction.EITHER
    cards = [
        card("a-gentle", direction=Direction.UP),
        card("b-wakes", Trait.WAKES, direction=either),
        card("c-calms", Trait.RELAXES, direction=either),
    ]

    told = suggest(cards, Now(energy=energy), ASKED, NEVER)

    assert (ids(told)[0] == "b-wakes") is wakes_first
    assert ("c-calms" not in ids(told)) is wakes_first


def test_reaching_out_and_shutting_down_want_different_things() -> None:
    """Somebody kind in mind, or nobody and the room."""
    cards = [
        card("grounds", group=Group.GROUNDING),
        card("person", Trait.PERSON),
        card("other"),
    ]

    reaching = ids(suggest(cards, Now(pull=Pull.REACHING), ASKED, NEVER))
    shutting = ids(suggest(cards, Now(pull=Pull.SHUTTING), ASKED, NEVER))

    assert reaching == ["person", "grounds", "other"]
    assert shutting == ["grounds", "other", "person"]


def test_kindness_waits_until_somebody_was_felt_on_ones_side() -> None:
    """Security before compassion."""
    kind = card("kind", Trait.COMPASSION)

    assert not suggest([kind], Now(distress=3), ASKED, NEVER)
    assert ids(suggest([kind], Now(distress=3), ASKED, history(secure()))) == ["kind"]


# ---------------------------------------------------------------- the record
TWO = [card("one"), card("two")]


def test_a_plain_difference_orders_and_a_small_one_does_not() -> None:
    """Six good times against six that changed nothing, and one lucky time against one not."""
    plain = [*practised("two", *[(8, 2)] * 6), *practised("one", *[(8, 8)] * 6)]
    small = [*practised("two", (8, 4)), *practised("one", (8, 6))]
    last = practised("third", *[(5, 5)] * 9)

    assert ids(suggest(TWO, Now(distress=5), ASKED, history(*plain, *last)))[0] == "two"
    assert ids(suggest(TWO, Now(distress=5), ASKED, history(*small, *last)))[0] == "one"


def test_the_last_one_is_not_first_again() -> None:
    """Unless there is nothing else."""
    record = history(*practised("one", (5, 5)))

    assert ids(suggest(TWO, Now(distress=5), ASKED, record)) == ["two", "one"]
    assert ids(suggest(TWO[:1], Now(distress=5), ASKED, record)) == ["one"]


def test_what_was_often_harder_is_left_out() -> None:
    """Rule R2."""
    record = history(*practised("one", (4, 7), (4, 7)), *practised("two", (4, 4)))

    assert ids(suggest(TWO, Now(distress=5), ASKED, record)) == ["two"]


def test_after_a_harder_time_the_short_form() -> None:
    """Gentler, and shorter, until three times went well."""
    harder = practised("one", (4, 7), (4, 4))
    better = practised("one", (4, 7), (4, 4), (4, 4), (4, 4))

    assert suggest(TWO[:1], Now(distress=5), ASKED, history(*harder))[0].version.id == "short"
    assert suggest(TWO[:1], Now(distress=5), ASKED, history(*better))[0].version.id == "full"


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        (said(RemarkKind.THUMB, "up", "two"), ["two", "one"]),
        (said(RemarkKind.THUMB, "down", "one"), ["two", "one"]),
        (said(RemarkKind.THUMB, "none", "two"), ["one", "two"]),
        (said(RemarkKind.NOT_TODAY, Barrier.TOO_STRONG, "one"), ["two", "one"]),
        (said(RemarkKind.NOT_TODAY, Barrier.TOO_STRONG, "one", days_ago=14), ["two", "one"]),
        (said(RemarkKind.NOT_TODAY, Barrier.TOO_STRONG, "one", days_ago=17), ["one", "two"]),
        (said(RemarkKind.NOT_TODAY, Barrier.FORGOT, "one"), ["one", "two"]),
    ],
)
def test_what_the_person_said_moves_an_exercise(remark: Remark, expected: list[str]) -> None:
    """Within its kind; forgetting is no reason against an exercise."""
    record = history(remarks=(remark,))

    assert ids(suggest(TWO, Now(distress=5), ASKED, record)) == expected


def test_too_long_brings_the_short_form() -> None:
    """It is not moved back for it."""
    remark = said(RemarkKind.NOT_TODAY, Barrier.TOO_LONG, "one")
    first = suggest(TWO, Now(distress=5), ASKED, history(remarks=(remark,)))[0]

    assert (first.card.id, first.version.id) == ("one", "short")


# ---------------------------------------------------------------- why
@pytest.mark.parametrize(
    ("mine", "others", "is_said"), [(4, 6, False), (5, 4, False), (5, 5, True)]
)
def test_usually_lower_is_said_from_five_and_ten_on(mine: int, others: int, is_said: bool) -> None:
    """Five of this one, ten of all, and a plain effect."""
    record = history(*practised("one", *[(8, 2)] * mine), *practised("three", *[(6, 5)] * others))

    told = suggest(TWO[:1], Now(distress=5), ASKED, record)[0].why

    assert any(f"({mine} of {mine} times)" in sentence for sentence in told) is is_said


def test_every_suggestion_says_why_and_the_rules_can_be_read() -> None:
    """No number without a sentence, in every moment that there is."""
    for distress in (None, *range(11)):
        for energy in (None, *range(-4, 5)):
            for pull in (None, *Pull):
                for told in suggest(SHIPPED, Now(distress, energy, pull), ASKED, NEVER):
                    assert told.why
                    assert all(sentence.endswith(".") for sentence in told.why)
    assert len(rules_told()) >= 8


# ---------------------------------------------------------------- always
def test_twenty_thousand_moments_never_offer_what_is_hidden() -> None:
    """Whatever was answered, rated, practised and said; and the same twice is the same."""
    chance = random.Random(11)
    records = [_record(chance) for _ in range(60)]
    for _ in range(20_000):
        own = _own(chance)
        now = Now(
            chance.choice([None, *range(11)]),
            chance.choice([None, *range(-4, 5)]),
            chance.choice([None, *Pull]),
            chance.choice([None, *Need]),
        )
        record = chance.choice(records)
        for told in suggest(SHIPPED, now, own, record):
            assert verdict(told.card, own.health, own.unlocked, now.distress, now.energy).allowed


def test_the_order_of_the_record_changes_nothing() -> None:
    """Two laptops merge in any order."""
    chance = random.Random(12)
    for _ in range(30):
        record = _record(chance)
        back = History(record.entries[::-1], record.remarks[::-1], record.today)
        now = Now(distress=chance.randrange(11))
        assert suggest(SHIPPED, now, ASKED, record) == suggest(SHIPPED, now, ASKED, back)


def _own(chance: random.Random) -> Own:
    flags = frozenset(chance.sample(sorted(Flag), chance.randrange(4)))
    opened = frozenset(f"c{number}" for number in chance.sample(range(40), 20))
    return Own(health=Health(flags, chance.choice([None, TODAY])), unlocked=opened)


def _record(chance: random.Random) -> History:
    entries = tuple(
        sitting(
            number, FIRST + timedelta(hours=number), chance.choice([None, *range(11)]),
            chance.choice([None, *range(11)]), exercise=chance.choice(SHIPPED).id,
        )
        for number in range(chance.randrange(12))
    )  # fmt: skip
    remarks = tuple(
        said(kind, value, chance.choice(SHIPPED).id, days_ago=number + 1)
        for number in range(chance.randrange(5))
        for kind, value in [chance.choice([(RemarkKind.THUMB, "up"), (RemarkKind.THUMB, "down"),
                                           (RemarkKind.NOT_TODAY, Barrier.TOO_LONG)])]
    )  # fmt: skip
    return History(entries, remarks, TODAY)
