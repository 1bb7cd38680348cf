"""What is said after an exercise: as it is, gently, and with a way on when it was harder."""

import re
from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest

from attachcalm.insight.sentences import Offer, after_sentences, offers_after
from attachcalm.journal.entry import Entry, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from tests.insight.records import FIRST

PRAISE_PITY_PROMISE = re.compile(
    r"\b(well done|good job|great|proud|congrat\w*|success\w*|fail\w*|sorry|poor|sadly|"
    r"unfortunately|should|must|just|simply|relax|cure\w*|heal\w*|will feel|safe now|better|worse|"
    r"improve\w*|streak|thank\w*|brave|keep it up)\b",
    re.IGNORECASE,
)


def rated(before: Mood | None, after: Mood | None) -> Entry:
    """Return an entry with these ratings."""
    name, moment = UUID(int=1), Moment.of(FIRST)
    later = Moment.of(FIRST + timedelta(minutes=5))
    started = Started(name, moment, "even", "Even", "breathing", "full", "r", before)
    return Entry(started, rated=RatedAfter(name, later, after))


def distress(before: int, after: int) -> Entry:
    """Return an entry with distress rated twice."""
    return rated(Mood(before), Mood(after))


def test_a_lower_rating_is_mirrored_and_left_at_that() -> None:
    """The numbers as they are, an open sentence, nothing to choose."""
    facts, gentle = after_sentences(distress(7, 4))

    assert facts == "Your distress rating went from 7 to 4."
    assert gentle == "You might notice what feels different now, or leave it at that."
    assert offers_after(distress(7, 4)) == ()


def test_an_equal_rating_is_no_failure() -> None:
    """It stayed, and that is all."""
    facts, gentle = after_sentences(distress(5, 5))

    assert facts == "Your distress rating stayed at 5."
    assert "stays where it is" in gentle
    assert offers_after(distress(5, 5)) == ()


@pytest.mark.parametrize("start", [0, 1])
def test_a_rating_that_began_low_had_little_room(start: int) -> None:
    """From 0 or 1 a number cannot go down much, and the sentence says so."""
    _, gentle = after_sentences(distress(start, start))

    assert gentle == f"You began at {start}, so there was little room to go down."


def test_one_point_higher_offers_the_room_and_support() -> None:
    """Both are choices, and so is stopping; it is not called a clear rise."""
    facts, gentle = after_sentences(distress(4, 5))

    assert facts == "Your distress rating went from 4 to 5."
    assert "look slowly around the room, open Support, or stop here" in gentle
    assert "clearly" not in gentle
    assert offers_after(distress(4, 5)) == (Offer.ORIENT_ROOM, Offer.SUPPORT)


@pytest.mark.parametrize(("before", "after"), [(3, 5), (0, 7), (7, 8), (6, 8)])
def test_a_clear_rise_is_named(before: int, after: int) -> None:
    """Two points or more, or to 8 and more from below."""
    _, gentle = after_sentences(distress(before, after))

    assert "Distress rose clearly this time" in gentle
    assert ("is high" in gentle) == (after >= 8)
    assert set(offers_after(distress(before, after))) == set(Offer)


@pytest.mark.parametrize(("before", "after"), [(10, 8), (8, 8), (9, 10)])
def test_a_high_rating_is_named_whichever_way_it_came(before: int, after: int) -> None:
    """From 8 on, Support stands first, even when the number went down."""
    _, gentle = after_sentences(distress(before, after))

    assert gentle.startswith(f"{after} is high")
    assert gentle.index("Support") < gentle.index("room")
    assert offers_after(distress(before, after))[0] is Offer.SUPPORT


def test_energy_is_mirrored_towards_the_middle() -> None:
    """Calmer is not always better: what counts is how far from the middle."""
    facts, gentle = after_sentences(rated(Mood(6, energy=-3), Mood(5, energy=-1)))

    assert "Your energy rating went from −3 to −1, nearer the middle." in facts  # noqa: RUF001
    assert "different" in gentle


