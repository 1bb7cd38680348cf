"""A page's file is read whole, or every fault in it is told with its place in one pass."""

import os
from datetime import date
from pathlib import Path

import pytest

from attachcalm.exercises.yaml_source import MAX_BYTES
from attachcalm.learn.model import (
    Bullets,
    Figure,
    FigureKind,
    Heading,
    Links,
    Note,
    Paragraph,
    sentences,
)
from attachcalm.learn.reader import read_bytes, read_file
from tests.fakes.page_file import GOOD, PATH, leaflet_of, spoilt

TEXT = "must be a text; put it in quotes if it looks like a number"
SLUG = "small letters, digits and single hyphens, beginning with a letter"
KINDS = "heading, paragraph, list, figure, exercises, note"


def told(data: bytes) -> list[str]:
    """What is said of these bytes, without the name of the file."""
    reading = read_bytes(data, PATH)
    assert reading.leaflet is None
    assert all(problem.path == PATH for problem in reading.problems)
    return [str(problem).removeprefix(f"{PATH}:") for problem in reading.problems]


def test_a_file_without_fault_is_read_whole() -> None:
    """Each block becomes what it is, in its order."""
    leaflet = leaflet_of()

    assert leaflet.blocks == (
        Heading("The tide"),
        Paragraph("It comes in. It goes out."),
        Bullets(("One wave.", "Another wave. And a third.")),
        Figure(
            FigureKind.WINDOW,
            "Three bands",
            {"above": "High", "inside": "Between", "below": "Low"},
            "High, between and low.",
        ),
        Note("You can stop here."),
        Links(("long-out", "five-senses"), "If you like."),
        Links(("orient-room",)),
    )
    assert (leaflet.id, leaflet.order, leaflet.seeds) == ("tide-and-shore", 5, ("S1", "S14"))
    assert leaflet.reviewed == date(2026, 3, 31)
    assert leaflet.exercise_ids == ("long-out", "five-senses", "orient-room")


def test_what_is_read_aloud_is_a_sentence_at_a_time() -> None:
    """One clip speaks one sentence; the drawing is told, and the names of exercises are not."""
    assert leaflet_of().lines() == (
        "The tide",
        "It comes in.",
        "It goes out.",
        "One wave.",
        "Another wave.",
        "And a third.",
        "High, between and low.",
        "You can stop here.",
        "If you like.",
    )


@pytest.mark.parametrize(
    "text, expected",
    [
        ("One. Two? Three.", ("One.", "Two?", "Three.")),
        ("About 0.62 of it.  Next.", ("About 0.62 of it.", "Next.")),
        ("No stop", ("No stop",)),
        (" ", ()),
    ],
)
def test_a_text_is_cut_at_stops_and_question_marks(text: str, expected: tuple[str, ...]) -> None:
    """Not inside of a number, and never into nothing."""
    assert sentences(text) == expected


