"""Rules R1 to R4: at, below and above each threshold, and the sentences that they say."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.harder import (
    HarderBy,
    Scale,
    dropped,
    harder_by,
    harder_sittings,
    is_harder,
    needs_people,
    notes_for_therapist,
    worsened,
)
from attachcalm.journal.entry import Ended, Ending, Entry, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.remark import Remark, RemarkKind
from tests.insight.records import FIRST, daily, sitting


def around(before: Mood | None, after: Mood | None) -> Entry:
    """A sitting rated so."""
    name, at = UUID(int=1), Moment.of(FIRST)
    return Entry(
        Started(name, at, "calm-place", "Calm place", "imagery", "full", "1", before),
        Ended(name, at, Ending.FINISHED, 1),
        RatedAfter(name, at, after),
    )


def too_much(entry: Entry, value: str = "too_much") -> Remark:
    """The person pressed the button in this sitting, or the rule saw it."""
    return Remark(UUID(int=9), entry.started.at, RemarkKind.HARDER, value, "", entry.sitting)


# ---------------------------------------------------------------- R1
@pytest.mark.parametrize(
    ("before", "after", "harder"),
    [(4, 5, False), (4, 6, True), (4, 7, True), (7, 7, False), (7, 8, True), (8, 8, False),
     (8, 9, False), (0, 2, True), (None, 9, False), (5, None, False), (6, 0, False)],
)  # fmt: skip
def test_r1_by_distress(before: int | None, after: int | None, harder: bool) -> None:
    """Higher by 2, or 8 from below it; a skipped rating is no rating."""
    assert is_harder(around(Mood(before), Mood(after))) is harder


@pytest.mark.parametrize(
    ("before", "after", "harder"),
    [(0, 2, False), (0, 3, True), (0, -3, True), (1, -2, False), (-1, -3, True), (-3, -4, False),
     (2, 4, True), (-4, 0, False), (2, -4, True), (None, 4, False)],
)  # fmt: skip
def test_r1_by_energy(before: int | None, after: int | None, harder: bool) -> None:
    """Two further outside the window, on either side."""
    assert is_harder(around(Mood(energy=before), Mood(energy=after))) is harder


@pytest.mark.parametrize(
    ("before", "after", "by"),
    [
        (Mood(4, 0), Mood(6, 4), HarderBy.ROSE),
        (Mood(7, 0), Mood(8, 4), HarderBy.HIGH),
        (Mood(5, 0), Mood(5, 3), HarderBy.ENERGY),
        (Mood(5, 0), Mood(6, 2), None),
        (None, Mood(9, 4), None),
    ],
)
def test_r1_says_which_condition(before: Mood | None, after: Mood, by: HarderBy | None) -> None:
    """The first that is met."""
    assert harder_by(around(before, after)) is by


def test_too_much_is_a_harder_sitting_whatever_was_rated() -> None:
    """The person said so."""
    easy, other = daily((5, 1), (5, 2))

    assert harder_sittings([easy, other], [too_much(other)]) == {other.sitting}


# ---------------------------------------------------------------- R2
@pytest.mark.parametrize(
    ("ratings", "is_dropped"),
    [
        ([(5, 7), (5, 4), (5, 4)], False),
        ([(5, 7), (5, 7), (5, 4)], True),
        ([(5, 7), (5, 6), (9, 1), (9, 1), (5, 1)], False),  # long ago
        ([(5, 7), (5, 7)], True),
        ([(5, 7), (5, 6)], False),
        ([(None, 9), (None, 9), (None, 9)], False),
    ],
)
def test_r2_by_the_last_three(ratings: list[tuple[int | None, int]], is_dropped: bool) -> None:
    """Two of the last three rated sittings were harder by 2."""
    assert ("five-senses" in dropped(daily(*ratings))) is is_dropped


@pytest.mark.parametrize(("times", "is_dropped"), [(1, False), (2, True), (3, True)])
@pytest.mark.parametrize("value", ["too_much", "note"])
def test_r2_counts_too_much_without_any_rating(times: int, is_dropped: bool, value: str) -> None:
    """Who stops because it is too much often rates nothing afterwards."""
    entries = daily(*[(5, None)] * 3)
    remarks = [too_much(entry, value) for entry in entries[:times]]

    assert ("five-senses" in dropped(entries, remarks)) is is_dropped


def test_r2_takes_a_remark_of_the_rule_for_no_more_than_the_ratings() -> None:
    """From 7 to 8 is R1, and not harder by 2."""
    entries = daily((7, 8), (7, 8))

    assert not dropped(entries, [too_much(entry, "R1") for entry in entries])


@pytest.mark.parametrize(("energy", "is_dropped"), [(2, False), (3, True), (-3, True)])
def test_r2_counts_energy_further_outside(energy: int, is_dropped: bool) -> None:
    """More numb is harder too, even where distress stays."""
    entries = [
        replace(
            around(Mood(5, 0), Mood(5, energy)),
            started=Started(
                UUID(int=day), Moment.of(FIRST), "calm-place", "Calm place", "imagery", "full",
                "1", Mood(5, 0),
            ),
        )
        for day in range(2)
    ]  # fmt: skip

    assert ("calm-place" in dropped(entries)) is is_dropped


@pytest.mark.parametrize(("times", "is_dropped"), [(2, False), (3, True)])
def test_r2_by_probability_needs_three_and_claims_no_rise(times: int, is_dropped: bool) -> None:
    """Never clearly higher: the sentence says nothing of higher ratings."""
    other = [
        sitting(50 + day, FIRST + timedelta(days=50 + day), 1, 1, exercise="other")
        for day in range(20)
    ]
    told = dropped([*daily(*[(9, 10)] * times), *other])

    assert ("five-senses" in told) is is_dropped
    if is_dropped:
        assert "higher" not in told["five-senses"].sentence + told["five-senses"].note
        assert "3 rated times" in told["five-senses"].sentence


def test_r2_by_all_that_is_known() -> None:
    """Always one higher is never a clear rise, and yet likely worse from the third on."""
    assert not dropped(daily((5, 6), (5, 6)))
    assert "five-senses" in dropped(daily(*[(5, 6)] * 9))


def test_r2_says_what_happened_to_the_person_and_to_the_therapist() -> None:
    """Neither blames; the person can open it all the same."""
    told = dropped(daily((5, 8), (5, 8), (5, 8)))["five-senses"]

    assert "left out of the suggestions" in told.sentence
    assert "all the same" in told.sentence
    assert "3 of the last 3" in told.note


# ---------------------------------------------------------------- R3
TODAY = date(2025, 11, 30)


def days_ago(*told: tuple[int, int, int | None]) -> list[Entry]:
    """Sittings so many days ago, rated before and after."""
    return [
        sitting(number, FIRST.replace(day=30) - timedelta(days=ago), before, after)
        for number, (ago, before, after) in enumerate(told)
    ]


@pytest.mark.parametrize(("harder", "is_told"), [(2, False), (3, True), (5, True)])
def test_r3_by_the_last_five(harder: int, is_told: bool) -> None:
    """Three of five, months ago or not."""
    ratings = [(3, 5)] * harder + [(3, 3)] * (5 - harder)
    entries = daily(*ratings)

    assert (needs_people(entries, [], date(2027, 1, 1)) is not None) is is_told


def test_r3_forgets_what_lies_behind_the_last_five() -> None:
    """Three harder times, and then five that were not."""
    assert needs_people(daily(*[(3, 5)] * 3, *[(3, 3)] * 5), [], date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("distress", "is_told"), [([7, 7, 7], False), ([8, 8, 8], True), ([8, 8], False)]
)
def test_r3_by_seven_days(distress: list[int], is_told: bool) -> None:
    """A median of 8, from three days on."""
    entries = days_ago(*[(ago, rating, rating) for ago, rating in enumerate(distress)])

    assert (needs_people(entries, [], TODAY) is not None) is is_told


def test_r3_looks_at_the_last_seven_days_only() -> None:
    """The seventh day back counts, the eighth does not."""
    assert needs_people(days_ago((4, 8, 8), (5, 8, 8), (6, 8, 8)), [], TODAY)
    assert needs_people(days_ago((5, 8, 8), (6, 8, 8), (7, 8, 8)), [], TODAY) is None


@pytest.mark.parametrize(("week", "is_told"), [(4, False), (5, True), (6, True)])
def test_r3_by_a_harder_week(week: int, is_told: bool) -> None:
    """Two above the middle of the four weeks before."""
    before = [(ago, 3, 3) for ago in (10, 14, 20)]

    told = needs_people(days_ago((0, week, week), (2, week, week), *before), [], TODAY)

    assert (told is not None) is is_told


def test_r3_counts_days_and_not_busy_hours() -> None:
    """Five ratings of one day are one day."""
    entries = days_ago(*[(0, 9, 9)] * 5)

    assert needs_people(entries, [], TODAY) is None


def test_r3_speaks_of_people_and_gives_the_therapist_the_figures() -> None:
    """No diagnosis, no alarm."""
    told = needs_people(daily(*[(3, 6)] * 4), [], TODAY)

    assert told is not None
    assert "tell somebody, or your therapist" in told[0]
    assert "4 of the last 4" in told[1]


@given(st.permutations(days_ago(*[(ago, 8, 9 - ago % 3) for ago in range(12)])))
def test_the_order_of_entries_changes_nothing(entries: list[Entry]) -> None:
    """However the journal gives them back."""
    ordered = sorted(entries, key=lambda entry: entry.started.at.at)

    assert needs_people(entries, [], TODAY) == needs_people(ordered, [], TODAY)
    assert dropped(entries) == dropped(ordered)


def test_r3_counts_too_much_where_the_app_went_away_afterwards() -> None:
    """Three that were never ended, each too much; without the remarks nothing is known."""
    entries = [sitting(day, FIRST + timedelta(days=day), 5, None, ending=None) for day in range(3)]

    assert needs_people(entries, [too_much(entry) for entry in entries], TODAY)
    assert needs_people(entries, [], TODAY) is None


def test_r3_bears_the_first_day_of_the_calendar() -> None:
    """A history without a day, as it is made where none was told."""
    assert needs_people(daily((9, 9)), [], date.min) is None


# ---------------------------------------------------------------- R4
@pytest.mark.parametrize(
    ("scale", "earlier", "later", "is_worse"),
    [(Scale.PHQ, 5, 10, False), (Scale.PHQ, 5, 11, True), (Scale.PHQ, 11, 5, False),
     (Scale.GAD, 5, 8, False), (Scale.GAD, 5, 9, True),
     (Scale.WHO5, 38, 28, True), (Scale.WHO5, 37, 28, False), (Scale.WHO5, 40, 29, False),
     (Scale.WHO5, 60, 20, True), (Scale.WHO5, 20, 60, False)],
)  # fmt: skip
def test_r4_by_published_thresholds(scale: Scale, earlier: int, later: int, is_worse: bool) -> None:
    """PHQ 6, GAD 4, WHO-5 10 lower and at most 28."""
    assert worsened(scale, earlier, later) is is_worse


def test_the_therapist_reads_all_four_rules() -> None:
    """In plain sentences, and of R4 what worsened only."""
    entries = daily(*[(3, 6)] * 4)
    scores = {Scale.PHQ: (5, 11), Scale.GAD: (5, 8)}

    told = notes_for_therapist(entries, [], TODAY, scores)

    assert [note[:11] for note in told] == [
        "R1: 4 of 4 ",
        "Five senses",
        "R3: 4 of th",
        "R4: PHQ wen",
    ]
    assert notes_for_therapist([], [], TODAY) == ("R1: 0 of 0 sittings were harder, or too much.",)
