"""What a therapist would mend: each kind of advice with its place, its reason and the way out."""

import re
from datetime import date
from pathlib import Path

import pytest

from attachcalm.exercises.library import load
from attachcalm.player.checker import Around, check_paths
from tests.fakes.clean_exercise import CLEAN, TODAY, findings_of, told

ROOT = Path(__file__).parents[2]
Change = tuple[str, str]
LINE = "Take your time."
LONG = "Take all of the time that you need to find a way to sit here."  # 15 words
HARD = "Autonomic regulation necessitates interoceptive differentiation."

EACH: dict[str, tuple[tuple[Change, ...], str]] = {
    "word": (
        ((LINE, "Perhaps relax a little."),),
        (
            '33:9: advice: "relax" in "Perhaps relax a little.": nobody can do that '
            "by being told to. "
            'Write a small thing to do, such as "let your shoulders soften, if they like".'
        ),
    ),
    "shouting": (
        ((LINE, "Take your time!"),),
        (
            '33:9: advice: "Take your time!" has an exclamation mark. Take it out, or '
            "write a full stop."
        ),
    ),
    "long-sentence": (
        ((LINE, LONG.replace("here", "in here")),),
        (
            f'33:9: advice: the sentence "{LONG.replace("here", "in here")}" has 16 '
            "words; 15 are the "
            "most. Make two sentences of it, or leave something out."
        ),
    ),
    "two-sentences": (
        ((LINE, "Take your time. There is no rush."),),
        (
            '33:9: advice: "Take your time. There is no rush." holds 2 sentences; '
            "one text holds one. "
            "Give each sentence a line of its own."
        ),
    ),
    "broken-sentence": (
        (("Your eyes can stay open.", "your eyes can stay open"),),
        (
            '27:9: advice: "your eyes can stay open" is not one whole sentence, so '
            "no voice can say it "
            "well. Begin it with a capital and end it with a full stop or a question mark."
        ),
    ),
    "slot-in-speech": (
        (("Your eyes can stay open.", "Your eyes can stay open, {kind_one|dear one}."),),
        (
            '27:9: advice: "Your eyes can stay open, {kind_one|dear one}." has a '
            "slot, so no voice can "
            "say it and it is only shown. Put it into the 'show' of a pause, and keep slots out of "
            "'say'."
        ),
    ),
    "reading-grade": (
        ((LINE, HARD),),
        (
            f'33:9: advice: the sentence "{HARD}" has reading grade 38.3; aim at 6. '
            "Use shorter words "
            "for: interoceptive, differentiation, Autonomic, regulation, necessitates."
        ),
    ),
    "caution": (
        (("Stop whenever you like.", "stop whenever you like"),),
        (
            '12:5: advice: the caution "stop whenever you like" is no whole '
            "sentence. Begin it with a "
            "capital and end it with a full stop."
        ),
    ),
    "sources": (
        (("  sources:\n    - A trial, 2020\n", ""),),
        (
            "13:1: advice: the evidence names no source, so nobody can look it up. "
            "Add a line under "
            "'sources', with a paper or with 'practice wisdom' and where from."
        ),
    ),
    "seeds": (
        (("seeds: [S14]\n", ""),),
        (
            "1:1: advice: no seed says which idea the exercise carries. Add a line such as "
            "'seeds: [S14]', with the ideas that it carries."
        ),
    ),
    "review": (
        (("2026-03-31", "2026-11-25"),),
        (
            "19:1: advice: the review on 2026-11-25 lies ahead. Write the day on "
            "which somebody last "
            "read the whole exercise."
        ),
    ),
    "short-form": (
        (
            ("  - {id: short, title: Short, minutes: 1}\n", ""),
            ("minutes: 1.2", "minutes: 2.1"),
            ("pause: 15", "pause: 30"),
            ("cycles: 3", "cycles: 7"),
        ),
        (
            "20:1: advice: the shortest version takes 2.1 minutes, and no short "
            "form is there. Add a "
            "version of 2 minutes or less, and parts that are in it."
        ),
    ),
    "eyes-open": (
        (("Your eyes can stay open.", "Sit any way you like."),),
        (
            "24:5: advice: the first version does not say at its beginning that "
            "eyes can stay open. "
            "Begin with a sentence such as 'Your eyes can stay open, or rest softly on one spot.'"
        ),
    ),
    "anchor": (
        (("Leave the breath alone, if you like.", "Look all around you, if you like."),),
        (
            "40:9: advice: nothing but the breath is offered before the pacer "
            "starts. Say before it "
            "that people can leave the breath alone, and what to mind in its place."
        ),
    ),
    "slot-unused": (
        (('"{kind_one|a kind name}"', "Think of a kind name."),),
        (
            "57:9: advice: no text uses the slot kind_one. Use it as "
            "{kind_one|other words} in a text, "
            "or take the line 'keep_as' out."
        ),
    ),
    "slot-unfilled": (
        (('"{kind_one|a kind name}"', '"{kind_one|a kind name}, {kindone|or none}"'),),
        (
            "68:9: advice: no question fills the slot kindone; did you mean kind_one? Add "
            "'keep_as: kindone' to a question, or write the name that is meant."
        ),
    ),
    "title": (
        (("Stop whenever you like.", "If it is too much, try Slow wave."),),
        (
            '12:5: advice: no exercise is called "Slow wave"; did you mean Slow '
            "waves? Write the title "
            "as the exercise has it, or name another exercise."
        ),
    ),
    "file-name": (
        (("id: slow-waves", "id: slow-wave"),),
        (
            "2:1: advice: the id is slow-wave, and the file has another name. Name the file "
            "slow-wave.yaml, or write another id."
        ),
    ),
    "length": (
        (("minutes: 1}", "minutes: 4}"),),
        (
            "22:31: advice: the version short takes 0.9 minutes, not 4. Write the minutes that it "
            "takes, or change the silences ('rest', 'pause')."
        ),
    ),
    "silence": (
        (("pause: 15", "pause: 50"), ("minutes: 1.2", "minutes: 1.7")),
        (
            "32:9: advice: 56 s without a word follow this; 40 s are the most. Make the silence "
            "shorter, or put a soft sentence into it."
        ),
    ),
    "hurry": (
        (
            ("cycle: 2", "cycle: 3"),
            (
                "Small and soft.",
                (
                    "Small and soft, and then as slow as you like it to be, out, and in,"
                    " and out, and in, and out, as slow as a wave."
                ),
            ),
        ),
        (
            "50:15: advice: this line takes 12.42 s, and there are 11 s for it. "
            "Make the line shorter, "
            "or let the next line come a breath later."
        ),
    ),
}


