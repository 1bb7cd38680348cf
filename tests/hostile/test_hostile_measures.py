"""Measure files from strangers: each is refused in a sentence, soon, and in little memory."""

import json
import os
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attachcalm.measures.entry import read_entry
from attachcalm.measures.fields import LARGEST, MeasureFault
from attachcalm.measures.reader import read_file
from attachcalm.measures.shelf import MOST_FILES, load
from tests.measures.paper import PAPER, paper, write

SECONDS = 1.0  # of the processor, for the worst file there is
MOST_MEMORY = 20 * 1024 * 1024  # bytes
GOOD = json.dumps(paper())


def good(old: str, new: str) -> bytes:
    """The good file with one thing changed."""
    assert old in GOOD
    return GOOD.replace(old, new, 1).encode("utf-8", "surrogatepass")


REFUSED: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n" * 1_000,
    "cut short": GOOD[:400].encode(),
    "binary": bytes(range(256)) * 100,
    "zeros": b"\0" * 10_000,
    "another encoding": GOOD.encode("utf-16"),
    "a mark before it": b"\xef\xbb\xbf" + GOOD.encode(),
    "a list": b"[]",
    "a text": b'"gad-7"',
    "nothing": b"null",
    "brackets": b"[" * 60_000,
    "braces": b'{"a":' * 10_000,
    "closed brackets": b"[" * 30_000 + b"]" * 30_000,
    "too large": b" " * LARGEST + b"{}",
    "a doubled key": good('"format": 1', '"format": 1, "format": 1'),
    "a doubled key inside": good('"value": 0', '"value": 0, "value": 0'),
    "no number": good('"multiplier": 1', '"multiplier": NaN'),
    "a number without end": good('"multiplier": 1', '"multiplier": Infinity'),
    "a number beyond all numbers": good('"multiplier": 1', '"multiplier": 1e999'),
    "a number of 60,000 digits": good('"multiplier": 1', f'"multiplier": {"9" * 60_000}'),
    "a whole number of 4,000 digits": good('"multiplier": 1', f'"multiplier": {"9" * 4_000}'),
    "a huge interval": good('"interval_days": 14', f'"interval_days": {10**18}'),
    "a negative interval": good('"interval_days": 14', '"interval_days": -14'),
    "true for a number": good('"interval_days": 14', '"interval_days": true'),
    "an object for a text": good('"title": "TRY-4"', '"title": {"a": 1}'),
    "a text for a list": good('"items": ["The sky was seen"', '"items": "The sky", "x": ["y"'),
    "half a letter": good("The sky was seen", "The sky \\ud800"),
    "an escape for the terminal": good("The sky was seen", "\\u001b[2J"),
    "a letter that turns the line": good("TRY-4", "\\u202eTRY-4"),
    "a letter that is not seen": good("TRY-4", "TRY\\u200b-4"),
    "markup and a line": good("TRY-4", "<b>\\n</b>"),
    "a path for an id": good('"id": "try-4"', '"id": "../../try-4"'),
    "a zero in an id": good('"id": "try-4"', '"id": "try-4\\u0000"'),
    "an item of ages": good('"asks_about_harm": []', f'"asks_about_harm": [{10**30}]'),
    "many items": good('"items": ["', '"items": [' + '"a b",' * 9_000 + '"'),
    "many options": good('"options": [', '"options": [' + '{"value":1,"label":"a"},' * 1_500),
    "many scales": good('"scales": [', '"scales": [' + "{}," * 20_000),
    "many bands": good('"bands": [', '"bands": [' + '{"least":0,"most":0,"word":"a"},' * 1_200),
    "many keys": ("{" + ",".join(f'"k{n}":1' for n in range(6_000)) + "}").encode(),
    "a long licence": good("Nobody's", "N" * 40_000),
    "a licence of spaces": good("Nobody's: it was made up for tests", "\\u00a0\\u2003 "),
    "a licence that is no text": good('"licence": "Nobody', '"licence": ["x"], "l": "Nobody'),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_file_is_refused_soon(what: str, tmp_path: Path) -> None:
    """A short sentence on one line, in little time and memory, whichever reader it meets."""
    file = tmp_path / "try-4.json"
    file.write_bytes(REFUSED[what])
    began = time.process_time()
    tracemalloc.start()
    try:
        with pytest.raises(MeasureFault) as fault:
            read_file(file)
        with pytest.raises(MeasureFault):
            read_entry(file)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert time.process_time() - began < SECONDS
    assert most < MOST_MEMORY
    assert 0 < len(str(fault.value)) < 400
    assert str(fault.value).isprintable()


def test_the_file_they_were_made_of_is_good(tmp_path: Path) -> None:
    """Or all of these would be refused for another reason."""
    assert read_file(write(tmp_path, paper())).title == "TRY-4"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe in a folder")
def test_a_pipe_and_a_folder_do_not_keep_the_page_waiting(tmp_path: Path) -> None:
    """Neither is read."""
    os.mkfifo(tmp_path / "try-4.json")
    (tmp_path / "try-5.json").mkdir()
    (tmp_path / "try-6.json").symlink_to(tmp_path / "nowhere")

    shelf = load((tmp_path,))

    assert [fault.file.name for fault in shelf.faults] == [
        "try-4.json", "try-5.json", "try-6.json",
    ]  # fmt: skip


def test_a_folder_full_of_files_is_not_read_without_end(tmp_path: Path) -> None:
    """The first 200 by name."""
    for number in range(MOST_FILES + 20):
        (tmp_path / f"m{number:04}.json").write_bytes(b"{}")

    assert len(load((tmp_path,)).faults) == MOST_FILES


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner,
                                                                max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(PAPER)), values)
def test_whatever_stands_at_a_key_is_read_or_refused(
    tmp_path: Path, key: str, value: object
) -> None:
    """Never another kind of error: that would cost all the other measures."""
    file = write(tmp_path, {**paper(), key: value})

    assert len(load((tmp_path,)).faults) <= 1
    assert file.exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 1), st.sampled_from(sorted(PAPER["scales"][0])), values)
def test_whatever_stands_at_a_key_of_a_scale_is_read_or_refused(
    tmp_path: Path, at: int, key: str, value: object
) -> None:
    """The same inside."""
    told = paper()
    told["scales"][at][key] = value
    write(tmp_path, told)

    assert len(load((tmp_path,)).faults) <= 1
