"""The pack to keep: everything in one file, and each part readable by itself."""

import csv
import zipfile
from datetime import UTC, datetime
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest

from attachcalm.charts.setup import prepare
from attachcalm.journal.book import MemoryJournal
from attachcalm.journal.mood import Mood
from attachcalm.records.json_in import read_json
from attachcalm.records.refused import RefusedError
from attachcalm.reports.pack import Kit, save_pack
from attachcalm.reports.pdf import PaperSize
from tests.fakes.facts import checked_in, ended, rated, started

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture
def kit(resources: Path, tmp_path: Path) -> Kit:
    """A journal with one sitting and one note, and what a pack is made with."""
    journal = MemoryJournal()
    begun = started(UUID(int=1), before=Mood(7), title="Out, long")
    journal.add([begun, ended(begun), rated(begun, Mood(4))])
    journal.keep([checked_in(Mood(5), note="secret note", id=UUID(int=2))])
    ready = partial(prepare, tmp_path / "cache", resources / "fonts")
    return Kit(journal, tuple, ready, resources / "fonts", lambda: NOW)


def packed(kit: Kit, path: Path, *, notes: bool = False) -> dict[str, bytes]:
    """The files of a pack by name."""
    save_pack(kit, path, PaperSize.A4, notes=notes)
    with zipfile.ZipFile(path) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


def test_each_part_can_be_read_without_the_app(kit: Kit, tmp_path: Path) -> None:
    """A page for a browser, one for paper, a sheet, and the records to take in again."""
    files = packed(kit, tmp_path / "pack.zip")

    assert set(files) == {
        "READ ME.txt", "index.html", "report.pdf", "ratings.csv", "records.json"
    }  # fmt: skip
    assert "Out, long" in files["index.html"].decode("utf-8")
    (page, *_) = pypdfium2.PdfDocument(files["report.pdf"])
    assert "What the records say" in page.get_textpage().get_text_range()
    rows = list(csv.reader(StringIO(files["ratings.csv"].decode("utf-8-sig"))))
    assert len(rows) > 2
    assert all(name in files["READ ME.txt"].decode() for name in set(files) - {"READ ME.txt"})


def test_the_records_in_it_come_back_without_loss(kit: Kit, tmp_path: Path) -> None:
    """Taken in by an empty journal, they are the same journal."""
    files = packed(kit, tmp_path / "pack.zip")
    again = MemoryJournal()

    again.take_in(read_json(files["records.json"]))

    assert again.entries() == kit.journal.entries()
    assert again.pages() == kit.journal.pages()


@pytest.mark.parametrize("notes", [False, True])
def test_notes_are_in_the_report_only_if_wanted(kit: Kit, tmp_path: Path, notes: bool) -> None:
    """On paper and in the browser alike; the records hold everything either way."""
    files = packed(kit, tmp_path / "pack.zip", notes=notes)

    text = " ".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(files["report.pdf"])
    )
    assert ("secret note" in files["index.html"].decode("utf-8")) is notes
    assert ("secret note" in text) is notes
    assert b"secret note" in files["records.json"]


def test_the_same_records_make_the_same_pack(kit: Kit, tmp_path: Path) -> None:
    """No time of its making but the one that the records say."""
    packed(kit, tmp_path / "one.zip")
    packed(kit, tmp_path / "two.zip")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.parametrize(
    ("name", "why"), [("pack.rar", "does not end so"), ("nowhere/pack.zip", "is untouched")]
)
def test_what_cannot_be_written_is_told_and_nothing_is_left(
    kit: Kit, tmp_path: Path, name: str, why: str
) -> None:
    """A wrong ending, a folder that is not there."""
    with pytest.raises(RefusedError, match=why):
        save_pack(kit, tmp_path / name, PaperSize.A4, notes=False)

    assert [file for file in tmp_path.iterdir() if file.name != "cache"] == []


def test_an_empty_journal_makes_a_pack_too(kit: Kit, tmp_path: Path) -> None:
    """It says that nothing was recorded."""
    empty = Kit(MemoryJournal(), tuple, kit.prepare_charts, kit.fonts, kit.now)

    files = packed(empty, tmp_path / "pack.zip")

    assert "nothing was recorded" in files["index.html"].decode("utf-8")
    assert BytesIO(files["report.pdf"]).read(4) == b"%PDF"
