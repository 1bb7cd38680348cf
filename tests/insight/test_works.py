"""What an exercise does for one person: the worked numbers, and what must hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.comparator import adjusted
from attachcalm.insight.works import Effect, effects, effects_of, pooled_variance
from tests.insight.records import daily

WORKED = {"sigh": [3, 2, 4, 3, 2], "senses": [1, 2, 0, 1, 2, 1], "place": [5], "scan": [-1, 0, -2]}


def test_worked_numbers_come_out() -> None:
    """Ordinary change .5, noise 1.5: one lucky 5 ranks below five solid sighs."""
    found = effects_of(WORKED, 0.5, 1.5)

    assert {name: round(effect.mean, 3) for name, effect in found.items()} == {
        "sigh": 2.086, "senses": 0.985, "place": 1.885, "scan": -0.357,
    }  # fmt: skip
    assert {name: round(effect.sd, 3) for name, effect in found.items()} == {
        "sigh": 0.557, "senses": 0.522, "place": 0.832, "scan": 0.655,
    }  # fmt: skip
    assert found["scan"].likely_worse == pytest.approx(0.707, abs=0.001)
    assert found["sigh"].likely_more_than(found["senses"]) == pytest.approx(0.925, abs=0.001)


def test_noise_is_pooled_over_exercises() -> None:
    """Within 7.633, 11 free: 1.243."""
    assert pooled_variance(WORKED) == pytest.approx(1.243, abs=0.001)
    assert pooled_variance({"once": [4]}) == pytest.approx(1.5**2)


@pytest.mark.parametrize(("before", "after", "eased"), [(8, 6.4, 0), (2, 2.8, 0), (8, 5, 1.4)])
def test_the_fall_that_comes_by_itself_is_taken_off(
    before: float, after: float, eased: float
) -> None:
    """Mean 4, .6 kept: from 8 a fall to 6.4 is nothing, and from 2 a rise to 2.8 is nothing."""
    assert adjusted(before, after, 4, 0.6) == pytest.approx(eased)


def test_worked_series_is_adjusted() -> None:
    """Mean 5, .6 kept: .675 is left of 1.375."""
    pairs = zip([8, 7, 6, 9, 5, 7, 4, 8], [5, 6, 6, 6, 6, 4, 3, 7], strict=True)
    eased = [adjusted(before, after, 5, 0.6) for before, after in pairs]

    assert eased == pytest.approx([1.8, 0.2, -0.4, 1.4, -1, 2.2, 1.4, -0.2])
    assert sum(eased) / 8 == pytest.approx(0.675)


def test_skipped_ratings_say_nothing_and_0_says_something() -> None:
    """Nothing is imputed."""
    assert effects(daily((None, 3), (5, None))) == {}
    assert effects(daily((3, 0)))["five-senses"].n == 1


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=30))
def test_what_little_is_known_stays_near_the_ordinary(ratings: list[tuple[int, int]]) -> None:
    """The order of entries changes nothing, and an effect never lies outside its own data."""
    entries = daily(*ratings)
    found = effects(entries)["five-senses"]
    back = effects(entries[::-1])["five-senses"]

    assert found.mean == pytest.approx(back.mean)
    assert found.n == len(ratings)
    assert 0 < found.sd < 1
    assert 0 <= found.likely_worse <= 1


@given(st.floats(-3, 3), st.floats(0.1, 1), st.floats(-3, 3), st.floats(0.1, 1))
def test_more_than_and_less_than_are_two_sides(a: float, s: float, b: float, t: float) -> None:
    """P(one > other) + P(other > one) = 1."""
    one, other = Effect(a, s, 5), Effect(b, t, 5)

    assert one.likely_more_than(other) + other.likely_more_than(one) == pytest.approx(1)
    assert one.likely_more_than(one) == pytest.approx(0.5)
