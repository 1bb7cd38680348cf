"""The glide: from the person's pace to the exercise's, smooth, whole and in time."""

from itertools import islice, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from attachcalm.exercises.model import Stroke, StrokeKind
from attachcalm.player.glide import GLIDE_MS, breaths, cycle_ms, filling, glide_ms
from attachcalm.player.own_breath import STROKE_AT_LEAST_MS, Strokes

LONG_OUT = (Stroke(StrokeKind.IN, 1, 4_000, "In"), Stroke(StrokeKind.OUT, 0, 6_000, "Out"))
PACES = st.integers(2_000, 20_000)


@st.composite
def targets(draw: st.DrawFn) -> Strokes:
    """Two to four strokes of any length that a file may have."""
    ms = st.integers(STROKE_AT_LEAST_MS, 20_000)
    kinds = draw(st.sampled_from([("in", "out"), ("in", "hold", "out"), ("in", "in", "out"),
                                  ("in", "hold", "out", "hold")]))  # fmt: skip
    return tuple(Stroke(StrokeKind(kind), 1, draw(ms), kind) for kind in kinds)


def test_a_glide_from_four_seconds_to_ten() -> None:
    """Thirteen breaths in 88 seconds, each 461 or 462 ms longer than the one before."""
    lengths = [cycle_ms(strokes) for strokes in islice(breaths(LONG_OUT, 4_000, GLIDE_MS), 15)]

    assert lengths[:3] == [4_000, 4_461, 4_923]
    assert lengths[12:] == [9_538, 10_000, 10_000]
    assert 87_900 < sum(lengths[:13]) <= 88_000
    assert {after - before for before, after in pairwise(lengths[:14])} <= {461, 462}


def test_without_an_own_pace_every_breath_is_the_target() -> None:
    """No glide: the same strokes, not even copied."""
    assert all(strokes is LONG_OUT for strokes in islice(breaths(LONG_OUT, None, GLIDE_MS), 20))


@given(targets(), PACES, st.integers(0, GLIDE_MS))
def test_lengths_and_strokes_go_one_way_and_arrive(target: Strokes, pace: int, ms: int) -> None:
    """Monotone, no stroke under half a second, whole milliseconds, and the target at the end."""
    seen = list(islice(breaths(target, pace, ms), 60))
    ways = [*zip(*seen, strict=True), [Stroke(StrokeKind.IN, 1, cycle_ms(s), "") for s in seen]]

    for way in ways:
        lengths = [stroke.ms for stroke in way]
        assert lengths in (sorted(lengths), sorted(lengths, reverse=True))
        assert all(type(length) is int for length in lengths)
        assert min(lengths) >= STROKE_AT_LEAST_MS
    assert seen[-1] == target
    words = [(stroke.kind, stroke.to, stroke.word) for stroke in target]
    assert all([(s.kind, s.to, s.word) for s in strokes] == words for strokes in seen)


@given(targets(), PACES)
def test_the_first_breath_is_the_persons_own(target: Strokes, pace: int) -> None:
    """To the millisecond, where every stroke has its half second and more to go by."""
    assume(pace >= STROKE_AT_LEAST_MS * len(target) and cycle_ms(target) <= 60_000)
    assume(any(stroke.ms > STROKE_AT_LEAST_MS for stroke in target))

    first = next(breaths(target, pace, GLIDE_MS))

    assert cycle_ms(first) == pace


@given(targets(), PACES, st.integers(0, GLIDE_MS))
def test_the_target_is_reached_in_the_time_there_is(target: Strokes, pace: int, ms: int) -> None:
    """What is not yet the target lasts no longer than the glide may."""
    coming = breaths(target, pace, ms)
    gliding_ms = sum(cycle_ms(strokes) for strokes in islice(coming, 60) if strokes != target)

    assert gliding_ms <= ms


@given(targets(), PACES, st.integers(0, GLIDE_MS))
def test_no_breath_differs_from_the_next_by_a_jump(target: Strokes, pace: int, ms: int) -> None:
    """All steps of a stroke are alike, but for the rounding to a millisecond."""
    seen = list(islice(breaths(target, pace, ms), 60))
    arrived = seen.index(target)

    for way in zip(*seen[: arrived + 1], strict=True):
        steps = [after.ms - before.ms for before, after in pairwise(way)]
        assert not steps or max(steps) - min(steps) <= 1


@pytest.mark.parametrize(
    "breathing_ms, glide", [(0, 0), (70_000, 52_500), (119_999, 89_999), (120_000, 90_000),
                            (120_001, 90_000), (600_000, 90_000)],
)  # fmt: skip
def test_a_glide_takes_ninety_seconds_or_three_quarters(breathing_ms: int, glide: int) -> None:
    """Below, at and above two minutes of breathing: a quarter is always at the target."""
    assert glide_ms(breathing_ms) == glide


@given(targets(), st.one_of(st.none(), PACES), st.integers(1_000, 900_000))
def test_a_stretch_is_filled_within_half_a_breath(
    target: Strokes, pace: int | None, stretch: int
) -> None:
    """What is over or missing is never more than half of a breath that stands at the end."""
    laid = filling(breaths(target, pace, GLIDE_MS), stretch)
    longest = max(map(cycle_ms, (*laid, target)))

    filled = sum(map(cycle_ms, laid))

    if len(laid) > 1:
        assert abs(filled - stretch) <= longest / 2
    else:
        assert filled - stretch < longest


@given(targets(), st.integers(1, 100))
def test_a_stretch_of_whole_breaths_holds_exactly_those(target: Strokes, cycles: int) -> None:
    """No glide, nothing over: as many as the exercise says."""
    assert filling(breaths(target, None, 0), cycles * cycle_ms(target)) == (target,) * cycles
