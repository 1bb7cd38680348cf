"""The words for feelings: readable, each once, and a bad file is refused with its reason."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from attachcalm import feelings
from attachcalm.feelings import Feeling, FeelingsError, feelings_of, found, load, read

SHIPPED = Path(__file__).parent.parent / "resources" / "feelings.json"
HARDEST = 6  # school grade


def written(tmp_path: Path, told: object) -> Path:
    """A file that says this."""
    file = tmp_path / "feelings.json"
    file.write_text(json.dumps(told), "utf-8")
    return file


def of(*words: Any, **changes: Any) -> dict[str, Any]:
    """A file with one family."""
    family = {"id": "sad", "title": "Sad", "words": list(words or [["down", "Low."]]), **changes}
    return {"format": 1, "families": [family]}


def grade(text: str) -> float:
    """The school grade of a text, after Flesch and Kincaid."""
    words = re.findall(r"[a-z']+", text.lower())
    sentences = max(1, len(re.findall(r"[.!?]", text)))
    syllables = sum(
        max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e(d)?$", "", word))))
        for word in words
    )
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


# ---------------------------------------------------------------- what ships
def test_the_list_is_long_enough_to_be_precise_and_short_enough_to_be_read() -> None:
    """60 to 90 words in a dozen families or so, the good ones among them."""
    families = read(SHIPPED)

    assert 60 <= len(feelings_of(families)) <= 90
    assert 12 <= len(families) <= 16
    assert {"afraid", "angry", "sad", "ashamed", "tense", "numb", "lonely", "disgusted", "calm",
            "glad", "warm", "proud", "curious"} <= {family.id for family in families}  # fmt: skip


@pytest.mark.parametrize("feeling", feelings_of(read(SHIPPED)), ids=lambda one: one.word)
def test_each_meaning_is_one_plain_line(feeling: Feeling) -> None:
    """At grade 6 or below, 15 words at the most, and it does not explain the word by itself."""
    assert grade(feeling.meaning) <= HARDEST, feeling.meaning
    assert len(feeling.meaning.split()) <= 15
    assert feeling.meaning.endswith(".")
    assert not re.search(rf"\b{re.escape(feeling.word)}\b", feeling.meaning, re.IGNORECASE)
    assert not re.search(r"\b(should not|must|just|simply|disorder|normal)\b", feeling.meaning)


def test_the_grade_can_tell_plain_from_hard() -> None:
    """A measure that passes everything would be none."""
    assert grade("You keep watch.") < 3
    assert grade("A debilitating apprehension regarding hypothetical eventualities.") > 12


# ---------------------------------------------------------------- finding a word
def test_a_word_is_found_by_its_beginning_its_family_and_its_meaning() -> None:
    """What was written stands first among what was meant."""
    families = read(SHIPPED)

    words = [one.word for one in found(families, "Scar")]
    by_family = {one.word for one in found(families, "lonely")}
    by_meaning = [one.word for one in found(families, "stomach")]

    assert words[0] == "scared"
    assert "brave" in words
    assert {"left out", "longing"} <= by_family
    assert by_meaning == ["sickened"]
    assert found(families, "  ") == ()
    assert found(families, "qqq") == ()


# ---------------------------------------------------------------- what is refused
@pytest.mark.parametrize(
    ("told", "why"),
    [
        ([], "one JSON object"),
        ({"families": []}, "format"),
        ({"format": 2, "families": []}, "format"),
        ({"format": 1}, "not a list"),
        ({"format": 1, "families": []}, "1 to 30"),
        ({**of(), "more": 1}, "means nothing"),
        (of(words=[]), "no words"),
        (of(["down"]), "pair"),
        (of(["down", "Low.", 3]), "pair"),
        (of(["down", ""]), "characters"),
        (of(["down", "x" * 101]), "characters"),
        (of(["d" * 31, "Low."]), "characters"),
        (of(["down", "Low\nlower."]), "one line"),
        (of(["down\u202e", "Low."]), "one line"),
        (of(["down", 5]), "one line"),
        (of(["down", "Low."], ["Down", "Low."]), "twice"),
        (of(id="Sad!"), "small letters"),
        (of(colour="blue"), "means nothing"),
        ({"format": 1, "families": 2 * of()["families"]}, "twice"),
        ({"format": 1, "families": ["sad"]}, "not an object"),
        (of(*([f"w{n}", "Low."] for n in range(201))), "more than 200"),
    ],
)  # fmt: skip
def test_a_file_with_a_fault_is_refused_and_says_why(
    tmp_path: Path, told: object, why: str
) -> None:
    """And costs the app its list, not its page."""
    file = written(tmp_path, told)

    with pytest.raises(FeelingsError, match=why):
        read(file)
    assert load(file) == ()


def test_at_the_limits_it_is_read(tmp_path: Path) -> None:
    """200 words, the longest word and the longest meaning."""
    longest = [["d" * 30, "x" * 100], *([f"w{n}", "Low."] for n in range(199))]

    assert len(feelings_of(read(written(tmp_path, of(*longest))))) == 200


def test_a_file_that_is_missing_or_too_large_costs_the_list_only(tmp_path: Path) -> None:
    """People have words of their own."""
    large = tmp_path / "large.json"
    large.write_text(json.dumps(of()) + " " * feelings.LARGEST, "utf-8")

    assert load(tmp_path / "none.json") == ()
    assert load(large) == ()
