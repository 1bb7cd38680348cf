"""What the shipped pages say: true to their sources, easy to read, and nobody is labelled."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from attachcalm.exercises.grade import reading_grade, words
from attachcalm.exercises.wording import avoided_in
from attachcalm.learn.checker import check_paths
from attachcalm.learn.document import json_schema
from attachcalm.learn.model import Figure, Leaflet, Paragraph, sentences
from attachcalm.learn.shelf import Shelf, load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "pages"
LONGEST_SENTENCE = 20  # words
HARDEST_GRADE = 8.0  # Flesch-Kincaid
PLANNED = frozenset({
    "five-senses", "feet-and-chair", "orient-room", "wake-up", "cyclic-sigh", "box-4444",
    "four-seven-eight", "even-five-five", "long-out", "choose-anchor", "three-step-pause",
    "mindful-doing", "pmr-short", "edges-scan", "self-hold", "calm-place", "container", "later-me",
    "safe-person", "launch-pad", "kind-figure", "support-map", "carry-the-session",
    "kindness-pause", "friend-letter", "two-voices", "name-it", "make-room", "urge-wave",
    "opposite-step", "fast-cool", "feeling-need-ask", "belief-detective", "step-back",
    "rewrite-lite", "pattern-map", "early-timeline", "other-mind", "their-story", "mirror-listen",
    "soft-start", "pause-return", "onlooker", "rehearse", "flower-candle", "cosy-spot",
    "feelings-weather", "special-time", "just-sit",
})  # fmt: skip
"""The catalogue; what is not written yet is left out of a page until it is."""
NAMED = {  # each is needed to say the opposite, or to speak of others
    "It does not diagnose, treat or monitor anything.",
    "Some people grow anxious as they relax.",
}
LABELLING = (
    r"you are (an? )?(anxious|avoidant|secure|insecure|disorganis\w+|ambivalent)|"
    r"(anxious|avoidant|insecure|disorganis\w+) (people|person|type|style)|your (style|type)|"
    r"attachment style"
)
SAID = {  # the corrections to the founding article, each on its page
    "four-patterns": (
        "Mary Ainsworth", "Mary Main and Judith Solomon", "Two questions tell more",
        "This app puts you nowhere on this square",
    ),
    "map-in-your-head": ("Nobody can promise you a fresh start", "Memories are not wiped"),
    "what-an-app-can-be": (
        "act out a birth", "does not diagnose, treat or monitor", "Someone to be close to",
        "An emergency service",
    ),
    "closeness-and-calm": ("the true effect may be smaller", "seem to gain less"),
    "side-effects": ("about one in three", "half of them", "one in ten", "hard early years"),
    "window-of-tolerance": ("Calmer is not always better", "from minus one to plus one"),
    "how-it-is-computed": ("too early to tell", "zero is a rating", "not that an exercise made"),
}  # fmt: skip


@cache
def shelf() -> Shelf:
    """The shipped pages."""
    return load([FOLDER])


def read_by_people(leaflet: Leaflet) -> Iterator[str]:
    """Every sentence that a person reads, its sources left out: they are names."""
    yield from sentences(leaflet.summary)
    yield from leaflet.lines()


def everything(leaflet: Leaflet) -> Iterator[str]:
    """The same with titles and the words in drawings."""
    yield leaflet.title
    yield from read_by_people(leaflet)
    for block in leaflet.blocks:
        if isinstance(block, Figure):
            yield from (block.title, *block.labels.values())


EVERY_PAGE = pytest.mark.parametrize("leaflet", shelf().leaflets, ids=lambda found: found.id)


def test_the_nine_pages_are_shipped_without_a_fault() -> None:
    """In this order, and each file is read."""
    assert shelf().problems == ()
    assert [leaflet.id for leaflet in shelf().leaflets] == [
        "closeness-and-calm", "safe-haven-secure-base", "four-patterns", "map-in-your-head",
        "reach-and-pull-away", "window-of-tolerance", "what-an-app-can-be", "side-effects",
        "how-it-is-computed",
    ]  # fmt: skip


def test_the_checker_finds_nothing_once_every_exercise_is_there() -> None:
    """A link is to an exercise of the catalogue, never a misspelling."""
    assert check_paths([FOLDER], PLANNED) == ()


@EVERY_PAGE
def test_nothing_presses_promises_assumes_or_labels(leaflet: Leaflet) -> None:
    """The same words as in exercises, and no one is called a type."""
    texts = [text for text in everything(leaflet) if text not in NAMED]

    assert [(hits, text) for text in texts if (hits := avoided_in(text))] == []
    assert [text for text in texts if re.search(rf"\b({LABELLING})\b", text, re.IGNORECASE)] == []


def test_a_label_would_be_found() -> None:
    """The pattern can fail."""
    for text in ("you are avoidant", "Anxious people cling", "your attachment style"):
        assert re.search(rf"\b(?:{LABELLING})\b", text, re.IGNORECASE), text


@EVERY_PAGE
def test_it_is_easy_to_read(leaflet: Leaflet) -> None:
    """Twenty words a sentence at most, grade 8 at most, no shouting."""
    for sentence in read_by_people(leaflet):
        assert len(words(sentence)) <= LONGEST_SENTENCE, sentence
    for text in everything(leaflet):
        assert "!" not in text
        assert not re.search(r"\b[A-Z]{3,}\b", text), text
    assert reading_grade(list(read_by_people(leaflet))) <= HARDEST_GRADE


@EVERY_PAGE
def test_every_sentence_of_a_paragraph_can_be_a_clip(leaflet: Leaflet) -> None:
    """It begins with a capital and ends with a stop, and holds no braces."""
    for block in leaflet.blocks:
        if isinstance(block, Paragraph):
            for line in sentences(block.text):
                assert re.fullmatch(r"[A-Z][^{}!]*[.?]", line), line


@EVERY_PAGE
def test_it_says_where_it_comes_from_and_leads_to_exercises(leaflet: Leaflet) -> None:
    """Sources, seeds, who answers for it, and somewhere to go."""
    assert leaflet.sources
    assert leaflet.seeds
    assert leaflet.author == "AttachCalm"
    assert leaflet.reviewed.isoformat() == "2026-11-24"
    assert leaflet.exercise_ids


@pytest.mark.parametrize("page", SAID)
def test_what_has_to_be_said_is_said(page: str) -> None:
    """The founding article is corrected, side effects have numbers, and limits are plain."""
    leaflet = next(found for found in shelf().leaflets if found.id == page)
    text = " ".join(read_by_people(leaflet))

    assert [needed for needed in SAID[page] if needed not in text] == []


def test_the_published_schema_is_the_one_of_the_models_and_files_point_to_it() -> None:
    """Opening a shipped file in an editor is enough to get completion."""
    published = (ROOT / "schema" / "page.schema.json").read_text(encoding="utf-8")
    assert published == json.dumps(json_schema(), indent=2) + "\n", "run tools/schema/make.py"

    for file in FOLDER.glob("*.yaml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first.endswith("$schema=../../schema/page.schema.json"), file.name
