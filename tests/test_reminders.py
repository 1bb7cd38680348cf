"""When a reminder comes: by the clock on the wall, never in quiet hours, never made up for."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.reminders import (
    GRACE,
    RHYTHMS,
    Kind,
    Plan,
    Rhythm,
    coming,
    due,
    next_at,
    plan_of,
)  # fmt: skip
from attachcalm.settings import Settings

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 3, 2)
PLAN = Plan(on=True, times=(time(9), time(18)), since=MONDAY)
MINUTE = timedelta(minutes=1)


def at(text: str, fold: int = 0) -> datetime:
    """A moment in Berlin: "03-02 09:00" of 2026, where 03-02 is a Monday."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=BERLIN, fold=fold)


def said(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment:%m-%d %H:%M}"


# ---------------------------------------------------------------- the plan
def test_there_are_no_reminders_until_they_are_asked_for() -> None:
    """The first settings, at any time."""
    plan = plan_of(Settings())

    assert not plan.on
    assert next_at(plan, at("03-02 09:00")) is None
    assert due(plan, at("03-02 18:00"), None) is None


def test_the_plan_says_what_the_settings_say() -> None:
    """Every one of them."""
    settings = Settings(
        reminders=True, reminder_kind="base", reminder_times=("07:05", "20:00"),
        reminder_days=(0, 6), reminder_rest="5-2", reminder_since="2026-03-02",
        reminder_resting_until="2026-04-01", reminder_neutral=True,
        quiet_from="22:00", quiet_to="06:30",
    )  # fmt: skip

    assert plan_of(settings) == Plan(
        on=True, kind=Kind.BASE, times=(time(7, 5), time(20)), weekdays=frozenset({0, 6}),
        quiet_from=time(22), quiet_to=time(6, 30), rhythm=Rhythm(5, 2), since=MONDAY,
        resting_until=date(2026, 4, 1), neutral=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "now, then",
    [
        ("03-02 08:59", "03-02 09:00"),
        ("03-02 09:00", "03-02 18:00"),  # what is now is not next
        ("03-02 17:59", "03-02 18:00"),
        ("03-02 18:00", "03-03 09:00"),
        ("03-02 23:59", "03-03 09:00"),
        ("03-03 00:00", "03-03 09:00"),
    ],
)
def test_the_next_one_is_the_first_after_now(now: str, then: str) -> None:
    """A minute before, on the minute, and over midnight."""
    assert said(next_at(PLAN, at(now))) == then


@pytest.mark.parametrize(
    "quiet, planned, comes",
    [
        (("21:30", "08:00"), "21:29", True),
        (("21:30", "08:00"), "21:30", False),
        (("21:30", "08:00"), "23:59", False),
        (("21:30", "08:00"), "00:00", False),
        (("21:30", "08:00"), "07:59", False),
        (("21:30", "08:00"), "08:00", True),
        (("12:00", "14:00"), "11:59", True),
        (("12:00", "14:00"), "12:00", False),
        (("12:00", "14:00"), "13:59", False),
        (("12:00", "14:00"), "14:00", True),
        (("08:00", "08:00"), "08:00", True),  # no hour is quiet
    ],
)
def test_quiet_hours_begin_with_their_first_minute_and_end_before_their_last(
    quiet: tuple[str, str], planned: str, comes: bool
) -> None:
    """Below, at and above both ends, over midnight and within a day."""
    begin, end = map(time.fromisoformat, quiet)
    when = time.fromisoformat(planned)
    plan = replace(PLAN, times=(when,), quiet_from=begin, quiet_to=end)

    assert (next_at(plan, at("03-02 10:00")) is not None) is comes
    assert (due(plan, datetime.combine(MONDAY, when, BERLIN), None) is not None) is comes


def test_only_the_chosen_days_of_the_week() -> None:
    """Tuesday and Saturday."""
    plan = replace(PLAN, times=(time(9),), weekdays=frozenset({1, 5}))

    assert said(next_at(plan, at("03-02 08:00"))) == "03-03 09:00"
    assert said(next_at(plan, at("03-03 09:00"))) == "03-07 09:00"
    assert next_at(replace(plan, weekdays=frozenset()), at("03-02 08:00")) is None


