"""What works for one person, within one goal at a time."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises import library
from attachcalm.exercises.card import Direction
from attachcalm.insight.claims import Lack
from attachcalm.insight.comparator import JUST_SIT
from attachcalm.insight.ranking import Goal, goal_of, ranked
from attachcalm.journal.entry import Ended, Ending, Entry, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from tests.insight.records import FIRST


def rated(number: int, exercise: str, before: Mood, after: Mood, group: str = "grounding") -> Entry:
    """One sitting with whole moods."""
    name, moment = UUID(int=number + 1), Moment.of(FIRST)
    return Entry(
        Started(name, moment, exercise, exercise.title(), group, "full", "r1", before),
        Ended(name, moment, Ending.FINISHED, 60_000),
        RatedAfter(name, moment, after),
    )


def times(count: int, exercise: str, before: Mood, after: Mood, group: str = "x") -> list[Entry]:
    """The same sitting so many times, under other names."""
    start = sum(map(ord, exercise)) * 1000
    return [rated(start + at, exercise, before, after, group) for at in range(count)]


CALMER, NUMB, AWAKE = Mood(3, 2), Mood(7, -4), Mood(7, -1)
RECORD = [
    *times(6, "sigh", Mood(7, 2), CALMER),
    *times(6, "senses", Mood(7, 2), Mood(6, 2)),
    *times(5, "stamp", NUMB, AWAKE),
    *times(5, "cold", NUMB, NUMB),
    *times(5, "person", Mood(7, 2, 2), Mood(7, 2, 7), "attachment"),
    *times(9, JUST_SIT, Mood(7, -4, 0), Mood(7, 0, 9)),
]


def test_each_goal_goes_by_its_own_scale() -> None:
    """Calm by distress, waking up by energy, security by felt security; just sitting by none."""
    found = ranked(RECORD, {"stamp": Goal.WAKE, "cold": Goal.WAKE, JUST_SIT: Goal.WAKE})

    names = {goal: [each.exercise_id for each in order] for goal, order in found.items()}
    assert names == {
        Goal.CALM: ["sigh", "senses"],
        Goal.WAKE: ["stamp", "cold"],
        Goal.SECURITY: ["person"],
    }
    assert found[Goal.WAKE][0].effect.mean > 1
    assert found[Goal.SECURITY][0].effect.mean > 2


def test_what_may_be_said_of_each_is_said_beside_it() -> None:
    """Six times of twelve: often helps, and more than the next; the last has no next."""
    calm = ranked(RECORD, {"stamp": Goal.WAKE, "cold": Goal.WAKE})[Goal.CALM]
    first, last = calm

    assert first.helps.is_met
    assert first.ahead is not None
    assert first.ahead.is_met
    assert last.ahead is None


def test_ten_times_overall_are_those_of_the_goal() -> None:
    """Five of felt security are not enough, however many of calm there are."""
    (person,) = ranked(RECORD)[Goal.SECURITY]

    assert [(each.lack, each.count) for each in person.helps.missing] == [(Lack.RATED_TWICE, 5)]


def test_without_a_word_on_goals_a_group_decides() -> None:
    """Attachment is for felt security, all else for calm."""
    assert set(ranked(RECORD)) == {Goal.CALM, Goal.SECURITY}


def test_a_card_says_what_its_exercise_is_for(resources: Path) -> None:
    """Up is for waking; asking for felt security is for that, whichever way it moves energy."""
    cards = {card.id: card for card in library.load((resources / "exercises",), None).cards}

    assert goal_of(cards["safe-person"]) is Goal.SECURITY
    assert goal_of(cards["long-out"]) is Goal.CALM
    assert goal_of(replace(cards["long-out"], direction=Direction.UP)) is Goal.WAKE


def test_a_rating_that_is_not_there_is_no_gain_of_0() -> None:
    """Energy was skipped afterwards: nothing is known, and nothing is ranked."""
    skipped = times(3, "stamp", NUMB, Mood(7))

    assert ranked(skipped, {"stamp": Goal.WAKE}) == {}
    assert ranked([replace(each, rated=None) for each in RECORD]) == {}


@given(st.permutations(RECORD))
def test_no_order_changes_the_ranking(shuffled: list[Entry]) -> None:
    """Nor any of its numbers, to the last bit."""
    assert ranked(shuffled) == ranked(RECORD)
