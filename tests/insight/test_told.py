"""Each view in words: a sentence on top, how it was computed, and a table of the same."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from attachcalm.insight.by_exercise import by_exercise_of
from attachcalm.insight.scale import ENERGY_SCALE
from attachcalm.insight.selection import Wish, select
from attachcalm.insight.series import series_of
from attachcalm.insight.table import safe_cell
from attachcalm.insight.told import Told, told_of
from attachcalm.insight.told_exercises import average_words
from attachcalm.insight.told_lines import returns
from attachcalm.insight.view import VIEWS, look
from attachcalm.journal.entry import Entry, RatedAfter
from attachcalm.journal.mood import Mood
from tests.fakes.facts import checked_in
from tests.insight.records import FIRST, daily, flat, sitting

TODAY = date(2025, 11, 30)
MINUS = "\N{MINUS SIGN}"


def told(name: str, entries: list[Entry]) -> Told:
    """The words of one view of all of them."""
    return told_of(look(name, flat(*entries), (), Wish(), TODAY))


def with_energy(*pairs: tuple[int | None, int | None]) -> list[Entry]:
    """Sittings that were rated on energy alone."""
    entries = []
    for number, (before, after) in enumerate(pairs):
        entry = sitting(number, FIRST + timedelta(days=number), 5, None)
        mood = None if before is None else Mood(energy=before)
        started = replace(entry.started, before=mood)
        rated = RatedAfter(entry.sitting, started.at, None if after is None else Mood(energy=after))
        entries.append(replace(entry, started=started, rated=rated))
    return entries


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_every_view_says_itself_however_little_there_is(name: str, count: int) -> None:
    """One sentence on top, how it was computed, and a table with as many words as heads."""
    words = told(name, daily(*[(7, 4)] * count))

    assert words.headline.endswith(".")
    assert len(words.how) > 100
    assert all(len(line) == len(words.table.heads) for line in words.table.lines)
    assert words.text.startswith(words.title)


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "levels"])
def test_with_little_data_it_is_too_early_to_tell(name: str) -> None:
    """Two ratings make no claim (clinical, item 12)."""
    headline = told(name, daily((7, 4), (6, 5))).headline

    assert headline.startswith(("Too early to tell", "Energy was not", "Felt security was not"))


# ---------------------------------------------------------------- energy
def test_the_return_rate_is_the_sources_worked_number() -> None:
    """Clinical, item 2: before -3, -2, 0, 3, 2, -4 and after -1, -1, 1, 1, 3, -2 is 3 of 5."""
    pairs = zip((-3, -2, 0, 3, 2, -4), (-1, -1, 1, 1, 3, -2), strict=True)
    entries = with_energy(*pairs)

    share = returns(series_of(select(flat(*entries), (), Wish(), TODAY), ENERGY_SCALE))

    assert share is not None
    assert (share.count, share.of) == (3, 5)
    assert (
        "Of 5 times that began outside the window so far, 3 ended inside"
        in told("energy", entries).headline
    )


def test_a_sitting_without_energy_after_is_not_counted_as_no_return() -> None:
    """It is unknown, and a check-in never left and came back."""
    entries = with_energy((-3, None), (0, 0), (None, 3))

    chosen = select(flat(*entries), [checked_in(Mood(energy=4))], Wish(), TODAY)

    assert returns(series_of(chosen, ENERGY_SCALE)) is None


def test_levels_of_energy_have_their_sign() -> None:
    """A true minus in the sentences, one that a spreadsheet reads in the table."""
    words = told("energy", with_energy((-3, 2)))

    assert words.table.lines[1][3:5] == ("-3", "+2")
    assert f"{MINUS}3 before, +2 after" in words.lines[0]


# ---------------------------------------------------------------- exercises, days
def test_the_average_is_said_with_its_interval() -> None:
    """Lower on both sides is said once, across 0 both are named."""
    (lower,) = by_exercise_of(select(flat(*daily(*[(8, 3)] * 9)), (), Wish(), TODAY)).rows
    (mixed,) = by_exercise_of(select(flat(*daily((5, 6), (5, 4), (5, 5))), (), Wish(), TODAY)).rows

    assert lower.average is not None
    assert mixed.average is not None
    assert average_words(lower.average) == "5 lower (5.6 to 4.4 lower)"
    assert average_words(mixed.average) == "no change (1.5 lower to 1.5 higher)"


def test_the_hardest_part_of_the_day_is_named_when_it_differs() -> None:
    """By a point or more between medians, each of three ratings; else it is about the same."""
    mornings = [sitting(n, FIRST.replace(hour=8), 3, None) for n in range(3)]
    nights = [sitting(10 + n, FIRST.replace(hour=2), 7, None) for n in range(3)]
    evenings = [sitting(20 + n, FIRST.replace(hour=20), 3, None) for n in range(3)]

    assert "highest in the night" in told("day", [*mornings, *nights]).headline
    assert "about the same" in told("day", [*mornings, *evenings]).headline
    assert "Too early" in told("day", [*mornings, *nights[:2]]).headline


def test_a_day_in_the_table_has_its_middle_and_range() -> None:
    """The latest first."""
    entries = [sitting(1, FIRST, 8, 3), sitting(2, FIRST + timedelta(days=1), 4, None)]

    rows = told("year", entries).table.lines[1:]

    assert rows == [("2025-11-02", "4", "4", "4", "1"), ("2025-11-01", "5.5", "3", "8", "2")]


def test_a_check_in_is_a_line_of_its_own() -> None:
    """With its rating, and no word of what came after."""
    page = checked_in(Mood(6), id=UUID(int=9))

    words = told_of(look("sticks", (), [page], Wish(), TODAY + timedelta(days=200)))

    assert words.table.lines[1] == ("2026-03-02", "10:38", "Check-in", "6", "", "")
    assert words.lines == ("2 March 2026, Check-in: 6.",)


# ---------------------------------------------------------------- cells
@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""), ("Calm", "Calm"), ("-3", "-3"), ("+2.5", "+2.5"), ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"), ("-cmd", "'-cmd"), ("\tx", "'\tx"), ("\r=1", "'\r=1"),
        ("+1=2", "'+1=2"),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    """A spreadsheet shows it and does not run it; numbers keep their sign."""
    assert safe_cell(text) == cell
