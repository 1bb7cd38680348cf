"""A change is called one only where chance would hardly make it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight import harder
from attachcalm.insight.harder import Scale as Scored
from attachcalm.journal.page import Direction, ScaleNote
from attachcalm.measures.change import (
    Change,
    change_noted,
    change_on,
    worsened,
)
from attachcalm.measures.model import Scale
from attachcalm.measures.reader import read_file

SHIPPED = Path(__file__).parent.parent.parent / "resources" / "measures"
GAD, PHQ, PHQ_9, WHO = (
    read_file(SHIPPED / f"{name}.json").scales[0] for name in ("gad-7", "phq-8", "phq-9", "who-5")
)


# ---------------------------------------------------------------- the worked numbers of §4
def test_the_first_worked_number() -> None:
    """SD 5.5, r .84: SEM 2.2, S_diff 3.1113, threshold 6.098; 16 to 9 is -2.250."""
    change = change_noted(ScaleNote("x", 0, 27, Direction.HARDER, 5.5, 0.84), 16, 9)
    assert change.threshold == pytest.approx(6.098, abs=0.001)
    assert change.is_reliable
    assert not change.is_worse


def test_the_second_worked_number() -> None:
    """SD 13, r .85: 48 to 36 is -1.685, which is not reliable."""
    note = ScaleNote("DERS", 16, 80, Direction.HARDER, 13, 0.85)
    assert not change_noted(note, 48, 36).is_reliable


# ---------------------------------------------------------------- published thresholds
@pytest.mark.parametrize(
    ("scale", "later", "reliable"),
    [(GAD, 13, False), (GAD, 14, True), (GAD, 15, True), (GAD, 7, False), (GAD, 6, True),
     (PHQ, 15, False), (PHQ, 16, True), (PHQ, 17, True), (PHQ_9, 4, True), (PHQ_9, 5, False),
     (WHO, 0, True), (WHO, 16, False), (WHO, 20, True)],
)  # fmt: skip
def test_below_at_and_above_the_threshold(scale: Scale, later: float, reliable: bool) -> None:
    """From 10: 4 points on the GAD-7, 6 on the PHQ, 10 on the WHO-5."""
    assert change_on(scale, 10, later).is_reliable is reliable


def test_without_a_threshold_nothing_is_called_reliable() -> None:
    """Neither a large change nor none."""
    note = ScaleNote("x", 0, 100, Direction.BETTER)

    assert not change_noted(note, 0, 100).is_reliable
    assert change_noted(note, 0, 100).threshold is None


@pytest.mark.parametrize(
    ("direction", "by", "worse"),
    [
        (Direction.HARDER, 1, True), (Direction.HARDER, -1, False), (Direction.BETTER, 1, False),
        (Direction.BETTER, -1, True), (Direction.NEITHER, 1, False),
        (Direction.NEITHER, -1, False), (Direction.HARDER, 0, False), (Direction.BETTER, 0, False),
    ],
)  # fmt: skip
def test_worse_is_what_the_scale_says(direction: Direction, by: int, worse: bool) -> None:
    """A higher number is not always worse."""
    assert Change(5, 5 + by, direction).is_worse is worse


# ---------------------------------------------------------------- R4
@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [(38, 28, True), (40, 32, False), (40, 28, True), (36, 28, False), (60, 48, False)],
)
def test_the_who_5_worsens_only_down_to_28(earlier: int, later: int, told: bool) -> None:
    """Ten points lower, and 28 or less."""
    assert worsened(WHO, earlier, later) is told


@given(st.integers(0, 27), st.integers(0, 27))
def test_the_rule_is_the_one_that_the_records_go_by(earlier: int, later: int) -> None:
    """R4 stands in the measures' files and in insight: both say the same of every pair."""
    assert worsened(PHQ_9, earlier, later) == harder.worsened(Scored.PHQ, earlier, later)
    assert worsened(PHQ, earlier, later) == harder.worsened(Scored.PHQ, earlier, later)
    assert worsened(GAD, earlier, later) == harder.worsened(Scored.GAD, earlier, later)
    fours = earlier * 4 % 104, later * 4 % 104
    assert worsened(WHO, *fours) == harder.worsened(Scored.WHO5, *fours)


@given(st.floats(-50, 50), st.floats(-50, 50), st.sampled_from([GAD, PHQ, WHO]))
def test_there_and_back_is_the_same_change(one: float, two: float, scale: Scale) -> None:
    """Only the way it went differs."""
    there = change_on(scale, one, two)
    back = change_on(scale, two, one)

    assert there.is_reliable == back.is_reliable
    assert not (there.is_worse and back.is_worse)
