"""The last two numbers of each measure, and what rule R4 says of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight import harder
from attachcalm.journal.page import Score
from attachcalm.measures.record import courses
from attachcalm.measures.shelf import load
from tests.fakes.facts import at, scored

MEASURES = load((Path(__file__).parent.parent.parent / "resources" / "measures",)).measures
DAY = 24 * 60


def gad(total: float | None, days: float) -> Score:
    """The GAD-7 so many days later; None: something was left out."""
    values = () if total is None else (("Total", total),)
    return scored("gad-7", values=values, when=at(days * DAY))


def test_the_last_two_numbers_are_compared() -> None:
    """Earlier ones, and fillings without a number, are passed over."""
    scores = [gad(3, 0), gad(9, 14), gad(None, 28), gad(13, 42), scored("who-5")]

    (course,) = courses(scores, MEASURES)

    assert (course.measure.id, course.change.earlier, course.change.later) == ("gad-7", 9, 13)
    assert (course.until - course.since).days == 28
    assert course.is_worsening


@pytest.mark.parametrize(("later", "worse"), [(12, False), (13, True), (14, True), (5, False)])
def test_r4_is_told_from_its_threshold_on(later: int, worse: bool) -> None:
    """From 9: 4 points more; in the words that the record's own rule has."""
    (course,) = courses([gad(9, 0), gad(later, 14)], MEASURES)

    assert course.is_worsening is worse
    told = harder.notes_for_therapist([], [], course.until, {harder.Scale.GAD: (9, later)})
    assert (course.note in told) is worse


def test_one_number_is_no_course() -> None:
    """Nor is none."""
    assert courses([gad(3, 0), gad(None, 14)], MEASURES) == ()
    assert courses([], MEASURES) == ()


@given(st.permutations([gad(n, n) for n in range(6)]))
def test_the_order_of_the_scores_does_not_matter(scores: list[Score]) -> None:
    """Only their days do."""
    (course,) = courses(scores, MEASURES)

    assert (course.change.earlier, course.change.later) == (4, 5)
