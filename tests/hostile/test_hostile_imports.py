"""Files that somebody wants to have taken in as records, and which are something else."""

import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from attachcalm.journal.page import CheckIn
from attachcalm.journal.whole import Whole
from attachcalm.records import coming as coming_module
from attachcalm.records import foreign_csv, json_in
from attachcalm.records.coming import Coming, read_file
from attachcalm.records.csv_out import csv_pieces
from attachcalm.records.news import news_of
from attachcalm.records.refused import RefusedError
from attachcalm.records.sentences import preview_lines

HEAD = b"full_date,date,weekday,time,mood,activities,note_title,note\n"
GOOD = b"2024-01-05,,,13:00,rad,,,\n"
JSON_HEAD = '{"attachcalm":"records","format":1,"made":"2026-11-24T12:00:00+00:00"'


def taken(tmp_path: Path, content: bytes, name: str = "export.csv") -> Coming:
    """What comes of the file."""
    path = tmp_path / name
    path.write_bytes(content)
    return read_file(path)


def refused(tmp_path: Path, content: bytes) -> str:
    """Why nothing comes of it: a sentence that fits on a card, without the file's own words."""
    with pytest.raises(RefusedError) as told:
        taken(tmp_path, content)
    assert len(str(told.value)) < 250
    assert str(told.value).isprintable()
    return str(told.value)


def texts_of(pages: tuple[object, ...]) -> list[str]:
    """Every word in the pages."""
    checks = [page for page in pages if isinstance(page, CheckIn)]
    return [text for page in checks for text in (page.note, *page.tags, *page.words)]


# ---------------------------------------------------------------- no export at all
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\n",
        b"\0",
        b"\0" * 100_000,
        b"\xef\xbb\xbf",
        b"PK\x03\x04" + bytes(range(256)) * 50,
        b"\x89PNG\r\n\x1a\n" + bytes(1_000),
        b"%PDF-1.7\n" + b"\xff\xfe" * 99,
        b"SQLite format 3\0" + bytes(5_000),
        b"<!doctype html><script>alert(1)</script>",
        "full_date,time,mood\n2024-01-05,13:00,rad\n".encode("utf-16"),
        "full_date,time,mood\n2024-01-05,13:00,r\xe4d\n".encode("latin-1"),
        HEAD + b"2024-01-05,,,13:00,rad,,,\0\n",
        b"=cmd|'/c calc'!A1\n",
        b"'; DROP TABLE sitting; --\n",
        b",,,,\n",
        b"full_date,time,mood,mood\n2024-01-05,13:00,rad,awful\n",
        b'"' + b"a" * 1_000_000,
        b"," * 1_000_000 + b"\n",
        b"Date" + b",x" * 1_000_000 + b"\n",
    ],
    ids=range(20),
)
def test_what_is_no_export_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    """Binary, other encodings, NUL, other programs, a million columns."""
    refused(tmp_path, content)


def test_only_files_are_opened(tmp_path: Path) -> None:
    """A folder, nothing, a pipe that nobody writes into, an endless device, a strange name."""
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (
        tmp_path, tmp_path / "none.csv", tmp_path / "pipe.csv", Path("/dev/zero"), Path("a\0b.csv"),
        tmp_path / ("x" * 5_000),
    ):  # fmt: skip
        with pytest.raises(RefusedError):
            read_file(path)


def test_a_file_of_terabytes_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes no room on the disk; it would take all of the memory."""
    monkeypatch.setattr(coming_module, "LARGEST_JSON", 1_000_000)
    path = tmp_path / "sparse.json"
    with path.open("wb") as file:
        file.truncate(2**41)

    tracemalloc.start()
    with pytest.raises(RefusedError, match="larger than the 1 MB"):
        read_file(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 10_000_000


@pytest.mark.parametrize(("more", "is_taken"), [(-1, True), (0, True), (1, False)])
def test_a_sheet_may_be_as_large_as_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: int, is_taken: bool
) -> None:
    """At, below and above."""
    content = HEAD + GOOD
    monkeypatch.setattr(coming_module, "LARGEST_CSV", len(content) - more)

    if is_taken:
        assert len(taken(tmp_path, content).whole.pages) == 1
    else:
        assert "larger than" in refused(tmp_path, content)


def test_too_many_lines_are_refused_before_any_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty ones count as well."""
    monkeypatch.setattr(foreign_csv, "MOST_LINES", 100)

    assert "more lines" in refused(tmp_path, HEAD + b"\n" * 300)


