"""All figures of a record at once: what must hold of any record, and what a program reads."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attachcalm.insight.comparator import JUST_SIT
from attachcalm.insight.figure import Figure, as_json
from attachcalm.insight.figures import Figures, Measured, figures_of
from attachcalm.insight.phases import Phases, Span
from attachcalm.insight.reliable import Shift
from attachcalm.journal.entry import Ended, Ending, Entry, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from tests.fakes.facts import checked_in
from tests.insight.records import daily

TODAY = date(2026, 6, 1)
BEGAN = date(2026, 3, 20)  # the clocks of Berlin change on the 29th
PHASES = Phases(
    Span(BEGAN, BEGAN + timedelta(days=6)),
    Span(BEGAN + timedelta(days=7), BEGAN + timedelta(days=60)),
    set_on=BEGAN,
)

rating = st.none() | st.integers(0, 10)
mood = st.builds(Mood, rating, st.none() | st.integers(-4, 4), rating)
told = st.tuples(
    st.integers(0, 40),  # day
    st.integers(3, 22),  # hour
    st.sampled_from(["sigh", "senses", JUST_SIT]),
    st.none() | mood,
    st.none() | mood,
    st.sampled_from(Ending),
)
records = st.lists(told, max_size=40)
Told = tuple[int, int, str, Mood | None, Mood | None, Ending]


def entries_of(record: list[Told], zone: "Zone") -> list[Entry]:
    """The record as it was on clocks of this zone."""
    return [entry_of(number, each, zone) for number, each in enumerate(record)]


def entry_of(number: int, told: Told, zone: "Zone") -> Entry:
    """One sitting at a wall-clock time there."""
    day, hour, exercise, before, after, ending = told
    on = BEGAN + timedelta(days=day)
    at = Moment.of(datetime(on.year, on.month, on.day, hour, tzinfo=zone(on)))
    name = UUID(int=number + 1)
    return Entry(
        Started(name, at, exercise, exercise, "grounding", "full", "r1", before),
        Ended(name, at, ending, 60_000),
        None if after is None else RatedAfter(name, at, after),
    )


class Zone:
    """So many minutes from UTC, and an hour more from a day on."""

    def __init__(self, minutes: int, summer: date | None = None) -> None:
        self.minutes, self.summer = minutes, summer

    def __call__(self, day: date) -> timezone:
        """What the clock there was away from UTC on that day."""
        hour = 60 if self.summer is not None and day >= self.summer else 0
        return timezone(timedelta(minutes=self.minutes + hour))


UTC = Zone(0)
NEPAL, BERLIN = Zone(345), Zone(60, date(2026, 3, 29))


def all_figures(value: object) -> Iterator[Figure]:
    """Every figure there is, wherever it lies."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from all_figures(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from all_figures(getattr(value, field.name))


def told_of(entries: list[Entry]) -> Figures:
    """All figures of these, with phases."""
    return figures_of(entries, TODAY, PHASES)


