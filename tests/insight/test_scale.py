"""Which way is easier on each scale, and how its levels are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.scale import DISTRESS_SCALE, ENERGY_SCALE, SCALES, SECURITY_SCALE, Scale
from attachcalm.journal.mood import Mood


@pytest.mark.parametrize(
    ("scale", "before", "after", "ease"),
    [
        (DISTRESS_SCALE, 7, 4, 3),
        (DISTRESS_SCALE, 4, 7, -3),
        (SECURITY_SCALE, 4, 7, 3),
        (SECURITY_SCALE, 7, 4, -3),
        (ENERGY_SCALE, -3, -1, 2),
        (ENERGY_SCALE, -2, -1, 1),
        (ENERGY_SCALE, 0, 1, 0),
        (ENERGY_SCALE, 2, 3, -1),
        (ENERGY_SCALE, -4, 4, 0),
        (ENERGY_SCALE, 3, -2, 1),
    ],
)
def test_easier_is_lower_higher_or_nearer_to_the_window(
    scale: Scale, before: int, after: int, ease: int
) -> None:
    """Distress down, security up, energy into the window from either side (clinical, item 2)."""
    assert scale.ease(before, after) == ease


@given(st.sampled_from(SCALES), st.data())
def test_there_and_back_is_no_change(scale: Scale, data: st.DataObject) -> None:
    """What eased by so much on the way is as much harder on the way back."""
    levels = st.integers(scale.low, scale.high)
    one, other = data.draw(levels), data.draw(levels)

    assert scale.ease(one, other) == -scale.ease(other, one)
    assert scale.ease(one, one) == 0


@pytest.mark.parametrize(
    ("value", "away"), [(-4, 3), (-2, 1), (-1, 0), (0, 0), (1, 0), (1.5, 0.5), (2, 1)]
)
def test_the_window_is_from_minus_one_to_one(value: float, away: float) -> None:
    """Both ends belong to it: what lies outside is eased by the way to the nearer one."""
    assert ENERGY_SCALE.ease(value, 0) == away


def test_each_scale_takes_its_own_rating() -> None:
    """0 is a rating, and what was skipped stays unknown."""
    assert [scale.of(Mood(0, -4, 10)) for scale in SCALES] == [0, -4, 10]
    assert [scale.of(Mood()) for scale in SCALES] == [None, None, None]
    assert [scale.of(None) for scale in SCALES] == [None, None, None]


@pytest.mark.parametrize(
    ("scale", "value", "words"),
    [
        (DISTRESS_SCALE, 0, "0"), (DISTRESS_SCALE, 2.5, "2.5"), (DISTRESS_SCALE, 10, "10"),
        (ENERGY_SCALE, 0, "0"), (ENERGY_SCALE, 3, "+3"), (ENERGY_SCALE, -3, "\N{MINUS SIGN}3"),
        (ENERGY_SCALE, -0.5, "\N{MINUS SIGN}0.5"),
    ],
)  # fmt: skip
def test_a_two_sided_level_has_its_sign(scale: Scale, value: float, words: str) -> None:
    """A true minus; nothing before a 0."""
    assert scale.level_words(value) == words
