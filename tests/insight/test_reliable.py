"""Changes of questionnaires beyond chance, just below, at and above what counts."""

import pytest

from attachcalm.insight.reliable import Reliability, Shift, reliable_change


@pytest.mark.parametrize(
    ("later", "shift"),
    [(15, Shift.NOT_RELIABLE), (16, Shift.HIGHER), (7, Shift.NOT_RELIABLE), (6, Shift.LOWER)],
)
def test_a_published_threshold_counts_from_itself_on(later: float, shift: Shift) -> None:
    """By 5 from 11 against a threshold of 5, either way."""
    assert reliable_change(11, later, 5) is shift


def test_a_mean_of_items_is_not_lost_to_binary() -> None:
    """From .1 to .3 is .2, though the machine has a little less."""
    assert reliable_change(0.1, 0.3, 0.2) is Shift.HIGHER
    assert reliable_change(0.4, 0.1, 0.3) is Shift.LOWER
    assert reliable_change(1.1, 1.0, 0.2) is Shift.NOT_RELIABLE


def test_the_index_and_the_threshold_say_the_same() -> None:
    """At the threshold the index is 1.96."""
    known = Reliability(5.5, 0.84)

    assert known.index(10, 10 + known.threshold) == pytest.approx(1.96, abs=0.001)


@pytest.mark.parametrize(("sd", "reliability"), [(0, 0.8), (-1, 0.8), (5, 1), (5, -0.1)])
def test_what_no_measure_has_is_refused(sd: float, reliability: float) -> None:
    """No spread, or a reliability that is perfect or below 0."""
    with pytest.raises(ValueError, match="SD is above 0"):
        Reliability(sd, reliability)


@pytest.mark.parametrize("threshold", [0, -1, float("nan")])
def test_a_threshold_that_everything_passes_is_refused(threshold: float) -> None:
    """Else every change would be more than chance."""
    with pytest.raises(ValueError, match="above 0"):
        reliable_change(1, 2, threshold)
