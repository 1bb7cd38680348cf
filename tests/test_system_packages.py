"""What a bare Linux lacks: who gets it installed, and who reads which line."""

import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from tests.fakes.checkout import ROOT, load_run

SYSTEM = tomllib.loads((ROOT / "requirements" / "system.toml").read_text("utf-8"))


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """Return a run.py whose checkout is an empty folder."""
    return load_run(tmp_path)


def test_the_exact_line_to_type_names_only_what_is_missing(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person who is not root reads one line to copy, and nothing is installed."""
    pretend_system(run, monkeypatch, lacking={"libEGL.so.1", "libxcb-cursor.so.0"}, user=1000)
    with pytest.raises(SystemExit) as leaving:
        run.require("AttachCalm cannot open its window", "drawing", "window")
    assert leaving.value.code == (
        "AttachCalm cannot open its window: system packages are missing. "
        "This line installs them:\n"
        "  sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"
    )


def test_root_gets_the_packages_installed_and_goes_on(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root the line is not printed but carried out."""
    installed = pretend_system(run, monkeypatch, lacking={"libEGL.so.1"}, user=0)
    run.require("AttachCalm cannot open its window", "drawing")
    assert installed == ["libegl1"]


def test_root_without_a_network_reads_the_line_as_well(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What apt could not bring is still missing afterwards, so it is said."""
    pretend_system(run, monkeypatch, lacking={"libEGL.so.1"}, user=0, apt_works=False)
    with pytest.raises(SystemExit, match="libegl1"):
        run.require("AttachCalm cannot open its window", "drawing")


def test_a_linux_without_apt_reads_the_names_of_what_is_missing(run: ModuleType) -> None:
    """Other package managers have other names, so the files are named."""
    lacking = {"libEGL.so.1": "libegl1", "import pip": "python3-pip"}
    sentence = run.describe_remedy(lacking, apt=False)
    assert sentence == ("missing on this system: libEGL.so.1, pip. Its package manager has them.")


def test_missing_sound_is_mentioned_once_and_stops_nothing(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The app runs silently; the second start does not say it again."""
    pretend_system(run, monkeypatch, lacking={"libpulse.so.0"}, user=1000)
    run.VENV.mkdir()
    run.wish_for("AttachCalm runs without sound", "sound")
    first = capsys.readouterr().err
    run.wish_for("AttachCalm runs without sound", "sound")
    assert first.startswith("AttachCalm runs without sound: ")
    assert "libpulse0" in first
    assert capsys.readouterr().err == ""


def test_presence_is_told_for_libraries_programs_and_modules(run: ModuleType) -> None:
    """One table holds all three kinds; what is on every machine is found, nonsense is not."""
    assert run.is_present("import json")
    assert not run.is_present("import no_such_module_anywhere")
    assert not run.is_present("libno-such-library.so.99")
    assert not run.is_present("no-such-program-anywhere")


def test_every_group_that_run_py_asks_for_is_in_the_table() -> None:
    """A name that is asked for and not there would only show on a bare machine."""
    asked = set(
        re.findall(
            r'(?:require|wish_for)\([^)]*?"[^"]*", ([^)]*)\)', (ROOT / "run.py").read_text("utf-8")
        )
    )
    groups = {name for line in asked for name in re.findall(r'"([a-z_]+)"', line)}
    assert groups == set(SYSTEM)
    assert len({package for group in SYSTEM.values() for package in group.values()}) == sum(
        len(group) for group in SYSTEM.values()
    )


def pretend_system(
    run: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    *,
    lacking: set[str],
    user: int,
    apt_works: bool = True,
) -> list[str]:
    """Stand on a Debian that lacks these; return the list of what gets installed there."""
    installed: list[str] = []
    absent = set(lacking)

    def install(packages: list[str]) -> None:
        installed.extend(packages)
        if apt_works:
            absent.clear()

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.os, "geteuid", lambda: user)
    monkeypatch.setattr(run, "is_present", lambda name: name not in absent)
    monkeypatch.setattr(run, "install_packages", install)
    return installed
