"""The strokes of one breath as they fit a person: own seconds, no holds, never too short."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises.model import Stroke, StrokeKind
from attachcalm.player.own_breath import (
    AS_WRITTEN,
    STROKE_AT_LEAST_MS,
    BreathFit,
    OwnStrokes,
    Strokes,
    fit_of,
    scaled,
    strokes_for,
    without_holds,
)
from attachcalm.settings import HOLD_MS, MOVE_MS, Settings

OWN = OwnStrokes(3_000, 1_000, 4_500, 2_000)


def breath(*told: tuple[str, float, int]) -> Strokes:
    """Strokes by kind, fullness after and milliseconds."""
    return tuple(Stroke(StrokeKind(kind), to, ms, f"{kind} {ms}") for kind, to, ms in told)


EVEN = breath(("in", 1, 5_500), ("out", 0, 5_500))
BOX = breath(("in", 1, 4_000), ("hold", 1, 4_000), ("out", 0, 4_000), ("hold", 0, 4_000))
BEDTIME = breath(("in", 1, 4_000), ("hold", 1, 7_000), ("out", 0, 8_000))
SIGH = breath(("in", 0.75, 2_000), ("in", 1, 1_000), ("out", 0, 6_000))
TWICE = breath(("in", 0.5, 2_000), ("out", 0.2, 2_000), ("in", 1, 2_000), ("out", 0, 2_000))
ANY = st.sampled_from([EVEN, BOX, BEDTIME, SIGH, TWICE])


def owns() -> st.SearchStrategy[OwnStrokes]:
    """Whatever the page can set."""
    moves = st.integers(*MOVE_MS)
    holds = st.one_of(st.just(0), st.integers(STROKE_AT_LEAST_MS, HOLD_MS[1]))
    return st.builds(OwnStrokes, moves, holds, moves, holds)


def told(strokes: Strokes) -> list[tuple[str, float, int]]:
    return [(stroke.kind.value, stroke.to, stroke.ms) for stroke in strokes]


# ---------------------------------------------------------------- own seconds
def test_own_seconds_take_the_place_of_the_exercises() -> None:
    """In, held, out, held empty; the exercise's words stay."""
    strokes = strokes_for(EVEN, BreathFit(own_strokes=OWN))

    assert told(strokes) == [
        ("in", 1, 3_000), ("hold", 1, 1_000), ("out", 0, 4_500), ("hold", 0, 2_000)]  # fmt: skip
    assert [stroke.word for stroke in strokes] == ["in 5500", "Hold", "out 5500", "Rest"]


def test_a_hold_of_nothing_is_none() -> None:
    """Two strokes are left, also where the exercise itself would hold."""
    own = replace(OWN, hold_ms=0, rest_ms=0)

    assert told(strokes_for(BOX, BreathFit(own_strokes=own))) == [
        ("in", 1, 3_000), ("out", 0, 4_500)]  # fmt: skip


def test_a_double_breath_stays_double_in_own_seconds() -> None:
    """Three seconds in, shared by both as before; what is said of a sip still fits."""
    strokes = strokes_for(SIGH, BreathFit(own_strokes=replace(OWN, hold_ms=0, rest_ms=0)))

    assert told(strokes) == [("in", 0.75, 2_000), ("in", 1, 1_000), ("out", 0, 4_500)]


def test_where_no_room_is_for_every_stroke_one_is_enough() -> None:
    """Four sips in a second and a half would be too quick to follow."""
    sips = breath(*(("in", to, 1_000) for to in (0.3, 0.6, 0.8, 1.0)), ("out", 0, 4_000))

    strokes = strokes_for(sips, BreathFit(own_strokes=OwnStrokes(1_500, 0, 3_000, 0)))

    assert told(strokes) == [("in", 1, 1_500), ("out", 0, 3_000)]


def test_a_breath_that_goes_up_and_down_twice_stays_as_it_is() -> None:
    """There are no own seconds for its shape."""
    assert strokes_for(TWICE, BreathFit(own_strokes=OWN)) == TWICE


