"""All measures of a laptop: a bad file costs itself, and item texts are only where they may be."""

import argparse
import json
from pathlib import Path

import pytest

from attachcalm.app import Env
from attachcalm.commands.check import check
from attachcalm.measures.shelf import faults_of, load
from attachcalm.paths import find_paths
from tests.measures.paper import paper, write

SHIPPED = Path(__file__).parent.parent.parent / "resources" / "measures"
WITHOUT_WORDING = {
    "brs", "ders-16", "ders-18", "ecr-r", "ecr-rs", "ecr-s", "perci", "rfq-8", "saam", "scs-sf",
    "wai-sr",
}  # fmt: skip


def test_what_ships_has_no_fault() -> None:
    """Every file of the folder is on the shelf."""
    shelf = load((SHIPPED,))

    assert shelf.faults == ()
    assert {entry.id for entry in shelf.entries} == WITHOUT_WORDING
    assert len(shelf.measures) == len(list(SHIPPED.glob("*.json")))


def test_the_phq_9_is_offered_only_once_it_is_assigned() -> None:
    """By the set of a therapist, by name."""
    shelf = load((SHIPPED,))

    assert [measure.id for measure in shelf.offered()] == ["gad-7", "phq-8", "who-5"]
    assert "phq-9" in [measure.id for measure in shelf.offered({"phq-9"})]
    assert "phq-9" not in [measure.id for measure in shelf.offered({"gad-7"})]


def test_where_no_wording_may_be_shown_there_is_none() -> None:
    """Names, ranges and directions only: no key could carry an item."""
    for file in (SHIPPED / "entry").glob("*.json"):
        told = json.loads(file.read_text("utf-8"))
        assert set(told) == {
            "format", "kind", "id", "title", "asks", "interval_days", "scales", "why_not_shown",
            "source",
        }  # fmt: skip
        assert all(len(scale["name"]) < 40 for scale in told["scales"])


def test_the_ranges_are_those_of_the_publishers() -> None:
    """As the clinical notes list them."""
    ranges = {
        entry.id: (entry.scales[0].least, entry.scales[0].most)
        for entry in load((SHIPPED,)).entries
    }

    assert ranges["ders-16"] == (16, 80)
    assert ranges["ders-18"] == (18, 90)
    assert ranges["saam"] == ranges["ecr-r"] == (1, 7)
    assert ranges["rfq-8"] == (0, 3)
    assert ranges["scs-sf"] == ranges["brs"] == (1, 5)


def test_a_bad_file_costs_itself_only(tmp_path: Path) -> None:
    """The good one is there, and the other is told with its reason."""
    write(tmp_path, paper())
    write(tmp_path, paper("licence", id="try-5"), "try-5.json")

    shelf = load((tmp_path,))

    assert [measure.id for measure in shelf.measures] == ["try-4"]
    assert [fault.file.name for fault in shelf.faults] == ["try-5.json"]
    assert "licence" in shelf.faults[0].sentence


def test_nobody_can_put_their_own_wording_under_a_shipped_name(tmp_path: Path) -> None:
    """The folder that comes first holds."""
    write(tmp_path, paper(id="gad-7", title="Not it"), "gad-7.json")

    shelf = load((SHIPPED, tmp_path))

    gad = shelf.measure("gad-7")
    assert gad is not None
    assert gad.title == "GAD-7"
    assert "taken already" in shelf.faults[0].sentence


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """Most people add none."""
    assert load((tmp_path / "none",)) == load(())


# ---------------------------------------------------------------- attachcalm check
def told_by_check(paths: list[Path], profile: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command prints, after its exit code."""
    code = check(
        Env(find_paths(profile)), argparse.Namespace(paths=paths, strict=False, json=False)
    )
    return f"{code} {capsys.readouterr().out}"


def test_check_finds_nothing_in_what_ships(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder, with what lies in it."""
    assert told_by_check([SHIPPED], tmp_path, capsys) == "0 No faults found.\n"


def test_check_names_the_file_and_what_to_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """For a measure as for an exercise, with the files in both folders."""
    folder = tmp_path / "measures"
    (folder / "entry").mkdir(parents=True)
    bad = write(folder, paper("attribution"))
    other = write(folder / "entry", {"kind": "entry"}, "x.json")

    told = told_by_check([folder], tmp_path, capsys)

    assert told.startswith("1 ")
    assert f"{bad}:1:1: fault: the attribution is missing" in told
    assert f"{other}:1:1: fault: format is missing" in told
    assert [fault.file for fault in faults_of([bad])] == [bad]
    assert [fault.file for fault in faults_of([other])] == [other]
    assert [fault.file for fault in faults_of([folder / "entry"])] == [other]
