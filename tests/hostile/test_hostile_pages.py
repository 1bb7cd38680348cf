"""Pages from strangers: nothing in them stops the app, holds it up, or costs another page."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attachcalm.learn.reader import read_bytes, read_file
from attachcalm.learn.shelf import load
from tests.fakes.page_file import GOOD, PATH

MANY = 1_000
SECONDS = 1.0  # of the processor, for the worst file there is
SIGNS = "[]{}:,-#&*!|>'\"%@`?~\\ \t\n\0\x85\ufeff1aé"
WORST = {
    "brackets": b"[" * 100_000,
    "braces with keys": b"{a: " * 60_000,
    "an alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\n",
    "a Python object": b"!!python/object/apply:os.system ['true']",
    "many blocks": GOOD.encode() + b"  - note: x\n" * 6_000,
    "many unknown keys": (GOOD + "".join(f"sumary{n}: 1\n" for n in range(9_000))).encode(),
    "many links": GOOD.replace("[orient-room]", f"[{'long-out, ' * 15_000}]").encode(),
    "many kinds": GOOD.encode() + b"  - paragrap: x\n" * 6_000,
    "many labels": GOOD.replace(
        "{above: High", "{" + ", ".join(f"a{n}: b" for n in range(6_000)) + ", above: High"
    ).encode(),
    "one long word": GOOD.replace("You can stop here.", "x" * 200_000).encode(),
    "a number without end": GOOD.replace("order: 5", f"order: {'9' * 100_000}").encode(),
    "not a list": GOOD.replace("blocks:\n", "blocks: {a: b}\nrest:\n").encode(),
    "lists in lists": GOOD.replace("[orient-room]", "[[[[orient-room]]]]").encode(),
    "an escape for the terminal": GOOD.replace("title: Tide", 'title: "\\e[2J" #').encode(),
}


def read_or_refused(data: bytes) -> None:
    """Read: then it is whole.  Refused: then there is a place and a reason that can be printed."""
    reading = read_bytes(data, PATH)

    assert (reading.leaflet is None) == bool(reading.problems)
    for problem in reading.problems:
        assert (problem.line, problem.column) >= (1, 1)
        assert problem.what.isprintable()
    if reading.leaflet is not None:
        assert reading.leaflet.minutes >= 1
        assert all(reading.leaflet.lines())


@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_are_refused_in_time(name: str) -> None:
    """Whatever they hold, a second is enough."""
    before = time.process_time()
    reading = read_bytes(WORST[name], PATH)

    assert time.process_time() - before < SECONDS
    assert reading.leaflet is None
    read_or_refused(WORST[name])


@settings(max_examples=MANY)
@given(st.randoms(use_true_random=False))
def test_a_thousand_damaged_files_are_read_or_refused_and_never_felt(chance: random.Random) -> None:
    """Lines swapped, dropped, doubled and indented; signs put in; the end cut off."""
    lines = GOOD.splitlines(keepends=True)
    for _ in range(chance.randint(0, 4)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                lines[at], lines[other] = lines[other], lines[at]
            case 1:
                lines[at] = ""
            case 2:
                lines[at] *= 2
            case 3:
                lines[at] = "  " + lines[at]
            case _:
                lines[at] = lines[at].rstrip("\n")
    data = bytearray("".join(lines).encode())
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(data))
        data[place:place] = chance.choice(SIGNS).encode()
        data[chance.randrange(len(data))] ^= chance.randint(0, 255)
    if chance.random() < 0.2:
        del data[chance.randrange(len(data)) :]

    read_or_refused(bytes(data))


@given(st.binary(max_size=300))
def test_noise_is_never_felt(noise: bytes) -> None:
    """Bytes thrown together are no page."""
    read_or_refused(noise)


def test_a_file_of_fifty_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    """The disk need not be read to know its size, and the page beside it is there."""
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    (tmp_path / "tide-and-shore.yaml").write_text(GOOD, encoding="utf-8")

    assert read_file(tmp_path / "large.yaml").problems
    assert [leaflet.id for leaflet in load([tmp_path]).leaflets] == ["tide-and-shore"]
