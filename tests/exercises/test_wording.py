"""What the shipped exercises say to a person who may be in distress, and how texts are judged."""

import re
from functools import cache
from pathlib import Path

import pytest

from attachcalm.exercises import build, wording
from attachcalm.exercises.avoided import AVOIDED, Avoided
from attachcalm.exercises.grade import (
    long_words,
    reading_grade,
    sentence_count,
    sentences,
    syllables,
    words,
)
from attachcalm.exercises.library import load
from attachcalm.exercises.model import Exercise
from attachcalm.exercises.reader import read_file
from attachcalm.exercises.texts import Role, texts_of
from attachcalm.player.checker import Around, Checked, check_paths
from attachcalm.player.timeline import compile_timeline
from tests.fakes.clean_exercise import TODAY

FOLDER = Path(__file__).parents[2] / "resources" / "exercises"
IDS = sorted(file.stem for file in FOLDER.glob("*.yaml"))
EVERY_EXERCISE = pytest.mark.parametrize("exercise_id", IDS)

LONGEST_IN_PANIC = 8  # words
PANIC = {("orient-room", "full"), ("orient-room", "short"), ("five-senses", "mind-game")}


@cache
def shipped(exercise_id: str) -> Exercise:
    """A shipped exercise, which the reader takes without a single problem."""
    path = FOLDER / f"{exercise_id}.yaml"
    reading = read_file(path)
    assert reading.problems == ()
    assert reading.entry is not None
    return build.exercise(reading.entry, str(path), reading.revision)


@cache
def of_the_folder() -> Checked:
    """Everything that the checker finds in what ships, but for the recordings."""
    return check_paths([FOLDER], Around(TODAY, load([FOLDER])))


def test_the_eight_first_exercises_are_shipped() -> None:
    """The set that the app opens with is whole."""
    first_set = {
        "five-senses", "orient-room", "cyclic-sigh", "long-out",
        "even-five-five", "calm-place", "safe-person", "kindness-pause",
    }  # fmt: skip

    assert first_set <= set(IDS)


@EVERY_EXERCISE
def test_the_checker_has_nothing_to_say_of_what_ships(exercise_id: str) -> None:
    """Neither a fault nor advice: what we ask of others holds for us."""
    found = [str(each) for each in of_the_folder().findings if each.path.stem == exercise_id]

    assert found == []
    assert of_the_folder().files == len(IDS)


@EVERY_EXERCISE
def test_eyes_may_stay_open_and_there_is_a_way_in_two_minutes(exercise_id: str) -> None:
    """The two things that every person may need, looked for once more without the checker."""
    exercise = shipped(exercise_id)
    captions = [span.caption for span in compile_timeline(exercise).spans[:4]]

    assert exercise.card.eyes_open
    assert any(re.search(r"\beyes\b.*\bopen\b", caption) for caption in captions)
    assert exercise.card.shortest.minutes <= 2


@pytest.mark.parametrize("exercise_id, version_id", sorted(PANIC))
def test_sentences_for_panic_are_shorter_still(exercise_id: str, version_id: str) -> None:
    """In panic and flashback eight words are enough, and no bell rings."""
    timeline = compile_timeline(shipped(exercise_id), version_id)

    for span in timeline.spans:
        assert span.bell is None
        if not span.is_open:
            assert len(words(span.caption)) <= LONGEST_IN_PANIC, span.caption


@EVERY_EXERCISE
def test_every_text_of_the_file_is_looked_at(exercise_id: str) -> None:
    """What is heard is exactly what the voice is given, and nothing is left out."""
    entry = read_file(FOLDER / f"{exercise_id}.yaml").entry
    assert entry is not None
    texts = list(texts_of(entry))

    heard = [text.text for text in texts if text.role is Role.HEARD]
    assert tuple(dict.fromkeys(heard)) == shipped(exercise_id).spoken_lines()
    captions = {text.text for text in texts if text.role in {Role.HEARD, Role.SHOWN}}
    for version in shipped(exercise_id).card.versions:
        pieces = compile_timeline(shipped(exercise_id), version.id).pieces
        assert {piece.text for piece in pieces if piece.text} <= captions


# ---------------------------------------------------------------- words to avoid
def samples(avoided: Avoided) -> list[str]:
    """What each alternative of an entry matches, written out."""
    out = []
    for alternative in re.split(r"\|(?![^(]*\))", avoided.words):
        text = re.sub(r"\(([^|)]*)[^)]*\)\??", r"\1", alternative)
        text = text.replace(r"\w*", "").replace(r"\w+", "is").replace(r"\d+ ?%", "5 %")
        text = text.replace(r"\d+", "7").replace("[sd]?", "s").replace("attention.", "attention-")
        out.append(text.replace("?", ""))
    return out


