"""An exercise file is read whole, or every fault in it is told with its place in one pass."""

import os
from pathlib import Path

import pytest

from attachcalm.exercises.problem import Problem
from attachcalm.exercises.reader import MOST_TOLD, read_bytes, read_file
from tests.fakes.exercise_file import GOOD, PATH, entry_of, spoilt

TEXT = "must be a text; put it in quotes if it looks like a number"
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
SLUG = "small letters, digits and single hyphens, beginning with a letter"
KEY = "small letters, digits and underscores, beginning with a letter"
KINDS = "breathe, ask, choose, bell, sense, pause, say"
SAY_1 = "- say: Sit as you like.\n        rest"


def told(data: bytes) -> list[str]:
    """What is said of these bytes, without the name of the file."""
    reading = read_bytes(data, PATH)
    assert reading.entry is None
    assert all(problem.path == PATH for problem in reading.problems)
    return [str(problem).removeprefix(f"{PATH}:") for problem in reading.problems]


def test_a_file_without_fault_is_read_whole() -> None:
    """No problem, an entry, and the revision that names exactly this text."""
    reading = read_bytes(GOOD.encode(), PATH)

    assert reading.problems == ()
    assert reading.entry is not None
    assert reading.was_read
    assert len(reading.revision) == 16
    assert reading.revision != read_bytes((GOOD + "\n").encode(), PATH).revision


def test_what_is_left_out_has_its_first_value() -> None:
    """Rests, settings, eyes and answers need not be written."""
    entry = entry_of(GOOD.replace("        rest: 3\n", "").replace("        rest: 8\n", ""))
    parts = entry["steps"][0]["parts"]

    assert (parts[0]["rest"], parts[1]["rest"]) == (1.0, 8.0)
    assert entry["settings"] == ["alone"]
    assert entry["eyes_open"] is True
    assert entry["steps"][2]["parts"][0]["answer"] == "text"


