"""The breath as numbers: smooth, whole, and the same over and over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises.model import Stroke, StrokeKind
from attachcalm.player.breath import Breath

IN = Stroke(StrokeKind.IN, 1.0, 4_000, "In")
HOLD = Stroke(StrokeKind.HOLD, 1.0, 2_000, "Hold")
OUT = Stroke(StrokeKind.OUT, 0.0, 6_000, "Out")
BREATH = Breath((IN, HOLD, OUT))


@st.composite
def breaths(draw: st.DrawFn) -> Breath:
    """In in one or two strokes, perhaps hold, out in one or two, perhaps rest empty."""
    ms = st.integers(500, 20_000)
    tops = draw(st.sampled_from([(1.0,), (0.7,), (0.6, 1.0)]))
    strokes = [Stroke(StrokeKind.IN, top, draw(ms), "In") for top in tops]
    if draw(st.booleans()):
        strokes.append(Stroke(StrokeKind.HOLD, tops[-1], draw(ms), "Hold"))
    bottoms = draw(st.sampled_from([(0.0,), (0.3, 0.0)]))
    strokes += [Stroke(StrokeKind.OUT, bottom, draw(ms), "Out") for bottom in bottoms]
    if draw(st.booleans()):
        strokes.append(Stroke(StrokeKind.HOLD, 0.0, draw(ms), "Rest"))
    return Breath(tuple(strokes))


@pytest.mark.parametrize(
    "ms, number, stroke, count, fullness",
    [
        (0, 0, IN, 4, 0.0),
        (1, 0, IN, 4, 0.0),
        (999, 0, IN, 4, 0.146),
        (1_000, 0, IN, 3, 0.146),
        (2_000, 0, IN, 2, 0.5),
        (3_999, 0, IN, 1, 1.0),
        (4_000, 1, HOLD, 2, 1.0),
        (5_999, 1, HOLD, 1, 1.0),
        (6_000, 2, OUT, 6, 1.0),
        (9_000, 2, OUT, 3, 0.5),
        (11_999, 2, OUT, 1, 0.0),
        (12_000, 3, IN, 4, 0.0),
        (120_000, 30, IN, 4, 0.0),
    ],
)
def test_a_breath_is_told_moment_by_moment(
    ms: int, number: int, stroke: Stroke, count: int, fullness: float
) -> None:
    """Four in, two held, six out: which stroke, how many seconds to go, how full."""
    moment = BREATH.at(ms)

    assert (moment.number, moment.stroke, moment.count) == (number, stroke, count)
    assert moment.fullness == pytest.approx(fullness, abs=0.001)


def test_a_breath_lasts_as_long_as_its_strokes() -> None:
    """Twelve seconds."""
    assert BREATH.cycle_ms == 12_000


def test_a_double_breath_in_goes_on_from_where_it_was() -> None:
    """The second sip begins at the fullness that the first one reached."""
    first = Stroke(StrokeKind.IN, 0.8, 2_000, "In")
    sip = Stroke(StrokeKind.IN, 1.0, 1_000, "And a sip")
    breath = Breath((first, sip, OUT))

    assert breath.at(2_000).stroke == sip
    assert breath.at(2_000).fullness == pytest.approx(0.8)
    assert breath.at(2_500).fullness == pytest.approx(0.9)


def test_the_time_to_go_is_never_nothing() -> None:
    """The number beside the word goes down to 1, and then the next stroke begins."""
    for ms in range(BREATH.cycle_ms):
        moment = BREATH.at(ms)

        assert moment.left >= 1
        assert moment.count >= 1


@given(breaths(), st.integers(0, 10**7))
def test_fullness_stays_between_empty_and_full_and_never_jumps(breath: Breath, ms: int) -> None:
    """L5: in a millisecond it moves no further than the quickest stroke could."""
    here, next_ = breath.at(ms).fullness, breath.at(ms + 1).fullness
    quickest = min(stroke.ms for stroke in breath.strokes)

    assert 0.0 <= here <= 1.0
    assert abs(next_ - here) <= 3.1416 / 2 / quickest + 1e-9


@given(breaths(), st.integers(0, 50))
def test_every_breath_begins_empty_and_is_like_the_first(breath: Breath, cycle: int) -> None:
    """Nothing adds up over the minutes."""
    first = breath.at(0)
    later = breath.at(cycle * breath.cycle_ms)

    assert later.fullness == 0.0
    assert (later.stroke, later.left) == (first.stroke, first.left)
    assert later.number == cycle * len(breath.strokes)
    assert breath.at(breath.cycle_ms - 1).fullness < 0.01


@given(breaths(), st.integers(0, 10**6), st.integers(0, 10**5))
def test_strokes_are_numbered_in_their_order(breath: Breath, ms: int, later: int) -> None:
    """A later moment never has a smaller number, and the number names the stroke."""
    first, second = breath.at(ms), breath.at(ms + later)

    assert first.number <= second.number
    assert breath.strokes[first.number % len(breath.strokes)] == first.stroke


@given(breaths(), st.integers(0, 10**6))
def test_what_is_left_of_a_stroke_ends_where_the_next_begins(breath: Breath, ms: int) -> None:
    """L6 for strokes: at that very millisecond, and not before."""
    moment = breath.at(ms)

    assert breath.at(ms + moment.left).number == moment.number + 1
    assert breath.at(ms + moment.left - 1).number == moment.number
    assert breath.at(ms + moment.left).left == breath.at(ms + moment.left).stroke.ms