@given(records, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(record: list[Told], chance: Random) -> None:
    """Not the last bit of any figure."""
    entries = entries_of(record, UTC)
    shuffled = entries[:]
    chance.shuffle(shuffled)

    assert told_of(shuffled) == told_of(entries)


@given(records)
def test_zones_and_daylight_saving_change_nothing(record: list[Told]) -> None:
    """The same times on the person's own clock, in Nepal or over a change of clocks."""
    here = told_of(entries_of(record, UTC))

    assert told_of(entries_of(record, NEPAL)) == here
    assert told_of(entries_of(record, BERLIN)) == here


@given(records, st.lists(st.tuples(st.integers(0, 40), st.integers(3, 22)), max_size=10))
def test_what_was_not_rated_says_nothing(
    record: list[Told], unrated: list[tuple[int, int]]
) -> None:
    """Sittings without any rating move no figure but the count of sittings."""
    nothing: list[Told] = [
        (day, hour, "sigh", None, None, Ending.FINISHED) for day, hour in unrated
    ]

    without = told_of(entries_of(record, UTC))
    with_them = told_of(entries_of(record + nothing, UTC))

    for name in ("ease", "window", "phases", "exercises", "comparator", "days", "missed"):
        assert getattr(with_them, name) == getattr(without, name)
    assert with_them.sittings == without.sittings + len(unrated)


@given(records)
def test_no_figure_is_read_before_its_data_is_there(record: list[Told]) -> None:
    """None is "too early to tell"; what is there lies within its interval."""
    for each in all_figures(told_of(entries_of(record, UTC))):
        if not each.claim.has_data:
            assert each.value is each.low is each.high is None
            assert each.claim.missing
        if each.low is not None and each.high is not None:
            assert each.value is not None
            assert each.low - 1e-9 <= each.value <= each.high + 1e-9


@given(records)
@settings(max_examples=20)
def test_a_program_reads_all_of_it(record: list[Told]) -> None:
    """Plain JSON without a number that JSON has not; 0 stays 0 and None null."""
    figures = told_of(entries_of(record, UTC))

    text = json.dumps(as_json(figures), allow_nan=False)

    read = json.loads(text)
    assert read["today"] == "2026-06-01"
    assert read["sittings"] == len(record)
    assert read["ease"]["mean"]["value"] == figures.ease.mean.value
    claim = read["ease"]["mean"]["claim"]
    assert claim["has_data"] is figures.ease.mean.claim.has_data


def test_a_rating_of_0_is_a_rating() -> None:
    """Three times from 5 to 0 are three changes of 5, and three days at 5."""
    figures = told_of(daily((5, 0), (5, 0), (5, 0)))

    assert figures.ease.median.value == 5
    assert figures.days.smooth.value == 5
    assert figures.missed.completeness.value == 1


def test_a_flat_record_has_no_spread_and_no_trend() -> None:
    """Twenty days alike: the slope is 0 and known to be, and nothing is divided by 0."""
    figures = told_of(daily(*[(5, 5)] * 20))

    assert figures.ease.sd.value == 0
    assert figures.ease.standardised.value is None
    trend = figures.days.trend_by_day
    assert (trend.per_week.value, trend.per_week.claim.is_met) == (0, False)
    assert figures.days.r1.value is None


@pytest.mark.parametrize(("days", "has_data"), [(13, False), (14, True), (15, True)])
def test_a_clear_fall_is_a_trend_from_two_weeks_on(days: int, has_data: bool) -> None:
    """Half a point a day: told only once there are 14 days."""
    fall = [(10 - day // 2, 3) for day in range(days)]

    trend = told_of(daily(*fall)).days.trend_by_day

    assert trend.per_week.claim.is_met is has_data
    if has_data:
        assert trend.per_week.value == pytest.approx(-3.5, abs=0.2)
        assert trend.test is not None
        assert trend.test.p < 0.001


def test_ratings_that_hang_together_widen_the_trend() -> None:
    """A slow wave: its interval by the ratings alone says too much, the wider one does not."""
    wave = [(5 + round(3 * ((day // 8) % 2) - day / 20), 3) for day in range(40)]

    trend = told_of(daily(*wave)).days.trend_by_day

    assert trend.n_eff is not None
    assert trend.n_eff < 20
    assert trend.independent_low is not None
    assert trend.per_week.low is not None
    assert trend.per_week.low < trend.independent_low


def test_the_mean_is_adjusted_only_where_there_is_something_to_adjust_it_by() -> None:
    """By the ratings before practice alone, adjusting moves nothing: so nothing is said."""
    practised = daily((8, 5), (7, 6), (6, 6), (9, 6))

    without = figures_of(practised, TODAY).ease
    with_it = figures_of(practised, TODAY, alone=[checked_in(Mood(5)) for _ in range(8)]).ease

    assert without.mean.value == 1.75
    assert without.adjusted_mean.value is None
    assert with_it.adjusted_mean.value == pytest.approx(1.75 - 0.2 * 2.5)


def test_two_sums_of_a_questionnaire_by_its_published_threshold() -> None:
    """From 16 to 9 is more than chance for a threshold of 4; from 9 to 12 is not."""
    measured = [Measured("GAD-7", 16, 9, 4), Measured("GAD-7", 9, 12, 4), Measured("W", 40, 50, 10)]

    found = figures_of([], TODAY, measured=measured).measures

    assert [each.shift for each in found] == [
        Shift.LOWER, Shift.NOT_RELIABLE, Shift.HIGHER,
    ]  # fmt: skip
    assert [each.change for each in found] == [-7, 3, 10]


def test_an_empty_record_says_what_it_takes() -> None:
    """No figure at all, and no failure."""
    figures = figures_of([], TODAY)

    assert figures.sittings == 0
    assert all(each.value is None for each in all_figures(figures))
    assert figures.exercises == ()
    assert figures.comparator.is_assumed


def test_an_unrated_early_stop_is_unknown_in_a_row_of_its_own() -> None:
    """It counts as begun, never as eased or not."""
    record: list[Told] = [
        *[(day, 9, "sigh", Mood(7), Mood(5), Ending.FINISHED) for day in range(3)],
        (3, 9, "sigh", Mood(7), None, Ending.STOPPED),
        (4, 9, "sigh", Mood(7), None, Ending.FINISHED),
    ]

    missed = told_of(entries_of(record, UTC)).missed

    assert missed.stopped_unrated == 1
    assert missed.completeness.value == pytest.approx(0.6)
    assert missed.is_thin
    assert (missed.eased_at_least.value, missed.eased_at_most.value) == (0.6, 1)
