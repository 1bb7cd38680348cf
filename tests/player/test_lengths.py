"""How long versions take, and where one is silent too long or in a hurry."""

from pathlib import Path

import pytest

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
    Part,
    Pause,
    Say,
    Stroke,
    StrokeKind,
)
from attachcalm.exercises.narration import Clip
from attachcalm.player.lengths import MOST_WAYS, all_ways, ways
from attachcalm.player.lengths import timing as flaws
from attachcalm.player.pieces import FindClip
from attachcalm.player.timeline import compile_timeline, no_clip
from tests.fakes.exercise_file import exercise_of
from tests.fakes.stage import exercise_of as exercise_with
from tests.fakes.told import two_seconds

IN, OUT = Stroke(StrokeKind.IN, 1.0, 4_000, "In"), Stroke(StrokeKind.OUT, 0.0, 6_000, "Out")
OPTIONS = (Option("a", "A"), Option("b", "B"))
WAY = Choose("way", "Which?", OPTIONS)
MINUTES = ("versions", 0, "minutes")


Told = tuple[tuple[str | int, ...], str]


def remarks(exercise: Exercise, find_clip: FindClip) -> tuple[Told, ...]:
    """Where something is amiss, and what; how to mend it is always told too."""
    found = flaws(exercise, all_ways(exercise, find_clip))
    assert all(flaw.mend.endswith(".") for _, flaw in found)
    return tuple((path, flaw.what) for path, flaw in found)


def timing(*steps: tuple[Part, ...]) -> list[Told]:
    """What is said of these steps beside that they do not last three minutes."""
    return [each for each in remarks(exercise_with(*steps), two_seconds) if each[0] != MINUTES]


def part(step: int, number: int) -> tuple[str | int, ...]:
    return ("steps", step, "parts", number)


def test_an_exercise_that_keeps_its_word_has_no_remarks() -> None:
    """Full and short, along both options of its choice."""
    assert remarks(exercise_of(), no_clip) == ()


@pytest.mark.parametrize(
    "seconds, fits", [(180, True), (162, True), (198, True), (161.9, False), (198.1, False)]
)
def test_a_version_lasts_what_is_stated_within_a_tenth(seconds: float, fits: bool) -> None:
    """Three minutes were promised."""
    breaths, rest = Breathe((IN, OUT), 13), Pause(round((seconds - 130) * 1000), "Wait.")
    told = [each for each in remarks(exercise_with((breaths, rest)), no_clip)
            if each[0] == MINUTES]  # fmt: skip

    assert (told == []) is fits


def test_a_wrong_length_is_told_at_the_minutes() -> None:
    """With what it really takes."""
    assert remarks(exercise_with((Pause(30_000, "Wait."),)), no_clip) == (
        (MINUTES, "the version full takes 0.5 minutes, not 3"),
    )


def test_every_way_through_the_choices_is_measured() -> None:
    """The second option is much too long, and only that is told."""
    exercise = exercise_with(
        (
            Breathe((IN, OUT), 17),
            WAY,
            Pause(8_000, limit=Limit(when=("way", "a"))),
            Breathe((IN, OUT), 10, limit=Limit(when=("way", "b"))),
        )
    )

    assert remarks(exercise, no_clip) == ((MINUTES, "the version full takes 4.5 minutes, not 3"),)


def test_choices_within_choices_are_all_gone_and_not_for_ever() -> None:
    """Each option of each; of very many only the first ways."""
    inner = Choose("inner", "And?", OPTIONS, Limit(when=("way", "b")))
    found = ways(compile_timeline(exercise_with((WAY, inner))))
    assert [dict(way.choices) for way in found] == [
        {"way": "a"},
        {"way": "b", "inner": "a"},
        {"way": "b", "inner": "b"},
    ]

    three = Choose("way", "Which?", (*OPTIONS, Option("c", "C")))
    found = ways(compile_timeline(exercise_with((three,))))
    assert [dict(way.choices) for way in found] == [{"way": "a"}, {"way": "b"}, {"way": "c"}]

    many = tuple(Choose(f"c{number}", "Which?", OPTIONS) for number in range(30))
    assert len(list(ways(compile_timeline(exercise_with(many))))) == MOST_WAYS


# ---------------------------------------------------------------- silence
def test_forty_seconds_of_silence_are_as_much_as_there_may_be() -> None:
    """After a sentence, the silence counts from its last word."""
    assert timing((Say("One.", 40_000),)) == []
    assert timing((Say("One.", 40_001),)) == [
        (part(0, 0), "40.001 s without a word follow this; 40 s are the most")
    ]


def test_silences_without_words_between_them_are_one() -> None:
    """A pause and a bell say nothing; the remark stands where the last words were."""
    assert timing((Say("One.", 0),), (Say("Two.", 20_000), Pause(15_000), Bell("bowl", 6_000))) == [
        (part(1, 0), "41 s without a word follow this; 40 s are the most")
    ]


@pytest.mark.parametrize(
    "between",
    [
        Say("Still here.", 0),
        Pause(1_000, "Take your time."),
        Breathe((IN, OUT), 20),
        Ask("q", "How is it?", AnswerKind.TEXT),
    ],
)
def test_words_on_the_screen_end_a_silence(between: Part) -> None:
    """A sentence, shown words, the pacer or a question."""
    assert timing((Say("One.", 30_000), between, Pause(30_000))) == []


def test_a_silence_at_the_very_beginning_is_told_too() -> None:
    """Nothing was said before it."""
    assert timing((Pause(50_000), Say("One.", 0))) == [
        (part(0, 0), "50 s without a word follow this; 40 s are the most")
    ]


# ---------------------------------------------------------------- hurry
def spoken(text: str) -> Clip:
    """A voice that takes a second for every letter."""
    return Clip(text, Path("x.mp3"), len(text) * 1_000)


def test_a_line_under_the_pacer_has_until_the_next_line() -> None:
    """Ten seconds a breath: eleven letters are too many there, and ten are not."""
    lines = (BreathLine(1, "x" * 10), BreathLine(2, "x" * 11), BreathLine(3, "x" * 11))
    exercise = exercise_with((Say("x", 0),), (Pause(1_000), Breathe((IN, OUT), 4, lines)))

    told = [each for each in remarks(exercise, spoken) if each[0] != MINUTES]

    assert told == [
        (
            (*part(1, 1), "breathe", "lines", 1),
            "this line takes 11 s, and there are 10 s for it",
        )
    ]


def test_a_line_without_a_voice_needs_time_to_be_read() -> None:
    """Three words in a breath of a second."""
    quick = (Stroke(StrokeKind.IN, 1, 500, "in"), Stroke(StrokeKind.OUT, 0, 500, "out"))
    exercise = exercise_with((Breathe(quick, 2, (BreathLine(2, "Just three words."),)),))

    told = [each for each in remarks(exercise, no_clip) if each[0] != MINUTES]

    assert told == [
        (
            (*part(0, 0), "breathe", "lines", 0),
            "this line takes 1.38 s, and there are 1 s for it",
        )
    ]


def test_what_is_amiss_in_two_versions_is_told_once() -> None:
    """The same silence is in both."""
    exercise = exercise_of()
    doubled = Exercise(
        exercise.card, exercise_with((Say("One.", 60_000),)).steps, (), exercise.about
    )

    told = [each for each in remarks(doubled, two_seconds) if each[0][0] == "steps"]

    assert told == [(part(0, 0), "60 s without a word follow this; 40 s are the most")]
