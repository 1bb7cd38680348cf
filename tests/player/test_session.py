"""Sessions told line by line: the time, the command, and what happened."""

import pytest

from attachcalm.exercises.model import (
    AnswerKind,
    Ask,
    Bell,
    Breathe,
    Choose,
    Limit,
    Option,
    Pause,
    Say,
    Stroke,
    StrokeKind,
)
from attachcalm.player.session import ASLEEP_MS, Answered, Phase
from tests.fakes.stage import exercise_of
from tests.fakes.told import Told, assert_told

IN, OUT = Stroke(StrokeKind.IN, 1.0, 4_000, "in"), Stroke(StrokeKind.OUT, 0.0, 6_000, "out")
WAY = Choose("way", "Which?", (Option("a", "A"), Option("b", "B")))
WHO = Ask("who", "Who?", AnswerKind.TEXT, keep_as="who")
TWO_LINES = exercise_of((Say("One.", 2_000), Say("Two.", 3_000)))
THREE_STEPS = exercise_of(
    (Say("One.", 2_000), Pause(2_000)), (Say("Two.", 2_000),), (Say("Three.", 2_000),)
)
ASKING = exercise_of((Say("One.", 1_000), WHO), (Say("For {who|you}.", 1_000),))
BREATHING = exercise_of((Pause(1_000), Breathe((IN, OUT), 2)), (Pause(1_000),))


# ---------------------------------------------------------------- time
def test_a_span_begins_at_its_very_millisecond() -> None:
    """L6: not a millisecond before, and with the first tick from then on."""
    assert_told(
        TWO_LINES,
        """
        100   start     -> running, begin 0
        4099  tick      ->
        4100  tick      -> begin 1
        4100  tick      ->
        9099  tick      ->
        9099  frame     -> running, 8999 of 9000
        9100  tick      -> finished
        9100  frame     -> finished, 9000 of 9000
        """,
    )


def test_late_ticks_make_nothing_late() -> None:
    """The schedule is absolute: a second that came late is not added to what follows."""
    assert_told(
        TWO_LINES,
        """
        0     start     -> running, begin 0
        4900  tick      -> begin 1
        4900  frame     -> running, 4900 of 9000, speaking
        8999  tick      ->
        9000  tick      -> finished
        """,
    )


def test_a_pause_of_any_length_costs_no_practice() -> None:
    """L4: an hour and a half away, and the sentence goes on where it was."""
    told = assert_told(
        TWO_LINES,
        """
        0        start  -> running, begin 0
        1000     tick   ->
        1500     pause  -> paused
        1500     frame  -> paused, 1500 of 9000
        60000    tick   ->
        5400000  resume -> running
        5400000  frame  -> running, 1500 of 9000, speaking
        5402499  tick   ->
        5402500  tick   -> begin 1
        """,
    )
    assert told.session.practised_ms == 4_000


def test_a_machine_that_slept_wakes_up_paused() -> None:
    """Longer than five seconds between two readings: nothing of it counts, and it waits."""
    told = assert_told(
        TWO_LINES,
        """
        0      start    -> running, begin 0
        1000   tick     ->
        6000   tick     -> begin 1
        11001  tick     -> paused (slept)
        11001  frame    -> paused, 6000 of 9000
        20000  resume   -> running
        23000  tick     -> finished
        """,
    )
    assert told.session.practised_ms == 9_000


def test_a_command_after_a_sleep_does_not_skip_what_was_slept_through() -> None:
    """Pause and stop read the clock first, and find the sleep too."""
    assert_told(
        TWO_LINES,
        """
        0      start    -> running, begin 0
        99000  pause    -> paused (slept)
        99000  resume   -> running
        99999  stop     -> stopped
        """,
    )
    told = assert_told(
        TWO_LINES,
        """
        0      start    -> running, begin 0
        99000  stop     -> paused (slept), stopped
        99000  frame    -> stopped, 0 of 9000
        """,
    )
    assert told.session.practised_ms == 0


def test_a_clock_that_goes_backwards_is_a_clock_that_stands() -> None:
    """Nothing is taken back, and time goes on from the new reading."""
    assert_told(
        TWO_LINES,
        """
        9000  start     -> running, begin 0
        9500  tick      ->
        2000  tick      ->
        2000  frame     -> running, 500 of 9000, speaking
        5500  tick      -> begin 1
        5500  frame     -> running, 4000 of 9000, speaking
        """,
    )


def test_several_spans_can_begin_in_one_late_tick() -> None:
    """All are told, in order, and the time is right afterwards."""
    assert_told(
        exercise_of((Bell("bowl", 0), Say("One.", 0), Pause(500), Pause(500), Pause(9_000))),
        """
        0     start     -> running, begin 0
        4900  tick      -> begin 1, begin 2, begin 3, begin 4
        4900  frame     -> running, 4900 of 12000
        """,
    )


# ---------------------------------------------------------------- questions
def test_a_question_waits_for_as_long_as_the_person_likes() -> None:
    """No tick, no sleep and no pause moves it; the time spent there is not practice."""
    told = assert_told(
        ASKING,
        """
        0       start       -> running, begin 0
        2999    tick        ->
        3500    tick        -> begin 1, waiting
        3500    frame       -> waiting, 3000 of 6000
        99000   tick        ->
        99000   pause       ->
        500000  answer Ada  -> answered Ada, begin 2, running
        500000  frame       -> running, 3000 of 6000, speaking
        503000  tick        -> finished
        """,
    )
    assert told.session.practised_ms == 6_000
    assert told.session.span.caption == "For Ada."


