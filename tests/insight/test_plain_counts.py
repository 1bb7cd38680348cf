"""The views say one of a thing as one, and count what there is to count."""

from datetime import timedelta
from uuid import UUID

import pytest

from attachcalm.insight.selection import Wish
from attachcalm.insight.told import Told, told_of
from attachcalm.insight.view import VIEWS, look
from attachcalm.insight.words import counted_words, span_words
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import CheckIn
from tests.insight.records import FIRST, daily, flat, sitting


def told(name: str, entries: list[Entry], pages: tuple[CheckIn, ...] = ()) -> Told:
    """Return what a view of these says."""
    return told_of(look(name, flat(*entries), pages, Wish(), FIRST.date() + timedelta(days=90)))


def checked_in(*levels: int) -> tuple[CheckIn, ...]:
    """A check-in a day from the first day on."""
    at = [Moment.of(FIRST + timedelta(days=day)) for day in range(len(levels))]
    return tuple(
        CheckIn(UUID(int=900 + day), at[day], at[day].at, Mood(level, 1))
        for day, level in enumerate(levels)
    )


@pytest.mark.parametrize("name", list(VIEWS))
def test_one_is_never_several(name: str) -> None:
    """One sitting on one day, in every view."""
    text = f" {told(name, daily((7, 4))).text} "

    for wrong in (" 1 ratings", " 1 times", " 1 exercises", " 1 days", " 1 check-ins"):
        assert wrong not in text


@pytest.mark.parametrize(("count", "words"), [(0, "0 times"), (1, "1 time"), (2, "2 times")])
def test_a_count_has_its_plural(count: int, words: str) -> None:
    """At one, below and above it."""
    assert counted_words(count, "time") == words


def test_a_span_of_one_level_is_no_span() -> None:
    """From 5 to 5 is all 5."""
    assert span_words("5", "5") == "all 5"
    assert span_words("4", "5") == "from 4 to 5"
    assert "from 5 to 5" not in told("year", daily((5, 5))).text


def test_check_ins_alone_are_not_nothing() -> None:
    """What was checked in is counted, and is no rating before practice."""
    view = told("sticks", [], checked_in(5, 6))

    assert view.headline == "2 check-ins so far, without an exercise."
    assert "No exercise was practised." in view.paragraph
    assert "Ratings of check-ins are from 5 to 6." in view.paragraph
    assert "Ratings before" not in view.paragraph


def test_a_check_in_is_not_among_the_ratings_before() -> None:
    """The range before practice is of sittings only."""
    view = told("sticks", daily((7, 4), (6, 4)), checked_in(1))

    assert "Ratings before are from 6 to 7." in view.paragraph
    assert "Ratings of check-ins are all 1." in view.paragraph


def test_the_hardest_part_of_the_day_has_its_n() -> None:
    """Both where one is harder and where they are alike."""
    morning = [sitting(n, FIRST + timedelta(days=n), 3, 3) for n in range(3)]
    evening = [sitting(9 + n, FIRST + timedelta(days=n, hours=10), 8, 3) for n in range(4)]
    alike = [sitting(9 + n, FIRST + timedelta(days=n, hours=10), 3, 3) for n in range(4)]

    assert "the evening (8, middle half all 8, n = 4)" in told("day", morning + evening).headline
    assert told("day", morning + alike).headline == (
        "Distress was about the same in the morning (n = 3) and the evening (n = 4) so far."
    )


def test_no_change_is_said_in_good_grammar() -> None:
    """An average of nothing is still a sentence."""
    headline = told("exercises", daily(*[(5, 5)] * 6)).headline

    assert headline.startswith("Average change in distress: no change (")


def test_some_of_a_fall_is_spoken_of_where_something_fell() -> None:
    """Where it never did, the sentence would be about nothing."""
    assert "some of a fall" in told("sticks", daily((7, 4), (5, 5), (5, 5))).paragraph
    assert "some of a fall" not in told("sticks", daily((4, 7), (4, 7), (5, 5))).paragraph
