"""`attachcalm check`: files and folders become a list of faults, each with its place."""

import os
from pathlib import Path

import pytest

from attachcalm.player.checker import check_paths
from tests.fakes.exercise_file import GOOD
from tests.fakes.told import two_seconds

SHIPPED = Path(__file__).parents[2] / "resources" / "exercises"


def write(folder: Path, name: str, text: str = GOOD) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(*paths: Path) -> list[str]:
    return [str(problem) for problem in check_paths(paths)]


def test_a_good_file_has_no_problems(tmp_path: Path) -> None:
    """By its own name, or in its folder."""
    path = write(tmp_path, "slow-waves.yaml")

    assert told(path) == told(tmp_path) == []


def test_the_shipped_exercises_have_no_problems() -> None:
    """What we ask of others holds for us."""
    assert told(SHIPPED) == []


def test_all_that_the_reader_finds_is_told(tmp_path: Path) -> None:
    """File by file, in the order of their names."""
    text = GOOD.replace("gate: 0", "gate: 7").replace("only: [full]", "only: [ful]")
    two = write(tmp_path, "two.yaml", text)
    one = write(tmp_path, "one.yaml", "")

    assert told(tmp_path) == [
        f"{one}:1:1: the file is empty",
        f"{two}:9:1: gate must be at most 3 (got 7)",
        f"{two}:32:16: there is no version ful; did you mean full?",
    ]


def test_folders_are_searched_however_deep(tmp_path: Path) -> None:
    """Files of other kinds and hidden ones are let be."""
    deep = write(tmp_path / "a" / "b", "deep.yml", "x: 1")
    write(tmp_path, "notes.txt", "x: 1")
    write(tmp_path, ".hidden.yaml", "x: 1")

    problems = check_paths([tmp_path])

    assert {problem.path for problem in problems} == {deep}


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    """Somebody saved it as a text file."""
    path = write(tmp_path, "slow-waves.txt", GOOD.replace("gate: 0", "gate: 7"))

    assert told(path) == [f"{path}:9:1: gate must be at most 3 (got 7)"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    """And does not keep the others from being checked."""
    path = write(tmp_path, "slow-waves.yaml", "")
    missing = tmp_path / "missing"

    assert told(missing, path) == [
        f"{missing}:1:1: there is no such file or folder",
        f"{path}:1:1: the file is empty",
    ]


def test_a_folder_without_exercises_is_told(tmp_path: Path) -> None:
    """Silence would look like praise."""
    write(tmp_path, "notes.txt", "x")

    assert told(tmp_path) == [f"{tmp_path}:1:1: no exercise lies in this folder"]


def test_a_file_is_checked_once_however_often_it_is_named(tmp_path: Path) -> None:
    """By itself and with its folder."""
    path = write(tmp_path, "slow-waves.yaml", "")

    assert told(path, tmp_path, path) == [f"{path}:1:1: the file is empty"]


def test_two_files_may_not_have_one_id(tmp_path: Path) -> None:
    """The second is told of the first, also in another folder."""
    first = write(tmp_path / "a", "slow-waves.yaml")
    second = write(tmp_path / "b", "slow-waves.yaml")

    assert told(tmp_path) == [
        f"{second}:2:1: the id slow-waves belongs to {first} already; choose another"
    ]


def test_a_file_is_called_as_its_id(tmp_path: Path) -> None:
    """So that one is found by the other."""
    path = write(tmp_path, "waves.yaml")

    assert told(path) == [f"{path}:2:1: the id is slow-waves, so name the file slow-waves.yaml"]


def test_a_length_that_is_not_kept_is_told_at_its_minutes(tmp_path: Path) -> None:
    """Each version by itself."""
    path = write(tmp_path, "slow-waves.yaml", GOOD.replace("minutes: 1}", "minutes: 4}"))

    assert told(path) == [f"{path}:20:31: the version short takes 0.9 minutes, not 4"]


def test_a_silence_and_a_hurry_are_told_where_they_stand(tmp_path: Path) -> None:
    """In the order of the file; the short version goes on from there to the bell."""
    text = GOOD.replace("rest: 8", "rest: 48").replace("Small and soft.", "word " * 60)
    path = write(tmp_path, "slow-waves.yaml", text)

    assert told(path)[-3:] == [
        f"{path}:27:9: 48 s without a word follow this; 40 s are the most",
        f"{path}:27:9: 54 s without a word follow this; 40 s are the most",
        f"{path}:48:15: this line takes 27.6 s, and there are 22 s for it",
    ]


def test_the_voice_that_there_is_counts(tmp_path: Path) -> None:
    """The same line takes two seconds when it is spoken."""
    text = GOOD.replace("Small and soft.", "word " * 60)
    path = write(tmp_path, "slow-waves.yaml", text)

    assert check_paths([path], two_seconds) == ()
    assert len(check_paths([path])) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_nothing_odd_on_the_disk_stops_it(tmp_path: Path) -> None:
    """A pipe, a link to nowhere, a link in a circle, a name that is no text."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / os.fsdecode(b"odd\xff.yaml")).write_text("")

    what = {problem.path.name: problem.what for problem in check_paths([tmp_path])}

    assert what["pipe.yaml"] == "this is not a file"
    assert what["gone.yaml"] == "there is no such file or folder"
    assert what["loop.yaml"].startswith("the file cannot be read (")
    assert what[os.fsdecode(b"odd\xff.yaml")] == "the file is empty"
    assert len(what) == 4


def test_a_name_that_no_file_can_have_is_told() -> None:
    """It comes from the command line, so it may be anything."""
    assert [problem.what for problem in check_paths([Path("a\0b")])] == [
        "the file cannot be read (ValueError)"
    ]
