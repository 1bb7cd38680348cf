"""The calendar file is read back line by line, as RFC 5545 says, by another hand than wrote it.

What it repeats is worked out by dateutil and held against the plan itself.
"""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.reminders import (
    RHYTHMS,
    Kind,
    Plan,
    Rhythm,
    first_days,
    next_at,
    save_ics,
    to_ics,
)  # fmt: skip

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=BERLIN)
PLAN = Plan(on=True, times=(time(9), time(18)), since=date(2026, 3, 2))
WORDS = "AttachCalm: a quiet minute, if you like."
LONG = "Ruhe; " + "ä" * 90 + "\\, und\nnoch eine Zeile"


@dataclass(frozen=True)
class Part:
    """A component: its name, its lines by name (the last of each), and what is inside it."""

    name: str
    lines: dict[str, str]
    inside: tuple["Part", ...]


def read(text: str) -> Part:
    """Read a calendar; every line must be one that the RFC allows."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    raw = text.split("\r\n")[:-1]
    assert all(0 < len(line.encode()) <= 75 for line in raw)
    lines = iter(text.replace("\r\n ", "").split("\r\n")[:-1])
    name, _, value = next(lines).partition(":")
    assert name == "BEGIN"
    made = _part(value, lines)
    assert list(lines) == []
    return made


def _part(name: str, lines: Iterator[str]) -> Part:
    found: dict[str, str] = {}
    inside: list[Part] = []
    for line in lines:
        key, _, value = line.partition(":")
        assert re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^;:]+)*", key), line
        if key == "END":
            assert value == name
            return Part(name, found, tuple(inside))
        if key == "BEGIN":
            inside.append(_part(value, lines))
        else:
            found[key] = value
    raise AssertionError(f"{name} does not end")


def plain(text: str) -> str:
    """Take the escapes out of a text value."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def written(plan: Plan, words: str = WORDS, now: datetime = NOW) -> Part:
    return read(to_ics(plan, words, now, uuid.uuid4))


