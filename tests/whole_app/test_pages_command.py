"""The pages to learn from without a window: listed, and their faults told."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from attachcalm.cli import run
from attachcalm.log import close_log
from tests.fakes.page_file import GOOD

Captured = pytest.CaptureFixture[str]
RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[list[str]]:
    """The option that keeps everything inside a temporary folder."""
    yield ["--data-dir", str(tmp_path / "data")]
    close_log()


def test_the_pages_are_listed_with_where_they_lead(here: list[str], capsys: Captured) -> None:
    """In the order of Learn, a page of one's own among them."""
    own = Path(here[1]) / "pages"
    own.mkdir(parents=True)
    (own / "tide-and-shore.yaml").write_text(GOOD, encoding="utf-8")

    assert run([*here, "pages"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert run([*here, "pages", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)

    assert lines[0].split() == ["tide-and-shore", "Tide", "and", "shore"]
    assert len(lines) == 30
    assert [page["id"] for page in told][:2] == ["tide-and-shore", "closeness-and-calm"]
    assert told[0] == {
        "id": "tide-and-shore",
        "title": "Tide and shore",
        "summary": "What comes, and what stays.",
        "minutes": 1,
        "seeds": ["S1", "S14"],
        "exercises": ["long-out", "five-senses", "orient-room"],
        "author": "A therapist",
        "reviewed": "2026-03-31",
        "sources": ["A book of tides"],
    }


def test_a_page_with_a_fault_is_named_and_the_others_are_listed(
    here: list[str], capsys: Captured
) -> None:
    """Its fault goes where it does not disturb a program that reads the list."""
    own = Path(here[1]) / "pages"
    own.mkdir(parents=True)
    (own / "spoilt.yaml").write_text(GOOD.replace("order: 5", "ordr: 5"), encoding="utf-8")

    assert run([*here, "pages", "--json"]) == 0
    told = capsys.readouterr()

    assert len(json.loads(told.out)) == 9
    assert "spoilt.yaml:4:1: ordr is not a known field; did you mean order?" in told.err


def test_check_tells_the_faults_of_a_page_by_line_and_column(
    here: list[str], tmp_path: Path, capsys: Captured
) -> None:
    """Of the file, of its folder, and of a folder above it; without a fault it says so."""
    folder = tmp_path / "content" / "pages"
    folder.mkdir(parents=True)
    file = folder / "tide-and-shore.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert run([*here, "check", str(file)]) == 0
    assert capsys.readouterr().out == "No faults found.\n"
    file.write_text(GOOD.replace("five-senses", "five-sense"), encoding="utf-8")

    for path in (file, folder, folder.parent):
        assert run([*here, "check", str(path), "--strict"]) == 1
        assert capsys.readouterr().out.startswith(
            f"{file}:23:27: advice: there is no exercise five-sense, so the page leaves this link "
            "out; did you mean five-senses? "
        )


def test_the_shipped_content_has_no_faults_but_exercises_that_are_still_to_come(
    here: list[str], capsys: Captured
) -> None:
    """Everything under resources, pages and exercises told apart."""
    run([*here, "check", str(RESOURCES)])

    told = capsys.readouterr().out.splitlines()
    to_come = ("there is no exercise ", " have no recording; ")
    assert [line for line in told[:-1] if not any(words in line for words in to_come)] == []
    assert told[-1].startswith("No fault")