@pytest.mark.parametrize("count, minutes", [(30, 1), (269, 1), (271, 2), (449, 2), (451, 3)])
def test_the_time_to_read_follows_from_the_words(count: int, minutes: int) -> None:
    """180 words a minute, to the nearest minute, and never none."""
    paragraph = "  - paragraph: It comes in. It goes out.\n"
    beside = leaflet_of(GOOD.replace(paragraph, ""))
    missing = count - sum(len(line.split()) for line in beside.lines())
    texts = [" ".join(["word"] * part) for part in (missing // 2, missing - missing // 2)]

    leaflet = leaflet_of(
        GOOD.replace(paragraph, "".join(f"  - paragraph: {text}\n" for text in texts))
    )

    assert leaflet.minutes == minutes


FAULTS = [
    ("format: 1", "format: 2", "1:1: format must be 1 (got 2)"),
    ("order: 5", "order: 0", "4:1: order must be at least 1 (got 0)"),
    ("order: 5", "order: 1000", "4:1: order must be at most 999 (got 1000)"),
    ("order: 5", "order: five", "4:1: order must be a whole number (got 'five')"),
    ("title: Tide and shore\n", "", "1:1: title is missing"),
    ("title: Tide and shore", "titel: Tide", "1:1: title is missing"),
    (
        "title: Tide and shore",
        "title: Tide\nsumary: x",
        "6:1: sumary is not a known field; did you mean summary?",
    ),
    ("seeds: [S1, S14]", "seeds: []", "7:1: seeds holds too few: it needs 1 at least"),
    ("S14]", "S29]", "7:13: seeds[2] must be a seed from S1 to S28 (got 'S29')"),
    (
        "reviewed: 2026-03-31",
        "reviewed: yesterday",
        "9:1: reviewed must be a day such as 2026-03-31 (got 'yesterday')",
    ),
    ("  - A book of tides\n", "", "10:1: sources must be a list (got nothing)"),
    (
        "- heading: The tide",
        "- headin: The tide",
        f"13:5: blocks[1] needs one of {KINDS}; did you mean heading?",
    ),
    ("- heading: The tide", "- The tide", f"13:5: blocks[1] needs one of {KINDS}"),
    (
        "heading: The tide",
        "heading: The tide\n    paragraf: x",
        "14:5: blocks[1].paragraf is not a known field",
    ),
    (
        "    lead: If you like.",
        "    led: If you like.",
        "24:5: blocks[6].led is not a known field; did you mean lead?",
    ),
    (
        "paragraph: It comes in. It goes out.",
        f"paragraph: {'x' * 1201}",
        "14:5: blocks[2].paragraph has 1201 signs; it may have 1200",
    ),
    (
        "      - One wave.",
        "      - 1",
        f"16:9: blocks[3].list[1] {TEXT} (got 1)",
    ),
    (
        "figure: window",
        "figure: windov",
        "18:5: blocks[4].figure must be one of plane, window (got 'windov'); did you mean window?",
    ),
    (
        "figure: window",
        "figure: plane",
        "18:5: blocks[4] needs exactly these labels: worry, distance, ease, reach, away, both",
    ),
    (
        ", below: Low}",
        "}",
        "18:5: blocks[4] needs exactly these labels: above, inside, below",
    ),
    (
        "[orient-room]",
        "[Orient Room]",
        f"25:17: blocks[7].exercises[1] must be {SLUG} (got 'Orient Room')",
    ),
]


@pytest.mark.parametrize("old, new, expected", FAULTS)
def test_a_fault_is_told_where_it_stands(old: str, new: str, expected: str) -> None:
    """Line, column, what, and did you mean."""
    assert expected in told(spoilt(old, new))


def test_an_exercise_that_is_linked_twice_is_told_at_both_places() -> None:
    """One way to it is enough on one page."""
    assert told(spoilt("[orient-room]", "[long-out]")) == [
        "23:17: the exercise long-out is linked twice",
        "25:17: the exercise long-out is linked twice",
    ]


def test_all_faults_are_told_in_one_pass() -> None:
    """Whoever mends a file need not come back for each."""
    data = GOOD.replace("order: 5", "order: 0").replace("note: You", "not: You").encode()

    assert len(told(data)) == 2


@pytest.mark.parametrize(
    "data, what",
    [
        (b"", "the file is empty"),
        (b"- a\n- b\n", "a page is a list of 'key: value' lines"),
        (GOOD.replace("id: ", "id: &a ").encode(), "anchors and aliases"),
        (GOOD.encode("utf-16"), "this is not a text file in UTF-8"),
    ],
)
def test_what_is_no_page_at_all_is_refused(data: bytes, what: str) -> None:
    """With the same words as for exercises, and its own name."""
    assert what in told(data)[0]


def test_a_file_may_be_as_large_as_it_may_be_and_no_larger(tmp_path: Path) -> None:
    """At the limit it is read, one byte above it is not opened."""
    path = tmp_path / "tide-and-shore.yaml"
    fitting = GOOD + "#" * (MAX_BYTES - len(GOOD))
    path.write_text(fitting, encoding="utf-8")
    assert read_file(path).leaflet is not None

    path.write_text(fitting + "#", encoding="utf-8")
    (problem,) = read_file(path).problems

    assert problem.what == "the file has 257 kB; a page may have 256 kB"


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    """Nothing is raised for either."""
    assert read_file(tmp_path / "none.yaml").problems[0].what == "there is no such file or folder"
    assert read_file(tmp_path).problems[0].what == "this is not a file"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """It would never end."""
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)

    assert read_file(pipe).problems[0].what == "this is not a file"
