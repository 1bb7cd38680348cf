"""How long a harder week took: told with enough data, and otherwise nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.recovery import Recovery, recoveries, recovery_words
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import CheckIn
from tests.fakes.facts import FIRST, checked_in, started

FIRST_MONDAY = date(2026, 3, 2)
Week = list[int]


def rated(week: int, day: int, distress: int | None, hour: int = 0) -> Entry:
    """A sitting on this day of this week, rated before it."""
    moment = Moment(FIRST + timedelta(weeks=week, days=day, hours=hour), 0)
    return Entry(started(when=moment, before=Mood(distress)))


def weeks_of(*weeks: Week) -> list[Entry]:
    """So many weeks, each with a rating on its first days."""
    return [rated(w, d, rating) for w, days in enumerate(weeks) for d, rating in enumerate(days)]


def told(*weeks: Week, today: date | None = None) -> tuple[Recovery, ...]:
    """What is told of these weeks once they are over."""
    return recoveries(weeks_of(*weeks), (), today or FIRST_MONDAY + timedelta(weeks=len(weeks)))


USUAL: Week = [4, 4, 4]


def test_a_harder_week_and_the_week_after() -> None:
    """7 where 4 is usual, and 4 a week later."""
    assert told(USUAL, USUAL, USUAL, USUAL, [7, 7, 6], USUAL) == (
        Recovery(FIRST_MONDAY + timedelta(weeks=4), 7, 4, 1),
    )


def test_three_weeks_until_the_usual_level() -> None:
    """Still 6, then 5, which is 1 above and not yet near, then 4.5."""
    (one,) = told(USUAL, USUAL, USUAL, USUAL, [8, 8], [6, 6], [5, 5], [4, 5])

    assert one.weeks == 3
    assert one.usual == 4


@pytest.mark.parametrize(("level", "is_harder"), [(5, False), (6, True), (7, True)])
def test_harder_is_two_points_above_the_usual(level: int, is_harder: bool) -> None:
    """Below, at and above the line of rule R3."""
    assert bool(told(USUAL, USUAL, [level, level], USUAL)) is is_harder


@pytest.mark.parametrize(
    ("weeks", "is_enough"),
    [
        ([USUAL, [], [], [], [8, 8], USUAL], False),
        ([USUAL, USUAL, [], [], [8, 8], USUAL], True),
        ([USUAL, USUAL, [], [], [], [], [8, 8], USUAL], False),
        ([USUAL, USUAL, [8], USUAL], False),
        ([USUAL, USUAL, [8, 8], [4]], False),
        ([USUAL, [4], [8, 8], USUAL], False),
    ],
)
def test_without_enough_data_nothing_is_told(weeks: list[Week], is_enough: bool) -> None:
    """Two weeks with a level among the four before, and two rated days in each week that counts."""
    assert bool(told(*weeks)) is is_enough


def test_across_a_week_without_ratings_nothing_is_told() -> None:
    """Nobody knows what it was like."""
    assert told(USUAL, USUAL, [8, 8], [], USUAL) == ()


def test_a_harder_week_that_goes_on_is_one_and_is_told_at_its_end() -> None:
    """Not yet, and then once, from the first of them."""
    going_on = (USUAL, USUAL, USUAL, [8, 8], [9, 9])

    assert told(*going_on) == ()
    (one,) = told(*going_on, USUAL)
    assert (one.week, one.weeks) == (FIRST_MONDAY + timedelta(weeks=3), 2)


def test_a_week_that_is_not_over_is_not_judged() -> None:
    """On its Sunday it is still open, on the Monday after it is over."""
    weeks = (USUAL, USUAL, [8, 8], USUAL)
    end = FIRST_MONDAY + timedelta(weeks=4)

    assert told(*weeks, today=end - timedelta(days=1)) == ()
    assert len(told(*weeks, today=end)) == 1


def test_the_first_rating_of_a_day_counts_whether_before_practice_or_without() -> None:
    """A check-in in the morning stands before an exercise at noon; later ones do not count."""
    entries = weeks_of(USUAL, USUAL, [], USUAL)
    entries += [rated(2, 0, 1, hour=5), rated(2, 1, 8), rated(2, 1, 0, hour=3), rated(2, 2, None)]
    morning = Moment(FIRST + timedelta(weeks=2), 0)

    (one,) = recoveries(entries, [checked_in(Mood(8), morning)], FIRST_MONDAY + timedelta(weeks=4))

    assert (one.level, one.weeks) == (8, 1)


def test_a_rating_of_nought_is_a_rating() -> None:
    """A week at 2 is harder where 0 is usual."""
    (one,) = told([0, 0], [0, 0], [2, 2], [0, 0])

    assert (one.level, one.usual) == (2, 0)


def test_it_is_said_plainly_and_the_latest_first() -> None:
    """Three at the most, as what was, without a reason or a promise."""
    some = [Recovery(FIRST_MONDAY + timedelta(weeks=n), 7.5, 4, n) for n in range(1, 5)]

    words = recovery_words(some)

    assert len(words) == 3
    assert words[0] == (
        "The week from 30 March 2026 was harder: distress was 7.5 in the middle, and 4 before "
        "that. It was back at its usual level 4 weeks later."
    )
    assert recovery_words(some[:1])[0].endswith("at its usual level the week after.")
    assert recovery_words(()) == ()


weeks_strategy = st.lists(st.lists(st.integers(0, 10), max_size=7), max_size=16)


@given(weeks_strategy, st.randoms())
def test_the_order_of_the_records_changes_nothing(weeks: list[Week], chance: object) -> None:
    """And every one that is told was harder by two points, and ended."""
    entries = weeks_of(*weeks)
    today = FIRST_MONDAY + timedelta(weeks=len(weeks))
    shuffled = entries[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    found = recoveries(entries, (), today)

    assert recoveries(shuffled, (), today) == found
    for one in found:
        assert one.level - one.usual >= 2
        assert 1 <= one.weeks <= len(weeks)
    ends = [one.week + timedelta(weeks=one.weeks) for one in found]
    assert all(end <= later.week for end, later in zip(ends, found[1:], strict=False))


@given(weeks_strategy)
def test_check_ins_and_sittings_tell_the_same(weeks: list[Week]) -> None:
    """A rating is a rating."""
    entries = weeks_of(*weeks)
    pages: list[CheckIn] = [checked_in(e.before or Mood(), e.started.at) for e in entries]
    today = FIRST_MONDAY + timedelta(weeks=len(weeks))

    assert recoveries((), pages, today) == recoveries(entries, (), today)
