"""Ratings, moments, and the folding of facts into entries."""

import math
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.journal.entry import Ended, Ending, Entry, Fact, RatedAfter, Started, fold
from attachcalm.journal.mood import Moment, Mood, OutOfRangeError
from tests.fakes.facts import answered, at, ended, progressed, rated, started


# ---------------------------------------------------------------- ratings
@pytest.mark.parametrize("value", [*range(11), None])
def test_distress_and_felt_security_go_from_nought_to_ten(value: int | None) -> None:
    """0 is a rating; None is none."""
    assert Mood(distress=value).distress == value
    assert Mood(security=value).security == value


@pytest.mark.parametrize("value", [*range(-4, 5), None])
def test_energy_goes_from_shut_down_to_revved(value: int | None) -> None:
    """Nought is about right."""
    assert Mood(energy=value).energy == value


@pytest.mark.parametrize(
    "scale, value, sentence",
    [
        ("distress", 11, "distress goes from 0 to 10; 11 is not on it"),
        ("distress", -1, "distress goes from 0 to 10; -1 is not on it"),
        ("energy", 5, "energy goes from -4 to 4; 5 is not on it"),
        ("energy", -5, "energy goes from -4 to 4; -5 is not on it"),
        ("security", 11, "felt security goes from 0 to 10; 11 is not on it"),
        ("security", 10**30, f"felt security goes from 0 to 10; {10**30} is not on it"),
    ],
)
def test_what_is_not_on_the_scale_is_refused_in_a_sentence(
    scale: str, value: int, sentence: str
) -> None:
    """Whoever typed 11 is told the scale."""
    with pytest.raises(OutOfRangeError) as caught:
        Mood(**{scale: value})

    assert str(caught.value) == sentence


@pytest.mark.parametrize("value", [3.0, 3.5, True, False, "3", math.nan])
def test_only_whole_numbers_are_ratings(value: object) -> None:
    """3.0 and True look like numbers on the scale, and come from a mistake of ours."""
    with pytest.raises(OutOfRangeError):
        Mood(distress=value)  # type: ignore[arg-type]  # the mistake is the point


def test_a_mood_is_skipped_only_when_nothing_was_rated() -> None:
    """A single 0 is enough to be a rating."""
    assert Mood().is_skipped
    assert not Mood(distress=0).is_skipped
    assert not Mood(energy=0).is_skipped
    assert not Mood(security=0).is_skipped


# ---------------------------------------------------------------- moments
class Autumn(tzinfo):
    """A zone that goes from two hours ahead to one at 01:00 UTC on 25 October 2026."""

    change = datetime(2026, 10, 25, 3)  # noqa: DTZ001 - the wall clock there

    def utcoffset(self, when: datetime | None) -> timedelta:
        assert when is not None
        wall = when.replace(tzinfo=None)
        doubled = self.change - timedelta(hours=1) <= wall < self.change
        late = wall >= self.change or (doubled and when.fold == 1)
        return timedelta(hours=1 if late else 2)

    def dst(self, when: datetime | None) -> timedelta:
        return self.utcoffset(when) - timedelta(hours=1)

    def tzname(self, when: datetime | None) -> str:
        return "autumn"


def test_a_moment_is_an_instant_and_the_day_it_was_there() -> None:
    """Half past eleven at night in Newfoundland is the next day in London."""
    zone = timezone(-timedelta(hours=3, minutes=30))

    moment = Moment.of(datetime(2026, 3, 1, 23, 30, tzinfo=zone))

    assert moment == Moment(datetime(2026, 3, 2, 3, 0, tzinfo=UTC), -210)
    assert moment.day == date(2026, 3, 1)
    assert moment.local.replace(tzinfo=None) == datetime(2026, 3, 1, 23, 30)  # noqa: DTZ001
    assert Moment(moment.at, 60).day == date(2026, 3, 2)


def test_the_hour_that_comes_twice_keeps_its_order() -> None:
    """At 02:30 the clock has been put back: the first and the second are an hour apart."""
    wall = datetime(2026, 10, 25, 2, 30, tzinfo=Autumn())

    first, second = Moment.of(wall), Moment.of(wall.replace(fold=1))

    assert (first.offset_minutes, second.offset_minutes) == (120, 60)
    assert second.at - first.at == timedelta(hours=1)
    assert first.local.replace(tzinfo=None) == second.local.replace(tzinfo=None)
    assert first.day == second.day == date(2026, 10, 25)


def test_a_moment_needs_a_zone() -> None:
    """The wall clock alone does not say when it was."""
    with pytest.raises(ValueError, match="needs its time zone"):
        Moment.of(datetime(2026, 3, 1, 12))  # noqa: DTZ001 - the mistake is the point


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - bounds are naive
    st.integers(-14 * 60, 14 * 60),
)
def test_a_moment_comes_back_as_the_wall_clock_that_was_seen(wall: datetime, offset: int) -> None:
    """In any zone there is, to the microsecond."""
    aware = wall.replace(tzinfo=timezone(timedelta(minutes=offset)))

    moment = Moment.of(aware)

    assert moment.at == aware
    assert moment.at.utcoffset() == timedelta(0)
    assert moment.local.replace(tzinfo=None) == wall
    assert moment.day == wall.date()


# ---------------------------------------------------------------- entries
ONE, TWO = UUID(int=1), UUID(int=2)


