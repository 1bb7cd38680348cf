"""Gates: each rule at, below and above its threshold, and never anything that one of them hides."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from attachcalm.exercises import library
from attachcalm.exercises.card import Card, Direction, Evidence, Group, Trait, Version
from attachcalm.support.flags import UNKNOWN, Flag, Health
from attachcalm.support.gates import RULES, Verdict, verdict, versions_for

ASKED = date(2026, 3, 2)
NO_FLAGS = Health(asked_on=ASKED)
NOTHING: frozenset[str] = frozenset()
SHIPPED = Path(__file__).parents[2] / "resources" / "exercises"


def card(
    *traits: Trait, gate: int = 0, group: Group = Group.BODY, exercise_id: str = "some-exercise"
) -> Card:
    """An exercise that asks this of a person."""
    return Card(
        exercise_id, "Some exercise", "It is one.", group, Direction.EITHER,
        (Version("full", "Full", 5),), gate, Evidence.PRACTICE, True, "some.yaml", "1",
        frozenset(traits),
    )  # fmt: skip


def flagged(*flags: Flag) -> Health:
    """Somebody who answered, and said yes to these."""
    return Health(frozenset(flags), ASKED)


# ---------------------------------------------------------------- this moment
@pytest.mark.parametrize(("distress", "allowed"), [(6, True), (7, False), (8, False), (None, True)])
def test_gate_2_waits_from_a_distress_of_7(distress: int | None, allowed: bool) -> None:
    """Below, and without a rating, it is offered."""
    told = verdict(card(Trait.STEADIES, gate=2), NO_FLAGS, NOTHING, distress)

    assert told.allowed is allowed
    assert allowed or (told.rule == "gate_2" and told.passes and told.reason)


@pytest.mark.parametrize(("distress", "allowed"), [(7, True), (8, False), (10, False), (0, True)])
def test_from_8_only_what_steadies_is_offered(distress: int, allowed: bool) -> None:
    """0 is a rating and hides nothing."""
    assert verdict(card(), NO_FLAGS, NOTHING, distress).allowed is allowed
    assert verdict(card(Trait.STEADIES), NO_FLAGS, NOTHING, distress).allowed


@pytest.mark.parametrize(("energy", "allowed"), [(-2, True), (-3, False), (-4, False), (4, True)])
def test_nothing_that_relaxes_for_someone_shut_down(energy: int, allowed: bool) -> None:
    """Calmer is not better for someone who is numb; what wakes comes in its place."""
    told = verdict(card(Trait.RELAXES), NO_FLAGS, NOTHING, energy=energy)

    assert told.allowed is allowed
    assert allowed or (told.rule, told.instead) == ("energy_low", "five-senses")
    assert verdict(card(Trait.WAKES), NO_FLAGS, NOTHING, energy=energy).allowed


@pytest.mark.parametrize(
    ("distress", "may_begin"), [(6, True), (7, True), (8, False), (9, False), (10, False)]
)
def test_at_7_a_stronger_one_can_be_begun_all_the_same(distress: int, may_begin: bool) -> None:
    """Below nothing stands between; at 7 the reason is read first; from 8 it waits."""
    told = verdict(card(gate=2), NO_FLAGS, NOTHING, distress)

    assert (told.allowed or told.may_begin) is may_begin


@pytest.mark.parametrize(("energy", "may_begin"), [(-2, True), (-3, False), (None, True)])
def test_at_7_it_waits_all_the_same_where_a_second_rule_speaks(
    energy: int | None, may_begin: bool
) -> None:
    """One knowing step is for one reason: somebody shut down is not calmed further."""
    told = verdict(card(Trait.RELAXES, gate=2), NO_FLAGS, NOTHING, 7, energy)

    assert (told.rule, told.may_begin) == ("gate_2", may_begin)


def test_what_an_answer_or_a_therapist_keeps_back_is_never_begun_all_the_same() -> None:
    """Nor is what the energy speaks against."""
    assert not verdict(card(Trait.COLD, gate=2), flagged(Flag.HEART), NOTHING, 7).may_begin
    assert not verdict(card(gate=3), NO_FLAGS, NOTHING, 7).may_begin
    assert not verdict(card(gate=1), UNKNOWN, NOTHING, 7).may_begin
    assert not verdict(card(Trait.RELAXES), NO_FLAGS, NOTHING, 7, -3).may_begin


# ---------------------------------------------------------------- a therapist's key
def test_gate_3_needs_to_be_unlocked() -> None:
    """Two is open, three is not, three for this very exercise is."""
    locked = card(gate=3, exercise_id="kind-figure")

    assert verdict(card(gate=2), NO_FLAGS, NOTHING).allowed
    assert verdict(locked, NO_FLAGS, frozenset({"another"})).rule == "gate_3"
    assert verdict(locked, NO_FLAGS, frozenset({"kind-figure"})).allowed


# ---------------------------------------------------------------- answers
@pytest.mark.parametrize(
    ("flag", "trait", "rule"),
    [
        (Flag.HEART, Trait.COLD, "heart"),
        (Flag.HEART, Trait.HOLDS, "heart"),
        (Flag.BREATH, Trait.HOLDS, "breath"),
        (Flag.BREATH, Trait.BIG_BREATH, "breath"),
        (Flag.FLASHBACKS, Trait.BODY, "flashbacks"),
        (Flag.FLASHBACKS, Trait.MEMORY, "flashbacks"),
        (Flag.PSYCHOSIS, Trait.INWARD, "psychosis"),
        (Flag.PSYCHOSIS, Trait.MEMORY, "psychosis"),
        (Flag.UNSAFE, Trait.CONFLICT, "unsafe"),
    ],
)
def test_a_yes_hides_what_it_speaks_of(flag: Flag, trait: Trait, rule: str) -> None:
    """And a no to the same question does not."""
    told = verdict(card(trait), flagged(flag), NOTHING)

    assert (told.allowed, told.rule, told.passes) == (False, rule, False)
    assert told.reason
    assert told.instead
    assert verdict(card(trait), NO_FLAGS, NOTHING).allowed
    assert verdict(card(), flagged(flag), NOTHING).allowed


@pytest.mark.parametrize(
    ("flag", "trait"), [(Flag.INJURY, Trait.EFFORT), (Flag.LOSS, Trait.PERSON)]
)
def test_some_answers_change_rather_than_hide(flag: Flag, trait: Trait) -> None:
    """It is said how to do it, and nothing is said where it does not apply."""
    assert verdict(card(trait), flagged(flag), NOTHING).note
    assert verdict(card(trait), flagged(flag), NOTHING).allowed
    assert not verdict(card(), flagged(flag), NOTHING).note
    assert not verdict(card(trait), NO_FLAGS, NOTHING).note


def test_what_a_therapist_assigned_stays_with_flashbacks() -> None:
    """Memory work that was unlocked for this person is theirs to do."""
    told = verdict(
        card(Trait.MEMORY, gate=3, exercise_id="rewrite"),
        flagged(Flag.FLASHBACKS),
        frozenset({"rewrite"}),
    )

    assert told.allowed
    assert "five minutes" in told.note


@pytest.mark.parametrize(("answer", "allowed"), [
    (flagged(Flag.PSYCHOSIS), False), (UNKNOWN, False), (NO_FLAGS, True),
    (flagged(Flag.FLASHBACKS), True),
])  # fmt: skip
def test_an_imagined_figure_waits_in_psychosis_although_it_was_opened(
    answer: Health, allowed: bool
) -> None:
    """And while nobody has answered; what everybody may imagine does not wait."""
    figure = card(Trait.IMAGERY, gate=3, exercise_id="kind-figure")

    assert verdict(figure, answer, frozenset({"kind-figure"})).allowed is allowed
    assert verdict(card(Trait.IMAGERY, gate=2), answer, NOTHING).allowed


def lengths(*minutes: float) -> Card:
    """An exercise with versions of these lengths."""
    versions = tuple(Version(f"v{m}", "V", m) for m in minutes)
    return replace(card(), versions=versions)


@pytest.mark.parametrize(
    ("minutes", "offered"),
    [((4, 2), (4, 2)), ((5, 2), (5, 2)), ((5.5, 5, 2), (5, 2)), ((11, 6), (6,))],
)
def test_with_flashbacks_five_minutes_at_most(
    minutes: tuple[float, ...], offered: tuple[float, ...]
) -> None:
    """Where nothing is that short, the shortest; for everybody else all of them."""
    made = lengths(*minutes)

    told = versions_for(made, flagged(Flag.FLASHBACKS))

    assert tuple(version.minutes for version in told) == offered
    assert versions_for(made, UNKNOWN) == made.versions


def test_with_alcohol_grounding_only() -> None:
    """The group decides, whatever the traits."""
    tipsy = flagged(Flag.SUBSTANCES)

    assert verdict(card(group=Group.GROUNDING), tipsy, NOTHING).allowed
    for group in set(Group) - {Group.GROUNDING}:
        assert verdict(card(group=group), tipsy, NOTHING).rule == "substances"


@pytest.mark.parametrize(
    "trait",
    [Trait.HOLDS, Trait.BIG_BREATH, Trait.COLD, Trait.BODY, Trait.MEMORY, Trait.INWARD],
)
def test_unknown_answers_are_taken_with_care(trait: Trait) -> None:
    """Nobody was asked: what might harm waits, and what is mild does not."""
    assert verdict(card(trait), UNKNOWN, NOTHING).rule == "careful"
    assert verdict(card(gate=1), UNKNOWN, NOTHING).rule == "careful"
    assert verdict(card(gate=1), NO_FLAGS, NOTHING).allowed
    assert verdict(card(Trait.IMAGERY, gate=2), UNKNOWN, NOTHING).allowed


# ---------------------------------------------------------------- all together
def test_every_rule_that_decides_can_be_read() -> None:
    """No reason without a rule on the page, and no rule twice."""
    ids = [rule.id for rule in RULES]

    assert len(set(ids)) == len(ids)
    assert all(rule.sentence.endswith(".") for rule in RULES)
    assert {told.rule for told in _walk(2_000) if told.rule} <= set(ids)


def test_twenty_thousand_moments_never_leave_somebody_with_nothing() -> None:
    """Whatever was answered and rated, looking round the room is offered."""
    chance = random.Random(5)
    mildest = next(c for c in library.load([SHIPPED]).cards if c.id == "orient-room")

    for _ in range(20_000):
        health, distress, energy = _somebody(chance)
        assert verdict(mildest, health, NOTHING, distress, energy).allowed


def test_what_is_named_instead_is_itself_offered() -> None:
    """Nobody is sent from one closed door to the next."""
    chance = random.Random(6)
    shipped = {c.id: c for c in library.load([SHIPPED]).cards}

    for _ in range(5_000):
        health, distress, energy = _somebody(chance)
        told = verdict(_something(chance), health, NOTHING, distress, energy)
        if told.instead:
            assert verdict(shipped[told.instead], health, NOTHING, distress, energy).allowed


def test_twenty_thousand_moments_hide_what_they_should() -> None:
    """The rules once more in other words: what each forbids is never allowed."""
    chance = random.Random(7)
    for _ in range(20_000):
        some = _something(chance)
        health, distress, energy = _somebody(chance)
        if verdict(some, health, NOTHING, distress, energy).allowed:
            assert not _forbidden(some, health, distress, energy)


def test_twenty_thousand_moments_are_never_begun_against_an_answer() -> None:
    """Whatever can be begun all the same is hidden by a plain 7 alone."""
    chance = random.Random(9)
    begun = 0
    for _ in range(20_000):
        some = _something(chance)
        health, distress, energy = _somebody(chance)
        told = verdict(some, health, NOTHING, distress, energy)
        if told.may_begin:
            begun += 1
            assert (told.allowed, told.passes, distress, some.gate) == (False, True, 7, 2)
            assert not _forbidden(some, health, 6, energy)
    assert begun


def _forbidden(some: Card, health: Health, distress: int | None, energy: int | None) -> bool:
    asks = some.traits
    yes = health.flags
    worst = distress is not None and distress > 7
    return bool(
        some.gate == 3
        or (Flag.HEART in yes and asks & {Trait.COLD, Trait.HOLDS})
        or (Flag.BREATH in yes and asks & {Trait.HOLDS, Trait.BIG_BREATH})
        or (Flag.FLASHBACKS in yes and asks & {Trait.BODY, Trait.MEMORY})
        or (Flag.PSYCHOSIS in yes and asks & {Trait.INWARD, Trait.MEMORY})
        or (Flag.UNSAFE in yes and Trait.CONFLICT in asks)
        or (Flag.SUBSTANCES in yes and some.group is not Group.GROUNDING)
        or (health.asked_on is None and (some.gate == 1 or Trait.HOLDS in asks))
        or (worst and Trait.STEADIES not in asks)
        or (distress is not None and distress > 6 and some.gate == 2)
        or (energy is not None and energy < -2 and Trait.RELAXES in asks)
    )


def _walk(moments: int) -> list[Verdict]:
    chance = random.Random(8)
    told = []
    for _ in range(moments):
        health, distress, energy = _somebody(chance)
        told.append(verdict(_something(chance), health, NOTHING, distress, energy))
    return told


def _something(chance: random.Random) -> Card:
    traits = chance.sample(sorted(Trait), chance.randrange(4))
    return card(*traits, gate=chance.randrange(4), group=chance.choice(sorted(Group)))


def _somebody(chance: random.Random) -> tuple[Health, int | None, int | None]:
    flags = frozenset(chance.sample(sorted(Flag), chance.choice([0, 0, 1, 2, 8])))
    health = chance.choice([UNKNOWN, Health(flags, ASKED)])
    distress = chance.choice([None, *range(11)])
    return health, distress, chance.choice([None, *range(-4, 5)])
