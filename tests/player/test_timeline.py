"""An exercise is laid end to end before play begins: versions, pace, choices and words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises.model import (
    AnswerKind,
    Ask,
    Bell,
    Breathe,
    BreathLine,
    Choose,
    Exercise,
    Limit,
    Option,
    Pause,
    Say,
    Step,
    Stroke,
    StrokeKind,
)
from attachcalm.exercises.narration import Clip
from attachcalm.player.reading import reading_ms
from attachcalm.player.timeline import NothingToPlayError, Timeline, compile_timeline
from tests.fakes.documents import Values, built, documents
from tests.fakes.exercise_file import exercise_of
from tests.fakes.stage import exercise_of as exercise_with

IN, OUT = Stroke(StrokeKind.IN, 1.0, 4_000, "In"), Stroke(StrokeKind.OUT, 0.0, 6_000, "Out")
OPTIONS = (Option("a", "The first"), Option("b", "The second"))
WAY = Choose("way", "Which way?", OPTIONS)
PACES = st.floats(0.7, 2.0)


def clip_of(ms: int) -> Clip:
    return Clip(f"{ms:020x}", Path(f"{ms}.mp3"), ms)


def two_seconds(_: str) -> Clip:
    """A voice that takes two seconds for every sentence."""
    return clip_of(2_000)


def times(timeline: Timeline) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.caption) for span in timeline.spans]


def when(option: str) -> Limit:
    return Limit(when=("way", option))


# ---------------------------------------------------------------- laid end to end
def test_parts_follow_each_other_without_a_gap() -> None:
    """Speech then rest, a pause, a bell, breaths, a question of no length."""
    exercise = exercise_with(
        (Say("One.", 1_000), Pause(5_000, "Wait.")),
        (Bell("bowl", 6_000), Breathe((IN, OUT), 2), Ask("q", "How?", AnswerKind.TEXT)),
        (Say("Two.", 0, sense="see"),),
    )

    timeline = compile_timeline(exercise, find_clip=two_seconds)

    assert times(timeline) == [
        (0, 3_000, "One."),
        (3_000, 8_000, "Wait."),
        (8_000, 14_000, ""),
        (14_000, 34_000, ""),
        (34_000, 34_000, "How?"),
        (34_000, 36_000, "Two."),
    ]
    assert timeline.total_ms == 36_000
    assert [span.index for span in timeline.spans] == list(range(6))
    assert [span.step for span in timeline.spans] == [0, 0, 1, 1, 1, 2]
    assert [span.part for span in timeline.spans] == [0, 1, 0, 1, 2, 0]
    assert timeline.step_count == 3
    assert [span.is_open for span in timeline.spans] == [False] * 4 + [True, False]
    assert timeline.spans[2].bell == "bowl"
    assert timeline.spans[5].sense == "see"
    assert [span.speech_ms for span in timeline.spans] == [2_000, 0, 0, 0, 0, 2_000]


def test_a_sentence_without_a_voice_lasts_as_long_as_it_is_read() -> None:
    """460 ms a word, and no caption is gone before a second."""
    exercise = exercise_with((Say("One two three four five.", 1_000), Say("Go.", 0)))

    assert times(compile_timeline(exercise)) == [
        (0, 3_300, "One two three four five."),
        (3_300, 4_300, "Go."),
    ]
    assert reading_ms("") == 1_000


def test_the_words_in_a_slot_are_given_time_to_be_read() -> None:
    """What counts is the sentence as this person reads it, not how the slot is written."""
    exercise = exercise_with((Say("See {who|my old friend} here.", 0),))

    assert compile_timeline(exercise).spans[0].speech_ms == 5 * 460
    words = {"who": "the one who taught me to swim"}
    assert compile_timeline(exercise, words=words).spans[0].speech_ms == 9 * 460


def test_a_step_is_found_by_its_id() -> None:
    """Where an interrupted sitting is taken up; None when the step is not on this timeline."""
    timeline = compile_timeline(exercise_of(), "short")

    found = timeline.first_span_of("breathe")

    assert found is not None
    assert (found.bell, found.step_title) == ("bowl", "Breathe")
    assert timeline.first_span_of("elsewhere") is None


# ---------------------------------------------------------------- versions
def test_a_version_holds_what_is_in_it_alone() -> None:
    """`only` on a part and on a step."""
    whole = exercise_of()
    full, short = (compile_timeline(whole, version) for version in ("full", "short"))

    assert "Take your time." in [span.caption for span in full.spans]
    assert "Take your time." not in [span.caption for span in short.spans]
    assert compile_timeline(whole).spans == full.spans
    assert (full.version_id, full.exercise_id) == ("full", "slow-waves")


def test_a_version_that_is_not_there_is_a_key_error() -> None:
    """The person's input is checked before; here it is a fault of ours."""
    with pytest.raises(KeyError):
        compile_timeline(exercise_of(), "long")


