"""Every fault that the reader tells comes with a sentence that says how to mend it."""

from pathlib import Path

import pytest

from attachcalm.exercises.finding import Finding, mend_of
from attachcalm.exercises.problem import Problem
from attachcalm.exercises.reader import read_bytes
from tests.fakes.exercise_file import GOOD, PATH, spoilt
from tests.hostile.test_hostile_content import REFUSED

AS_SAID = "Change it so that it is as this sentence says."
MENDED: dict[str, tuple[bytes, str, str]] = {
    "nothing in it": (b"", "the file is empty",
        "Copy an exercise that you like into it, and change that."),
    "a tab": (GOOD.replace("    ", "\t").encode(), "here is a tab; indent with spaces",
        "Take the tab out and put spaces in its place."),
    "no day of review": (spoilt("reviewed: 2026-03-31\n", ""), "reviewed is missing",
        "Add a line for it; docs/formats.md says what can stand there."),
    "no caution": (spoilt("cautions:\n  - Stop whenever you like.\n", ""), "cautions is missing",
        "Add a line for it; docs/formats.md says what can stand there."),
    "an empty list of cautions": (
        spoilt("cautions:\n  - Stop whenever you like.\n", "cautions: []\n"),
        "cautions holds too few: it needs 1 at least", "Add at least so many."),
    "no evidence": (
        spoilt("evidence:\n  tag: some\n  sentence: Some trials show a small drop in stress.\n", ""
        ),
        "evidence is missing", "Add a line for it; docs/formats.md says what can stand there."),
    "a misspelt field": (spoilt("summary:", "sumary:"),
        "sumary is not a known field; did you mean summary?",
        "Write the word that is meant, or take this out."),
    "an unknown field": (spoilt("gate: 0", "gate: 0\nzzz: 1"), "zzz is not a known field",
        "Take it out; docs/formats.md has the fields that there are."),
    "a value that cannot be": (spoilt("gate: 0", "gate: 7"), "gate must be at most 3 (got 7)",
        "Write a value that fits."),
    "a day that is none": (spoilt("2026-03-31", "2026-02-31"),
        "reviewed must be a day such as 2026-03-31 (got '2026-02-31')",
        "Write a value that fits."),
    "a breath cut in half": (spoilt("- out: 6\n", "- hold: 6\n"),
        "steps[2].parts[2].breathe cuts a breath in half: breathe in, and out to empty at the end",
        "Let the last stroke be 'out' without 'to'."),
    "two steps of one name": (spoilt("id: breathe", "id: settle"),
        "two of the steps are called settle", "Give each a name of its own."),
    "an unknown version": (spoilt("only: [full]", "only: [ful]"),
        "there is no version ful; did you mean full?",
        "Write the word that is meant, or take this out."),
    "a version without a part": (GOOD.replace(
            "title: Settle\n", "title: Settle\n    only: [full]\n").replace(
            "title: Breathe\n", "title: Breathe\n    only: [full]\n").replace(
            "title: End\n", "title: End\n    only: [full]\n").encode(),
        "the version short has no part to play",
        "Let some part be in it: no 'only', or its name in 'only'."),
    "a slot without other words": (spoilt("{kind_one|a kind name}", "{kind_one}"),
        "{kind_one} needs words for those who have none: {kind_one|your words}", AS_SAID),
    "braces in a title": (spoilt("title: Settle", 'title: "{a|b}"'),
        "braces are for slots, and only say, show and question have them",
        "Take the braces out, or move the text to 'show'."),
}  # fmt: skip


@pytest.mark.parametrize("name", MENDED)
def test_each_fault_says_what_it_is_and_how_to_mend_it(name: str) -> None:
    """Both in one plain sentence."""
    data, what, mend = MENDED[name]

    found = [Finding.of(problem) for problem in read_bytes(data, PATH).problems]

    assert (what, mend) in [(finding.what, finding.mend) for finding in found]
    assert all(finding.is_fault for finding in found)


@pytest.mark.parametrize("name", REFUSED)
def test_there_is_a_way_out_of_every_hostile_file_too(name: str) -> None:
    """It is a sentence, and most often one of its own."""
    for problem in read_bytes(REFUSED[name], PATH).problems[:3]:
        mend = mend_of(problem.what)

        assert mend[0].isupper()
        assert mend.endswith(".")
        says_it_itself = ("; write it out", "a slot is written", "needs words", "needs one of")
        assert mend != AS_SAID or any(
            words in problem.what for words in (*says_it_itself, "list of 'key", "plain word",
                                               "not YAML that can be read")
        ), problem.what  # fmt: skip


def test_a_finding_is_a_line_and_a_sentence() -> None:
    """The line for a terminal, the sentence for the window; a question keeps its mark."""
    asked = Finding.of(Problem(Path("a.yaml"), 2, 3, "b is not known; did you mean c?"))
    told = Finding(Path("a.yaml"), 1, 1, "word", "b is not", "Mend it.", is_fault=False)

    assert asked.sentence == "B is not known; did you mean c?"
    assert str(asked) == (
        "a.yaml:2:3: fault: b is not known; did you mean c? "
        "Write the word that is meant, or take this out."
    )
    assert told.sentence == "B is not."
    assert str(told) == "a.yaml:1:1: advice: b is not. Mend it."
