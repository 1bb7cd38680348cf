"""The same heart without a window: what a terminal or a script gets."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from attachcalm.cli import run
from attachcalm.insight.view import VIEWS
from attachcalm.log import close_log
from attachcalm.paths import find_paths
from attachcalm.store.late import LateJournal

Captured = pytest.CaptureFixture[str]
PHASES = ("--baseline", "2026-01-05..2026-01-09", "--practice", "2026-01-12..2026-02-09")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[list[str]]:
    """The option that keeps everything inside a temporary folder."""
    yield ["--data-dir", str(tmp_path / "data")]
    close_log()


def test_practise_fast_writes_one_whole_sitting(here: list[str], capsys: Captured) -> None:
    """The real exercise on a simulated clock: both ratings are in the journal afterwards."""
    assert run([*here, "practise", "long-out", "--fast", "--before", "7", "--after", "0"]) == 0

    (entry,) = LateJournal(find_paths(Path(here[1])).database).entries()
    assert entry.before is not None
    assert entry.after is not None
    assert (entry.before.distress, entry.after.distress) == (7, 0)
    assert entry.ended is not None
    assert 150_000 < entry.ended.practised_ms < 210_000
    assert "7 to 0" in capsys.readouterr().out


def test_skip_is_no_rating(here: list[str], capsys: Captured) -> None:
    """`skip` stores nothing, not 0."""
    run([*here, "practise", "long-out", "--fast", "--before", "skip", "--after", "skip"])
    capsys.readouterr()

    assert run([*here, "trends", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["sittings"], told["rated_before"], told["ratings"]) == (1, 0, [])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["practise", "long-out", "--before", "11"], "0 to 10, or skip; '11' is neither"),
        (["practise", "long-out", "--before", "-1"], "'-1' is neither"),
        (["practise", "long-out", "--before", "7.5"], "'7.5' is neither"),
        (["practise", "long-uot"], "did you mean long-out?"),
        (["practise", "long-out", "--pace", "nan"], "the pace goes from 0.7 to 2"),
        (["trends", "--days", "0"], "a number from 1"),
        (["trends", "--days", "1e9"], "a number from 1"),
        (["trends", "--save", "chart.doc"], ".png, .svg or .pdf"),
        (["insight", "--baseline", "2026-01-05..2026-01-09"], "go together"),
        (["insight", *PHASES, "--set-on", "Monday"], "'Monday' is none"),
        (["insight", "--baseline", "2026-01-05", "--practice", "x"], "like 2026-01-05..2026"),
        (["insight", "--baseline", "2026-01-05..2026-01-01", "--practice", "x"], "cannot end"),
        (["insight", "--baseline", PHASES[3], "--practice", PHASES[3]], "after the last day"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence_and_nothing_is_written(
    here: list[str], capsys: Captured, arguments: list[str], told: str
) -> None:
    """A rating of 11, a misspelt exercise, a strange pace: one sentence, and an empty journal."""
    assert run([*here, *arguments]) in (1, 2)

    assert told in capsys.readouterr().err
    assert LateJournal(find_paths(Path(here[1])).database).entries() == ()


def test_a_misspelt_command_is_a_usage_error(capsys: Captured) -> None:
    """Exit code 2, as everywhere."""
    assert run(["practice"]) == 2
    assert "practice" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["exercises"],
        ["practise"],
        ["trends"],
        ["onepager"],
        ["report"],
        ["pack"],
        ["insight"],
        ["export"],
        ["import"],
        ["check"],
        ["tour"],
    ],
)
def test_every_command_has_help(capsys: Captured, command: list[str]) -> None:
    """--help everywhere, exit code 0."""
    assert run([*command, "--help"]) == 0
    assert "usage: attachcalm" in capsys.readouterr().out


def test_exercises_as_json_has_the_documented_fields(
    here: list[str], capsys: Captured, resources: Path
) -> None:
    """All that ship, each with every field that docs/formats.md names."""
    assert run([*here, "exercises", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    files = (resources / "exercises").glob("*.yaml")
    assert {exercise["id"] for exercise in told} == {file.stem for file in files}
    documented = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert all(f"`{field}`" in documented for field in told[0])


def test_more_content_is_added_and_a_file_instead_of_a_folder_is_told(
    here: list[str], capsys: Captured, tmp_path: Path, resources: Path
) -> None:
    """--content twice: one folder with a bad file, one that is no folder; ours remain."""
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "bad.yaml").write_text("format: 1\nid: bad\n", encoding="utf-8")
    no_folder = tmp_path / "file"
    no_folder.write_text("", encoding="utf-8")

    content = ["--content", str(folder), "--content", str(no_folder)]
    assert run([*here, *content, "exercises", "--json"]) == 0

    told = capsys.readouterr()
    assert len(json.loads(told.out)) == len(list((resources / "exercises").glob("*.yaml")))
    assert "bad.yaml:1:1: title is missing" in told.err
    assert "this is a file; name the folder it lies in" in told.err


def test_check_is_silent_about_good_files_and_names_the_place_of_a_fault(
    capsys: Captured, tmp_path: Path, resources: Path
) -> None:
    """0 and one line for what ships; 1 and file:line:column for a misspelt group."""
    assert run(["check", str(resources / "exercises")]) == 0
    good = (resources / "exercises" / "long-out.yaml").read_text(encoding="utf-8")
    bad = tmp_path / "long-out.yaml"
    bad.write_text(good.replace("group: breathing", "group: breathng"), encoding="utf-8")
    capsys.readouterr()

    assert run(["check", str(bad)]) == 1

    line = good.splitlines().index("group: breathing") + 1
    out = capsys.readouterr().out
    assert f"{bad}:{line}:1: fault: group must be one of grounding" in out
    assert "did you mean breathing?" in out


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_chart_is_saved_by_its_ending(
    here: list[str], capsys: Captured, tmp_path: Path, ending: str
) -> None:
    """The same chart that the window shows, as a file."""
    run([*here, "practise", "long-out", "--fast", "--before", "7", "--after", "4"])
    file = tmp_path / f"chart.{ending}"

    assert run([*here, "trends", "--save", str(file)]) == 0

    begin = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending]
    assert file.read_bytes().startswith(begin)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_told_and_saved_without_a_window(
    here: list[str], capsys: Captured, tmp_path: Path, view: str
) -> None:
    """The same words and the same chart as on Trends."""
    run([*here, "practise", "long-out", "--fast", "--before", "7", "--after", "4"])
    capsys.readouterr()
    file = tmp_path / "chart.png"

    assert run([*here, "trends", "--view", view, "--save", str(file)]) == 0

    assert capsys.readouterr().out.count("\n") >= 2
    assert file.read_bytes().startswith(b"\x89PNG")


def test_the_command_line_knows_every_view() -> None:
    """Its list is written out, so that the command line starts without the heart."""
    from attachcalm import arguments

    assert tuple(VIEWS) == arguments.VIEWS


@pytest.mark.parametrize(
    "command", [["onepager"], ["onepager", "--weeks", "4"], ["report"], ["report", "--notes"]]
)
def test_a_page_is_set_without_a_window(
    here: list[str], capsys: Captured, tmp_path: Path, command: list[str]
) -> None:
    """A tagged PDF, and a line that says where it is and how long."""
    run([*here, "practise", "long-out", "--fast", "--before", "7", "--after", "4"])
    file = tmp_path / "page.pdf"

    assert run([*here, command[0], str(file), *command[1:]]) == 0

    assert str(file) in capsys.readouterr().err
    assert file.read_bytes().startswith(b"%PDF")


def test_a_page_of_another_ending_is_refused(here: list[str], capsys: Captured) -> None:
    """Nothing is written."""
    assert run([*here, "onepager", "page.docx"]) == 1
    assert "saved as .pdf" in capsys.readouterr().err


def test_a_journal_of_a_newer_version_is_refused_in_a_sentence_and_left_alone(
    here: list[str], capsys: Captured
) -> None:
    """The commands say so, practise goes on without keeping anything, the file is the same."""
    run([*here, "practise", "long-out", "--fast", "--before", "7", "--after", "4"])
    database = find_paths(Path(here[1])).database
    _pretend_newer(database)
    before = database.read_bytes()
    capsys.readouterr()

    assert run([*here, "trends"]) == 0

    assert "newer AttachCalm" in capsys.readouterr().err
    assert database.read_bytes() == before


def _pretend_newer(database: Path) -> None:
    from contextlib import closing

    from attachcalm.store.database import connect

    with closing(connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
