"""The checked entry becomes frozen values: what was seconds is milliseconds, nothing is lost."""

import json
from datetime import date

import pytest

from attachcalm.exercises import answers, build
from attachcalm.exercises.card import Direction, Evidence, Group, Need, Version
from attachcalm.exercises.model import (
    ALWAYS,
    AnswerKind,
    Ask,
    Bell,
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
from tests.fakes.exercise_file import GOOD, PATH, entry_of, exercise_of


def test_every_kind_of_part_is_built() -> None:
    """The good file holds each of them once or more."""
    settle, breathe, end = exercise_of().steps

    assert settle.parts == (
        Say("Sit as you like.", 3_000),
        Say("Look around.", 8_000, sense="see"),
        Pause(13_500, "Take your time.", Limit(only=("full",))),
    )
    assert breathe.parts[0] == Bell("bowl", 6_000)
    who = Ask("who", "Who comes to mind?", AnswerKind.TEXT, keep_as="kind_one")
    ease = Ask("ease", "How settled is it?", AnswerKind.SCALE, ends=("not at all", "fully"))
    options = (Option("words", "Words"), Option("touch", "Touch"))
    assert end.parts == (
        who,
        ease,
        Choose("care", "What would you like?", options),
        Say("Say {kind_one|a kind name}.", 1_000, limit=Limit(when=("care", "words"))),
        Say("Rest a hand on your arm.", 1_000, limit=Limit(when=("care", "touch"))),
    )


def test_a_breath_is_strokes_with_the_fullness_each_reaches() -> None:
    """A hold keeps what is there; in and out go all the way unless they say how far."""
    part = exercise_of().steps[1].parts[1]

    assert isinstance(part, Breathe)
    assert part.strokes == (
        Stroke(StrokeKind.IN, 0.8, 3_000, "Breathe in"),
        Stroke(StrokeKind.IN, 1.0, 1_000, "Breathe in"),
        Stroke(StrokeKind.HOLD, 1.0, 1_000, "Hold"),
        Stroke(StrokeKind.OUT, 0.0, 6_000, "Slow out"),
    )
    assert part.lines == (BreathLine(2, "Small and soft."),)
    assert part.cycles == 3
    assert part.cycle_ms == 11_000


def test_fractions_of_a_second_are_rounded_to_whole_milliseconds() -> None:
    """No time is ever a float again."""
    part = exercise_of(GOOD.replace("rest: 3\n", "rest: 2.0004\n")).steps[0].parts[0]

    assert isinstance(part, Say)
    assert part.rest_ms == 2_000
    assert type(part.rest_ms) is int


def test_the_card_says_what_a_list_shows() -> None:
    """All that is needed before an exercise is chosen."""
    card = exercise_of().card

    assert (card.id, card.title, card.summary) == (
        "slow-waves",
        "Slow waves",
        "Breathe out a little longer.",
    )
    assert (card.group, card.direction) == (Group.BREATHING, Direction.DOWN)
    assert card.versions == (Version("full", "Full", 1.2), Version("short", "Short", 1.0))
    assert (card.gate, card.evidence, card.eyes_open) == (0, Evidence.SOME, True)
    assert (card.file, card.revision) == (str(PATH), "1")
    assert card.minutes == 1.2
    assert card.shortest.id == "short"
    assert card.version(None).id == "full"
    assert card.version("short").minutes == 1
    with pytest.raises(KeyError):
        card.version("long")


def test_what_a_therapist_wants_to_know_is_kept() -> None:
    """Evidence, seeds, ages, author and the day of the review."""
    about = exercise_of().about

    assert about.evidence_sentence == "Some trials show a small drop in stress."
    assert about.sources == ()
    assert (about.seeds, about.ages, about.settings) == (("S14",), ("teen", "adult"), ("alone",))
    assert (about.author, about.reviewed) == ("A therapist", date(2026, 3, 31))
    assert about.language == "en"
    assert exercise_of().cautions == ("Stop whenever you like.",)


def test_only_attachment_exercises_ask_for_felt_security() -> None:
    """Around the others it would be one question too many."""
    attachment = exercise_of(GOOD.replace("group: breathing", "group: attachment"))

    assert attachment.card.asks_security
    assert not exercise_of().card.asks_security


def test_a_step_has_its_limits_too() -> None:
    """Which versions, and after which choice."""
    told = GOOD.replace("title: Settle\n", "title: Settle\n    only: [full, short]\n")

    assert exercise_of(told).steps[0].limit == Limit(only=("full", "short"))
    assert exercise_of().steps[0].limit == ALWAYS
    assert Limit(only=("full",)).allows_version("full")
    assert not Limit(only=("full",)).allows_version("short")
    assert ALWAYS.allows_version("anything")


def test_a_cached_entry_builds_the_same_exercise() -> None:
    """Through JSON and back, as the library keeps it."""
    entry = json.loads(json.dumps(entry_of()))

    assert build.exercise(entry, str(PATH), "1") == exercise_of()


def test_every_sentence_for_the_voice_is_told_once_in_order() -> None:
    """Also those under the pacer; questions and shown words are not spoken."""
    assert exercise_of().spoken_lines() == (
        "Sit as you like.",
        "Look around.",
        "Small and soft.",
        "Say {kind_one|a kind name}.",
        "Rest a hand on your arm.",
    )


@pytest.mark.parametrize(
    "need, met",
    [
        (Need.REVVED, {Direction.DOWN, Direction.EITHER}),
        (Need.FLAT, {Direction.UP, Direction.EITHER}),
        (Need.STEADY, set(Direction)),
    ],
)
def test_a_need_is_met_by_some_directions(need: Need, met: set[Direction]) -> None:
    """Nothing that goes inside is offered to someone who is revved or flat."""
    assert {direction for direction in Direction if need.met_by(direction)} == met


OPTIONS = (Option("a", "A"), Option("b", "B"))
TEXT = Ask("q", "Q?", AnswerKind.TEXT)
SCALE = Ask("q", "Q?", AnswerKind.SCALE, ends=("low", "high"))
CHOICE = Ask("q", "Q?", AnswerKind.CHOICE, OPTIONS)
CHOOSE = Choose("q", "Q?", OPTIONS)


@pytest.mark.parametrize(
    "question, fitting, others",
    [
        (TEXT, ["", "a word"], [5, 0]),
        (SCALE, [0, 5, 10], [-1, 11, "5", True]),
        (CHOICE, ["a", "b"], ["A", "", 0]),
        (CHOOSE, ["a", "b"], ["c", 1]),
    ],
)
def test_an_answer_fits_its_question(
    question: Ask | Choose, fitting: list[str | int], others: list[str | int]
) -> None:
    """0 is an answer, None is always one: it skips."""
    assert all(answers.fits(question, value) for value in (None, *fitting))
    assert not any(answers.fits(question, value) for value in others)