HEAD = [
    ("format: 1", "format: 2", "1:1: format must be 1 (got 2)"),
    ("id: slow-waves\n", "", "1:1: id is missing"),
    (
        "id: slow-waves",
        "id: Slow Waves",
        f"2:1: id must be {SLUG} (got 'Slow Waves')",
    ),
    (
        "language: en",
        "language: english",
        "3:1: language must be a language such as en or pt-BR (got 'english')",
    ),
    ("title: Slow waves", "title: 5", f"4:1: title {TEXT} (got 5)"),
    ("title: Slow waves", "title:", f"4:1: title {TEXT} (got nothing)"),
    ("title: Slow waves", "title: [a]", f"4:1: title {TEXT} (got several values)"),
    ("title: Slow waves", "title: ''", "4:1: title must be a text that is not empty (got '')"),
    ("title: Slow waves", f"title: {'x' * 81}", "4:1: title has 81 signs; it may have 80"),
    (
        "direction: down",
        "direction: sideways",
        "7:1: direction must be one of down, up, either, inside (got 'sideways')",
    ),
    ("ages: [teen, adult]", "ages: adult", "8:1: ages must be a list (got 'adult')"),
    ("ages: [teen, adult]", "ages: []", "8:1: ages holds too few: it needs 1 at least"),
    (
        "ages: [teen, adult]",
        "ages: [teen, adults]",
        "8:14: ages[2] must be one of child, teen, adult (got 'adults'); did you mean adult?",
    ),
    ("gate: 0", "gate: 4", "9:1: gate must be at most 3 (got 4)"),
    ("gate: 0", "gate: -1", "9:1: gate must be at least 0 (got -1)"),
    ("gate: 0", "gate: 1.5", "9:1: gate must be a whole number (got 1.5)"),
    ("gate: 0", "gate: true", "9:1: gate must be a whole number (got true)"),
    ("gate: 0", f"gate: {'9' * 30}", "9:1: gate must be a whole number (got 1e+30)"),
    ("seeds: [S14]", "eyes_open: no", "10:1: eyes_open must be true or false (got 'no')"),
    ("seeds: [S14]", "seeds: [S29]", "10:9: seeds[1] must be a seed from S1 to S28 (got 'S29')"),
    ("  - Stop whenever you like.\n", "", "11:1: cautions must be a list (got nothing)"),
    (
        "  - Stop whenever you like.\n",
        "  - Stop.\n" * 13,
        "11:1: cautions holds too many: at most 12 are read",
    ),
    (
        "tag: some",
        "tag: weak",
        "14:3: evidence.tag must be one of strong, some, practice (got 'weak')",
    ),
    (
        "reviewed: 2026-03-31",
        "reviewed: 2026-02-30",
        "17:1: reviewed must be a day such as 2026-03-31 (got '2026-02-30')",
    ),
    (
        "reviewed: 2026-03-31",
        "reviewed: 2026",
        "17:1: reviewed must be a day such as 2026-03-31 (got 2026)",
    ),
    ("minutes: 1.2", "minutes: 0", "19:29: versions[1].minutes must be more than 0 (got 0)"),
    ("minutes: 1.2", "minutes: -1", "19:29: versions[1].minutes must be more than 0 (got -1)"),
    ("minutes: 1.2", "minutes: 1e12", "19:29: versions[1].minutes must be at most 60 (got 1e+12)"),
    ("minutes: 1.2", "minutes: '3'", "19:29: versions[1].minutes must be a number (got '3')"),
    (
        "minutes: 1.2",
        "minutes: .nan",
        "19:29: versions[1].minutes must be a number with an end (got nan)",
    ),
    (
        "minutes: 1.2",
        "minutes: .inf",
        "19:29: versions[1].minutes must be a number with an end (got inf)",
    ),
]
PARTS = [
    ("rest: 3\n", "rest: -3\n", "26:9: steps[1].parts[1].rest must be at least 0 (got -3)"),
    ("rest: 3\n", "rest: 601\n", "26:9: steps[1].parts[1].rest must be at most 600 (got 601)"),
    ("rest: 3\n", "rest: soon\n", "26:9: steps[1].parts[1].rest must be a number (got 'soon')"),
    (
        "rest: 3\n",
        "rst: 3\n",
        "26:9: steps[1].parts[1].rst is not a known field; did you mean rest?",
    ),
    (
        "rest: 3\n",
        "say part: 3\n",
        "26:9: steps[1].parts[1].say part is not a known field",
    ),
    (SAY_1, SAY_1.replace("say", "speak"), f"25:9: steps[1].parts[1] needs one of {KINDS}"),
    (
        SAY_1,
        SAY_1.replace("say", "sya"),
        f"25:9: steps[1].parts[1] needs one of {KINDS}; did you mean say?",
    ),
    (
        "- say: Sit as you like.\n        rest: 3",
        "- Sit as you like.",
        f"25:9: steps[1].parts[1] needs one of {KINDS}",
    ),
    ("pause: 13.5", "pause: 0", "30:9: steps[1].parts[3].pause must be more than 0 (got 0)"),
    ("only: [full]", "only: full", "32:9: steps[1].parts[3].only must be a list (got 'full')"),
    (
        "only: [full]",
        "only: []",
        "32:9: steps[1].parts[3].only holds too few: it needs 1 at least",
    ),
    (
        "bell: bowl",
        "bell: gong",
        "36:9: steps[2].parts[1].bell must be one of bowl, chime (got 'gong')",
    ),
    (
        "answer: scale",
        "answer: number",
        "58:9: steps[3].parts[2].answer must be one of text, scale, choice (got 'number')",
    ),
    (
        "when: {care: words}",
        "when: words",
        "66:9: steps[3].parts[4].when must be 'key: value' lines (got 'words')",
    ),
    (
        "when: {care: words}",
        "when: {}",
        "66:9: steps[3].parts[4].when holds too few: it needs 1 at least",
    ),
]
BREATH = "steps[2].parts[2].breathe"
BREATHS = [
    ("cycles: 3", "cycles: 0", f"39:11: {BREATH}.cycles must be at least 1 (got 0)"),
    ("cycles: 3", "cycles: 401", f"39:11: {BREATH}.cycles must be at most 400 (got 401)"),
    ("cycles: 3", "cycles: 2.5", f"39:11: {BREATH}.cycles must be a whole number (got 2.5)"),
    (
        "cycles: 3",
        "cycles: 1",
        f"38:9: {BREATH} lines must stand at rising breath numbers from 1 to 1",
    ),
    ("- in: 3", "- in: 0.4", f"41:15: {BREATH}.strokes[1].in must be at least 0.5 (got 0.4)"),
    ("to: 0.8", "to: 1.1", f"42:15: {BREATH}.strokes[1].to must be at most 1 (got 1.1)"),
    ("to: 0.8", "to: 0", f"38:9: {BREATH} stroke 1 breathes in, so it must end fuller"),
    ("to: 0.8", "to: 1", f"38:9: {BREATH} stroke 2 breathes in, so it must end fuller"),
    ("word: Slow out", "to: 1", f"38:9: {BREATH} stroke 4 breathes out, so it must end emptier"),
    (
        "word: Slow out",
        "to: 0.1",
        f"38:9: {BREATH} cuts a breath in half: breathe in, and out to empty at the end",
    ),
    (
        "- hold: 1",
        "- hold: 1\n              out: 2",
        f"44:15: {BREATH}.strokes[3] needs exactly one of in, out or hold",
    ),
    (
        "- hold: 1",
        "- hold: 1\n              to: 0.2",
        f"44:15: {BREATH}.strokes[3] a hold keeps the breath where it is, so it takes no 'to'",
    ),
]
QUESTIONS = [
    (
        "ask: who",
        "ask: who-is-it",
        f"53:9: steps[3].parts[1].ask must be {KEY} (got 'who-is-it')",
    ),
    (
        "keep_as: kind_one",
        "answer: choice",
        "53:9: steps[3].parts[1] a choice, and only a choice, lists its options",
    ),
    (
        "keep_as: kind_one",
        "ends: [a, b]",
        "53:9: steps[3].parts[1] a scale, and only a scale, has two words for its ends",
    ),
    (
        "answer: scale",
        "answer: scale\n        keep_as: much",
        "56:9: steps[3].parts[2] a number cannot fill a slot; keep_as is for text or choice",
    ),
    (
        "ends: [not at all, fully]",
        "ends: [a]",
        "59:9: steps[3].parts[2].ends holds too few: it needs 2 at least",
    ),
]


