"""The checker on files from strangers: it never fails, is never long, and always says where."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises.library import load
from attachcalm.exercises.yaml_source import MAX_BYTES
from attachcalm.player.checker import Around, Checked, check_paths
from attachcalm.player.recordings import Recordings
from tests.fakes.clean_exercise import CLEAN, TODAY

SECONDS, SECONDS_AT_MOST = 1.0, 5.0  # of the processor: for an accident, for the worst of all
RESOURCES = Path(__file__).parents[2] / "resources"
SHIPPED = RESOURCES / "exercises"
AROUND = Around(TODAY, load([SHIPPED]), Recordings.load(SHIPPED, RESOURCES / "audio"))
SOUND = (CLEAN, *(file.read_text(encoding="utf-8") for file in sorted(SHIPPED.glob("*.yaml"))))
LINES = tuple(tuple(text.splitlines(keepends=True)) for text in SOUND)
ODD = (
    "0", "-1", "1e9", ".nan", ".inf", "no", "null", "~", "''", "2026-02-30", "2026-11-25T10:00:00Z",
    "[]", "{}", "[a, b]", "{a: b}", "[[[[]]]]", "|", ">", "- x", "*a", "&a", "!x", "%", "\t", "'",
    '"', "{", "{}}", '"{a}"', '"{a|b}"', '"{a|{b|c}}"', "Try Slow wave", "JUST relax! " * 9,
    "a" * 401, "\u202e\u0301\u200b", "\U0001f30a", "full", "short", "S29", "on", "x: y: z",
)  # fmt: skip
ACCIDENTS = ("swap", "drop", "double", "indent", "join", "value", "word", "key")


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A sound file after a few accidents of a person, an editor or a disk."""
    lines = list(draw(st.sampled_from(LINES)))
    for _ in range(draw(st.integers(0, 4))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        odd, accident = draw(st.sampled_from(ODD)), draw(st.sampled_from(ACCIDENTS))
        lines[at], lines[other] = happen(accident, lines[at], lines[other], odd)
    data = bytearray("".join(lines).encode())
    for _ in range(draw(st.integers(0, 2))):
        if data:
            data[draw(st.integers(0, len(data) - 1))] ^= draw(st.integers(1, 255))
    if draw(st.integers(0, 4)) == 0:
        del data[draw(st.integers(0, len(data))) :]
    return bytes(data)


def happen(accident: str, line: str, other: str, odd: str) -> tuple[str, str]:
    """Two lines after the accident."""
    key, colon, value = line.rstrip("\n").partition(":")
    changed = {
        "drop": "",
        "double": line + line,
        "indent": "  " + line,
        "join": line.rstrip("\n"),
        "value": f"{key}{colon} {odd}\n",
        "word": line.replace(" ", f" {odd} ", 3),
        "key": f"{key}x:{value}\n",
        "swap": other,
    }[accident]
    return changed, line if accident == "swap" else other


def checked(data: bytes, folder: Path, seconds: float = SECONDS) -> Checked:
    """What the checker says, if it takes no longer than it may."""
    path = folder / "slow-waves.yaml"
    path.write_bytes(data)
    begin = time.process_time()
    found = check_paths([path], AROUND)
    assert time.process_time() - begin < seconds
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples."""
    return tmp_path_factory.mktemp("mutated")


@pytest.mark.timeout(1_800)  # two minutes or so in the heavy profile
@given(data=mutated())
def test_a_mutated_file_is_read_or_refused_and_every_finding_has_its_place(
    data: bytes, folder: Path
) -> None:
    """Ten thousand of them in the heavy profile (HYPOTHESIS_PROFILE=heavy)."""
    found = checked(data, folder)

    is_loaded = len(load([folder]).cards) == 1
    assert is_loaded == (found.faults == 0)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2
    for finding in found.findings:
        assert finding.path == folder / "slow-waves.yaml"
        assert 1 <= finding.line <= lines
        assert finding.column >= 1
        assert finding.what
        assert len(finding.what) < 500
        assert finding.mend.endswith((".", ".'"))
        assert str(finding).isprintable()


# ---------------------------------------------------------------- every limit used up
HEAD = CLEAN.partition("versions:")[0] + "versions:\n"
VERSIONS = "".join(f"  - {{id: v{n}, title: V, minutes: 1}}\n" for n in range(6)) + "steps:\n"
CHOOSE = "{{choose: c{n}, question: A, options: [{{id: a, label: A}}, {{id: b, label: B}}]}}"


def full_of(part_of: Callable[[int], str]) -> bytes:
    """As many parts as a file may have, in six versions."""
    text, number = HEAD + VERSIONS, 0
    for step in range(60):
        text += f"  - id: s{step}\n    title: S\n    parts:\n      - {{say: A.}}\n"
        for _ in range(79):
            part = part_of(number)
            number += 1
            if part and len(text) + len(part) < MAX_BYTES - 3_000:
                text += f"      - {part}\n"
    return text.encode()


def say(text: str) -> Callable[[int], str]:
    return lambda _: f"{{say: '{text}'}}"


WORST: dict[str, Callable[[int], str]] = {
    "says": lambda _: "{say: A., rest: 0}",
    "pauses": lambda _: "{pause: 600}",
    "breaths": lambda n: (
        "{breathe: {cycles: 400, strokes: [{in: 20}, {out: 20}]}}" if n < 1_900 else ""
    ),
    "choices": lambda n: CHOOSE.format(n=n) if n < 1_300 else "",
    "choices and says": lambda n: CHOOSE.format(n=n) if n < 7 else "{say: A., rest: 0}",
    "questions": lambda n: f"{{ask: a, question: A, keep_as: kind_{n}}}",
    "slots": lambda n: "{pause: 1, show: '" + f"{{a{n}|b}} " * 40 + "'}",
    "titles": say("try Slow wa " * 33),
    "capitals": say("ABC " * 99),
    "shouts": say("! " * 190),
    "words to avoid": say("just " * 79),
    "almost words to avoid": say("you have suffer from a " * 17),
    "one long word": say("a" * 400),
    "sentences": say("A. " * 130),
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_that_are_read_are_checked_in_bounded_time(name: str, folder: Path) -> None:
    """Every limit used up at once costs seconds of the worker, not minutes."""
    found = checked(full_of(WORST[name]), folder, SECONDS_AT_MOST)

    assert found.faults == 0, [str(finding) for finding in found.findings if finding.is_fault][:1]
    assert 0 < len(found.findings) <= 101


def test_more_findings_than_anybody_reads_are_counted(folder: Path) -> None:
    """A hundred, and how many more there are."""
    found = checked(full_of(say("A. B.")), folder, SECONDS_AT_MOST)

    assert len(found.findings) == 101
    assert found.findings[-1].what.startswith("and ")
    assert found.findings[-1].what.endswith(" more from here on")


def test_signs_that_turn_the_line_round_are_not_printed(folder: Path) -> None:
    """A caution could turn the reading direction of a terminal."""
    found = checked(CLEAN.replace("Stop whenever", "\u202estop whenever").encode(), folder)

    assert found.findings
    assert all("\u202e" not in str(finding) for finding in found.findings)


@pytest.mark.parametrize("old", ["format: 1", "gate: 0", "id: slow-waves", "language: en"])
def test_nor_are_they_printed_where_the_reader_says_what_it_got(old: str, folder: Path) -> None:
    """The value that is refused is quoted, as far as it can be seen."""
    key = old.partition(":")[0]
    found = checked(CLEAN.replace(old, f"{key}: a\u202eb\u200b").encode(), folder)

    assert any("(got 'a b" in finding.what for finding in found.findings)
    assert all(str(finding).isprintable() for finding in found.findings)


def test_signs_that_cannot_be_seen_are_not_printed_of_a_key_either(folder: Path) -> None:
    """A key that stands twice is quoted too."""
    found = checked((CLEAN + "a\u202eb: 1\na\u202eb: 1\n").encode(), folder)

    assert [finding.what for finding in found.findings] == ["'a b' stands here twice"]