@pytest.mark.parametrize("kind", EACH)
def test_each_kind_of_advice_says_where_what_and_how_to_mend_it(kind: str, tmp_path: Path) -> None:
    """And the file is loaded all the same."""
    changes, line = EACH[kind]

    lines = told(tmp_path, *changes)

    assert line in lines
    assert kind in {finding.kind for finding in findings_of(tmp_path, *changes)}
    assert len(load([tmp_path]).cards) == 1


@pytest.mark.parametrize("kind", sorted(EACH.keys() - {"hurry", "slot-in-speech"}))
def test_one_flaw_is_told_once_and_nothing_else_with_it(kind: str, tmp_path: Path) -> None:
    """Whoever mends it is done."""
    changes, _ = EACH[kind]

    assert len(told(tmp_path, *changes)) == 1


def test_a_clean_file_has_no_finding(tmp_path: Path) -> None:
    """Or no kind above would show anything."""
    assert told(tmp_path) == []


def test_every_kind_is_in_the_documented_table() -> None:
    """What the page on formats lists is what there is."""
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    table = page.partition("| kind | ")[2].partition("\n\n")[0]
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE))

    assert EACH.keys() <= listed
    sources = [*(ROOT / "attachcalm" / "exercises").glob("*.py"),
               *(ROOT / "attachcalm" / "player").glob("*.py")]  # fmt: skip
    code = "".join(path.read_text(encoding="utf-8") for path in sources)
    given = set(re.findall(r'Flaw\(\s*"([a-z-]+)"', code))
    assert given | {"reading", "id", "measure", "link"} == listed


# ---------------------------------------------------------------- thresholds
@pytest.mark.parametrize(
    "day, fine",
    [("2026-11-24", True), ("2026-11-25", False), ("2024-11-24", True), ("2024-11-23", False)],
)
def test_a_review_is_not_ahead_and_not_older_than_two_years(
    day: str, fine: bool, tmp_path: Path
) -> None:
    """Today and two years ago to the day are fine."""
    assert (told(tmp_path, ("2026-03-31", day)) == []) is fine


def test_two_years_before_a_leap_day_are_counted_too(tmp_path: Path) -> None:
    """On 29 February 2028 the 28th of 2026 is fine, and the 27th is not."""
    leap = Around(date(2028, 2, 29))

    assert told(tmp_path, ("2026-03-31", "2026-02-28"), around=leap) == []
    assert len(told(tmp_path, ("2026-03-31", "2026-02-27"), around=leap)) == 1


@pytest.mark.parametrize("sentence, fine", [(LONG, True), (LONG.replace("here", "in here"), False)])
def test_fifteen_words_are_as_much_as_there_may_be(
    sentence: str, fine: bool, tmp_path: Path
) -> None:
    """Sixteen are told."""
    assert (told(tmp_path, (LINE, sentence)) == []) is fine


