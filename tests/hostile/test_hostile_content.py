"""Content from strangers: nothing in it stops the app, holds it up, or fills the memory."""

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises import build
from attachcalm.exercises.library import load
from attachcalm.exercises.reader import Reading, read_bytes, read_file
from attachcalm.exercises.yaml_source import MAX_BYTES
from attachcalm.player.checker import Around, check_paths
from attachcalm.player.timeline import compile_timeline
from tests.fakes.clean_exercise import TODAY
from tests.fakes.exercise_file import GOOD, PATH

SECONDS = 1.0  # of the processor, for the worst file there is
MOST_MEMORY = 40 * 1024 * 1024  # bytes: a few hundred for each byte that a file may have

FULL = MAX_BYTES - 3_000
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)


def good(old: str, new: str) -> bytes:
    return GOOD.replace(old, new).encode("utf-8", "surrogatepass")


REFUSED: dict[str, bytes] = {
    "empty": b"",
    "blank": b"\n \n" * 1_000,
    "cut short": GOOD.encode()[:700],
    "binary": bytes(range(256)) * 900,
    "zeros": b"\0" * 100_000,
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" * 1_000,
    "another encoding": GOOD.encode("utf-16"),
    "a byte that is no letter": good("Settle", "S\udcfftle"),
    "half a letter": good("Settle", "S\ud800tle"),
    "half an escape": good("title: Settle", 'title: "\\ud800"'),
    "an escape for the terminal": good("title: Settle", 'title: "\\e[2J"'),
    "tabs": GOOD.replace("    ", "\t").encode(),
    "brackets": b"[" * 100_000,
    "braces": b"{" * 100_000,
    "braces with keys": b"{a: " * 60_000,
    "dashes": b"- " * 100_000,
    "question marks": b"? " * 100_000,
    "brackets in a value": good("gate: 0", "gate: " + "[" * 50_000 + "]" * 50_000),
    "deep indentation": b"".join(b" " * n + b"a:\n" for n in range(600)),
    "an alias bomb": BOMB.encode(),
    "an alias to itself": b"a: &a [*a]",
    "a merge": b"a: &a {b: 1}\nc:\n  <<: *a\n",
    "a Python object": b"!!python/object/apply:os.system ['true']",
    "a Python object inside": good("gate: 0", "gate: !!python/object/apply:os.system ['true']"),
    "a tag of its own": good("gate: 0", "gate: !gate 0"),
    "doubled keys": good("gate: 0", "gate: 0\ngate: 0"),
    "a duration of 0": good("pause: 13.5", "pause: 0"),
    "a duration of -1": good("rest: 3\n", "rest: -1\n"),
    "a duration that is no number": good("rest: 3\n", "rest: .nan\n"),
    "a duration without end": good("rest: 3\n", "rest: .inf\n"),
    "a duration of ages": good("rest: 3\n", "rest: 1e12\n"),
    "a duration beyond all numbers": good("rest: 3\n", "rest: 1e999\n"),
    "a number of 100,000 digits": good("gate: 0", f"gate: {'9' * 100_000}"),
    "more breaths than a life has": good("cycles: 3", f"cycles: {10**17}"),
    "a stroke of no time": good("- in: 3", "- in: 0"),
    "many items": b"[" + b"a," * (FULL // 2) + b"]",
    "many keys": b"".join(b"k%d: 1\n" % n for n in range(FULL // 12)),
    "many unknown keys": (GOOD + "".join(f"minuts{n}: 1\n" for n in range(9_000))).encode(),
    "many versions": good("{id: short,", ",".join(f"{{id: v{n}}}" for n in range(5_000)) + ", {"),
    "many unknown versions": good("only: [full]", f"only: [{'ful, ' * 15_000}]"),
    "many choices": good(
        "when: {care: words}", f"when: {{{', '.join(map('a{}: b'.format, range(6_000)))}}}"
    ),
    "many doubled steps": good("steps:\n", "steps:\n" + "  - {id: end}\n" * 6_000),
    "many slots": good("{kind_one|a kind name}", "{a}" * 60_000),
    "many braces": good("{kind_one|a kind name}", "{" * 100_000),
    "one long slot": good("{kind_one|a kind name}", "{" + "a" * 200_000),
    "one long word": good("title: Settle", "title: " + "x" * 200_000),
    "one long key": good("gate: 0", "gate: 0\n? " + "x" * 200_000 + "\n: 1"),
    "one long line of spaces": good("gate: 0", "gate: 0" + " " * 200_000 + "x: y: z"),
    "one long quote": good("title: Settle", 'title: "' + "\\\n" * 90_000),
    "many documents": b"---\n" * 60_000,
    "many directives": b"%TAG ! tag:x,2000:\n" * 10_000 + GOOD.encode(),
    "many comments": b"#\n" * 100_000,
    "one byte too many": GOOD.encode() + b" " * MAX_BYTES,
    "fifty megabytes": b"a: " + b"x" * (50 * 1024 * 1024),
}


def timed(job: Callable[[], Reading]) -> Reading:
    """What the job gives, if it takes no longer than it may."""
    begin = time.process_time()
    reading = job()
    assert time.process_time() - begin < SECONDS
    return reading


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_a_hostile_file_is_refused_quickly_with_a_place_and_a_reason(data: bytes) -> None:
    """A sentence that can be printed anywhere, for a place that is in the file."""
    reading = timed(lambda: read_bytes(data, PATH))

    assert reading.entry is None
    assert reading.problems
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2
    for problem in reading.problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.what
        assert len(problem.what) < 400
        assert problem.what.isprintable()


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.encode() + b"# " + b"x" * FULL,
        good("Slow waves", "Slow wa\u0301ves \U0001f30a"),
        good("Look around.", "Guarda in giro \u2014 l\u00e0."),
    ],
    ids=["CRLF", "BOM", "a long comment", "waves", "dashes"],
)
def test_what_is_only_unusual_is_read(data: bytes) -> None:
    """The same care must not refuse an honest file."""
    assert timed(lambda: read_bytes(data, PATH)).problems == ()


@pytest.mark.parametrize(
    "name", ["many items", "many unknown keys", "braces with keys", "an alias bomb", "binary"]
)
def test_memory_is_bounded(name: str) -> None:
    """The worst of them together would not be noticed on a small laptop."""
    read_bytes(GOOD.encode(), PATH)  # so that no import is counted
    tracemalloc.start()
    try:
        read_bytes(REFUSED[name], PATH)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert most < MOST_MEMORY


def test_the_largest_file_that_is_read_is_played_in_bounded_time() -> None:
    """Every limit used up at once: it is built and laid within the time of a blink."""
    part = "      - {breathe: {cycles: 400, strokes: [{in: 20}, {out: 20}]}}\n"
    text = GOOD.partition("steps:\n")[0] + "steps:\n"
    for number in range(20):
        text += f"  - id: s{number}\n    title: S\n    parts:\n" + part * 80

    reading = timed(lambda: read_bytes(text.encode(), PATH))
    assert reading.entry is not None, reading.problems[:1]
    begin = time.process_time()
    timeline = compile_timeline(build.exercise(reading.entry, str(PATH), "1"))

    assert timeline.total_ms == 20 * 80 * 400 * 40_000
    assert time.process_time() - begin < SECONDS


def test_a_folder_of_hostile_files_costs_only_themselves(tmp_path: Path) -> None:
    """The one good exercise among them is there, now and from the cache."""
    small = {name: data for name, data in REFUSED.items() if len(data) < 5_000}
    for name, data in small.items():
        (tmp_path / f"{name}.yaml").write_bytes(data)
    (tmp_path / "slow-waves.yaml").write_text(GOOD, encoding="utf-8")
    cache = tmp_path / "cache.json"

    first, second = load([tmp_path], cache), load([tmp_path], cache)
    checked = check_paths([tmp_path], Around(TODAY, first))

    assert [card.id for card in first.cards] == ["slow-waves"]
    assert {problem.path.stem for problem in first.problems} == set(small)
    assert second == first
    assert {each.path.stem for each in checked.findings if each.is_fault} == set(small)


# ---------------------------------------------------------------- damage by chance
LINES = GOOD.splitlines(keepends=True)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The good file after a few accidents."""
    lines = list(LINES)
    for _ in range(draw(st.integers(0, 3))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["swap", "drop", "double", "indent", "join"])):
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "drop":
                lines[at] = ""
            case "double":
                lines[at] *= 2
            case "indent":
                lines[at] = "  " + lines[at]
            case _:
                lines[at] = lines[at].rstrip("\n")
    data = bytearray("".join(lines).encode())
    for _ in range(draw(st.integers(0, 3))):
        data[draw(st.integers(0, len(data) - 1))] ^= draw(st.integers(1, 255))
    if draw(st.booleans()):
        del data[draw(st.integers(0, len(data))) :]
    return bytes(data)


@given(damaged())
def test_a_damaged_file_is_read_or_refused_and_never_felt(data: bytes) -> None:
    """Read: then it can be built and played.  Refused: then there is a place and a reason."""
    reading = timed(lambda: read_bytes(data, PATH))

    assert (reading.entry is None) == bool(reading.problems)
    for problem in reading.problems:
        assert (problem.line, problem.column) >= (1, 1)
        assert problem.what.isprintable()
    if reading.entry is not None:
        exercise = build.exercise(reading.entry, str(PATH), reading.revision)
        for version in exercise.card.versions:
            assert compile_timeline(exercise, version.id).spans


SIGNS = [
    "id:",
    "say:",
    "- ",
    "\n",
    "  ",
    "\t",
    ".nan",
    "\0",
    "\x85",
    "\ufeff",
    *"[]{}:,\"'|>&*!%@`#?~ a1\\",
]
NOISE = st.lists(st.sampled_from(SIGNS), max_size=60).map("".join)
BYTES = st.binary(max_size=200).map(lambda noise: noise.decode("latin-1"))


@given(NOISE | BYTES)
def test_noise_is_never_felt(text: str) -> None:
    """Signs that mean something to YAML, thrown together."""
    reading = timed(lambda: read_bytes(text.encode(), PATH))

    assert reading.entry is None
    assert reading.problems


def test_a_file_of_fifty_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    """The disk need not be read to know its size."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    assert timed(lambda: read_file(path)).problems