def test_facts_become_one_entry() -> None:
    """Begun, gone on, answered, ended, rated."""
    begun = started(ONE, before=Mood(distress=7))
    told: list[Fact] = [
        begun,
        progressed(begun, at(1)),
        answered(begun, "warm", at(2)),
        ended(begun, at(5)),
        rated(begun, Mood(distress=4), at(6)),
    ]

    (entry,) = fold(told)

    assert entry == Entry(begun, told[3], told[4], told[1], (told[2],))  # type: ignore[arg-type]
    assert entry.sitting == ONE
    assert (entry.before, entry.after) == (Mood(distress=7), Mood(distress=4))
    assert entry.change == -3
    assert not entry.is_open


def test_a_sitting_that_was_begun_and_no_more_is_open() -> None:
    """The app or the machine went away; no after-rating is an honest state."""
    (entry,) = fold([started(ONE)])

    assert entry.is_open
    assert entry.after is None
    assert entry.change is None


@pytest.mark.parametrize(
    "before, after, change",
    [
        (Mood(distress=0), Mood(distress=0), 0),
        (Mood(distress=0), Mood(distress=3), 3),
        (None, Mood(distress=3), None),
        (Mood(distress=3), None, None),
        (Mood(energy=3), Mood(distress=3), None),
        (Mood(distress=3), Mood(security=3), None),
    ],
)
def test_a_change_needs_both_ratings(
    before: Mood | None, after: Mood | None, change: int | None
) -> None:
    """Nothing is made up for a skipped one, and 0 counts."""
    begun = started(ONE, before=before)

    (entry,) = fold([begun, rated(begun, after)])

    assert entry.change == change


def test_facts_of_an_unknown_sitting_are_passed_over() -> None:
    """Its beginning was never told, so nobody knows what it was."""
    lost = started(TWO)

    assert fold([progressed(lost), ended(lost), rated(lost, Mood(1)), answered(lost, "x")]) == ()
    assert len(fold([ended(lost), started(ONE)])) == 1


def test_of_two_facts_of_a_kind_the_earliest_holds() -> None:
    """A sitting ends once; the same fact told again counts once."""
    begun = started(ONE)
    first, second = ended(begun, at(5)), ended(begun, at(9), Ending.STOPPED)
    liked, disliked = rated(begun, Mood(2), at(6)), rated(begun, Mood(9), at(8))

    (entry,) = fold([begun, second, disliked, first, first, liked, started(ONE, at(3)), begun])

    assert entry == Entry(begun, first, liked)


def test_how_far_it_came_is_the_latest_step() -> None:
    """Also when it went back."""
    begun = started(ONE)
    there, back = progressed(begun, at(2), "breathe"), progressed(begun, at(3), "settle")

    (entry,) = fold([begun, back, there])

    assert entry.progress == back


def test_answers_stand_in_the_order_of_time() -> None:
    """Each once, however often it was told."""
    begun = started(ONE)
    early, late = answered(begun, "a", at(2)), answered(begun, 7, at(3))

    (entry,) = fold([late, early, begun, late, early])

    assert entry.answers == (early, late)


def test_entries_stand_by_their_beginning() -> None:
    """And at one instant by their name, so that the order is always the same."""
    late, early, also = started(ONE, at(9)), started(TWO, at(1)), started(UUID(int=3), at(1))

    assert [entry.started for entry in fold([late, also, early])] == [early, also, late]


def distinct_moments(count: int) -> st.SearchStrategy[list[Moment]]:
    minutes = st.lists(st.integers(0, 10_000), min_size=count, max_size=count, unique=True)
    return minutes.map(lambda each: [at(minute) for minute in each])


@st.composite
def tellings(draw: st.DrawFn) -> list[Fact]:
    """Facts of up to three sittings, no two at one instant."""
    facts: list[Fact] = []
    times = draw(distinct_moments(24))
    for number in range(draw(st.integers(1, 3))):
        begun = started(UUID(int=number), times.pop())
        facts += [begun] if draw(st.booleans()) else []
        facts += [progressed(begun, times.pop()) for _ in range(draw(st.integers(0, 2)))]
        facts += [answered(begun, "x", times.pop()) for _ in range(draw(st.integers(0, 2)))]
        facts += [ended(begun, times.pop()) for _ in range(draw(st.integers(0, 2)))]
        facts += [rated(begun, Mood(5), times.pop()) for _ in range(draw(st.integers(0, 1)))]
    return facts


@given(tellings(), st.data())
def test_neither_order_nor_repetition_changes_what_is_told(
    facts: list[Fact], data: st.DataObject
) -> None:
    """Two copies of a diary merged are one diary."""
    again = data.draw(st.lists(st.sampled_from(facts), max_size=8)) if facts else []
    shuffled = data.draw(st.permutations([*facts, *again]))

    assert fold(shuffled) == fold(facts)
    assert fold(iter(shuffled)) == fold(facts)


@given(tellings())
def test_every_entry_is_made_of_facts_of_its_own_sitting(facts: list[Fact]) -> None:
    """Nothing is mixed, nothing is made up."""
    for entry in fold(facts):
        parts = [entry.started, entry.ended, entry.rated, entry.progress, *entry.answers]

        assert all(part in facts for part in parts if part is not None)
        assert {part.sitting for part in parts if part is not None} == {entry.sitting}
        for kind, held in (
            (Started, entry.started),
            (Ended, entry.ended),
            (RatedAfter, entry.rated),
        ):
            rivals = [f for f in facts if isinstance(f, kind) and f.sitting == entry.sitting]
            assert held == min(rivals, key=lambda fact: fact.at.at, default=None)
