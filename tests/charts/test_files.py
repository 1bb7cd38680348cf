"""Charts saved: the three kinds, whole or not at all, the same bytes for the same series."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from attachcalm.charts.files import ChartNotSavedError, save
from attachcalm.charts.look import Size
from attachcalm.insight.series import Series
from tests.charts.drawing import FAMILY, LIGHT, season, whole
from tests.insight.records import daily

SEVEN = [(7, 5), (8, 4), (6, 6), (5, 6), (7, 3), (8, 5), (6, 4)]


def put(series: Series, path: Path, size: Size | None = None) -> bytes:
    """Save a series and read what is in the file."""
    save(series, path, LIGHT, FAMILY, size or Size(900, 520, ratio=2))
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG"), ("b.svg", b"<?xml"), ("c.PDF", b"%PDF")]
)
def test_the_ending_decides_the_kind(tmp_path: Path, name: str, start: bytes) -> None:
    """PNG, SVG and PDF, in capitals too."""
    assert put(whole(daily(*SEVEN)), tmp_path / name).startswith(start)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_same_series_gives_the_same_file(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No date and no chance in it: saved in another year, it is the same."""
    series = season(40, 30)

    first = put(series, tmp_path / f"first.{ending}")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert put(series, tmp_path / f"second.{ending}") == first


def test_words_stay_words_in_svg(tmp_path: Path) -> None:
    """They can be searched, read aloud and translated; the sentence above the chart too."""
    root = ET.fromstring(put(whole(daily(*SEVEN)), tmp_path / "a.svg"))  # noqa: S314 - our own file

    texts = {"".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Before and after each time", "10 most", "0 none", "usually", "1 Nov"} <= texts
    described = "".join(root.itertext())
    assert "After practice so far, ratings were lower 5 times" in described


def test_words_stay_words_in_pdf(tmp_path: Path) -> None:
    """Letters are set from an embedded font, not drawn as outlines."""
    content = put(whole(daily(*SEVEN)), tmp_path / "a.pdf")

    assert re.search(rb"/BaseFont /[A-Z]{6}\+AtkinsonHyperlegibleNext", content)
    assert b"/FontFile2" in content
    assert b"/Subject (After practice so far, ratings were lower 5 times" in content


def test_the_picture_carries_its_sentence(tmp_path: Path) -> None:
    """A PNG has it as its description."""
    content = put(whole(daily(*SEVEN)), tmp_path / "a.png")

    assert b"Description\x00After practice so far" in content
    assert b"Software\x00AttachCalm" in content


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_nothing_is_in_the_file_that_is_not_on_the_picture(tmp_path: Path, ending: str) -> None:
    """Whoever sends it has seen all of it: no exercise's name, no list of days."""
    content = put(whole(daily(*SEVEN)), tmp_path / f"a.{ending}")

    assert b"Five senses" not in content
    assert b"November 2025" not in content


def test_an_empty_series_can_be_saved(tmp_path: Path) -> None:
    """The file then says that nothing is recorded."""
    assert b"Nothing is recorded so far." in put(whole([]), tmp_path / "a.svg")


def test_the_smallest_chart_can_be_saved(tmp_path: Path) -> None:
    """The heading wraps and leaves the chart its room."""
    assert put(whole(daily(*SEVEN)), tmp_path / "a.png", Size(360, 260)).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["chart.jpg", "chart", ".png", "chart.png.exe"])
def test_any_other_ending_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    """It says which endings there are, and writes nothing."""
    with pytest.raises(ChartNotSavedError, match=r"saved as \.png, \.svg or \.pdf"):
        save(whole([]), tmp_path / name, LIGHT, FAMILY)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """The reason of the system stands in the sentence."""
    with pytest.raises(ChartNotSavedError, match="No such file or directory"):
        put(whole([]), tmp_path / "nowhere" / "a.png")


def test_a_failed_save_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the new picture, not the old one."""
    path = tmp_path / "a.png"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(ChartNotSavedError, match="No space left on device"):
        put(whole([]), path)
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]
    assert path.read_bytes() == b"old"


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    """A folder of that name is not replaced, and nothing is left beside it."""
    (tmp_path / "a.png").mkdir()

    with pytest.raises(ChartNotSavedError, match="could not be saved"):
        put(whole([]), tmp_path / "a.png")
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]
