"""Leaps, the pace, and what is due next, told line by line."""

from attachcalm.exercises.model import AnswerKind, Ask, Breathe, Pause, Say, Stroke, StrokeKind
from tests.fakes.stage import exercise_of
from tests.fakes.told import Told, assert_told

IN, OUT = Stroke(StrokeKind.IN, 1.0, 4_000, "in"), Stroke(StrokeKind.OUT, 0.0, 6_000, "out")
WHO = Ask("who", "Who?", AnswerKind.TEXT, keep_as="who")
TWO_LINES = exercise_of((Say("One.", 2_000), Say("Two.", 3_000)))
THREE_STEPS = exercise_of(
    (Say("One.", 2_000), Pause(2_000)), (Say("Two.", 2_000),), (Say("Three.", 2_000),)
)


# ---------------------------------------------------------------- leaps
def test_forward_and_back_leap_from_step_to_step() -> None:
    """Back goes to the beginning of this step or, pressed twice, of the one before."""
    told = assert_told(
        THREE_STEPS,
        """
        0     start     -> running, begin 0
        1000  forward   -> begin 2
        1000  frame     -> running, 6000 of 14000, speaking
        3000  tick      ->
        3000  back      -> begin 2
        3100  back      -> begin 0
        3200  back      -> begin 0
        7200  tick      -> begin 1
        7300  back      -> begin 0
        """,
    )
    assert told.session.practised_ms == 7_300


def test_forward_from_the_last_step_finishes() -> None:
    """The picture is that of the end."""
    assert_told(
        THREE_STEPS,
        """
        0     start     -> running, begin 0
        10    forward   -> begin 2
        20    forward   -> begin 3
        30    forward   -> finished
        30    frame     -> finished, 14000 of 14000
        40    forward   ->
        40    back      ->
        40    repeat    ->
        """,
    )


def test_a_line_can_be_heard_again() -> None:
    """In the middle of it, in the silence after it, or at the question that follows."""
    assert_told(
        exercise_of((Say("One.", 2_000), Pause(3_000), WHO)),
        """
        0     start     -> running, begin 0
        1000  repeat    -> begin 0
        5000  tick      -> begin 1
        6000  repeat    -> begin 0
        10000 tick      -> begin 1
        13000 tick      -> begin 2, waiting
        13000 repeat    -> begin 0, running
        13000 frame     -> running, 0 of 7000, speaking
        """,
    )


def test_where_nothing_was_said_yet_repeat_begins_anew() -> None:
    """There is no line before, so it is the beginning."""
    assert_told(
        exercise_of((Pause(1_000), Pause(1_000))),
        """
        0     start     -> running, begin 0
        1500  tick      -> begin 1
        1600  repeat    -> begin 0
        """,
    )


def test_a_leap_during_a_pause_stays_a_pause() -> None:
    """Looking around costs no practice; resuming at a question waits."""
    told = assert_told(
        exercise_of((Say("One.", 1_000),), (Breathe((IN, OUT), 1),), (WHO,)),
        """
        0     start     -> running, begin 0
        500   pause     -> paused
        600   forward   -> begin 1, in
        600   frame     -> paused, 3000 of 13000
        9000  forward   -> begin 2
        9000  answer x  ->
        9500  resume    -> waiting
        9600  back      -> begin 1, running, in
        9700  pause     -> paused
        9700  back      -> begin 0
        9800  forward   -> begin 1, in
        9900  forward   -> begin 2
        9990  forward   -> finished
        """,
    )
    assert told.session.practised_ms == 600


def test_after_a_leap_in_a_pause_the_strokes_go_on_from_the_first() -> None:
    """It was told with the leap; the second comes in its time."""
    assert_told(
        exercise_of((Say("One.", 1_000),), (Breathe((IN, OUT), 1),)),
        """
        0     start     -> running, begin 0
        500   pause     -> paused
        600   forward   -> begin 1, in
        900   resume    -> running
        4899  tick      ->
        4900  tick      -> out
        9000  tick      ->
        """,
    )


def test_a_leap_counts_what_was_played_before_it() -> None:
    """And what was due until then is told first."""
    told = assert_told(
        THREE_STEPS,
        """
        0     start     -> running, begin 0
        4500  forward   -> begin 1, begin 2
        """,
    )
    assert told.session.practised_ms == 4_500


# ---------------------------------------------------------------- pace
def test_the_pace_changes_what_is_still_to_come() -> None:
    """In the rest after a sentence: what is over stays over, what is left is stretched."""
    told = assert_told(
        TWO_LINES,
        """
        0     start          -> running, begin 0
        3000  set_pace 2.0   ->
        3000  frame          -> running, 3000 of 14000
        5999  tick           ->
        6000  tick           -> begin 1
        6000  set_pace 0.7   ->
        10100 tick           -> finished
        """,
    )
    assert told.session.practised_ms == 10_100


def test_a_rest_that_became_shorter_than_what_is_over_ends_with_the_next_tick() -> None:
    """It is not skipped as if it had never been, and not gone back over."""
    assert_told(
        exercise_of((Pause(4_000), Pause(1_000))),
        """
        0     start          -> running, begin 0
        3500  set_pace 0.7   ->
        3500  frame          -> running, 2799 of 3500
        3501  tick           -> begin 1
        """,
    )


def test_the_pace_of_what_is_over_cannot_be_changed() -> None:
    """The last picture stays."""
    assert_told(
        TWO_LINES,
        """
        0     start          -> running, begin 0
        4000  tick           -> begin 1
        8500  tick           ->
        9000  tick           -> finished
        9000  set_pace 2.0   ->
        9000  frame          -> finished, 9000 of 9000
        """,
    )


# ---------------------------------------------------------------- when something is due
def test_the_next_event_is_known_beforehand() -> None:
    """The driver's timer waits for it: the end of speech, a stroke, the end of the span.

    But never so long that the wait itself would look like a machine that slept.
    """
    told = Told(exercise_of((Say("One.", 1_000), Breathe((IN, OUT), 1), WHO)))
    due = [told.session.due_in()]
    for line in ("0 start", "500 tick", "2000 tick", "3000 tick", "6500 tick", "7000 tick",
                 "10000 tick", "13000 tick"):  # fmt: skip
        told.do(line)
        due.append(told.session.due_in())

    assert due == [None, 2_000, 1_500, 1_000, 2_500, 500, 2_500, 2_500, None]


def test_nothing_is_due_in_a_pause_or_after_the_end() -> None:
    """The driver's timer stands still."""
    told = Told(TWO_LINES)
    told.retell("0 start ->\n100 pause ->")
    assert told.session.due_in() is None
    told.retell("100 stop ->")
    assert told.session.due_in() is None
