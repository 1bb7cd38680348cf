"""`attachcalm check` as a therapist and as a program use it: lines, exit codes, JSON, speed."""

import json
import time
from pathlib import Path

import pytest

from attachcalm.cli import run
from tests.fakes.clean_exercise import CLEAN, run_check

Captured = pytest.CaptureFixture[str]
COMING = 49  # exercises
COLD_S = 5.0


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A data folder of its own."""
    return tmp_path / "data"


def own(tmp_path: Path, text: str) -> Path:
    """An exercise in the folder of one's own."""
    path = tmp_path / "data" / "exercises" / "slow-waves.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_path_your_own_exercises_are_checked(
    here: Path, capsys: Captured, tmp_path: Path
) -> None:
    """Nobody has to know where they lie."""
    own(tmp_path, CLEAN)

    assert run_check(here) == 0
    assert capsys.readouterr().out == "No faults found.\n"


def test_without_a_path_and_without_own_exercises_the_folder_is_named(
    here: Path, capsys: Captured, tmp_path: Path
) -> None:
    """So that one knows where to put the first."""
    assert run(["--data-dir", str(here), "check"]) == 1
    assert str(here / "exercises") in capsys.readouterr().err


@pytest.mark.parametrize(
    "case",
    [
        (CLEAN, 0, 0, "No faults found."),
        (
            CLEAN.replace("Take your time.", "Take your time!"),
            0, 1, "No faults, 1 piece of advice. Everything is loaded.",
        ),
        (CLEAN.replace("gate: 0", "gate: 7"), 1, 1, "1 fault. A file with a fault is not loaded."),
    ],
)  # fmt: skip
def test_a_fault_fails_the_check_and_advice_only_a_strict_one(
    here: Path, capsys: Captured, case: tuple[str, int, int, str]
) -> None:
    """Exit codes for a script, a last line for a person."""
    text, plain, strict, in_short = case
    path = str(own(here.parent, text))

    assert run_check(here, path) == plain
    assert capsys.readouterr().out.splitlines()[-1] == in_short
    assert run_check(here, path, "--strict") == strict
    capsys.readouterr()


def test_several_findings_are_counted(here: Path, capsys: Captured, tmp_path: Path) -> None:
    """Faults first, in the plural too."""
    path = own(tmp_path, CLEAN.replace("gate: 0", "gate: 7").replace("format: 1", "format: 2"))
    other = path.with_name("other.yaml")
    other.write_text(CLEAN.replace("Take your time.", "Take your time!"), encoding="utf-8")

    assert run_check(here) == 1

    assert capsys.readouterr().out.splitlines()[-1] == (
        "2 faults, 2 pieces of advice. A file with a fault is not loaded."
    )


def test_json_has_the_documented_fields(here: Path, capsys: Captured, tmp_path: Path) -> None:
    """A fault and a measure's fault, each whole."""
    path = own(tmp_path, CLEAN.replace("gate: 0", "gate: 7"))
    measure = tmp_path / "odd.json"
    measure.write_text("{}", encoding="utf-8")

    assert run_check(here, str(path), str(measure), "--json") == 1

    told = json.loads(capsys.readouterr().out)
    assert told[0] == {
        "file": str(path), "line": 9, "column": 1, "severity": "fault", "kind": "reading",
        "what": "gate must be at most 3 (got 7)",
        "mend": "Write a value that fits.",
    }  # fmt: skip
    assert (told[1]["kind"], told[1]["severity"], told[1]["line"]) == ("measure", "fault", 1)
    assert told[1]["what"]
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    paragraph = page.partition("`attachcalm check --json`")[2].partition("\n\n")[0]
    assert all(f"`{field}`" in paragraph for field in told[0])


def test_a_clean_check_as_json_is_an_empty_list(
    here: Path, capsys: Captured, tmp_path: Path
) -> None:
    """A program reads that too."""
    own(tmp_path, CLEAN)

    assert run_check(here, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_what_ships_is_clean_even_strictly(here: Path, capsys: Captured, resources: Path) -> None:
    """Exercises, recordings, measures."""
    paths = [str(resources / "exercises"), str(resources / "measures")]

    assert run_check(here, *paths) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told[:-1] if " have no recording; " not in line] == []
    assert told[-1].startswith("No fault")


def test_forty_nine_exercises_are_checked_in_five_seconds(
    here: Path, capsys: Captured, tmp_path: Path, resources: Path
) -> None:
    """As many as are coming: those that ship, again and again under other names."""
    shipped = sorted((resources / "exercises").glob("*.yaml"))
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(COMING):
        source = shipped[number % len(shipped)]
        text = source.read_text(encoding="utf-8")
        name = f"copy-{number}"
        (folder / f"{name}.yaml").write_text(
            text.replace(f"id: {source.stem}\n", f"id: {name}\n"), encoding="utf-8"
        )

    begin = time.process_time()
    code = run_check(here, str(folder), "--strict")
    took = time.process_time() - begin

    assert code == 0, capsys.readouterr().out
    assert took < COLD_S