def test_a_version_without_parts_cannot_be_laid() -> None:
    """The reader refuses such a file; a hand-made exercise is refused here."""
    nowhere = Limit(only=("elsewhere",))
    with pytest.raises(NothingToPlayError, match="has no part to play"):
        compile_timeline(exercise_with((Say("One.", 0, limit=nowhere),)))
    with pytest.raises(NothingToPlayError, match="leave nothing to play"):
        compile_timeline(exercise_with((Say("One.", 0, limit=when("a")),)))


# ---------------------------------------------------------------- pace
def test_pace_stretches_silences_and_nothing_else() -> None:
    """Twice as long a rest, pause and bell; the same voice, the same breath."""
    parts = (Say("One.", 1_500), Pause(5_000), Bell("bowl", 6_000), Breathe((IN, OUT), 1))
    timeline = compile_timeline(exercise_with(parts), find_clip=two_seconds, pace=2.0)

    assert [span.lasts for span in timeline.spans] == [5_000, 10_000, 12_000, 10_000]
    assert timeline.spans[0].speech_ms == 2_000


@pytest.mark.parametrize(
    "pace, held", [(0.7, 700), (0.1, 700), (-5.0, 700), (2.0, 2_000), (99.0, 2_000)]
)
def test_pace_stays_within_its_ends(pace: float, held: int) -> None:
    """From 0.7 to 2; what lies outside is brought to the nearest end."""
    timeline = compile_timeline(exercise_with((Pause(1_000),)), pace=pace)

    assert timeline.total_ms == held
    assert timeline.at_pace(1.0).at_pace(pace).total_ms == held


@given(documents(), PACES, PACES)
def test_a_slower_pace_is_never_shorter(document: Values, one: float, other: float) -> None:
    """Span by span; breaths and questions are the same at any pace, and so is all that is said."""
    exercise = built(document)
    quick, slow = (compile_timeline(exercise, pace=pace) for pace in sorted((one, other)))

    for left, right in zip(quick.spans, slow.spans, strict=True):
        assert left.lasts <= right.lasts
        assert left.speech_ms == right.speech_ms
        assert left.caption == right.caption
        if left.breath or left.is_open:
            assert left.lasts == right.lasts
    assert quick.at_pace(slow.pace) == slow


# ---------------------------------------------------------------- breaths
def test_breaths_are_cut_where_a_line_begins_and_only_between_breaths() -> None:
    """Lines at the second and fourth of five breaths: three stretches."""
    lines = (BreathLine(2, "Softly."), BreathLine(4, "Still here."))
    timeline = compile_timeline(
        exercise_with((Breathe((IN, OUT), 5, lines),)), find_clip=two_seconds
    )

    assert times(timeline) == [
        (0, 10_000, ""),
        (10_000, 30_000, "Softly."),
        (30_000, 50_000, "Still here."),
    ]
    assert [span.speech_ms for span in timeline.spans] == [0, 2_000, 2_000]


def test_a_line_at_the_first_breath_begins_with_it() -> None:
    """Nothing is laid before it."""
    timeline = compile_timeline(exercise_with((Breathe((IN, OUT), 2, (BreathLine(1, "Go."),)),)))

    assert times(timeline) == [(0, 20_000, "Go.")]


@given(documents())
def test_every_stretch_of_breath_is_made_of_whole_breaths(document: Values) -> None:
    """So that fullness is nothing wherever one ends or begins: it never jumps (L5)."""
    for span in compile_timeline(built(document)).spans:
        if span.breath:
            assert span.lasts > 0
            assert span.lasts % span.breath.cycle_ms == 0
            assert span.breath.at(0).fullness == 0.0


# ---------------------------------------------------------------- choices
def test_until_a_choice_is_made_the_first_option_counts() -> None:
    """Also when it is skipped."""
    exercise = exercise_with((WAY, Say("A.", 0, limit=when("a")), Say("B.", 0, limit=when("b"))))

    timeline = compile_timeline(exercise)

    assert [span.caption for span in timeline.spans] == ["Which way?", "A."]
    assert timeline.answered(WAY, None) is timeline


def test_a_choice_lays_what_hangs_on_it() -> None:
    """And takes away what hung on the other; choosing again is possible."""
    parts = (
        Say("Begin.", 0),
        WAY,
        Say("A.", 0, limit=when("a")),
        Say("B.", 5_000, limit=when("b")),
    )
    timeline = compile_timeline(exercise_with(parts))

    chosen = timeline.answered(WAY, "b")

    assert [span.caption for span in chosen.spans] == ["Begin.", "Which way?", "B."]
    assert chosen.total_ms == 7_000
    assert chosen.answered(WAY, "a").spans == timeline.spans


