"""Which sittings become sticks, in which order, and where the band between them breaks."""

from collections import Counter
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attachcalm.insight.period import ALL_TIME, THIRTY_DAYS, Period
from attachcalm.insight.selection import Wish, select
from attachcalm.insight.series import Gap, Series, series_of
from attachcalm.journal.entry import Ending, Entry
from tests.insight.records import FIRST, daily, flat, sitting

TODAY = date(2025, 11, 30)
WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))

rating = st.none() | st.integers(0, 10)
moments = st.datetimes(
    datetime(2025, 1, 1),  # noqa: DTZ001 - hypothesis wants naive ends and adds the zone
    datetime(2025, 11, 30),  # noqa: DTZ001
    timezones=st.sampled_from([WINTER, SUMMER, timezone(timedelta(hours=-9, minutes=-30))]),
)


@st.composite
def journals(draw: st.DrawFn) -> list[Entry]:
    """Return entries of any times and ratings."""
    told = draw(st.lists(st.tuples(moments, rating, rating), max_size=25))
    return [sitting(number, *of_one) for number, of_one in enumerate(told)]


def whole(entries: list[Entry]) -> Series:
    """Return the series of all of them."""
    return series_of(select(flat(*entries), (), Wish(), TODAY))


def test_a_rating_of_nought_is_a_rating_and_a_skipped_one_is_none() -> None:
    """0 stays 0, and what is missing stays missing."""
    series = whole(daily((0, 0), (5, None), (None, 3), (4, 0)))

    told = [(stick.before, stick.after, stick.change) for stick in series.sticks]
    assert told == [(0, 0, 0), (5, None, None), (None, 3, None), (4, 0, -4)]


def test_a_sitting_without_any_rating_counts_as_practice_but_is_no_stick() -> None:
    """Practising without rating is practising."""
    series = whole(daily((None, None), (6, 4)))

    assert (series.sittings, series.days, series.n) == (2, 2, 1)


def test_a_period_has_its_first_day_and_today_in_it() -> None:
    """Thirty days are today and the 29 before it."""
    noon = datetime(2025, 11, 1, 12, tzinfo=WINTER)
    entries = [
        sitting(0, noon - timedelta(days=1), 1, 1),
        sitting(1, noon, 2, 2),
        sitting(2, noon + timedelta(days=29), 3, 3),
    ]

    series = series_of(select(flat(*entries), (), Wish(THIRTY_DAYS), TODAY))

    assert [stick.before for stick in series.sticks] == [2, 3]


def test_a_day_that_a_wrong_clock_dated_ahead_waits_for_its_day() -> None:
    """A sitting after today is in no view until that day: none shows a day that has not been."""
    ahead = sitting(0, datetime(2026, 3, 1, 12, tzinfo=WINTER), 6, 4)

    assert series_of(select(flat(ahead), (), Wish(THIRTY_DAYS), TODAY)).n == 0


def test_the_persons_own_day_decides_what_belongs_to_a_period() -> None:
    """Half past midnight in Berlin is still yesterday in London, and that does not matter."""
    late = sitting(0, datetime(2025, 11, 30, 0, 30, tzinfo=WINTER), 6, 4)

    series = series_of(select(flat(late), (), Wish(Period(1)), TODAY))

    assert series.sticks[0].day == TODAY
    assert series_of(select(flat(late), (), Wish(Period(1)), TODAY + timedelta(days=1))).n == 0


def test_the_hour_that_happens_twice_keeps_its_order() -> None:
    """When clocks go back, 02:50 summer time comes before 02:10 winter time, on one day."""
    first = sitting(1, datetime(2025, 10, 26, 2, 50, tzinfo=SUMMER), 8, 6)
    second = sitting(0, datetime(2025, 10, 26, 2, 10, tzinfo=WINTER), 6, 5)

    series = whole([second, first])

    assert [stick.before for stick in series.sticks] == [8, 6]
    assert series.days == 1


def test_the_day_with_a_missing_hour_is_one_day() -> None:
    """When clocks go forward, the day before and after stay one day apart."""
    before = sitting(0, datetime(2025, 3, 22, 23, 30, tzinfo=WINTER), 8, 6)
    after = sitting(1, datetime(2025, 3, 30, 0, 30, tzinfo=SUMMER), 6, 5)

    assert whole([before, after]).gaps == (Gap(date(2025, 3, 22), date(2025, 3, 30)),)


