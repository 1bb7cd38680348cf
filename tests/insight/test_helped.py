"""After which exercises ratings were usually lower: with enough data, and never as a cause."""

import pytest

from attachcalm.insight.helped import helped_words
from attachcalm.insight.record import known_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Mood
from tests.fakes.facts import FIRST, at, rated, started

TODAY = FIRST.date()


def times(title: str, count: int, before: int = 7, after: int = 3) -> list[Entry]:
    """So many sittings of the exercise of this title, rated twice."""
    made = []
    for number in range(count):
        begun = started(when=at(number), before=Mood(before), title=title)
        begun = type(begun)(
            begun.sitting, begun.at, title.lower(), title, begun.group, "full", "0", Mood(before)
        )
        made.append(Entry(begun, rated=rated(begun, Mood(after))))
    return made


def words(entries: list[Entry]) -> str:
    """What is said of them."""
    return helped_words(entries, known_of(entries, (), TODAY))


@pytest.mark.parametrize(("count", "is_said"), [(4, False), (5, True)])
def test_five_times_of_one_are_needed(count: int, is_said: bool) -> None:
    """With ten rated in all."""
    entries = times("Waves", count) + times("Stones", 6, before=5, after=5)

    assert ("Waves" in words(entries)) is is_said


@pytest.mark.parametrize(("others", "is_said"), [(4, False), (5, True)])
def test_ten_rated_times_in_all_are_needed(others: int, is_said: bool) -> None:
    """Five of them of this one."""
    assert ("Waves" in words(times("Waves", 5) + times("Stones", others, 5, 5))) is is_said


def test_it_is_said_with_its_numbers_and_what_comes_by_itself() -> None:
    """In the order of how often, and nothing of the one that was no lower."""
    entries = times("Waves", 5) + times("Walls", 7) + times("Stones", 6, before=5, after=5)

    assert words(entries) == (
        "Your ratings were usually lower after Walls (7 of 7 times) and Waves (5 of 5 times). "
        "Some of that may come by itself."
    )


def test_nothing_is_said_of_nothing() -> None:
    """An empty record says nothing."""
    assert words([]) == ""
