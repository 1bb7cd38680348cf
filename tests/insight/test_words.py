"""How numbers and days are said."""

from datetime import date

import pytest

from attachcalm.insight.words import (
    change_words,
    day_words,
    days_words,
    list_words,
    number_words,
    percent_words,
    short_day_words,
    signed_words,
    times_words,
)


@pytest.mark.parametrize(
    ("change", "words"),
    [(-2, "2 lower"), (1.5, "1.5 higher"), (0, "no change"), (-0.04, "no change")],
)
def test_a_change_is_said_without_a_sign(change: float, words: str) -> None:
    """Lower and higher are words; a change too small to print is none."""
    assert change_words(change) == words


@pytest.mark.parametrize(("rating", "words"), [(3, "+3"), (0, "0"), (-2, "\N{MINUS SIGN}2")])
def test_a_two_sided_rating_has_its_sign(rating: int, words: str) -> None:
    """The middle has none."""
    assert signed_words(rating) == words


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 times"), (1, "once"), (2, "twice"), (26, "26 times")]
)
def test_how_often(count: int, words: str) -> None:
    """Once and twice have their own words."""
    assert times_words(count) == words


def test_days_and_dates() -> None:
    """A day is written the same in every language setting of the machine."""
    assert day_words(date(2025, 10, 6)) == "6 October 2025"
    assert short_day_words(date(2025, 10, 6)) == "6 Oct"
    assert [days_words(1), days_words(19)] == ["1 day", "19 days"]


def test_numbers_and_shares() -> None:
    """One decimal where there is one, whole percent."""
    assert [number_words(2.0), number_words(5.5)] == ["2", "5.5"]
    assert percent_words(0.714) == "71 %"


def test_several_things_in_one_breath() -> None:
    """Commas, and one "and"."""
    assert [list_words([]), list_words(["a"]), list_words(["a", "b", "c"])] == [
        "",
        "a",
        "a, b and c",
    ]
