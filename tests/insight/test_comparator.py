"""What comes by itself, from the times of just sitting."""

import pytest

from attachcalm.insight.comparator import JUST_SIT, KEPT, Comparator, comparator_of
from attachcalm.insight.works import effects
from tests.insight.records import FIRST, daily, sitting

HALF = [(before, 5 + (before - 4) // 2) for before in (2, 4, 6, 8)] * 2  # half of it stays


@pytest.mark.parametrize(("n", "kept", "assumed"), [(7, KEPT, True), (8, 0.5, False)])
def test_eight_times_of_just_sitting_take_the_place_of_the_assumption(
    n: int, kept: float, assumed: bool
) -> None:
    """Seven do not."""
    found = comparator_of(HALF[:n])

    assert found.kept == pytest.approx(kept)
    assert (found.n, found.is_assumed) == (n, assumed)


def test_what_always_begins_alike_tells_nothing() -> None:
    """Eight times from 6: no slope, so the assumption stays and says that it is one."""
    assert comparator_of([(6, after) for after in range(8)]) == Comparator(n=8)


@pytest.mark.parametrize(("slope", "kept"), [(-1, 0), (2, 1)])
def test_a_slope_that_cannot_be_is_held_at_the_nearest_that_can(slope: int, kept: float) -> None:
    """Nobody's rating falls further below the mean the higher it was."""
    pairs = [(before, 5 + slope * (before - 5)) for before in (4, 5, 6)] * 3

    assert comparator_of(pairs).kept == kept


@pytest.mark.parametrize(("n", "usual"), [(7, None), (8, 3)])
def test_eight_check_ins_tell_the_mean_that_ratings_fall_back_to(
    n: int, usual: float | None
) -> None:
    """Until then the mean before practice stands in for it."""
    found = comparator_of([], [3] * n)

    assert found.usual == usual
    assert found.adjusted(8, 5, 6) == pytest.approx((6 if usual is None else 3) * 0.2 + 1.4)


def test_just_sitting_is_the_yardstick_and_no_exercise() -> None:
    """It is not among the effects, and what it shows moves theirs."""
    practised = daily((8, 4), (8, 4), (2, 2))
    sat = [
        sitting(100 + at, FIRST, before, after, exercise=JUST_SIT)
        for at, (before, after) in enumerate(HALF)
    ]

    with_it, without = effects(practised + sat), effects(practised)

    assert set(with_it) == {"five-senses"}
    assert with_it != effects(practised + sat, Comparator())
    assert without == effects(practised, Comparator())


def test_exercises_of_bad_days_do_not_look_best() -> None:
    """From 9 to 7 is less than from 4 to 3, once the fall that comes by itself is taken off."""
    bad = [sitting(at, FIRST, 9, 7, exercise="bad-days") for at in range(5)]
    good = [sitting(9 + at, FIRST, 4, 3, exercise="good-days") for at in range(5)]

    found = effects(bad + good, Comparator(kept=0.5, n=8, is_assumed=False))

    assert found["good-days"].mean > found["bad-days"].mean