def test_a_step_can_hang_on_a_choice() -> None:
    """Steps are counted as they are laid."""
    first = exercise_with((WAY,), (Say("B.", 0),), (Say("End.", 0),))
    steps = list(first.steps)
    steps[1] = Step("s2", "Step 2", steps[1].parts, when("b"))
    exercise = Exercise(first.card, tuple(steps), (), first.about)

    timeline = compile_timeline(exercise)

    assert [span.step for span in timeline.spans] == [0, 1]
    assert timeline.step_count == 2
    assert timeline.answered(WAY, "b").step_count == 3


def test_a_choice_that_was_never_asked_decides_nothing() -> None:
    """It hangs on another choice that went the other way, so its first option does not count."""
    inner = Choose("inner", "And then?", OPTIONS, when("b"))
    exercise = exercise_with((WAY, inner, Say("Deep.", 0, limit=Limit(when=("inner", "a")))))

    timeline = compile_timeline(exercise)

    assert [span.caption for span in timeline.spans] == ["Which way?"]
    asked = timeline.answered(WAY, "b")
    assert [span.caption for span in asked.spans] == ["Which way?", "And then?", "Deep."]


# ---------------------------------------------------------------- words
def test_words_fill_slots_wherever_they_are_read() -> None:
    """In what is said, shown and asked."""
    exercise = exercise_with(
        (
            Say("Picture {who|someone}.", 0),
            Pause(1_000, "{who|Someone}"),
            Ask("q", "What does {who|this one} say?", AnswerKind.TEXT),
        )
    )

    captions = [span.caption for span in compile_timeline(exercise, words={"who": "Ada"}).spans]

    assert captions == ["Picture Ada.", "Ada", "What does Ada say?"]
    assert compile_timeline(exercise).spans[0].caption == "Picture someone."


def test_an_answer_fills_the_slots_from_then_on() -> None:
    """Its text, or the label of the chosen option; a skipped one leaves what was there."""
    who = Ask("who", "Who?", AnswerKind.TEXT, keep_as="who")
    pick = Ask("pick", "Which?", AnswerKind.CHOICE, OPTIONS, keep_as="what")
    exercise = exercise_with((who, pick, Say("{who|Someone}: {what|nothing}.", 0)))
    timeline = compile_timeline(exercise)

    answered = timeline.answered(who, "Ada").answered(pick, "b")

    assert answered.spans[2].caption == "Ada: The second."
    assert answered.answered(who, None).spans == answered.spans
    assert timeline.spans[2].caption == "Someone: nothing."


def test_an_answer_that_is_not_kept_changes_nothing() -> None:
    """Most answers are for the journal alone."""
    ask = Ask("ease", "How much?", AnswerKind.SCALE, ends=("low", "high"))
    timeline = compile_timeline(exercise_with((ask,)))

    assert timeline.answered(ask, 7) is timeline


# ---------------------------------------------------------------- laws
@given(documents(), PACES, st.data())
def test_every_timeline_is_whole(document: Values, pace: float, data: st.DataObject) -> None:
    """From 0 to the end without gap or overlap, in whole milliseconds, steps one after another."""
    exercise = built(document)
    version = data.draw(st.sampled_from(exercise.card.versions))
    timeline = compile_timeline(exercise, version.id, pace=pace)

    assert timeline.spans[0].start == 0
    assert timeline.spans[0].step == 0
    for before, after in zip(timeline.spans, timeline.spans[1:], strict=False):
        assert after.start == before.end
        assert after.step - before.step in {0, 1}
        assert (after.step == before.step) == (after.step_id == before.step_id)
    for number, span in enumerate(timeline.spans):
        assert span.index == number
        assert type(span.start) is type(span.end) is int
        assert span.end >= span.start
        assert span.speech_ms >= 0
        assert span.breath or span.speech_ms <= span.lasts
        assert not span.is_open or span.lasts == 0


@given(documents(), st.data())
def test_an_answer_moves_nothing_that_lies_before_its_question(
    document: Values, data: st.DataObject
) -> None:
    """The number and the times of every span up to the question are the same."""
    timeline = compile_timeline(built(document))
    questions = [span for span in timeline.spans if isinstance(span.question, Choose)]
    if not questions:
        return
    asked = data.draw(st.sampled_from(questions))
    assert asked.question is not None
    option = data.draw(st.sampled_from(asked.question.options))

    laid = timeline.answered(asked.question, option.id)

    assert laid.spans[: asked.index + 1] == timeline.spans[: asked.index + 1]
