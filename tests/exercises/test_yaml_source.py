"""YAML becomes plain values with places, and everything dangerous or doubtful is refused."""

import math
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises import yaml_source
from attachcalm.exercises.yaml_source import MAX_BYTES, MAX_DEPTH, SourceFault, read_source


def refusal(data: bytes) -> tuple[int, int, str]:
    """Line, column and sentence of the fault that these bytes have."""
    with pytest.raises(SourceFault) as caught:
        read_source(data)
    return (*caught.value.place, caught.value.sentence)


@pytest.mark.parametrize(
    "written, value",
    [
        ("5", 5),
        ("-3", -3),
        ("+7", 7),
        ("010", 10),
        ("5.5", 5.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("2e3", 2000.0),
        ("1e999", math.inf),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("99999999999999999999", 1e20),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("tRUE", "tRUE"),
        ("nULL", "nULL"),
        ("yes", "yes"),
        ("no", "no"),
        ("off", "off"),
        ("12:30", "12:30"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("2026-03-31", "2026-03-31"),
        ("'5'", "5"),
        ('"true"', "true"),
        ("''", ""),
        ("e", "e"),
    ],
)
def test_a_plain_word_means_what_it_looks_like(written: str, value: object) -> None:
    """YAML 1.2: numbers, true, false and null; everything else, `no` too, is a text."""
    read = read_source(f"key: {written}".encode()).value

    assert read == {"key": value}
    assert isinstance(read, dict)
    assert type(read["key"]) is type(value)


def test_not_a_number_is_read_as_such() -> None:
    """What it may not be is for the shape to say."""
    read = read_source(b"[.nan, .NaN]").value

    assert isinstance(read, list)
    assert all(isinstance(value, float) and math.isnan(value) for value in read)


def test_a_block_keeps_its_lines_and_is_always_a_text() -> None:
    """A literal block is read as written, even when it looks like a number."""
    assert read_source(b"say: |\n  one\n\n  two\nrest: >-\n  5\n").value == {
        "say": "one\n\ntwo\n",
        "rest": "5",
    }


def test_every_value_has_the_place_where_it_stands() -> None:
    """Keys stand where they begin, items of a list after their dash; both counted from 1."""
    source = read_source(b"a: 1\nlist:\n  - x\n  - {deep: [y, z]}\n")

    assert source.place_of(()) == (1, 1)
    assert source.place_of(("a",)) == (1, 1)
    assert source.place_of(("list",)) == (2, 1)
    assert source.place_of(("list", 0)) == (3, 5)
    assert source.place_of(("list", 1)) == (4, 5)
    assert source.place_of(("list", 1, "deep")) == (4, 6)
    assert source.place_of(("list", 1, "deep", 1)) == (4, 16)


def test_what_is_missing_has_the_place_of_what_should_hold_it() -> None:
    """The place of a path is that of its deepest part that is there."""
    source = read_source(b"a: 1\nsteps:\n  - id: x\n")

    assert source.place_of(("steps", 0, "title")) == (3, 5)
    assert source.place_of(("steps", 4, "title")) == (2, 1)
    assert source.place_of(("elsewhere",)) == (1, 1)


def test_the_place_counts_letters_and_not_bytes() -> None:
    """An accent before a value does not shift its column."""
    assert read_source("é: [ü, ö]".encode()).place_of(("é", 1)) == (1, 8)


@pytest.mark.parametrize(
    "data, told",
    [
        (b"", (1, 1, "the file is empty")),
        (b" \n\t\n", (1, 1, "the file is empty")),
        (b"\xef\xbb\xbf", (1, 1, "the file is empty")),
        (b"# only a word to the reader\n", (1, 1, "the file is empty")),
        (b"a: 1\nb: \xff", (2, 1, "this is not a text file in UTF-8")),
        ("a: 1".encode("utf-16"), (1, 1, "this is not a text file in UTF-8")),
        (b"a: 1\nb: x\0y", (2, 5, "this is not a text file: no text has this sign")),
        (b"a: \x1b[31m", (1, 4, "this is not a text file: no text has this sign")),
        (b"a: \xef\xbf\xbf", (1, 4, "this is not a text file: no text has this sign")),
        (b'a: 1\nb: "\\e[31m"', (2, 4, "this holds signs that are not text")),
        (b'"\\0": 1', (1, 1, "this holds signs that are not text")),
        (b"a: 1\n\tb: 2", (2, 1, "here is a tab; indent with spaces")),
        (b"a:\n- &x 1\n- *x", (2, 3, "anchors and aliases (& and *) are not read; write it out")),
        (b"a: *x", (1, 4, "anchors and aliases (& and *) are not read; write it out")),
        (b"&k a: 1", (1, 1, "anchors and aliases (& and *) are not read; write it out")),
        (b"a: !!str 1", (1, 4, "tags (words that begin with !) are not read; leave it out")),
        (b"a: !own 1", (1, 4, "tags (words that begin with !) are not read; leave it out")),
        (b"!!set {a, b}", (1, 1, "tags (words that begin with !) are not read; leave it out")),
        (b"a: 1\nb: 2\na: 3", (3, 1, "'a' stands here twice")),
        (b"x: {a: 1, 'a': 3}", (1, 11, "'a' stands here twice")),
        (b"a: 1\n---\nb: 2", (2, 1, "a second document begins here; one file holds one")),
        (b"[a, b]: 1", (1, 1, "a key must be a plain word")),
        (b"? {a: b}\n: 1", (1, 3, "a key must be a plain word")),
        (b"*a : 1", (1, 1, "a key must be a plain word")),
        (b"a: b: c", (1, 5, "this is not YAML: mapping values are not allowed in this context")),
        (b"a: @b", (1, 4, "this is not YAML: found character that cannot start any token")),
    ],
)
def test_what_is_not_read_is_refused_with_its_place(
    data: bytes, told: tuple[int, int, str]
) -> None:
    """A sentence for each, that says where to look and, where it can, what to do."""
    assert refusal(data) == told


def test_a_file_that_ends_too_early_is_refused() -> None:
    """An open bracket, an open quote."""
    assert refusal(b"a: [1, 2")[2].startswith("this is not YAML: ")
    assert refusal(b"a: 'b\n")[2].startswith("this is not YAML: ")


def test_a_text_with_a_byte_order_mark_is_read_as_without() -> None:
    """Some editors begin a file with this mark; it changes neither value nor place."""
    source = read_source(b"\xef\xbb\xbfa: [x]")

    assert source.value == {"a": ["x"]}
    assert source.place_of(("a", 0)) == (1, 5)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_lines_may_end_as_on_other_systems(ending: str) -> None:
    """Windows and old Macs end their lines in another way; the places are the same."""
    source = read_source(f"a: 1{ending}b:{ending}  - x{ending}".encode())

    assert source.value == {"a": 1, "b": ["x"]}
    assert source.place_of(("b", 0)) == (3, 5)


def test_a_file_may_be_as_large_as_the_limit_and_no_larger() -> None:
    """The limit is told in the sentence, and the size is never told smaller than it is."""
    fitting = b"# " + b"x" * (MAX_BYTES - 7) + b"\na: 1"

    assert read_source(fitting).value == {"a": 1}
    assert refusal(fitting + b" ")[2] == "the file has 257 kB; an exercise may have 256 kB"


def test_nesting_has_an_end() -> None:
    """So deep a list is read, and one deeper is not."""
    assert read_source(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).value is not None
    deeper = refusal(b"[" * (MAX_DEPTH + 2) + b"]" * (MAX_DEPTH + 2))
    assert deeper == (1, MAX_DEPTH + 2, f"nested more than {MAX_DEPTH} deep")


def test_the_number_of_values_has_an_end() -> None:
    """A list of twenty thousand is more than any exercise needs."""
    told = refusal(b"[" + b"1," * 20_001 + b"]")

    assert told == (1, 40_000, "more than 20000 values in one file")


PURE_REFUSED = [b'a: "\\ud800"', b'"\\udfff": 1', b'a: "\\UFFFFFFFF"', b"a: [1", b"[" * 5_000]


@pytest.mark.parametrize("data", PURE_REFUSED)
def test_the_slow_parser_refuses_what_the_fast_one_does(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where PyYAML has no C parser, impossible characters are refused all the same."""
    told = refusal(data)
    assert told[2]

    monkeypatch.setattr(yaml_source, "_Parser", yaml.SafeLoader)

    assert refusal(data)[0] >= 1


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"])
# PyYAML writes 1e5 without quotes when it is a text, for to YAML 1.1 that is no number.
TEXTS = st.text(LETTERS, max_size=20).filter(lambda text: not re.search(r"\d[eE][-+]?\d", text))
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(PLAIN)
def test_what_yaml_writes_is_read_back(value: object) -> None:
    """Whatever plain value is written by PyYAML, its quoting and its blocks, comes back equal."""
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)

    assert read_source(text.encode()).value == value
