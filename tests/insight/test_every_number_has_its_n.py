"""No number stands without how many it is made of and how far these go."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from attachcalm.insight.twin import count_words
from attachcalm.insight.words import half_words, minutes_words
from attachcalm.journal.entry import Entry, RatedAfter
from attachcalm.journal.mood import Mood
from tests.insight.records import FIRST, daily, sitting
from tests.insight.test_plain_counts import told
from tests.insight.test_summary import summed


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (2, "begun at 7 to 10, twice, too few to tell."),
        (3, "3 times, too few to say what is usual."),
        (4, "4 times, too few to say what is usual."),
        (5, "2 lower (2.9 to 1.1 lower), 5 times."),
    ],
)
def test_each_level_has_an_interval_from_three_times_on(times: int, words: str) -> None:
    """Below five nothing is said to be usual, below three there is no average."""
    paragraph = told("levels", daily(*[(8, 6)] * times)).lines[0]

    assert paragraph.endswith(words)
    assert ("lower (" in paragraph) is (times >= 3)


def test_a_level_is_told_alike_in_the_words_and_in_the_table() -> None:
    """The cell has what the line has."""
    said = told("levels", daily(*[(8, 6)] * 6, (2, 2)))

    (cells,) = said.table.lines[1:]
    assert cells[2:] == ("once, too few to tell", "none", "2 lower (2.8 to 1.2 lower), 6 times")
    assert f"begun at 7 to 10, {cells[4]}" in said.lines[0]


def test_the_average_of_an_exercise_has_its_n_where_it_is_named() -> None:
    """In the sentence on top too."""
    headline = told("exercises", daily(*[(8, 6)] * 6)).headline

    assert re.search(r"2 lower \(.* lower, n = 6\) after Five senses", headline)


def test_felt_security_has_its_n_and_its_range_and_says_why_no_interval() -> None:
    """A median of few levels: the least and the most change are said instead."""

    def secure(number: int, before: int, after: int) -> Entry:
        entry = sitting(number, FIRST + timedelta(days=number), None, None)
        started = replace(entry.started, before=Mood(security=before))
        rated = RatedAfter(entry.sitting, entry.started.at, Mood(security=after))
        return replace(entry, started=started, rated=rated)

    said = told("security", [secure(1, 4, 6), secure(2, 5, 4), secure(3, 5, 8)])

    assert "typically 2 higher (median of 3 times, from 1 lower to 3 higher)" in said.headline
    assert "without an interval" in said.how


def test_the_typical_length_has_its_middle_half_and_its_n() -> None:
    """Sittings in which no time was spent are not among them."""
    entries = [
        sitting(day, FIRST + timedelta(days=day), 5, 4, minutes=minutes)
        for day, minutes in enumerate((2, 5, 11, 0))
    ]

    assert "typically for 5 minutes (middle half 3.5 to 8, n = 3)" in count_words(summed(entries))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (1.04, "1 minute"), (0.5, "0.5 minutes"), (2, "2 minutes")],
)
def test_one_minute_is_one(minutes: float, words: str) -> None:
    """As it is rounded."""
    assert minutes_words(minutes) == words


def test_a_middle_half_of_one_value_is_that_value() -> None:
    """And not from it to itself."""
    assert half_words("3", "5") == "middle half 3 to 5"
    assert half_words("3", "3") == "middle half all 3"