# ---------------------------------------------------------------- lines of a CSV
@pytest.mark.parametrize(
    "line",
    [
        b"2024-02-30,,,13:00,rad,,,",
        b"0000-00-00,,,13:00,rad,,,",
        b"9999-12-31,,,23:59,rad,,,",
        b"0001-01-01,,,00:00,rad,,,",
        b"1899-12-31,,,00:00,rad,,,",
        b"2201-01-01,,,00:00,rad,,,",
        b"2024-01-05,,,99:99,rad,,,",
        b"2024-01-05T10:00:00+99:00,,,13:00,rad,,,",
        b"-2024-01-05,,,13:00,rad,,,",
        b"2024-01-05" + b"0" * 5_000 + b",,,13:00,rad,,,",
        b"2024-01-05,,," + b"1" * 100_000 + b":00,rad,,,",
        b"2024-01-05,,,13:00,rad",
        b"2024-01-05,,,13:00,rad,,,,,,,,,",
        b"x," * 100_000,
        b'2024-01-05,,,13:00,rad,,,"' + b"x" * 200_000,
        b"2024-01-05,,,13:00,rad,,," + b"x" * 20_001,
    ],
    ids=range(16),
)
def test_a_strange_line_costs_that_line_only(tmp_path: Path, line: bytes) -> None:
    """Days that never were, times that never come, too much, too little."""
    told = taken(tmp_path, HEAD + GOOD + line + b"\n")

    assert len(told.whole.pages) == 1
    assert told.faults.count == 1
    assert told.faults.first[0].startswith("line 3: ")
    assert len(told.faults.first[0]) < 100


@pytest.mark.parametrize(
    "line", [b'2024-01-06,,,13:00,rad,,,"a walk', b'"2024-01-06,,,13:00,rad,,,']
)
def test_a_quotation_mark_that_stays_open_swallows_nothing_in_silence(
    tmp_path: Path, line: bytes
) -> None:
    """The days below it are not taken for the note of that day; that they are left out is said."""
    told = taken(tmp_path, HEAD + GOOD + line + b"\n" + GOOD.replace(b"05", b"07") * 3)

    assert [page.at.day.day for page in told.whole.pages] == [5]
    assert told.faults.first == [
        "line 3: a quotation mark is never closed, so all that follows it is left out too"
    ]


def test_a_note_of_several_lines_may_be_the_last_of_a_file(tmp_path: Path) -> None:
    """Its quotation mark is closed, with or without a line end after it."""
    for end in (b"", b"\n", b"\r\n"):
        content = HEAD + b'2024-01-06,,,13:00,rad,,,"a ""walk""\n\nand rest"' + end

        told = taken(tmp_path, content)

        assert texts_of(told.whole.pages) == ['a "walk"\n\nand rest']
        assert told.faults.count == 0


def test_a_hundred_thousand_strange_lines_are_told_in_a_few_words(tmp_path: Path) -> None:
    """The first of them, and how many more."""
    told = taken(tmp_path, HEAD + b"2024-99-99,,,13:00,rad,,,\n" * 100_000)

    said = preview_lines(told, news_of(told.whole, Whole()))

    assert "100,000 lines cannot be read" in said[2]
    assert "99,995 more" in said[2]
    assert sum(map(len, said)) < 500


def test_a_hundred_thousand_moods_are_told_in_a_few_words(tmp_path: Path) -> None:
    """Each line a mood of its own, long and with signs that would turn a line round."""
    lines = b"".join(
        f"2024-01-05,,,13:00,{n}\u202egpj.exe{'m' * 300},,,\n".encode() for n in range(2_000)
    )
    told = taken(tmp_path, HEAD + lines)

    said = preview_lines(told, news_of(told.whole, Whole()))

    assert sum(map(len, said)) < 700
    assert all(line.isprintable() for line in said)


