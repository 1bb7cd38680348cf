"""How a gain moves."""

import pytest

from attachcalm.sound.ramp import Ramp, steady


def test_a_ramp_is_a_straight_line_that_ends_at_its_goal() -> None:
    """Half of the time is half of the way, and late is no further than the goal."""
    ramp = Ramp(0.2, 0.8, 600)

    assert ramp.gain == 0.2
    assert ramp.after(300).gain == pytest.approx(0.5)
    assert ramp.after(300).left == 300
    assert ramp.after(10_000).gain == 0.8
    assert ramp.after(10_000).is_over


def test_a_bent_ramp_begins_where_the_old_one_is() -> None:
    """There is no jump when a voice begins in the middle of a fade-in."""
    bent = Ramp(0.0, 1.0, 1_000).after(250).bent_to(0.1, 500)

    assert bent.gain == 0.25
    assert bent.after(500).gain == 0.1


@pytest.mark.parametrize("lasts", [0, -5])
def test_a_ramp_of_no_time_is_at_its_goal(lasts: int) -> None:
    """At once means at once."""
    assert steady(0.5).bent_to(0.9, lasts).gain == 0.9


@pytest.mark.parametrize("gone", range(0, 1_001, 50))
def test_an_even_pair_is_as_loud_together_as_each_alone(gone: int) -> None:
    """Two different sounds add up by their power: there is no hollow in the middle of a seam."""
    goes = Ramp(0.6, 0.0, 1_000, even=True).after(gone).gain
    comes = Ramp(0.0, 0.6, 1_000, even=True).after(gone).gain

    assert goes**2 + comes**2 == pytest.approx(0.6**2)


def test_an_even_ramp_bends_without_a_jump() -> None:
    """Stopped in the middle of a seam, it goes down from where it is."""
    half = Ramp(0.0, 1.0, 1_000, even=True).after(500)

    assert half.bent_to(0.0, 300).gain == half.gain
    assert half.bent_to(0.0, 300).after(300).gain == 0.0