def moments(calendar: Part, until: datetime) -> list[datetime]:
    """All that the calendar would remind of, by the clock on the wall."""
    found = []
    for event in calendar.inside:
        begin = datetime.strptime(event.lines["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007
        found += rrulestr(event.lines["RRULE"], dtstart=begin).between(begin, until, inc=True)
    return sorted(found)


# ---------------------------------------------------------------- what is in it
def test_it_has_all_that_a_calendar_must_have() -> None:
    """And each reminder is an event that makes nobody busy, with a sign at its beginning."""
    calendar = written(PLAN)

    assert calendar.name == "VCALENDAR"
    assert calendar.lines["VERSION"] == "2.0"
    assert calendar.lines["PRODID"]
    assert [event.name for event in calendar.inside] == ["VEVENT", "VEVENT"]
    for event in calendar.inside:
        assert event.lines["DTSTAMP"] == "20260302T083000Z"
        assert event.lines["TRANSP"] == "TRANSPARENT"
        assert event.lines["CLASS"] == "PRIVATE"
        assert plain(event.lines["SUMMARY"]) == WORDS
        [alarm] = event.inside
        assert alarm.name == "VALARM"
        assert (alarm.lines["ACTION"], alarm.lines["TRIGGER"]) == ("DISPLAY", "P0D")  # at once
        assert plain(alarm.lines["DESCRIPTION"]) == WORDS
    assert len({event.lines["UID"] for event in calendar.inside}) == 2
    starts = [event.lines["DTSTART"] for event in calendar.inside]
    assert starts == ["20260302T090000", "20260302T180000"]  # no Z, no zone: the wall's own


def test_no_two_calendars_share_an_identity() -> None:
    """Two people in one household may both take one in."""
    first, second = ({e.lines["UID"] for e in written(PLAN).inside} for _ in range(2))

    assert not first & second


@pytest.mark.parametrize("kind, lasts", [(Kind.PRACTISE, "PT5M"), (Kind.BASE, "PT1M")])
def test_it_says_how_long_and_never_why(kind: Kind, lasts: str) -> None:
    """Whoever looks into the calendar sees the same words for both kinds."""
    [event, _] = written(replace(PLAN, kind=kind)).inside
    [other, _] = written(PLAN).inside

    assert event.lines["DURATION"] == lasts
    assert event.lines["SUMMARY"] == other.lines["SUMMARY"]
    assert event.lines.keys() == other.lines.keys()


def test_a_neutral_one_does_not_name_the_app() -> None:
    """Not in the words, and not in what only machines read."""
    text = to_ics(replace(PLAN, neutral=True), "A quiet minute, if you like.", NOW, uuid.uuid4)

    assert "attach" not in text.lower()
    assert "calm" not in text.lower()


def test_any_words_come_back_whole() -> None:
    """Long lines are folded, and commas, semicolons and new lines escaped."""
    calendar = written(PLAN, LONG)

    assert {plain(event.lines["SUMMARY"]) for event in calendar.inside} == {LONG}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
def test_no_words_break_the_file(words: str) -> None:
    """Nobody can write a line of their own into it."""
    calendar = written(PLAN, words)

    assert {plain(event.lines["SUMMARY"]) for event in calendar.inside} == {words}
    assert len(calendar.inside) == 2


# ---------------------------------------------------------------- when it reminds
@pytest.mark.parametrize("rest", RHYTHMS)
@pytest.mark.parametrize("weekdays", [{0, 1, 2, 3, 4, 5, 6}, {0, 2, 4}, {6}])
@pytest.mark.parametrize("resting_until", [None, date(2026, 3, 20)])
def test_it_reminds_when_the_plan_does(
    rest: str, weekdays: set[int], resting_until: date | None
) -> None:
    """Three months of it, every rhythm, over a change of the clock."""
    plan = replace(
        PLAN,
        rhythm=RHYTHMS[rest],
        weekdays=frozenset(weekdays),
        times=(time(8), time(12, 15), time(23)),  # the last one is quiet
        resting_until=resting_until,
    )
    midnight = NOW.replace(hour=0, minute=0)
    wanted, now, until = [], midnight - timedelta(seconds=1), NOW + timedelta(days=90)
    while (there := next_at(plan, now)) is not None and there < until:
        wanted.append(there.replace(tzinfo=None))
        now = there

    assert moments(written(plan), until.replace(tzinfo=None)) == wanted
    assert bool(wanted) is not (rest == "5-2" and weekdays == {6})  # its Sundays are all of rest


@given(
    st.sets(st.integers(0, 6)),
    st.sampled_from([*RHYTHMS.values()]),
    st.dates(date(2026, 1, 1), date(2028, 1, 1)),
)
def test_every_repetition_begins_on_a_day_of_its_own(
    weekdays: set[int], rhythm: Rhythm, today: date
) -> None:
    """A first day that its own rule leaves out would be read differently by every program."""
    plan = replace(PLAN, weekdays=frozenset(weekdays), rhythm=rhythm)
    now = datetime.combine(today, time(7), UTC)

    days = first_days(plan, today)

    assert all(day >= today and plan.has_day(day) for day in days)
    for event in written(plan, now=now).inside:
        begin = datetime.strptime(event.lines["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007
        assert rrulestr(event.lines["RRULE"], dtstart=begin)[0] == begin


@pytest.mark.parametrize("plan", [replace(PLAN, times=()), replace(PLAN, weekdays=frozenset()),
                                  replace(PLAN, times=(time(23),))])  # fmt: skip
def test_a_plan_without_times_is_an_empty_calendar(plan: Plan) -> None:
    """Not a broken one."""
    assert written(plan).inside == ()


# ---------------------------------------------------------------- the file
def test_it_is_written_as_it_is(tmp_path: Path) -> None:
    """Each line ends as the RFC says, and an older file is replaced."""
    path = tmp_path / "reminders.ics"
    path.write_text("old")

    save_ics(to_ics(PLAN, LONG, NOW, uuid.uuid4), path)

    assert read(path.read_bytes().decode()).lines["VERSION"] == "2.0"
    assert [*tmp_path.iterdir()] == [path]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    """A folder stands where the file is to be, or there is no folder at all."""
    path = tmp_path / "reminders.ics"
    path.mkdir()

    for wanted in (path, tmp_path / "gone" / "reminders.ics"):
        with pytest.raises(OSError, match="reminders"):
            save_ics("BEGIN:VCALENDAR\r\n", wanted)

    assert [*tmp_path.iterdir()] == [path]