def test_formulas_stay_words_here_and_are_no_formulas_in_what_we_write(tmp_path: Path) -> None:
    """What comes in as a note or a tag goes nowhere as a formula."""
    attacks = ["=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "\t=1"]
    lines = [f'2024-01-0{n},,,13:00,rad,"{a} | b",,"{a}"\n' for n, a in enumerate(attacks, 1)]

    told = taken(tmp_path, HEAD + "".join(lines).encode())

    assert {"=cmd", "=cmd|'/c calc'!A1", "b"} <= set(texts_of(told.whole.pages))
    written = b"".join(csv_pieces(told.whole)).decode()
    assert not any(
        cell[:1] in "=+@\t" for line in written.splitlines() for cell in line.split(",") if cell
    )


def test_tags_are_as_many_and_as_long_as_a_page_holds(tmp_path: Path) -> None:
    """A thousand activities, one of them endless, some of them the same."""
    many = " | ".join(["x" * 5_000, "x" * 5_000, *(f"tag {n}" for n in range(1_000))])

    (page,) = taken(tmp_path, HEAD + f'2024-01-05,,,13:00,rad,"{many}",,\n'.encode()).whole.pages

    assert isinstance(page, CheckIn)
    assert len(page.tags) == 40
    assert max(map(len, page.tags)) == 60


# ---------------------------------------------------------------- JSON
def bomb(opening: str, count: int) -> str:
    """So many of them, one in the other."""
    return opening * count


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "{}",
        '{"attachcalm":"records"}',
        bomb("[", 100_000),
        bomb('{"a":', 100_000),
        JSON_HEAD + ',"facts":' + bomb("[", 900) + bomb("]", 900) + ',"remarks":[],"pages":[]}',
        JSON_HEAD + ',"facts":[NaN],"remarks":[],"pages":[]}',
        JSON_HEAD + ',"facts":[-Infinity],"remarks":[],"pages":[]}',
        JSON_HEAD + ',"facts":[' + "9" * 5_000 + '],"remarks":[],"pages":[]}',
        JSON_HEAD + ',"facts":[1e400],"remarks":[],"pages":[]}',
        JSON_HEAD + ',"facts":[],"facts":[],"remarks":[],"pages":[]}',
        JSON_HEAD + ',"facts":[],"remarks":[],"pages":[],}',
        JSON_HEAD + ',"facts":[],"remarks":[],"pages":[]} {}',
        JSON_HEAD + ',"facts":[],"remarks":[],"pages":[]/* no */}',
        JSON_HEAD.replace("1,", "99999999999999999999999,") + ',"facts":[]}',
        JSON_HEAD.replace('"format":1', '"format":"1"') + "}",
        JSON_HEAD + ',"\u202eexe":[]}',
    ],
    ids=range(18),
)
def test_json_that_is_no_records_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    """Bombs, doubled keys, numbers that are none, another format."""
    refused(tmp_path, text.encode())


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_json_in_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    """With a sentence that says what was expected."""
    refused(tmp_path, (JSON_HEAD + ',"ä":1}').encode(encoding))


def test_few_bytes_do_not_become_a_great_many_objects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are counted before any is made."""
    monkeypatch.setattr(json_in, "MOST_OBJECTS", 1_000)
    monkeypatch.setattr(json_in, "MOST_VALUES", 1_000)
    for inner in ("[],", "1,", "{},"):
        text = JSON_HEAD + f',"facts":[{inner * 2_000}1],"remarks":[],"pages":[]}}'
        assert "more than a journal can" in refused(tmp_path, text.encode())


@pytest.mark.parametrize(
    ("content", "what_to_do"),
    [
        ((JSON_HEAD + ',"facts":[').encode(), "copy it once more"),
        ("full_date,time,mood\n2024-01-05,13:00,r\xe4d\n".encode("latin-1"), "spreadsheet"),
        ((HEAD + GOOD).replace(b",", b";"), "spreadsheet"),
    ],
    ids=("cut", "other letters", "semicolons"),
)
def test_a_refusal_says_what_to_do(tmp_path: Path, content: bytes, what_to_do: str) -> None:
    """A file that was cut, or that went through a spreadsheet, can be had once more."""
    assert what_to_do in refused(tmp_path, content)


def mutations(content: bytes) -> Iterator[bytes]:
    """The same file with one byte changed or left out, or cut there, at many places."""
    for at in range(0, len(content), 7):
        yield content[:at] + b"\xff" + content[at + 1 :]
        yield content[:at] + b'"' + content[at + 1 :]
        yield content[:at] + content[at + 1 :]
        yield content[:at]


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_a_damaged_file_is_read_or_refused_and_nothing_else(tmp_path: Path, kind: str) -> None:
    """Whatever byte is hit, no other error comes out."""
    from tests.records.test_json import a_whole, written

    content = written(a_whole()) if kind == "json" else HEAD + GOOD * 8
    path = tmp_path / "damaged"
    for mutation in mutations(content):
        path.write_bytes(mutation)
        try:
            told = read_file(path)
        except RefusedError:
            continue
        assert all(len(text) <= 20_000 for text in texts_of(told.whole.pages))