def test_what_children_hear_is_easier(tmp_path: Path) -> None:
    """The same sentence is fine for adults, and too hard once children are among the ages."""
    line = (LINE, "Some people remember a quiet river.")

    for_adults = told(tmp_path, line)
    for_children = told(tmp_path, line, ("[teen", "[child, teen"))

    assert for_adults == []
    assert len(for_children) == 1
    assert "aim at 3" in for_children[0]


def test_eyes_that_have_to_close_are_told(tmp_path: Path) -> None:
    """The field itself is advice enough."""
    lines = told(tmp_path, ("gate: 0", "gate: 0\neyes_open: false"))

    assert lines == [
        (
            "10:1: advice: the eyes cannot stay open, and with closed eyes some "
            "people feel unsafe. "
            "Word it so that open eyes are fine, and write 'eyes_open: true'."
        )
    ]


@pytest.mark.parametrize("before, fine", [(3, True), (4, False)])
def test_eyes_are_spoken_of_within_the_first_four_parts(
    before: int, fine: bool, tmp_path: Path
) -> None:
    """The fourth is soon enough, the fifth is not."""
    say = "      - say: Your eyes can stay open.\n"
    pauses = "      - pause: 0.1\n        show: Rest.\n" * before

    assert (told(tmp_path, (say, pauses + say)) == []) is fine


def test_a_breath_at_the_very_beginning_has_no_other_anchor(tmp_path: Path) -> None:
    """The first part of all is the pacer."""
    start = CLEAN.index("  - id: settle")
    end = CLEAN.index("      - breathe:")
    text = CLEAN[:start] + "  - id: b\n    title: B\n    parts:\n" + CLEAN[end:]
    path = tmp_path / "slow-waves.yaml"
    path.write_text(text, encoding="utf-8")

    found = {finding.kind for finding in check_paths([path], Around(TODAY)).findings}

    assert "anchor" in found


def test_texts_in_another_language_are_not_judged_by_english(tmp_path: Path) -> None:
    """Lengths and slots are; words, grades and what is said of eyes are not."""
    changes = ((LINE, "Mum, pray and relax!"), ("language: en", "language: de"),
               ("Your eyes can stay open.", "Mum, sit as you like."))  # fmt: skip

    assert told(tmp_path, *changes) == []


@pytest.mark.parametrize(
    "old, new",
    [
        ("title: Slow waves", "title: Just waves"),
        ("Breathe out a little longer.", "Just breathe out."),
        ("Stop whenever you like.", "Just stop."),
        ("Some trials show a small drop in stress.", "Just some trials."),
        ("title: Full", "title: Just full"),
        ("title: Settle", "title: Just settle"),
        ("Your eyes can stay open.", "Your eyes can just stay open."),
        ("Take your time.", "Just take your time."),
        ("word: Slow out", "word: Just out"),
        ("Small and soft.", "Just small."),
        ("Who comes to mind?", "Just who comes to mind?"),
        ("[not at all, fully]", "[not at all, just fully]"),
        ("label: Words", "label: Just words"),
        ("|a kind name", "|just a name"),
    ],
)
def test_every_text_of_a_file_is_read(old: str, new: str, tmp_path: Path) -> None:
    """Wherever it stands, also in what a slot says for those who have no words."""
    assert [finding.kind for finding in findings_of(tmp_path, (old, new))] == ["word"]


# ---------------------------------------------------------------- titles
@pytest.mark.parametrize(
    "caution, fine",
    [
        ("If it is too much, try Slow waves.", True),
        ("If it is too much, try Slow waves, or stop.", True),
        ("Late in the day, Slow waves is the gentler choice.", True),
        ("If it is too much, try Slow wavess.", False),
        ("Late in the day, Slow waivs is the gentler choice.", False),
        ("If it is too much, go to 'Slow wave'.", False),
        ("With a cold, I might go slower.", True),
        ("On a Monday in March you can rest.", True),
        ("Try it again on another day.", True),
        ("If it is too much, try Something else.", False),
    ],
)
def test_a_title_that_no_exercise_has_is_told(caution: str, fine: bool, tmp_path: Path) -> None:
    """What only begins with a capital is let be."""
    lines = told(tmp_path, ("Stop whenever you like.", caution))

    assert (lines == []) is fine


def test_other_exercises_that_are_there_are_known(tmp_path: Path) -> None:
    """A title and a slot of what ships, in a file that is checked alone."""
    shipped = Around(TODAY, load([ROOT / "resources" / "exercises"]))
    changes = (
        ("Stop whenever you like.", "If it is too much, try Five senses, here."),
        ("{kind_one|a kind name}", "{kind_one|a name} {safe_person|or none}"),
    )

    assert told(tmp_path, *changes, around=shipped) == []
    assert len(told(tmp_path, *changes)) == 2