def test_a_question_can_be_skipped() -> None:
    """The words in the text are then those that the author gave."""
    told = assert_told(
        ASKING,
        """
        0     start        -> running, begin 0
        3000  tick         -> begin 1, waiting
        4000  answer none  -> answered None, begin 2, running
        """,
    )
    assert told.session.span.caption == "For you."


def test_what_is_no_answer_to_the_question_is_not_heard() -> None:
    """A scale takes a number on it, a choice one of its options."""
    ease = Ask("ease", "How?", AnswerKind.SCALE, ends=("low", "high"))
    assert_told(
        exercise_of((ease, WAY)),
        """
        0  start      -> running, begin 0, waiting
        1  answer 11  ->
        1  answer x   ->
        2  answer 0   -> answered 0, begin 1
        3  answer c   ->
        4  answer b   -> answered b, finished
        5  answer b   ->
        """,
    )


def test_a_choice_decides_what_comes_next() -> None:
    """What hung on the other option is not there any more."""
    when_b = Limit(when=("way", "b"))
    exercise = exercise_of(
        (WAY, Say("A.", 0, limit=Limit(when=("way", "a")))), (Say("B.", 1_000, limit=when_b),)
    )
    told = assert_told(
        exercise,
        """
        0     frame     -> ready, 0 of 2000
        0     start     -> running, begin 0, waiting
        1     answer b  -> answered b, begin 1, running
        1     frame     -> running, 0 of 3000, speaking
        3001  tick      -> finished
        """,
    )
    assert told.session.timeline.step_count == 2


def test_an_answer_is_told_with_its_question() -> None:
    """For the journal: what was asked, where, and what was said."""
    told = Told(ASKING)
    told.retell("0 start ->\n3000 tick ->")
    asked = told.session.span

    events = told.session.answer("Ada")

    assert events[0] == Answered(asked, WHO, "Ada")


# ---------------------------------------------------------------- breath
def test_every_stroke_is_told_once_when_it_begins() -> None:
    """The first with its span, the last of a breath never again at the end."""
    assert_told(
        BREATHING,
        """
        0      start    -> running, begin 0
        1000   tick     -> begin 1, in
        4999   tick     ->
        5000   tick     -> out
        5001   tick     ->
        10000  tick     ->
        11000  tick     -> in
        15500  tick     -> out
        20500  tick     ->
        21000  tick     -> begin 2
        22000  tick     -> finished
        """,
    )


def test_late_ticks_tell_every_stroke_that_began_meanwhile() -> None:
    """In order, also across the end of the breathing."""
    quick = exercise_of(
        (Breathe((Stroke(StrokeKind.IN, 1, 500, "in"), Stroke(StrokeKind.OUT, 0, 500, "out")), 3),),
        (Pause(9_000),),
    )
    assert_told(
        quick,
        """
        0     start     -> running, begin 0, in
        2600  tick      -> out, in, out, in, out
        4000  tick      -> begin 1
        """,
    )


def test_the_pacer_stands_still_in_a_pause() -> None:
    """The same fullness before and after."""
    told = Told(BREATHING)
    told.retell("0 start ->\n1000 tick ->\n3000 tick ->")
    before = told.session.frame().breath
    assert before is not None
    assert before.fullness == pytest.approx(0.5)

    told.retell("3000 pause ->\n80000 resume ->")

    assert told.session.frame().breath == before


# ---------------------------------------------------------------- phases
def test_commands_that_do_not_fit_are_not_heard() -> None:
    """Before the beginning, after the end, and twice."""
    assert_told(
        TWO_LINES,
        """
        0     tick      ->
        0     pause     ->
        0     resume    ->
        0     forward   ->
        0     back      ->
        0     repeat    ->
        0     answer x  ->
        0     frame     -> ready, 0 of 9000
        10    start     -> running, begin 0
        10    start     ->
        10    resume    ->
        20    pause     -> paused
        30    pause     ->
        40    stop      -> stopped
        50    stop      ->
        50    start     ->
        50    resume    ->
        50    tick      ->
        """,
    )


def test_it_can_be_stopped_before_it_began() -> None:
    """Nothing was practised."""
    told = assert_told(TWO_LINES, "5 stop -> stopped")

    assert told.session.phase.over
    assert told.session.practised_ms == 0


def test_stopping_at_the_end_is_finishing() -> None:
    """What is due is told first: the person came to the end."""
    assert_told(
        TWO_LINES,
        """
        0     start     -> running, begin 0
        4500  tick      -> begin 1
        9001  stop      -> finished
        """,
    )


def test_an_interrupted_sitting_is_taken_up_at_its_step() -> None:
    """Only what is practised now counts now; a number that is not there is brought near."""
    told = assert_told(
        THREE_STEPS,
        """
        0     frame     -> ready, 6000 of 14000
        0     start     -> running, begin 2
        4000  tick      -> begin 3
        8000  tick      -> finished
        """,
        start_at=2,
    )
    assert told.session.practised_ms == 8_000
    assert Told(THREE_STEPS, start_at=99).session.span.index == 3
    assert Told(THREE_STEPS, start_at=-1).session.span.index == 0


def test_only_two_phases_are_over() -> None:
    """Everything else can go on."""
    assert {phase for phase in Phase if phase.over} == {Phase.FINISHED, Phase.STOPPED}
    assert ASLEEP_MS == 5_000