@given(ANY, owns(), st.booleans())
def test_own_breaths_are_whole_and_can_be_followed(
    strokes: Strokes, own: OwnStrokes, no_holds: bool
) -> None:
    """From empty to empty, no stroke under half a second, and holds keep the breath where it is."""
    made = strokes_for(strokes, BreathFit(own_strokes=own, without_holds=no_holds))

    fullness = 0.0
    for stroke in made:
        assert stroke.ms >= STROKE_AT_LEAST_MS
        if stroke.kind is StrokeKind.HOLD:
            assert stroke.to == fullness
            assert not no_holds
        fullness = stroke.to
    assert fullness == 0.0
    if strokes != TWICE and not no_holds:
        assert sum(stroke.ms for stroke in made) == (
            own.in_ms + own.hold_ms + own.out_ms + own.rest_ms)  # fmt: skip


def test_as_written_changes_nothing() -> None:
    """The very same strokes."""
    for strokes in (EVEN, BOX, BEDTIME, SIGH, TWICE):
        assert strokes_for(strokes, AS_WRITTEN) is strokes


# ---------------------------------------------------------------- without holding
@pytest.mark.parametrize(
    ("held", "twin"),
    [
        (BOX, [("in", 1, 4_000), ("out", 0, 4_000)]),
        (BEDTIME, [("in", 1, 4_000), ("out", 0, 8_000)]),
        (EVEN, [("in", 1, 5_500), ("out", 0, 5_500)]),
    ],
    ids=["box", "bedtime", "even"],
)
def test_the_twin_leaves_the_holds_out(held: Strokes, twin: list[tuple[str, float, int]]) -> None:
    """Four sides become 4 in and 4 out, as the clinical source names it; the rest stays."""
    assert told(without_holds(held)) == twin


@given(ANY)
def test_the_twin_moves_all_the_time(strokes: Strokes) -> None:
    """Nothing is held, nothing that moved is changed, nothing is added."""
    moving = [stroke for stroke in strokes if stroke.kind is not StrokeKind.HOLD]

    assert list(without_holds(strokes)) == moving


# ---------------------------------------------------------------- scaled
@given(ANY, st.integers(2_000, 30_000))
def test_scaled_strokes_last_exactly_as_long_as_asked(strokes: Strokes, ms: int) -> None:
    """To the millisecond, none under half a second, kinds and words the same."""
    made = scaled(strokes, ms)

    assert sum(stroke.ms for stroke in made) == ms
    assert min(stroke.ms for stroke in made) >= STROKE_AT_LEAST_MS
    assert [(s.kind, s.to, s.word) for s in made] == [(s.kind, s.to, s.word) for s in strokes]


def test_strokes_of_half_a_second_grow_alike() -> None:
    """There is no proportion above the least to go by."""
    assert told(scaled(breath(("in", 1, 500), ("out", 0, 500)), 3_001)) == [
        ("in", 1, 1_500), ("out", 0, 1_501)]  # fmt: skip


# ---------------------------------------------------------------- from the settings
def test_first_settings_change_nothing() -> None:
    """Whoever never opened the page breathes as the exercise is written."""
    assert fit_of(Settings(), no_holds=False) == AS_WRITTEN


def test_a_fit_is_what_the_settings_say() -> None:
    """Own seconds only where they are wanted; a pace of 0 was never measured."""
    settings = Settings(breath_strokes=(3_000, 500, 5_000, 0), breath_cycle_ms=4_200)

    assert fit_of(settings, no_holds=False) == BreathFit(None, 4_200)
    own = replace(settings, breath_own=True, breath_spoken=False, breath_cycle_ms=0)
    assert fit_of(own, no_holds=False) == BreathFit(OwnStrokes(3_000, 500, 5_000, 0), spoken=False)


@pytest.mark.parametrize("set_so", [False, True])
@pytest.mark.parametrize("no_holds", [False, True])
def test_holds_are_left_out_by_either(set_so: bool, no_holds: bool) -> None:
    """The health answers cannot be overruled by a switch."""
    fit = fit_of(Settings(breath_without_holds=set_so), no_holds=no_holds)

    assert fit.without_holds is (set_so or no_holds)