@pytest.mark.parametrize(
    "rest, days",
    [
        ("none", [2, 3, 4, 5, 6, 7, 8, 9, 10]),
        ("3-1", [2, 3, 4, 6, 7, 8, 10, 11, 12]),
        ("5-2", [2, 3, 4, 5, 6, 9, 10, 11, 12]),
        ("7-7", [2, 3, 4, 5, 6, 7, 8, 16, 17]),
    ],
)
def test_rest_is_part_of_the_plan(rest: str, days: list[int]) -> None:
    """Days with reminders, then days without, counted from the day of the choice."""
    plan = replace(PLAN, times=(time(9),), rhythm=RHYTHMS[rest])
    found, now = [], at("03-02 00:00")

    for _ in days:
        now = next_at(plan, now) or now
        found.append(now.day)

    assert found == days


def test_resting_ends_on_the_day_that_was_said() -> None:
    """The last day of rest has none, the first day after has the first."""
    plan = replace(PLAN, resting_until=date(2026, 3, 5))

    assert said(next_at(plan, at("03-02 08:00"))) == "03-05 09:00"
    assert due(plan, at("03-04 09:00"), None) is None
    assert due(plan, at("03-05 09:00"), None) is not None


# ---------------------------------------------------------------- due
@pytest.mark.parametrize("late, comes", [(-1, False), (0, True), (14, True), (15, True),
                                         (16, False)])  # fmt: skip
def test_a_reminder_is_due_for_a_quarter_of_an_hour(late: int, comes: bool) -> None:
    """A laptop that slept longer says nothing when it wakes."""
    now = at("03-02 09:00") + late * MINUTE

    assert (due(PLAN, now, None) is not None) is comes


def test_what_was_shown_is_not_shown_again_and_nothing_piles_up() -> None:
    """Of two that came within the quarter of an hour, only the later; and each once."""
    plan = replace(PLAN, times=(time(9), time(9, 5)))
    now = at("03-02 09:06")

    shown = due(plan, now, None)

    assert said(shown) == "03-02 09:05"
    assert due(plan, now, shown) is None
    assert due(plan, now, shown and shown - MINUTE) == shown


@pytest.mark.parametrize("ahead, comes", [(14, False), (15, False), (16, True)])
def test_a_clock_that_was_put_right_brings_the_reminders_back(ahead: int, comes: bool) -> None:
    """Shown by a clock far ahead, it silences nothing; a clock that is set a little stays quiet."""
    now = at("03-02 09:01")

    assert (due(PLAN, now, now + ahead * MINUTE) is not None) is comes


def test_those_to_come_are_told_in_order() -> None:
    """As many as wished, and no more than there are."""
    days = replace(PLAN, weekdays=frozenset({0}))

    assert [said(one) for one in coming(days, at("03-02 10:00"), 3)] == [
        "03-02 18:00", "03-09 09:00", "03-09 18:00",
    ]  # fmt: skip
    assert [*coming(days, at("03-02 10:00"), 0)] == []
    assert [*coming(replace(PLAN, times=()), at("03-02 10:00"), 3)] == []


def test_nothing_comes_late_into_the_quiet_hours() -> None:
    """21:29 is open, but at 21:31 it is quiet."""
    plan = replace(PLAN, times=(time(21, 29),))

    assert due(plan, at("03-02 21:29"), None) is not None
    assert due(plan, at("03-02 21:31"), None) is None


def test_a_reminder_before_midnight_is_still_due_after_it() -> None:
    """The grace goes over the day's end."""
    plan = replace(PLAN, times=(time(23, 55),), quiet_from=time(1), quiet_to=time(2))

    assert said(due(plan, at("03-03 00:04"), None)) == "03-02 23:55"


# ---------------------------------------------------------------- the clock is changed
WIDE_AWAKE = replace(PLAN, quiet_from=time(0), quiet_to=time(0))


def test_nine_is_nine_when_the_clock_was_put_forward() -> None:
    """The night before the last Sunday of March has one hour less."""
    there = next_at(PLAN, at("03-28 20:00"))

    assert there is not None
    assert said(there) == "03-29 09:00"
    assert there.astimezone(UTC) - at("03-28 20:00").astimezone(UTC) == timedelta(hours=12)


def test_nine_is_nine_when_the_clock_was_put_back() -> None:
    """The night before the last Sunday of October has one hour more."""
    there = next_at(PLAN, at("10-24 20:00"))

    assert there is not None
    assert there.astimezone(UTC) - at("10-24 20:00").astimezone(UTC) == timedelta(hours=14)


