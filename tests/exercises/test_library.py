"""Folders become a library: what was read once is remembered, and a bad file costs one exercise."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attachcalm.exercises import library
from attachcalm.exercises.library import Library, load
from tests.fakes.exercise_file import GOOD, exercise_of

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with two exercises."""
    made = tmp_path / "content"
    made.mkdir()
    write(made / "slow-waves.yaml")
    write(made / "warm-hands.yaml", GOOD.replace("slow-waves", "warm-hands"))
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the cache will be; its folder is not there yet."""
    return tmp_path / "cache" / "library.json"


def write(path: Path, text: str = GOOD) -> None:
    path.write_text(text, encoding="utf-8")


def swap_unseen(path: Path, old: str, new: str) -> None:
    """Change the text so that neither size nor time of the file tells: only a reader would know."""
    assert len(old) == len(new)
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def ids(loaded: Library) -> list[str]:
    return [card.id for card in loaded.cards]


def told(loaded: Library) -> list[str]:
    return [str(problem) for problem in loaded.problems]


# ---------------------------------------------------------------- what there is
def test_the_exercises_of_all_folders_are_there_by_name(folder: Path, tmp_path: Path) -> None:
    """Folder after folder, in each by the name of the file; also `.yml` and `.YAML`."""
    more = tmp_path / "more"
    more.mkdir()
    write(more / "b.YAML", GOOD.replace("slow-waves", "b"))
    write(more / "a.yml", GOOD.replace("slow-waves", "a"))

    loaded = load([folder, more])

    assert ids(loaded) == ["slow-waves", "warm-hands", "a", "b"]
    assert loaded.problems == ()
    assert loaded.is_complete


def test_a_whole_exercise_comes_by_its_id(folder: Path) -> None:
    """The same as its file says; an id that is not there is a KeyError."""
    loaded = load([folder])

    exercise = loaded.exercise("slow-waves")

    assert exercise.steps == exercise_of().steps
    assert exercise.card == loaded.card("slow-waves")
    assert Path(exercise.card.file) == folder / "slow-waves.yaml"
    with pytest.raises(KeyError):
        loaded.card("elsewhere")
    with pytest.raises(KeyError):
        loaded.exercise("elsewhere")


def test_other_files_are_let_be(folder: Path) -> None:
    """Notes, pictures, folders, and the hidden files that other systems leave behind."""
    (folder / "notes.txt").write_text("not mine")
    (folder / "._slow-waves.yaml").write_bytes(b"\0\5\x16\7")
    (folder / "old.yaml").mkdir()

    loaded = load([folder])

    assert ids(loaded) == ["slow-waves", "warm-hands"]
    assert loaded.problems == ()


def test_a_bad_file_costs_one_exercise(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The others are there, and the reason is told to the person and to the log."""
    write(folder / "slow-waves.yaml", GOOD.replace("gate: 0", "gate: 9"))

    loaded = load([folder])

    expected = f"{folder / 'slow-waves.yaml'}:9:1: gate must be at most 3 (got 9)"
    assert ids(loaded) == ["warm-hands"]
    assert told(loaded) == [expected]
    assert caplog.messages == [expected]


def test_of_two_files_with_one_id_the_first_counts(folder: Path, tmp_path: Path) -> None:
    """A person's own file cannot quietly take the place of a shipped one."""
    own = tmp_path / "own"
    own.mkdir()
    write(own / "mine.yaml", GOOD.replace("title: Slow waves", "title: Mine"))

    loaded = load([folder, own])

    assert loaded.card("slow-waves").title == "Slow waves"
    what = "the id slow-waves belongs to slow-waves.yaml already; choose another"
    assert told(loaded) == [f"{own / 'mine.yaml'}:1:1: {what}"]


def test_a_folder_that_is_none_is_told(folder: Path, tmp_path: Path) -> None:
    """A file, a folder that is missing: a sentence each, and the rest is there."""
    file, missing = folder / "slow-waves.yaml", tmp_path / "missing"

    loaded = load([file, missing, folder])

    assert ids(loaded) == ["slow-waves", "warm-hands"]
    assert told(loaded) == [
        f"{file}:1:1: this is a file; name the folder it lies in",
        f"{missing}:1:1: there is no such folder",
    ]