@pytest.mark.parametrize("old, new, sentence", HEAD + PARTS + BREATHS + QUESTIONS)
def test_a_fault_is_told_where_it_stands(old: str, new: str, sentence: str) -> None:
    """One thing is wrong, one line says what, where, and what may stand there."""
    assert told(spoilt(old, new)) == [sentence]


def test_a_misspelt_field_is_both_unknown_and_missed() -> None:
    """The place of what is missing is where it belongs: the beginning of what should hold it."""
    assert told(spoilt("summary:", "sumary:")) == [
        "1:1: summary is missing",
        "5:1: sumary is not a known field; did you mean summary?",
    ]
    assert told(spoilt("title: Short,", "titel: Short,")) == [
        "20:5: versions[2].title is missing",
        "20:17: versions[2].titel is not a known field; did you mean title?",
    ]


def test_an_unknown_field_is_compared_with_those_of_its_own_place() -> None:
    """`minuets` means minutes in a version, and nothing at the top."""
    assert told(spoilt("gate: 0", "gate: 0\nminuets: 3")) == ["10:1: minuets is not a known field"]
    assert told(spoilt("minutes: 1}", "minutes: 1, minuets: 3}")) == [
        "20:43: versions[2].minuets is not a known field; did you mean minutes?"
    ]