def test_seven_days_are_no_gap_and_eight_are() -> None:
    """A gap is more than a week between two rated days."""
    week = [sitting(number, FIRST + timedelta(days=7 * number), 5, 4) for number in range(3)]
    longer = [sitting(number, FIRST + timedelta(days=8 * number), 5, 4) for number in range(2)]

    assert whole(week).gaps == ()
    assert len(whole(week).runs) == 1
    assert [gap.days for gap in whole(longer).gaps] == [7]


def test_the_usual_levels_begin_with_the_third_rating() -> None:
    """Two ratings have no usual level."""
    assert whole(daily((8, 6), (6, 5))).runs == ()

    (run,) = whole(daily((8, 6), (6, 5), (7, 1))).runs
    assert [(usual.position, usual.before, usual.after) for usual in run] == [(2, 7, 5)]


def test_the_band_breaks_at_a_gap_and_begins_anew() -> None:
    """What was usual before a break of more than a week says nothing of what came after."""
    early = daily((8, 6), (8, 6), (8, 6))
    late = [sitting(9 + day, FIRST + timedelta(days=20 + day), 2, 1) for day in range(3)]

    runs = whole(early + late).runs

    assert [[usual.before for usual in run] for run in runs] == [[8], [2]]


def test_a_sitting_without_a_rating_after_does_not_move_the_band() -> None:
    """The band compares the same sittings before and after."""
    with_one_missing = whole(daily((8, 6), (1, None), (8, 6), (8, 6)))

    assert [usual.before for usual in with_one_missing.runs[0]] == [8]


def test_one_exercise_can_be_looked_at_alone() -> None:
    """Only its own sittings count, for days and minutes too."""
    entries = [*daily((8, 6)), sitting(7, FIRST, 5, 4, exercise="cyclic-sigh", minutes=3)]

    series = series_of(select(flat(*entries), (), Wish(exercise_id="cyclic-sigh"), TODAY))

    assert [stick.exercise_title for stick in series.sticks] == ["Cyclic sigh"]
    assert (series.sittings, series.practised_ms) == (1, (180_000,))


@pytest.mark.parametrize("ending", [Ending.STOPPED, Ending.LEFT, None])
def test_a_sitting_that_did_not_finish_says_so(ending: Ending | None) -> None:
    """Stopped, left or still open: its stick knows."""
    (stick,) = whole([sitting(0, FIRST, 7, None, ending=ending)]).sticks

    assert stick.stopped


def test_a_period_of_no_days_is_refused() -> None:
    """0 days and fewer are a mistake."""
    with pytest.raises(ValueError, match="at least 1 day"):
        Period(0)


def test_a_period_longer_than_the_calendar_is_all_time() -> None:
    """A number of days that nobody lived is no crash."""
    assert Period(10**12).first_day(TODAY) == date.min
    assert ALL_TIME.first_day(TODAY) == date.min


@given(journals().flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
@settings(deadline=None)
def test_the_order_of_the_entries_does_not_matter(orders: tuple[list[Entry], list[Entry]]) -> None:
    """Any order of reading gives the same series."""
    entries, shuffled = orders

    assert whole(shuffled) == whole(entries)


@given(journals())
@settings(deadline=None)
def test_nothing_is_imputed(entries: list[Entry]) -> None:
    """The ratings on the chart are exactly those that were given, day after day."""
    series = whole(entries)

    given_ratings = Counter(
        (
            entry.before.distress if entry.before else None,
            entry.after.distress if entry.after else None,
        )
        for entry in entries
    )
    del given_ratings[(None, None)]
    assert Counter((stick.before, stick.after) for stick in series.sticks) == given_ratings
    days = [stick.day for stick in series.sticks]
    assert days == sorted(days)


@given(journals())
@settings(deadline=None)
def test_usual_levels_are_medians_of_the_last_seven_of_their_run(entries: list[Entry]) -> None:
    """Reckoned anew from the sticks, each level is the same."""
    series = whole(entries)

    for run in series.runs:
        last = run[-1].position
        pairs = [stick for stick in series.sticks[: last + 1] if stick.change is not None]
        own = pairs[-(len(run) + 2) :]
        for place, usual in enumerate(run):
            window = own[max(0, place - 4) : place + 3]
            assert usual.before == median(s.before for s in window if s.before is not None)
            assert usual.after == median(s.after for s in window if s.after is not None)
        assert all((b.day - a.day).days <= 7 for a, b in pairwise(own))
