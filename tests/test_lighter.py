"""What is lighter than an exercise that was put off."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises.card import Card, Direction, Evidence, Group, Version
from attachcalm.insight.record import put_aside
from attachcalm.journal.mood import Moment
from attachcalm.journal.remark import Barrier, Remark, RemarkKind
from attachcalm.suggestions import Suggestion, lighter
from tests.fakes.facts import FIRST

FULL, SHORT = Version("full", "Full", 5), Version("short", "Short", 2)


def card(name: str, *versions: Version, eyes_open: bool = True) -> Card:
    """An exercise in these versions, the full and the short one if none are named."""
    return Card(
        name, name.title(), "", Group.BODY, Direction.DOWN, versions or (FULL, SHORT), 0,
        Evidence.SOME, eyes_open, "x.yaml", "1",
    )  # fmt: skip


def offered(name: str, version: Version = FULL, *, eyes_open: bool = True) -> Suggestion:
    """A suggestion."""
    return Suggestion(card(name, eyes_open=eyes_open), version, ("Because.",))


@pytest.mark.parametrize("why", [Barrier.TOO_LONG, Barrier.FORGOT])
def test_a_shorter_version_of_the_same_where_there_was_no_time(why: Barrier) -> None:
    """It fits already, and two minutes are left on most days."""
    found = lighter(offered("one"), why, [offered("one"), offered("two")])

    assert found is not None
    assert (found.card.id, found.version) == ("one", SHORT)


def test_the_next_one_where_the_short_form_was_too_long() -> None:
    """There is nothing shorter of the same."""
    found = lighter(offered("one", SHORT), Barrier.TOO_LONG, [offered("two")])

    assert found is not None
    assert (found.card.id, found.version) == ("two", SHORT)


@pytest.mark.parametrize(
    "why", [Barrier.TOO_STRONG, Barrier.FELT_SILLY, Barrier.DID_NOT_HELP, Barrier.UNSAID]
)
def test_the_next_one_in_its_shortest_form_where_it_is_the_exercise(why: Barrier) -> None:
    """Less of what was too strong would be the same thing again."""
    found = lighter(offered("one"), why, [offered("one"), offered("two"), offered("three")])

    assert found is not None
    assert (found.card.id, found.version) == ("two", SHORT)


def test_with_no_privacy_what_is_done_with_open_eyes_comes_first() -> None:
    """Nobody sees that it is done."""
    others = [offered("two", eyes_open=False), offered("three")]
    found = lighter(offered("one"), Barrier.NO_PRIVACY, others)

    assert found is not None
    assert found.card.id == "three"


@given(
    st.sampled_from(Barrier),
    st.sampled_from([FULL, SHORT]),
    st.lists(st.sampled_from(["one", "two", "three"]), unique=True),
)
def test_it_is_never_the_same_again_and_never_longer(
    why: Barrier, version: Version, others: list[str]
) -> None:
    """Whatever the reason and whatever else there is."""
    put_off = offered("one", version)

    found = lighter(put_off, why, [offered(name) for name in others])

    if found is None:
        assert not set(others) - {"one"}
    else:
        assert (found.card.id, found.version) != ("one", version)
        assert found.version.minutes <= put_off.version.minutes


# ---------------------------------------------------------------- put aside for today
def said(kind: RemarkKind, value: str, day: int = 2) -> Remark:
    """Something said of the exercise on this day of March."""
    return Remark(uuid4(), Moment(FIRST.replace(day=day), 0), kind, value, "one")


@pytest.mark.parametrize(("day", "is_aside"), [(1, False), (2, True), (3, False)])
def test_it_is_put_aside_on_its_day_alone(day: int, is_aside: bool) -> None:
    """The day before and the day after, it may come."""
    remarks = [said(RemarkKind.NOT_TODAY, Barrier.NO_PRIVACY, day)]

    assert put_aside(remarks, [card("one")], date(2026, 3, 2)) == ({"one"} if is_aside else set())


def test_a_thumb_puts_nothing_aside() -> None:
    """It is another kind of remark."""
    assert put_aside([said(RemarkKind.THUMB, "down")], [card("one")], date(2026, 3, 2)) == set()


@pytest.mark.parametrize(("versions", "is_aside"), [((FULL, SHORT), False), ((FULL,), True)])
def test_too_long_leaves_the_short_form(versions: tuple[Version, ...], is_aside: bool) -> None:
    """Where there is one."""
    remarks = [said(RemarkKind.NOT_TODAY, Barrier.TOO_LONG)]

    aside = put_aside(remarks, [card("one", *versions)], date(2026, 3, 2))

    assert ("one" in aside) is is_aside
