"""Scores from elsewhere: what a person types is kept as it is meant, or told what to mend."""

from contextlib import suppress
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.journal.page import OTHER_MEASURE, Direction, ScaleNote, Score
from attachcalm.measures.typed import (
    TypedFault,
    TypedScale,
    day_typed,
    noon_of,
    number_typed,
    score_typed,
)

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
KEY = (UUID(int=1), NOW)


def line(name: str = "Total", value: str = "12", **more: str) -> TypedScale:
    """One line of the form, from 0 to 40 unless it says otherwise."""
    direction = Direction(more.get("direction", "harder"))
    least, most = more.get("least", "0"), more.get("most", "40")
    return TypedScale(name, value, least, most, direction, more.get("sd", ""), more.get("r", ""))


def typed(*lines: TypedScale, title: str = "Sleep diary", day: date = TODAY) -> Score:
    """The score that these lines tell."""
    return score_typed(KEY, OTHER_MEASURE, title, day, lines)


def test_a_score_is_kept_with_what_its_numbers_mean() -> None:
    """Range, direction, SD and reliability stand beside each value."""
    score = typed(
        line(sd="5,5", r=".84"), line("Half", "2.5", least="1", most="7", direction="better")
    )

    assert score.values == (("Total", 12), ("Half", 2.5))
    assert score.scales == (
        ScaleNote("Total", 0, 40, Direction.HARDER, 5.5, 0.84),
        ScaleNote("Half", 1, 7, Direction.BETTER),
    )
    assert (score.title, score.measure, score.at.day) == ("Sleep diary", OTHER_MEASURE, TODAY)


def test_a_line_without_a_value_is_left_out() -> None:
    """Nobody has to know every subscale; 0 is a value."""
    assert typed(line(value=" "), line("Half", "0")).values == (("Half", 0),)


def test_a_number_needs_no_name() -> None:
    """One alone is the total."""
    assert typed(line(name=" ")).values == (("Total", 12),)


@pytest.mark.parametrize(
    ("lines", "title", "field", "sentence"),
    [
        ([line()], " ", "title", "name of the measure"),
        ([line()], "x" * 61, "title", "name of the measure"),
        ([], "x", "value_0", "one number"),
        ([line(value="")], "x", "value_0", "one number"),
        ([line(value="twelve")], "x", "value_0", "the score as a number"),
        ([line(value="nan")], "x", "value_0", "the score as a number"),
        ([line(value="-1")], "x", "value_0", "goes from 0 to 40; -1 is not on it"),
        ([line(value="40.5")], "x", "value_0", "goes from 0 to 40"),
        ([line(least="40")], "x", "most_0", "above the lowest"),
        ([line(least="")], "x", "least_0", "lowest possible number"),
        ([line(most="inf")], "x", "most_0", "highest possible number"),
        ([line(), line("Half", most="x")], "x", "most_1", "highest possible number"),
        ([line(), line()], "x", "name_1", "a name of its own"),
        ([line(name="n" * 61)], "x", "name_0", "at most 60"),
        ([line(sd="5")], "x", "reliability_0", "the reliability as a number"),
        ([line(r=".8")], "x", "sd_0", "the standard deviation as a number"),
        ([line(sd="0", r=".8")], "x", "sd_0", "above 0"),
        ([line(sd="5", r="1")], "x", "reliability_0", "below 1"),
        ([line(sd="5", r="-.1")], "x", "reliability_0", "below 1"),
    ],
)
def test_what_makes_no_sense_is_told_beside_its_field(
    lines: list[TypedScale], title: str, field: str, sentence: str
) -> None:
    """In a sentence, and nothing is kept."""
    with pytest.raises(TypedFault) as fault:
        typed(*lines, title=title)

    assert fault.value.field == field
    assert sentence in str(fault.value)


@pytest.mark.parametrize("value", ["0", "40", "0,0"])
def test_the_ends_of_the_range_are_on_it(value: str) -> None:
    """Both included."""
    assert typed(line(value=value)).values[0][1] in (0, 40)


def test_the_day_is_written_with_the_year_first() -> None:
    """And is today or before."""
    assert day_typed(" 2026-03-02 ", TODAY) == TODAY
    for wrong in ("", "2.3.2026", "2026-02-30", "2026-03-03", "0001-01-01"):
        with pytest.raises(TypedFault) as fault:
            day_typed(wrong, TODAY)
        assert fault.value.field == "day"


def test_a_day_of_which_no_hour_is_known_is_kept_at_noon() -> None:
    """So that no time zone moves it to another day; today is now."""
    assert noon_of(date(2026, 2, 1), NOW).local.hour == 12
    assert noon_of(date(2026, 2, 1), NOW).day == date(2026, 2, 1)
    assert noon_of(TODAY, NOW).at == NOW


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_a_sentence(text: str) -> None:
    """Whatever a keyboard gives."""
    with suppress(TypedFault):
        assert abs(number_typed(text, "value_0", "the score")) <= 1e6