def test_a_time_that_the_clock_leaps_over_comes_once() -> None:
    """02:30 does not exist that night; it comes when it would have been."""
    plan = replace(WIDE_AWAKE, times=(time(2, 30),))

    assert said(next_at(plan, at("03-29 01:59"))) == "03-29 03:30"
    assert said(next_at(plan, at("03-29 03:30"))) == "03-30 02:30"


def test_a_time_that_the_clock_shows_twice_comes_at_the_first() -> None:
    """02:30 exists twice that night, and one reminder is enough."""
    plan = replace(WIDE_AWAKE, times=(time(2, 30),))
    first = next_at(plan, at("10-25 01:00"))

    assert first is not None
    assert first.utcoffset() == timedelta(hours=2)
    assert said(next_at(plan, first)) == "10-26 02:30"
    assert due(plan, at("10-25 02:30", fold=1), first) is None


def test_what_is_leapt_into_the_quiet_hours_does_not_come() -> None:
    """02:30 would be 03:30, and that is quiet."""
    plan = replace(PLAN, times=(time(2, 30),), quiet_from=time(3), quiet_to=time(4))

    assert said(next_at(plan, at("03-29 01:00"))) == "03-30 02:30"


ZONES = st.sampled_from(
    [ZoneInfo(name) for name in (
        "Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe",
        "Pacific/Apia", "Asia/Kathmandu", "Africa/Casablanca", "UTC",
    )]
)  # fmt: skip
PLANS = st.builds(
    Plan,
    on=st.just(True),
    times=st.lists(st.times().map(lambda t: t.replace(second=0, microsecond=0)), max_size=6).map(
        tuple
    ),
    weekdays=st.frozensets(st.integers(0, 6)),
    quiet_from=st.times(),
    quiet_to=st.times(),
    rhythm=st.sampled_from([*RHYTHMS.values()]),
    since=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    resting_until=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)
MOMENTS = st.builds(
    lambda instant, zone: instant.replace(tzinfo=UTC).astimezone(zone),
    st.datetimes(datetime(2011, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - the zone comes after
    ZONES,
)


@given(PLANS, MOMENTS)
def test_the_next_reminder_is_always_one_that_was_wished(plan: Plan, now: datetime) -> None:
    """Later than now, on a day of the plan, outside of quiet hours, in any zone."""
    there = next_at(plan, now)

    if there is None:
        return
    assert there.astimezone(UTC) > now.astimezone(UTC)
    assert plan.has_day(there.date())
    assert not plan.is_quiet(there.time())
    leapt = there.astimezone(UTC).astimezone(now.tzinfo).time() not in plan.times
    offsets = {(there + timedelta(days=d)).utcoffset() for d in (-2, 0, 2)}
    assert not leapt or len(offsets) > 1


@given(PLANS, MOMENTS)
def test_what_is_next_is_due_when_it_comes_and_not_a_moment_before(
    plan: Plan, now: datetime
) -> None:
    """The two rules cannot disagree, or a reminder would be lost."""
    there = next_at(plan, now)

    if there is not None:
        before = (there.astimezone(UTC) - timedelta(microseconds=1)).astimezone(now.tzinfo)
        assert due(plan, there, None) == there
        assert due(plan, before, None) != there
        assert due(plan, there, there) is None


@given(PLANS, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=2)))
def test_nothing_is_skipped_on_the_way(plan: Plan, now: datetime, ahead: timedelta) -> None:
    """Asked at any later moment before the next one, the answer is the same."""
    there = next_at(plan, now)

    if there is not None:
        later = min(now.astimezone(UTC) + ahead, there.astimezone(UTC) - MINUTE)
        asked = max(later, now.astimezone(UTC)).astimezone(now.tzinfo)
        assert next_at(plan, asked) == there


@given(PLANS, MOMENTS, st.none() | MOMENTS)
def test_nothing_due_is_older_than_the_grace(
    plan: Plan, now: datetime, shown: datetime | None
) -> None:
    """And nothing is due that is still to come, or was shown."""
    found = due(plan, now, shown)

    if found is not None:
        assert timedelta(0) <= now.astimezone(UTC) - found.astimezone(UTC) <= GRACE
        heeded = shown is not None and shown.astimezone(UTC) <= now.astimezone(UTC) + GRACE
        assert not heeded or (shown and found.astimezone(UTC) > shown.astimezone(UTC))
        assert not plan.is_quiet(now.time().replace(second=0, microsecond=0))
