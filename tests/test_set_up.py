"""The environment that run.py makes: when it is made, kept, and not trusted."""

import sqlite3
import threading
from pathlib import Path
from types import ModuleType

import pytest

from tests.fakes.checkout import load_run


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """Return a run.py whose checkout is an empty folder."""
    return load_run(tmp_path)


@pytest.fixture
def pip(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put a pip in place that only notes what it was asked for, and return its notes."""
    notes: list[str] = []
    monkeypatch.setattr(run, "install", notes.append)
    monkeypatch.setattr(run, "find_spec", lambda name: name)  # pip and ensurepip are here
    return notes


def test_the_first_set_up_builds_and_the_second_does_nothing(
    run: ModuleType, pip: list[str]
) -> None:
    """A stamp tells the second start that all is there."""
    run.set_up("app")
    run.set_up("app")
    assert pip == ["app"]
    assert Path(run.inside("python")).exists()


def test_the_checkout_is_on_the_path_of_the_environment(run: ModuleType, pip: list[str]) -> None:
    """The line in the .pth file leads from the packages back to the checkout."""
    run.set_up("app")
    pointer = Path(run.inside("attachcalm.pth", "purelib"))
    assert (pointer.parent / pointer.read_text("ascii")).resolve() == run.ROOT.resolve()


def test_a_set_up_for_the_tests_serves_the_app_too(run: ModuleType, pip: list[str]) -> None:
    """The tests' lock file includes the app's, so nothing is installed twice."""
    run.set_up("test")
    run.set_up("app")
    assert pip == ["test"]


def test_the_tests_come_on_top_of_a_set_up_for_the_app(run: ModuleType, pip: list[str]) -> None:
    """What is there is kept: the environment is not made anew."""
    run.set_up("app")
    kept = run.VENV / "kept"
    kept.touch()
    run.set_up("test")
    assert pip == ["app", "test"]
    assert kept.exists()


def test_a_changed_lock_file_is_installed(run: ModuleType, pip: list[str]) -> None:
    """After an update of the checkout the next start brings the environment along."""
    run.set_up("app")
    (run.REQUIREMENTS / "app.lock").write_text("one==2", "ascii")
    run.set_up("app")
    assert pip == ["app", "app"]


def test_a_half_made_environment_is_made_anew(
    run: ModuleType, pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A set-up that was cut off leaves no stamp, so its remains are cleared away."""

    def break_off(_: str) -> None:
        (run.VENV / "rubbish").mkdir()
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(run, "install", break_off)
        with pytest.raises(SystemExit, match="Setting up stopped: No space left on device"):
            run.set_up("app")
    run.set_up("app")
    assert pip == ["app"]
    assert not (run.VENV / "rubbish").exists()


def test_an_update_that_is_cut_off_distrusts_what_was_there(
    run: ModuleType, pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stamp goes before pip starts, so a package that is half replaced is never used."""
    run.set_up("app")
    with monkeypatch.context() as patch:
        patch.setattr(run, "install", lambda _: run.sys.exit("pip was stopped"))
        with pytest.raises(SystemExit):
            run.set_up("test")
    assert not run.is_ready("app")


@pytest.mark.parametrize("stamp", [b"", b"\xff\xfe\x00", b"not a fingerprint"])
def test_a_broken_stamp_promises_nothing(run: ModuleType, pip: list[str], stamp: bytes) -> None:
    """Whatever is in the file, only the right fingerprint counts."""
    run.set_up("app")
    (run.VENV / run.STAMP).write_bytes(stamp)
    assert not run.is_ready("app")


def test_an_environment_whose_python_is_gone_is_made_anew(run: ModuleType, pip: list[str]) -> None:
    """A removed or upgraded system Python leaves a dangling link behind."""
    run.set_up("app")
    Path(run.inside("python")).unlink()
    run.set_up("app")
    assert pip == ["app", "app"]
    assert Path(run.inside("python")).exists()


@pytest.mark.parametrize("change", ["python", "folder", "system"])
def test_another_python_folder_or_system_needs_another_environment(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, change: str
) -> None:
    """The fingerprint holds all that an environment cannot survive."""
    before = run.fingerprint("app")
    if change == "python":
        monkeypatch.setattr("sys.implementation.cache_tag", "cpython-399")
    elif change == "folder":
        monkeypatch.setattr(run, "ROOT", tmp_path / "moved")
    else:
        monkeypatch.setattr("sys.platform", "another")
    assert run.fingerprint("app") != before


def test_two_starts_at_once_build_once(
    run: ModuleType, pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second waits, says so, and finds the work done."""
    run.VENV.mkdir()
    first = sqlite3.connect(run.VENV / run.TURN, isolation_level=None, check_same_thread=False)
    first.execute("BEGIN EXCLUSIVE")
    second = threading.Thread(target=run.set_up, args=["app"])
    waiting = threading.Event()
    monkeypatch.setattr(run, "say", lambda _: waiting.set())
    second.start()
    assert waiting.wait(30)
    run.build("app")
    first.close()
    second.join(30)
    assert not second.is_alive()
    assert pip == ["app"]


def test_a_folder_that_cannot_hold_it_is_told_in_a_sentence(run: ModuleType) -> None:
    """A file where .venv should be is the person's to move."""
    run.VENV.write_text("mine", "ascii")
    with pytest.raises(SystemExit, match=r"Setting up stopped: .*exists"):
        run.set_up("app")
