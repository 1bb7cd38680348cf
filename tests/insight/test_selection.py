"""Which records a wish lets through: by day, exercise, tag and part of the day."""

from datetime import date, datetime, timedelta
from itertools import permutations

import pytest

from attachcalm.insight.period import ALL_TIME, Period
from attachcalm.insight.scale import SECURITY_SCALE
from attachcalm.insight.selection import (
    Choices,
    DayPart,
    Wish,
    choices_of,
    part_of,
    select,
)
from attachcalm.insight.series import series_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import CheckIn, Page
from tests.fakes.facts import checked_in, looked_back, scored
from tests.insight.records import FIRST, daily, flat, sitting

TODAY = date(2025, 11, 30)


def at(day: int, hour: int = 9) -> datetime:
    """An hour of a day of that November, where the records are."""
    return FIRST.replace(day=day, hour=hour)


def check_in(day: int, hour: int = 9, *tags: str, distress: int = 5) -> CheckIn:
    """A check-in on that day."""
    return checked_in(Mood(distress), Moment.of(at(day, hour)), tags=tags)


# ---------------------------------------------------------------- by day
@pytest.mark.parametrize(
    ("period", "days"),
    [
        (ALL_TIME, [1, 10, 20, 30]),
        (Period(11), [20, 30]),
        (Period(10), [30]),
        (Period(10, until=date(2025, 11, 19)), [10]),
        (Period(11, until=date(2025, 11, 20)), [10, 20]),
    ],
)
def test_both_ends_of_a_period_belong_to_it(period: Period, days: list[int]) -> None:
    """The day before the first and the day after the last do not."""
    entries = [sitting(day, at(day), 5, 4) for day in (30, 1, 20, 10)]

    chosen = select(flat(*entries), (), Wish(period), TODAY)

    assert [date.fromordinal(one.ordinal).day for one in chosen.sittings] == days


def test_going_earlier_and_later_passes_every_day_once() -> None:
    """Periods of one length meet without a gap, and later ends with the one up to today."""
    now = Period(30)
    before = now.earlier(TODAY)
    long_before = before.earlier(TODAY)

    assert before.until == now.first_day(TODAY) - timedelta(days=1)
    assert long_before.until == before.first_day(TODAY) - timedelta(days=1)
    assert long_before.later(TODAY) == before
    assert before.later(TODAY) == now
    assert now.later(TODAY) == now


def test_everything_has_no_earlier_and_no_later() -> None:
    """There is nothing beyond, at either end of the calendar too."""
    assert ALL_TIME.earlier(TODAY) == ALL_TIME.later(TODAY) == ALL_TIME
    assert Period(10**9).earlier(TODAY) == Period(10**9)
    assert Period(30, until=date.max).later(date.max) == Period(30)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (ALL_TIME, "so far"),
        (Period(1), "today"),
        (Period(30), "in the last 30 days"),
        (Period(2, until=date(2025, 11, 2)), "from 1 November 2025 to 2 November 2025"),
        (Period(None, until=date(2025, 11, 2)), "up to 2 November 2025"),
    ],
)
def test_a_period_is_said_in_words(period: Period, words: str) -> None:
    """So that a sentence on a chart says which days it is about."""
    assert period.words == words


# ---------------------------------------------------------------- by what it was
def test_an_exercise_leaves_check_ins_out() -> None:
    """They belong to no exercise."""
    entries = [sitting(1, at(1), 5, 4), sitting(2, at(2), 6, 4, exercise="long-out")]

    chosen = select(flat(*entries), [check_in(3)], Wish(exercise_id="long-out"), TODAY)

    assert [sitting.exercise_id for sitting in chosen.sittings] == ["long-out"]
    assert chosen.check_ins == ()


def test_a_tag_belongs_to_check_ins_and_to_the_sitting_they_speak_of() -> None:
    """What says more of a sitting gives it its tags, and is no rating of its own."""
    tagged, bare = daily((7, 4), (6, 5))
    more = checked_in(tags=("work",), of=tagged.started)
    alone, other = check_in(3, 9, "work", "sleep"), check_in(4, 9, "sleep")

    chosen = select(flat(tagged, bare), [more, alone, other], Wish(tag="work"), TODAY)

    assert chosen.sittings == flat(tagged)
    assert chosen.check_ins == (alone,)


def test_other_pages_are_no_ratings() -> None:
    """A score and a look-back have their own places."""
    pages: list[Page] = [scored(), looked_back(), check_in(1)]

    assert select((), pages, Wish(), TODAY).check_ins == (pages[2],)


def test_felt_security_of_a_look_back_is_a_rating_of_its_own() -> None:
    """In the series of that scale alone, under its own name; unrated ones are none."""
    rated = looked_back(when=Moment.of(at(5)), mood=Mood(security=4))
    pages: list[Page] = [rated, looked_back(when=Moment.of(at(6)))]

    chosen = select((), pages, Wish(), TODAY)

    (stick,) = series_of(chosen, SECURITY_SCALE).sticks
    assert (stick.exercise_title, stick.before, stick.is_alone) == ("Look-back", 4, True)
    assert series_of(chosen).sticks == ()
    assert select((), pages, Wish(exercise_id="long-out"), TODAY).look_backs == ()
    assert select((), pages, Wish(Period(3)), TODAY).look_backs == ()


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, DayPart.NIGHT), (5, DayPart.NIGHT), (6, DayPart.MORNING), (11, DayPart.MORNING),
        (12, DayPart.AFTERNOON), (17, DayPart.AFTERNOON), (18, DayPart.EVENING),
        (23, DayPart.EVENING),
    ],
)  # fmt: skip
def test_the_part_of_the_day_goes_by_the_persons_own_clock(hour: int, part: DayPart) -> None:
    """At the hour at which it begins it has begun."""
    entry = sitting(1, at(1, hour), 5, 4)

    assert part_of(entry.started.at.local.hour) is part
    assert select(flat(entry), (), Wish(part=part), TODAY).sittings == flat(entry)
    others = set(DayPart) - {part}
    assert not any(select(flat(entry), (), Wish(part=other), TODAY).sittings for other in others)


def test_the_order_of_the_records_does_not_matter() -> None:
    """Whatever order a journal gives them in."""
    entries: list[Entry] = daily((7, 4), (6, 5), (5, 5))

    told = {select(flat(*order), (), Wish(), TODAY).sittings for order in permutations(entries)}

    assert told == {flat(*entries)}


def test_there_is_to_choose_what_the_records_hold() -> None:
    """By name; an exercise by its latest title."""
    entries = [
        sitting(1, at(1), 5, 4, exercise="zebra"),
        sitting(2, at(2), 5, 4, exercise="alpha"),
        sitting(3, at(3), 5, 4, exercise="zebra"),
    ]

    choices = choices_of(flat(*entries), [check_in(1, 9, "Work"), check_in(2, 9, "sleep", "Work")])

    assert choices == Choices((("alpha", "Alpha"), ("zebra", "Zebra")), ("sleep", "Work"))
