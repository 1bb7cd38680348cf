"""Where things live: the content that ships with the app, and the person's own data."""

import os
import sys
from pathlib import Path

import pytest

from attachcalm.paths import Paths, find_paths

ROOT = Path(__file__).parent.parent


def test_in_a_checkout_the_content_lies_beside_the_package() -> None:
    """And what is looked for there is really there."""
    paths = find_paths()

    assert paths.resources == ROOT / "resources"
    for folder in (paths.exercises, paths.audio, paths.fonts, paths.icons):
        assert folder.is_dir(), folder


def test_an_installed_app_has_its_content_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wheel puts it there; a stray folder beside the package is not looked at."""
    package = tmp_path / "site-packages" / "attachcalm"
    (package / "resources").mkdir(parents=True)
    (package.parent / "resources").mkdir()
    monkeypatch.setattr("attachcalm.paths.__file__", str(package / "paths.py"))

    assert find_paths().resources == package / "resources"


def test_with_a_data_folder_everything_personal_stays_inside_it(tmp_path: Path) -> None:
    """Also the cache and the log: a stick can be carried away."""
    paths = find_paths(tmp_path / "mine")

    personal = (
        paths.data,
        paths.cache,
        paths.log,
        paths.own_exercises,
        paths.database,
        paths.settings,
        paths.library_cache,
    )
    assert all(path.is_relative_to(tmp_path / "mine") for path in personal)
    assert len(set(personal)) == len(personal)
    assert not (tmp_path / "mine").exists()


def test_a_data_folder_is_found_again_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative path is settled at once, `~` is the person's home."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))

    assert find_paths(Path("mine")).data == tmp_path / "mine"
    assert find_paths(Path("~/mine")).data == tmp_path / "home" / "mine"


@pytest.mark.skipif(os.name != "posix", reason="Windows guesses a home for any name")
def test_a_home_that_nobody_has_is_a_folder_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`~nobody-here` is not a crash."""
    monkeypatch.chdir(tmp_path)

    assert find_paths(Path("~nobody-here-1/mine")).data == tmp_path / "~nobody-here-1" / "mine"


@pytest.mark.skipif(sys.platform != "linux", reason="the rules of Linux")
def test_without_a_data_folder_the_systems_own_places_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where every other app on this system keeps such things."""
    for name in ("DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))

    paths = find_paths()

    assert paths.data == tmp_path / "DATA" / "AttachCalm"
    assert paths.cache == tmp_path / "CACHE" / "AttachCalm"
    assert paths.log.is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_each_thing_has_its_own_name() -> None:
    """As the help page tells them."""
    paths = Paths(Path("r"), Path("d"), Path("c"), Path("l"))

    assert paths.database == Path("d/journal.db")
    assert paths.settings == Path("d/settings.json")
    assert paths.own_exercises == Path("d/exercises")
    assert paths.library_cache == Path("c/library.json")
    assert paths.exercises == Path("r/exercises")