@ON_POSIX
def test_a_link_to_nowhere_costs_nothing_else(folder: Path) -> None:
    """The files after it in the folder are read all the same."""
    (folder / "a-link.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "b-loop.yaml").symlink_to(folder / "b-loop.yaml")

    loaded = load([folder])

    assert ids(loaded) == ["slow-waves", "warm-hands"]
    assert [problem.path.name for problem in loaded.problems] == ["a-link.yaml", "b-loop.yaml"]
    assert all("the file cannot be read (" in problem.what for problem in loaded.problems)


def test_a_folder_with_too_many_files_is_read_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody named the wrong folder; the app starts all the same."""
    monkeypatch.setattr(library, "MAX_FILES", 3)
    for number in range(5):
        write(tmp_path / f"x{number}.yaml", GOOD.replace("slow-waves", f"x{number}"))

    loaded = load([tmp_path])

    assert ids(loaded) == ["x0", "x1", "x2"]
    assert told(loaded) == [f"{tmp_path}:1:1: only the first 3 of 5 files were read"]


# ---------------------------------------------------------------- what is remembered
def test_a_file_that_did_not_change_is_not_read_again(folder: Path, cache: Path) -> None:
    """Its text was swapped behind the back of time and size, and the old one is still known."""
    load([folder], cache)
    swap_unseen(folder / "slow-waves.yaml", "title: Slow waves", "title: Read again")

    loaded = load([folder], cache)

    assert loaded.card("slow-waves").title == "Slow waves"
    assert loaded.exercise("slow-waves").title == "Slow waves"
    assert load([folder]).card("slow-waves").title == "Read again"


def test_a_start_that_knows_all_files_loads_no_parser(folder: Path, cache: Path) -> None:
    """YAML and pydantic cost more than the whole first window may."""
    load([folder], cache)
    program = (
        "import sys; from pathlib import Path; from attachcalm.exercises.library import load;"
        f"print(len(load([Path({str(folder)!r})], Path({str(cache)!r})).cards),"
        " sorted({'yaml', 'pydantic', 'hashlib'} & sys.modules.keys()))"
    )

    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert run.stdout.split("\n")[0] == "2 []"


@pytest.mark.parametrize("newer", [True, False])
def test_a_changed_file_is_read_again(folder: Path, cache: Path, newer: bool) -> None:
    """By its time alone, or by its size alone."""
    path = folder / "slow-waves.yaml"
    load([folder], cache)
    before = path.stat()
    if newer:
        swap_unseen(path, "title: Slow waves", "title: Read again")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    else:
        write(path, GOOD.replace("title: Slow waves", "title: Read again, longer"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    first, second = load([folder], cache), load([folder], cache)

    assert first.card("slow-waves").title.startswith("Read again")
    assert second.cards == first.cards


def test_problems_are_remembered_too(folder: Path, cache: Path) -> None:
    """A bad file is not parsed at every start, and its reason is told at every start."""
    write(folder / "bad.yaml", "format: 1\n")
    first = load([folder], cache)

    second = load([folder], cache)

    assert len(first.problems) > 5
    assert second == first


@ON_POSIX
def test_a_file_that_could_not_be_opened_is_not_remembered(folder: Path, cache: Path) -> None:
    """Its rights may be mended without its time or size changing, so it is tried each time."""
    pipe = folder / "pipe.yaml"
    os.mkfifo(pipe)

    first, second = load([folder], cache), load([folder], cache)

    assert told(first) == told(second) == [f"{pipe}:1:1: this is not a file"]
    assert "pipe.yaml" not in cache.read_text("ascii")


def test_a_file_that_is_gone_is_forgotten(folder: Path, cache: Path) -> None:
    """The cache holds what is there now."""
    load([folder], cache)
    (folder / "warm-hands.yaml").unlink()

    assert ids(load([folder], cache)) == ["slow-waves"]
    assert "warm-hands" not in cache.read_text("ascii")


def test_nothing_is_written_when_nothing_changed(folder: Path, cache: Path) -> None:
    """A start leaves the disk alone."""
    load([folder], cache)
    before = cache.stat()

    load([folder], cache)

    after = cache.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert os.listdir(cache.parent) == [cache.name]  # noqa: PTH208 - the names are the point


def test_the_first_window_waits_for_no_parser(folder: Path, cache: Path) -> None:
    """What is known is there at once, and the library says that there is more to come."""
    load([folder], cache)
    write(folder / "new.yaml", GOOD.replace("slow-waves", "new"))
    remembered = cache.read_bytes()

    quick = load([folder], cache, only_known=True)

    assert ids(quick) == ["slow-waves", "warm-hands"]
    assert not quick.is_complete
    assert cache.read_bytes() == remembered
    assert ids(load([folder], cache)) == ["new", "slow-waves", "warm-hands"]
    assert load([folder], cache, only_known=True).is_complete


# ---------------------------------------------------------------- a cache that is odd
def test_a_damaged_cache_is_thrown_away(
    folder: Path, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is made anew, with one line in the log, and is whole after that."""
    fresh = load([folder], cache)
    good = cache.read_bytes()
    cache.write_bytes(good.replace(b"Slow waves", b"Evil waves"))

    assert load([folder], cache) == fresh
    assert caplog.messages == ["The content cache makes no sense and is made anew."]
    assert cache.read_bytes() == good


def test_the_cache_of_another_format_is_thrown_away(folder: Path, cache: Path) -> None:
    """An older AttachCalm checked less."""
    fresh = load([folder], cache)
    head, _, rest = cache.read_bytes().partition(b"\n")
    assert re.search(rb"content \d+", head)
    cache.write_bytes(re.sub(rb"content \d+", b"content 0", head) + b"\n" + rest)
    swap_unseen(folder / "slow-waves.yaml", "title: Slow waves", "title: Read again")

    assert load([folder], cache).card("slow-waves").title == "Read again"
    assert fresh.card("slow-waves").title == "Slow waves"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_the_cache_can_be_felt(folder: Path, cache: Path, data: st.DataObject) -> None:
    """Bits flipped, cut short, or something else altogether: the library is the same."""
    fresh = load([folder], cache)
    good = bytearray(cache.read_bytes())
    match data.draw(st.sampled_from(["flip", "cut", "other"])):
        case "flip":
            good[data.draw(st.integers(0, len(good) - 1))] ^= data.draw(st.integers(1, 255))
        case "cut":
            del good[data.draw(st.integers(0, len(good) - 1)) :]
        case _:
            good[:] = data.draw(st.binary() | st.just(b"[" * 100_000) | st.just(b"{}"))
    cache.write_bytes(good)

    assert load([folder], cache) == fresh


@pytest.mark.parametrize("what", ["a folder", "below a file"])
def test_a_cache_that_cannot_be_written_only_makes_the_start_slower(
    folder: Path, tmp_path: Path, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Everything is there, each time, with a line in the log."""
    cache = tmp_path / "cache.json"
    if what == "a folder":
        (cache / "inside").mkdir(parents=True)
    else:
        cache.write_text("")
        cache = cache / "library.json"

    assert ids(load([folder], cache)) == ids(load([folder], cache)) == ["slow-waves", "warm-hands"]
    assert any(line.startswith("The content cache cannot be written (") for line in caplog.messages)


def test_the_cache_can_be_read_by_a_person(folder: Path, cache: Path) -> None:
    """A head, an index in JSON, and the exercises: somebody who looks for a fault finds it."""
    load([folder], cache)

    head, index, bodies = cache.read_bytes().split(b"\n")

    assert head.startswith(b"attachcalm content ")
    assert list(json.loads(index)) == [str(path) for path in sorted(folder.iterdir())]
    assert b'"id":"slow-waves"' in bodies