def test_every_fault_of_a_file_is_told_in_one_pass_in_the_order_of_the_file() -> None:
    """Faults of shape and faults of sense together, so that one round of mending is enough."""
    data = spoilt("gate: 0", "gate: 7").replace(b"only: [full]", b"only: [ful]")
    data = data.replace(b"cycles: 3", b"cycles: many")

    assert told(data) == [
        "9:1: gate must be at most 3 (got 7)",
        "32:16: there is no version ful; did you mean full?",
        f"39:11: {BREATH}.cycles must be a whole number (got 'many')",
    ]


def test_of_very_many_faults_the_first_are_told() -> None:
    """Nobody mends ten thousand lines one by one, and looking for close words takes time."""
    extra = "".join(f"extra{number}: x\n" for number in range(5_000))

    sentences = told((GOOD + extra).encode())

    assert len(sentences) == MOST_TOLD + 1
    assert sentences[0] == "69:1: extra0 is not a known field"
    assert sentences[-1] == "169:1: and 4900 more faults from here on; mend those before first"


@pytest.mark.parametrize("text", ["- a\n- b\n", "Breathe.\n", "5\n", "~\n"])
def test_a_file_of_another_kind_is_told_in_one_sentence(text: str) -> None:
    """A list, a text or nothing is no exercise."""
    assert told(text.encode()) == ["1:1: an exercise is a list of 'key: value' lines"]


def test_yaml_that_cannot_be_read_is_told_with_its_place() -> None:
    """The fault of the text is the only one that can be known."""
    assert told(spoilt("gate: 0", "gate: [0")) == [
        "10:6: this is not YAML: did not find expected ',' or ']'"
    ]


# ---------------------------------------------------------------- files
def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    """The same as its bytes."""
    path = tmp_path / "slow-waves.yaml"
    path.write_text(GOOD, encoding="utf-8")

    assert read_file(path).entry == entry_of()


def test_a_file_that_is_not_there_is_a_problem_and_nothing_to_remember(tmp_path: Path) -> None:
    """It may be there the next time."""
    reading = read_file(tmp_path / "gone.yaml")

    assert [problem.what for problem in reading.problems] == ["there is no such file or folder"]
    assert not reading.was_read


@ON_POSIX
def test_a_folder_or_a_pipe_is_no_file(tmp_path: Path) -> None:
    """Above all, a pipe must not be waited on for ever."""
    folder, pipe = tmp_path / "folder.yaml", tmp_path / "pipe.yaml"
    folder.mkdir()
    os.mkfifo(pipe)

    for path in (folder, pipe, Path("/dev/zero")):
        reading = read_file(path)

        assert [problem.what for problem in reading.problems] == ["this is not a file"]
        assert not reading.was_read


def test_a_name_that_no_file_can_have_is_a_problem() -> None:
    """A zero byte in a path is refused by the system, not by a crash."""
    reading = read_file(Path("a\0b.yaml"))

    assert [problem.what for problem in reading.problems] == [
        "the file cannot be read (ValueError)"
    ]


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    """Fifty megabytes: the size is enough to know."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    reading = read_file(path)

    assert [str(problem) for problem in reading.problems] == [
        f"{path}:1:1: the file has 51200 kB; an exercise may have 256 kB"
    ]


@ON_POSIX
def test_a_name_that_is_no_text_can_still_be_told(tmp_path: Path) -> None:
    """On Linux a file's name is bytes; the sentence about it must be printable all the same."""
    problem = Problem(Path(os.fsdecode(b"odd\xff.yaml")), 1, 2, "what")

    assert str(problem) == "odd\N{REPLACEMENT CHARACTER}.yaml:1:2: what"
    assert str(problem).encode("utf-8")