@pytest.mark.parametrize("avoided", AVOIDED, ids=lambda each: each.words[:20])
def test_every_word_to_avoid_is_found_with_its_reason_and_another_way(avoided: Avoided) -> None:
    """In any capitals, at a line's end, with a typographer's apostrophe; not inside a word."""
    for word in samples(avoided):
        for said in (f"Well, {word.upper()} it is.", f"It is {word}", word.replace("'", "\u2019")):
            found = wording.avoided_in(said)
            assert avoided in [each for _, each in found], said
        assert avoided not in [each for _, each in wording.avoided_in(f"x{word}x")]
    assert avoided.why[0].islower()
    assert avoided.why[-1].isalnum()
    assert avoided.instead.endswith(".")


@pytest.mark.parametrize("avoided", AVOIDED, ids=lambda each: each.words[:20])
def test_what_is_offered_in_place_of_a_word_is_no_word_to_avoid(avoided: Avoided) -> None:
    """Advice that leads from one bad word to the next would be none."""
    offered = re.findall(r'"([^"]+)"', avoided.instead)

    found = [word for text in offered for word, _ in wording.avoided_in(text)]

    assert set(found) <= {"suicide"}  # the name of what is spoken of; exercises leave it out


def test_a_phrase_is_told_once_and_not_its_words_too() -> None:
    """The longest that begins first."""
    found = wording.avoided_in("They committed suicide, and it was a failed attempt.")

    assert [word for word, _ in found] == ["committed suicide", "failed attempt"]


def test_a_phrase_that_is_broken_over_two_lines_is_found() -> None:
    """YAML folds lines, and so do people."""
    assert [word for word, _ in wording.avoided_in("calm\n  down")] == ["calm down"]


# ---------------------------------------------------------------- sentences and grades
@pytest.mark.parametrize("count, fine", [(14, True), (15, True), (16, False)])
def test_a_sentence_has_at_most_fifteen_words(count: int, fine: bool) -> None:
    """At, below and above."""
    assert (not list(wording.long_sentence("go " * (count - 1) + "on."))) is fine


def test_the_reading_grade_tells_hard_from_easy() -> None:
    """The estimate is of use: it agrees with counted syllables and refuses clinic prose."""
    counted = {
        "breathe": 1, "little": 2, "noticed": 2, "rested": 2, "people": 2, "imagine": 3,
        "places": 2, "moves": 1, "shoulders": 2, "easy": 2, "silently": 3, "the": 1,
    }  # fmt: skip
    assert {word: syllables(word) for word in counted} == counted

    easy = reading_grade(["Feel what holds you up.", "Look around, or listen."])
    hard = reading_grade(["Autonomic regulation necessitates interoceptive differentiation."])

    assert easy < 3 < wording.EASY < hard
    assert reading_grade([]) == reading_grade(["\u2026"]) == 0


def test_of_texts_that_are_hard_as_a_whole_the_hardest_are_named() -> None:
    """None is above the margin (8.4, and 9 is the most), but together they are: five are told."""
    hard = "If nobody comes, imagine someone kind."
    easy = "Look up."
    assert wording.too_hard([hard], wording.EASY + 3) == []

    told = wording.too_hard([easy, *[hard] * 9], wording.EASY)

    assert [at for at, _ in told] == [1, 2, 3, 4, 5]
    assert told[0][1].what == (
        f'the sentence "{hard}" has reading grade 8.4; aim at 6, for all texts together have 7.9'
    )
    assert told[0][1].mend == "Use shorter words for: nobody, imagine."
    assert wording.too_hard([hard, *[easy] * 9], wording.EASY) == []


def test_a_page_is_judged_sentence_by_sentence_for_its_own_readers() -> None:
    """A heading, two sentences, a list: what pages of 8 may hold is too much for children."""
    page = (
        "What helps\n\nGently remember a familiar situation. You must stay there!\n\n- it is yours"
    )

    kinds = {flaw.kind for flaw in wording.check_text(page, wording.EASY_FOR_PAGES)}
    for_children = wording.check_text(page, wording.EASY_FOR_CHILDREN)

    assert kinds == {"word", "shouting", "reading-grade"}
    assert len(for_children) > len(wording.check_text(page, 20))
    assert wording.check_text("You can rest. Or look around.", 3) == ()
    assert wording.check_text("", 3) == ()


def test_sentences_and_words_are_told_apart() -> None:
    """Hyphens, apostrophes, numbers, a heading without a stop."""
    assert words("Light-headed? It's 4 o\u2019clock.") == ["Light-headed", "It's", "4", "o'clock"]
    assert sentence_count("One. Two? 3.5 is no end.") == 3
    assert sentences("Heading\n\nOne. Two?\n\n\u2026") == ["Heading", "One.", "Two?"]
    assert long_words("a familiar situation is a familiar one") == ["familiar", "situation"]