def test_growing_numb_is_a_harder_time_even_when_distress_falls() -> None:
    """Energy two points further out of the window is named, and a way on offered."""
    entry = rated(Mood(6, energy=-1), Mood(4, energy=-4))

    _, gentle = after_sentences(entry)

    assert gentle.startswith("Your energy moved well away from the middle")
    assert offers_after(entry) == (Offer.ORIENT_ROOM, Offer.SUPPORT)


def test_moving_inside_the_window_is_neither_here_nor_there() -> None:
    """Energy between -1 and +1 is about right; two points from 0 are one out of it."""
    inside, just_out = rated(Mood(energy=0), Mood(energy=1)), rated(Mood(energy=0), Mood(energy=-2))

    assert offers_after(inside) == ()
    assert "stays where it is" in after_sentences(inside)[1]
    assert "well away" not in after_sentences(just_out)[1]
    assert offers_after(just_out) == (Offer.ORIENT_ROOM, Offer.SUPPORT)


def test_energy_may_change_sides() -> None:
    """From numb to revved by as much is neither nearer nor further."""
    facts, _ = after_sentences(rated(Mood(energy=-2), Mood(energy=2)))

    assert "to the other side of the middle" in facts


def test_felt_security_is_mirrored_and_decides_alone_when_it_is_alone() -> None:
    """More security is the easier way, less is the harder one."""
    more = rated(Mood(security=3), Mood(security=5))
    less = rated(Mood(security=5), Mood(security=4))

    assert after_sentences(more)[0] == "Your rating of felt security went from 3 to 5."
    assert offers_after(more) == ()
    assert offers_after(less) == (Offer.ORIENT_ROOM, Offer.SUPPORT)


def test_a_skipped_rating_after_is_fine() -> None:
    """What was rated before is told, nothing is concluded, nothing asked for."""
    facts, gentle = after_sentences(rated(Mood(7, energy=3), None))

    assert facts == (
        "Before, you rated distress 7 and energy +3. You left that out afterwards, which is fine."
    )
    assert gentle == "This practice is in your journal all the same."
    assert offers_after(rated(Mood(7), None)) == ()


def test_a_skipped_rating_before_leaves_nothing_to_compare() -> None:
    """The rating after stands by itself."""
    facts, _ = after_sentences(rated(None, Mood(4)))

    assert facts == "Afterwards, you rated distress 4. There is no rating before it to compare."


def test_a_high_rating_after_is_named_without_one_before() -> None:
    """Not knowing where it began is no reason to pass it over."""
    assert offers_after(rated(None, Mood(9)))[0] is Offer.SUPPORT


def test_no_rating_at_all_is_fine() -> None:
    """Skipping both is said without a hint of reproach."""
    facts, gentle = after_sentences(rated(None, None))

    assert facts == "You left the ratings out this time, which is fine."
    assert gentle == "This practice is in your journal all the same."


def test_nought_is_a_rating_in_words_too() -> None:
    """0 is mirrored, not taken for skipped."""
    assert after_sentences(distress(3, 0))[0] == "Your distress rating went from 3 to 0."


def test_no_rating_whatever_draws_praise_pity_or_a_promise() -> None:
    """Every combination of ratings keeps to the words, in sentences of at most 15 words."""
    tens = (None, 0, 1, 5, 7, 8, 10)
    energies = (None, -4, 0, 2)
    for b, a, be, ae, bs, as_ in product(tens, tens, energies, energies, (None, 3), (None, 5)):
        told = after_sentences(rated(Mood(b, be, bs), Mood(a, ae, as_)))

        text = " ".join(told)
        assert all(told), text
        assert not PRAISE_PITY_PROMISE.search(text), text
        assert max(len(s.split()) for s in re.split(r"(?<=[.])\s", text)) <= 15, text
