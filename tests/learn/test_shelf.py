"""Folders of pages: in their order, and a bad file costs itself only."""

from datetime import date
from pathlib import Path

import pytest

from attachcalm.learn.checker import check_paths, holds_leaflets, is_for_leaflets
from attachcalm.learn.shelf import MAX_FILES, load
from attachcalm.player import checker as exercises
from tests.fakes.page_file import GOOD

KNOWN = ("long-out", "five-senses", "orient-room")


def write(folder: Path, name: str, order: int = 5, text: str = GOOD) -> Path:
    """A good page of this name in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.yaml"
    told = text.replace("id: tide-and-shore", f"id: {name}")
    file.write_text(told.replace("order: 5", f"order: {order}"), encoding="utf-8")
    return file


def test_pages_stand_in_their_order_and_know_what_comes_next(tmp_path: Path) -> None:
    """By their number, then by their id; the last has none after it."""
    for name, order in (("a", 30), ("c", 10), ("b", 10)):
        write(tmp_path, name, order)

    shelf = load([tmp_path])

    assert [leaflet.id for leaflet in shelf.leaflets] == ["b", "c", "a"]
    assert [shelf.after(leaflet) for leaflet in shelf.leaflets] == [*shelf.leaflets[1:], None]
    assert shelf.problems == ()


def test_a_bad_file_costs_itself_only(tmp_path: Path) -> None:
    """The other is there, and the fault is told."""
    write(tmp_path, "good")
    write(tmp_path, "bad", text=GOOD.replace("format: 1", "format: 9"))

    shelf = load([tmp_path])

    assert [leaflet.id for leaflet in shelf.leaflets] == ["good"]
    assert [problem.path.name for problem in shelf.problems] == ["bad.yaml"]


def test_of_two_with_one_id_the_first_is_kept(tmp_path: Path) -> None:
    """Shipped pages come before one's own."""
    write(tmp_path / "ours", "same", 1)
    write(tmp_path / "own", "same", 2)

    shelf = load([tmp_path / "ours", tmp_path / "own"])

    assert [leaflet.order for leaflet in shelf.leaflets] == [1]
    assert "belongs to another page already" in shelf.problems[0].what


def test_hidden_files_folders_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    """They are other programs' own."""
    write(tmp_path, ".hidden")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")

    assert load([tmp_path]) == load([])


def test_a_missing_folder_is_told() -> None:
    """And nothing is raised."""
    (problem,) = load([Path("/nowhere/pages")]).problems

    assert problem.what.startswith("the folder cannot be read")


@pytest.mark.parametrize("count, told", [(MAX_FILES, 0), (MAX_FILES + 1, 1)])
def test_a_folder_with_too_many_files_is_read_up_to_the_limit(
    tmp_path: Path, count: int, told: int
) -> None:
    """The rest is named as one problem."""
    for number in range(count):
        (tmp_path / f"p{number}.yaml").write_text("", encoding="utf-8")

    problems = load([tmp_path]).problems

    assert len([problem for problem in problems if "only the first" in problem.what]) == told
    assert len([problem for problem in problems if "empty" in problem.what]) == MAX_FILES


# ---------------------------------------------------------------- attachcalm check
def test_a_link_to_nowhere_is_told_with_its_place(tmp_path: Path) -> None:
    """The page works without it, so only the checker says so."""
    file = write(tmp_path / "pages", "one", text=GOOD.replace("[orient-room]", "[orient-rom]"))

    (finding,) = check_paths([file], KNOWN)

    assert not finding.is_fault
    assert str(finding) == (
        f"{file}:25:17: advice: there is no exercise orient-rom, so the page leaves this link out"
        "; did you mean orient-room? Write the id of an exercise that is there, or take it out."
    )
    assert load([tmp_path / "pages"]).problems == ()


def test_an_id_that_is_not_the_files_name_and_one_that_is_taken(tmp_path: Path) -> None:
    """Both are told where the id stands."""
    folder = tmp_path / "pages"
    first = write(folder, "one")
    (folder / "two.yaml").write_text(first.read_text(encoding="utf-8"), encoding="utf-8")

    told = [(finding.is_fault, finding.what) for finding in check_paths([folder], KNOWN)]

    assert told == [
        (False, "the id is one, and the file is not"),
        (True, f"the id one belongs to {first} already"),
    ]


def test_pages_and_exercises_of_one_folder_are_told_apart(tmp_path: Path) -> None:
    """What lies in `pages` is a page, however deep, and no exercise."""
    file = write(tmp_path / "content" / "pages", "one")

    assert is_for_leaflets(file)
    assert is_for_leaflets(file.parent)
    assert not is_for_leaflets(tmp_path / "content")
    assert holds_leaflets(tmp_path / "content")
    assert not holds_leaflets(file)
    assert check_paths([tmp_path / "content"], KNOWN) == ()
    around = exercises.Around(date(2026, 11, 24))
    assert exercises.check_paths([tmp_path / "content"], around) == exercises.Checked((), 0)


def test_an_empty_folder_of_pages_is_told(tmp_path: Path) -> None:
    """Whoever checks it meant something else."""
    (tmp_path / "pages").mkdir()

    assert check_paths([tmp_path / "pages"], KNOWN)[0].what == "no page lies in this folder"
