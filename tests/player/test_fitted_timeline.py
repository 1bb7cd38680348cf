"""A breath that fits, laid on the timeline: as long as the exercise, whole, and never in a jump."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises import library
from attachcalm.exercises.model import (
    Breathe,
    BreathLine,
    Choose,
    Limit,
    Option,
    Pause,
    Say,
    Stroke,
    StrokeKind,
)
from attachcalm.exercises.narration import Clip
from attachcalm.player.own_breath import AS_WRITTEN, BreathFit, OwnStrokes
from attachcalm.player.session import Breathed, Events, Session
from attachcalm.player.timeline import Span, Timeline, compile_timeline
from tests.fakes.clock import FakeClock
from tests.fakes.documents import Values, built, documents
from tests.fakes.stage import exercise_of as exercise_with
from tests.player.test_own_breath import owns

IN, OUT = Stroke(StrokeKind.IN, 1.0, 4_000, "In"), Stroke(StrokeKind.OUT, 0.0, 6_000, "Out")
HOLD = Stroke(StrokeKind.HOLD, 1.0, 3_000, "Hold")
LINES = (BreathLine(2, "Softly."), BreathLine(5, "Still here."), BreathLine(8, "Softer."))
THIRTEEN = Breathe((IN, OUT), 13, LINES)
FROM_FOUR = BreathFit(from_cycle_ms=4_000)
EXERCISES = Path(__file__).parents[2] / "resources" / "exercises"
SHIPPED = library.load([EXERCISES])
BREATHING = ("long-out", "even-five-five", "cyclic-sigh")


def two_seconds(text: str) -> Clip:
    """A voice that takes two seconds for every sentence."""
    return Clip(text, Path("clip.mp3"), 2_000)


def nine_seconds(text: str) -> Clip:
    """A slow voice with much to say."""
    return Clip(text, Path("clip.mp3"), 9_000)


def fits() -> st.SearchStrategy[BreathFit]:
    """Whatever a person can set."""
    return st.builds(
        BreathFit,
        st.one_of(st.none(), owns()),
        st.one_of(st.none(), st.integers(2_000, 20_000)),
        st.booleans(),
        st.booleans(),
    )


def breathing(timeline: Timeline) -> list[Span]:
    return [span for span in timeline.spans if span.breath]


def breath_lengths(spans: list[Span]) -> list[int]:
    """How long each breath lasts, from empty to empty."""
    lengths: list[int] = []
    for span in spans:
        assert span.breath is not None
        strokes = span.breath.strokes * (span.lasts // span.breath.cycle_ms)
        ms = 0
        for at, stroke in enumerate(strokes):
            ms += stroke.ms
            following = strokes[at + 1 : at + 2]
            if stroke.to == 0 and not any(s.kind is StrokeKind.HOLD for s in following):
                lengths.append(ms)
                ms = 0
    return lengths


# ---------------------------------------------------------------- as it is written
@given(documents())
def test_no_fit_is_the_identical_timeline(document: Values) -> None:
    """Nothing asked for, nothing changed: not a span, not a stroke."""
    exercise = built(document)

    assert compile_timeline(exercise, fit=BreathFit()) == compile_timeline(exercise)


def test_a_pace_that_is_the_exercises_own_changes_nothing() -> None:
    """Whoever breathes six times a minute glides nowhere."""
    exercise = exercise_with((THIRTEEN,))
    plain = compile_timeline(exercise, find_clip=two_seconds)

    own = compile_timeline(exercise, find_clip=two_seconds, fit=BreathFit(from_cycle_ms=10_000))

    assert own.spans == plain.spans


# ---------------------------------------------------------------- the glide
def test_a_glide_begins_at_the_own_pace_and_arrives_in_ninety_seconds() -> None:
    """130 s of breathing stay 130 s within a breath; no breath is shorter than the one before."""
    timeline = compile_timeline(exercise_with((THIRTEEN,)), fit=FROM_FOUR)

    lengths = breath_lengths(breathing(timeline))

    assert lengths[0] == 4_000
    assert lengths == sorted(lengths)
    assert lengths[13:] == [10_000] * 4
    assert sum(lengths[:13]) <= 90_000
    assert abs(timeline.total_ms - 130_000) <= 5_000


def test_lines_stay_near_their_time() -> None:
    """By the clock, not by the number of the breath; each when a breath begins."""
    timeline = compile_timeline(exercise_with((THIRTEEN,)), find_clip=two_seconds, fit=FROM_FOUR)

    told = {span.caption: span.start for span in breathing(timeline) if span.caption}

    assert list(told) == ["Softly.", "Still here.", "Softer."]
    for caption, due in (("Softly.", 10_000), ("Still here.", 40_000), ("Softer.", 70_000)):
        assert abs(told[caption] - due) <= 5_000


def test_a_glide_goes_on_over_a_rest() -> None:
    """Rounds with rests: the second begins where the first one left off."""
    rounds = (Breathe((IN, OUT), 5), Pause(10_000), Breathe((IN, OUT), 5), Breathe((IN, OUT), 5))
    timeline = compile_timeline(exercise_with(rounds), fit=FROM_FOUR)

    lengths = breath_lengths(breathing(timeline))

    assert lengths == sorted(lengths)
    assert max(after - before for before, after in pairwise(lengths)) <= 463
    assert lengths[-1] == 10_000
    assert abs(sum(lengths) - 150_000) <= 10_000


def test_a_short_breathing_arrives_too() -> None:
    """In 70 s there is no room for ninety: three quarters glide, the rest is the exercise."""
    timeline = compile_timeline(exercise_with((Breathe((IN, OUT), 7),)), fit=FROM_FOUR)

    lengths = breath_lengths(breathing(timeline))

    assert lengths[0] == 4_000
    assert lengths[-1] == 10_000
    assert sum(length for length in lengths if length < 10_000) <= 52_500


def test_whoever_breathes_slower_glides_the_other_way() -> None:
    """Fourteen seconds down to ten."""
    timeline = compile_timeline(exercise_with((THIRTEEN,)), fit=BreathFit(from_cycle_ms=14_000))

    lengths = breath_lengths(breathing(timeline))

    assert (lengths[0], lengths[-1]) == (14_000, 10_000)
    assert lengths == sorted(lengths, reverse=True)


def test_an_answer_on_the_way_moves_nothing_before_it() -> None:
    """The glide does not depend on what will be chosen after it."""
    way = Choose("way", "More?", (Option("a", "Yes"), Option("b", "No")))
    more = Breathe((IN, OUT), 20, limit=Limit(when=("way", "a")))
    fewer = Breathe((IN, OUT), 2, limit=Limit(when=("way", "b")))
    timeline = compile_timeline(exercise_with((Breathe((IN, OUT), 6), way, more, fewer)),
                                fit=FROM_FOUR)  # fmt: skip
    asked = next(span for span in timeline.spans if span.is_open)

    chosen = timeline.answered(way, "b")

    assert chosen.spans[: asked.index + 1] == timeline.spans[: asked.index + 1]
    assert breath_lengths(breathing(timeline))[0] == 4_000


def test_breathing_that_only_a_choice_brings_glides_as_well() -> None:
    """Two lengths to choose from: the glide fits into the shorter."""
    way = Choose("way", "How long?", (Option("a", "Long"), Option("b", "Short")))
    parts = [Breathe((IN, OUT), n, limit=Limit(when=("way", o))) for n, o in ((30, "a"), (8, "b"))]
    timeline = compile_timeline(exercise_with((way, *parts)), fit=FROM_FOUR)

    for option in ("a", "b"):
        lengths = breath_lengths(breathing(timeline.answered(way, option)))

        assert (lengths[0], lengths[-1]) == (4_000, 10_000)


# ---------------------------------------------------------------- own seconds, no holds, silent
def test_own_seconds_keep_the_length_of_the_exercise() -> None:
    """130 s hold 22 breaths of six seconds."""
    fit = BreathFit(own_strokes=OwnStrokes(2_500, 0, 3_500, 0))
    timeline = compile_timeline(exercise_with((THIRTEEN,)), fit=fit)

    assert breath_lengths(breathing(timeline)) == [6_000] * 22


def test_without_holds_no_stroke_is_a_hold() -> None:
    """Thirteen seconds without the held three are ten: more breaths come into the same time."""
    exercise = exercise_with((Breathe((IN, HOLD, OUT), 5),))

    (span,) = compile_timeline(exercise, fit=BreathFit(without_holds=True)).spans

    assert span.breath is not None
    assert [(s.kind.value, s.ms) for s in span.breath.strokes] == [("in", 4_000), ("out", 6_000)]
    assert span.lasts == 7 * 10_000


@pytest.mark.parametrize("spoken", [True, False])
def test_lines_can_be_read_instead_of_heard(spoken: bool) -> None:
    """The words stay on the screen at the same times; what is said before the breath is said."""
    exercise = exercise_with((Say("Sit.", 0), THIRTEEN))
    timeline = compile_timeline(exercise, find_clip=two_seconds, fit=BreathFit(spoken=spoken))
    plain = compile_timeline(exercise, find_clip=two_seconds)

    assert [(s.start, s.caption) for s in timeline.spans] == [
        (s.start, s.caption) for s in plain.spans]  # fmt: skip
    assert timeline.spans[0].clip is not None
    assert [s.clip is not None for s in breathing(timeline) if s.caption] == [spoken] * 3


def test_a_line_without_time_is_left_out_and_none_is_cut() -> None:
    """Three breaths of forty seconds have room for the lines that fit, each said to its end."""
    fit = BreathFit(own_strokes=OwnStrokes(12_000, 10_000, 12_000, 6_000))
    lines = (*LINES, BreathLine(12, "And."), BreathLine(13, "Nearly."))
    timeline = compile_timeline(
        exercise_with((Breathe((IN, OUT), 13, lines),)), find_clip=two_seconds, fit=fit
    )

    captions = [span.caption for span in breathing(timeline) if span.caption]

    assert captions == ["Softly.", "Still here.", "Softer."]
    assert all(span.lasts >= span.speech_ms for span in timeline.spans)


@pytest.mark.parametrize("cycle_ms", [7_000, 8_500, 10_500, 11_000, 14_000, 23_000])
def test_a_long_line_is_said_to_its_end_wherever_the_breaths_fall(cycle_ms: int) -> None:
    """Nine seconds each, ten apart as written; where they would meet, the later one waits."""
    lines = tuple(BreathLine(cycle, f"Line {cycle}.") for cycle in (3, 4, 13))
    exercise = exercise_with((Breathe((IN, OUT), 13, lines),))
    fit = BreathFit(own_strokes=OwnStrokes(3_000, 0, cycle_ms - 3_000, 0))

    timeline = compile_timeline(exercise, find_clip=nine_seconds, fit=fit)

    said = [span for span in timeline.spans if span.caption]
    assert [span.caption for span in said][:2] == ["Line 3.", "Line 4."]
    assert all(span.lasts >= span.speech_ms == 9_000 for span in said)


# ---------------------------------------------------------------- laws
@given(documents(), fits())
def test_a_fitted_timeline_is_whole(document: Values, fit: BreathFit) -> None:
    """No gap, whole milliseconds, whole breaths, no stroke that cannot be followed."""
    timeline = compile_timeline(built(document), fit=fit)

    assert timeline.spans[0].start == 0
    for before, after in pairwise(timeline.spans):
        assert after.start == before.end
    for number, span in enumerate(timeline.spans):
        assert span.index == number
        assert type(span.end) is int
        if span.breath:
            assert span.lasts > 0
            assert span.lasts % span.breath.cycle_ms == 0
            assert min(stroke.ms for stroke in span.breath.strokes) >= 500
            assert span.breath.strokes[-1].to == 0.0
            holds = any(stroke.kind is StrokeKind.HOLD for stroke in span.breath.strokes)
            assert not (holds and fit.without_holds)


@given(documents(), fits(), st.floats(0.7, 2.0))
def test_another_pace_of_silences_breathes_the_same(
    document: Values, fit: BreathFit, pace: float
) -> None:
    """What is laid again in the middle of an exercise has the same spans and the same breaths."""
    timeline = compile_timeline(built(document), fit=fit)

    slower = timeline.at_pace(pace)

    assert [span.breath for span in slower.spans] == [span.breath for span in timeline.spans]


@given(fits(), st.integers(1, 8))
def test_a_session_lives_through_every_breath_of_a_fit(fit: BreathFit, slices: int) -> None:
    """L1 and L5: any slicing of time tells each stroke once, and fullness never jumps."""
    clock = FakeClock()
    session = Session(compile_timeline(exercise_with((THIRTEEN,)), fit=fit), clock)
    told: list[Events] = [session.start()]
    last = 0.0
    while not session.phase.over:
        clock.advance(97 * slices)
        told.append(session.tick())
        frame = session.frame()
        if frame.breath is not None:
            assert 0.0 <= frame.breath.fullness <= 1.0
            assert abs(frame.breath.fullness - last) <= 1.5708 * 97 * slices / 500 + 1e-9
            last = frame.breath.fullness
    strokes = [event.stroke for events in told for event in events if isinstance(event, Breathed)]

    laid = [
        stroke
        for span in breathing(session.timeline)
        if span.breath
        for stroke in span.breath.strokes * (span.lasts // span.breath.cycle_ms)
    ]
    assert strokes == laid


@pytest.mark.parametrize("exercise_id", BREATHING)
@pytest.mark.parametrize(
    "fit",
    [
        FROM_FOUR,
        BreathFit(from_cycle_ms=15_000),
        BreathFit(OwnStrokes(3_000, 0, 4_000, 0), 3_000),
        BreathFit(OwnStrokes(4_000, 2_000, 6_000, 0), 3_500, without_holds=True),
        BreathFit(OwnStrokes(1_500, 0, 1_500, 0)),
    ],
)
def test_shipped_exercises_keep_their_length_in_any_fit(exercise_id: str, fit: BreathFit) -> None:
    """Within one breath of what they last as written, in every version, every line still there."""
    exercise = SHIPPED.exercise(exercise_id)
    for version in exercise.card.versions:
        plain = compile_timeline(exercise, version.id, fit=AS_WRITTEN)

        fitted = compile_timeline(exercise, version.id, fit=fit)

        longest = max(breath_lengths(breathing(fitted)))
        assert abs(fitted.total_ms - plain.total_ms) <= longest
        captions = [[span.caption for span in t.spans if span.caption] for t in (plain, fitted)]
        assert captions[0] == captions[1]
