"""What each view holds: exercises by how often, parts of the day, a year of days."""

from collections import Counter
from datetime import date, timedelta
from statistics import fmean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.by_exercise import by_exercise_of, by_level_of
from attachcalm.insight.day_parts import day_parts_of
from attachcalm.insight.period import Period
from attachcalm.insight.selection import DayPart, Selection, Wish, part_of, select
from attachcalm.insight.view import VIEWS, is_empty, look
from attachcalm.insight.year import year_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Moment, Mood
from tests.fakes.facts import checked_in
from tests.insight.records import FIRST, daily, flat, sitting

TODAY = date(2025, 11, 30)
EXERCISES = st.sampled_from(["long-out", "five-senses", "body-scan"])
rating = st.none() | st.integers(0, 10)
told = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 23), rating, rating, EXERCISES))


def chosen(entries: list[Entry]) -> Selection:
    """All of them."""
    return select(flat(*entries), (), Wish(), TODAY)


def entries_of(told: list[tuple[int, int, int | None, int | None, str]]) -> list[Entry]:
    """One sitting for each: days ago, hour, before, after, exercise."""
    return [
        sitting(
            number, FIRST.replace(hour=hour) - timedelta(days=ago), before, after, exercise=exercise
        )
        for number, (ago, hour, before, after, exercise) in enumerate(told)
    ]


# ---------------------------------------------------------------- by exercise
@given(told)
def test_each_exercise_has_its_own_changes(
    told: list[tuple[int, int, int | None, int | None, str]],
) -> None:
    """Against plain reckoning; what was not rated twice is nowhere."""
    view = by_exercise_of(chosen(entries_of(told)))

    changes: dict[str, list[int]] = {}
    for _, _, before, after, exercise in told:
        if before is not None and after is not None:
            changes.setdefault(exercise, []).append(after - before)
    assert {row.exercise_id: row.n for row in view.rows} == {
        name: len(found) for name, found in changes.items()
    }
    assert view.n == sum(map(len, changes.values()))
    for row in view.rows:
        mine = changes[row.exercise_id]
        assert (row.average is None) is (len(mine) < 3)
        if row.average is not None:
            assert row.average.value == pytest.approx(fmean(mine))
        assert sum(band.n for band in row.bands) == row.n


def test_the_bands_hold_what_began_in_them() -> None:
    """0 to 3, 4 to 6, 7 to 10: both ends belong to each."""
    entries = daily((0, 0), (3, 1), (4, 4), (6, 5), (7, 3), (10, 3))

    (row,) = by_level_of(chosen(entries)).rows

    assert [(band.low, band.high, band.n) for band in row.bands] == [
        (0, 3, 2),
        (4, 6, 2),
        (7, 10, 2),
    ]


@pytest.mark.parametrize(("times", "is_few"), [(4, True), (5, False), (6, False)])
def test_fewer_than_five_are_few(times: int, is_few: bool) -> None:
    """Then nothing is called usual."""
    (row,) = by_exercise_of(chosen(daily(*[(7, 5)] * times))).rows

    assert row.is_few is is_few


def test_as_often_stands_by_its_name_and_under_its_last_title() -> None:
    """An exercise that was given another title keeps its records."""
    first = sitting(1, FIRST, 5, 4, exercise="b")
    entries = [first, sitting(2, FIRST + timedelta(days=1), 5, 4, exercise="a")]

    assert [row.title for row in by_exercise_of(chosen(entries)).rows] == ["A", "B"]


# ---------------------------------------------------------------- within the day
@given(told)
def test_each_part_of_the_day_has_the_ratings_as_they_were_met(
    told: list[tuple[int, int, int | None, int | None, str]],
) -> None:
    """Those before only; a middle from three on."""
    view = day_parts_of(chosen(entries_of(told)))

    for part in view.parts:
        mine = [
            before
            for _, hour, before, _, _ in told
            if before is not None and part_of(hour) is part.part
        ]
        assert dict(part.counts) == Counter(mine)
        assert (part.middle is None) is (len(mine) < 3)
        if part.middle is not None:
            assert part.middle.median == median(mine)
    assert [part.part for part in view.parts] == list(DayPart)


def test_check_ins_count_within_the_day() -> None:
    """They tell how it was met, too; a check-in without distress does not."""
    pages = [
        checked_in(Mood(8), Moment.of(FIRST.replace(hour=3))),
        checked_in(Mood(energy=2), Moment.of(FIRST.replace(hour=3))),
    ]

    view = day_parts_of(select((), pages, Wish(), TODAY))

    assert view.n == 1
    assert view.parts[0].counts == ((8, 1),)


# ---------------------------------------------------------------- a year of days
def test_a_year_is_the_twelve_months_up_to_the_month_of_today() -> None:
    """From the first day of the eleventh month before."""
    year = year_of(chosen([]))

    assert year.first == date(2024, 12, 1)
    assert [month.month for month in year.months] == [12, *range(1, 12)]


@pytest.mark.parametrize(
    ("day", "is_in"),
    [
        (date(2024, 11, 30), False), (date(2024, 12, 1), True), (date(2025, 11, 30), True),
        (date(2025, 12, 1), False),
    ],
)  # fmt: skip
def test_only_days_of_that_year_are_in_it(day: date, is_in: bool) -> None:
    """The day before the first and the day after today are not."""
    at = FIRST.replace(year=day.year, month=day.month, day=day.day)

    assert bool(year_of(chosen([sitting(1, at, 5, None)])).days) is is_in


def test_a_day_is_the_median_of_all_that_was_rated_on_it() -> None:
    """Before, after and alone; a 0 is a rating."""
    entries = [sitting(1, FIRST, 8, 4), sitting(2, FIRST, 0, None)]
    page = checked_in(Mood(6), Moment.of(FIRST))

    (day,) = year_of(select(flat(*entries), [page], Wish(), TODAY)).days

    assert (day.level, day.low, day.high, day.n) == (5, 0, 8, 4)


def test_a_year_can_be_looked_at_that_is_over() -> None:
    """The period's last day says which."""
    wish = Wish(Period(30, until=date(2024, 3, 15)))

    year = year_of(select((), (), wish, TODAY))

    assert (year.first, year.today) == (date(2023, 4, 1), date(2024, 3, 15))


# ---------------------------------------------------------------- all of them
@pytest.mark.parametrize("name", VIEWS)
def test_no_records_are_an_empty_view(name: str) -> None:
    """And one rating is not."""
    assert is_empty(look(name, (), (), Wish(), TODAY))
    entry = daily((7, 4))
    if name not in {"energy", "security"}:  # those were not rated here
        assert not is_empty(look(name, flat(*entry), (), Wish(), TODAY))
