"""The lock files: complete, exact, and free of any trace of the machine that made them."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PYTHONS = ("3.11.2", "3.12.1", "3.13.0")
SYSTEMS = ("linux", "darwin", "win32")


def read(name: str) -> str:
    """Return the text of a file of the checkout."""
    return (ROOT / name).read_text("utf-8")


def pins(purpose: str) -> list[tuple[Requirement, int]]:
    """Return every pin of a lock file with the number of its hashes."""
    joined = read(f"requirements/{purpose}.lock").replace("\\\n", " ")
    lines = [line.split("#")[0].strip() for line in joined.splitlines()]
    parts = [line.partition("--hash=") for line in lines if line]
    return [
        (Requirement(head), (mark + rest).count("--hash=sha256:")) for head, mark, rest in parts
    ]


def picked(purpose: str, python: str, system: str) -> dict[str, str]:
    """Return what pip takes from a lock file there: each package with its one version."""
    here = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    here |= {"sys_platform": system, "implementation_name": "cpython"}
    taken = [pin for pin, _ in pins(purpose) if pin.marker is None or pin.marker.evaluate(here)]
    names = [canonicalize_name(pin.name) for pin in taken]
    assert len(names) == len(set(names)), "two versions of one package for the same machine"
    return {
        name: str(pin.specifier).removeprefix("==") for name, pin in zip(names, taken, strict=True)
    }


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("purpose", ["app", "test"])
def test_every_dependency_is_pinned_to_a_version_it_allows(
    purpose: str, python: str, system: str
) -> None:
    """On every system and Python the lock file answers all that pyproject.toml asks for."""
    wanted = list(PYPROJECT["project"]["dependencies"])
    if purpose == "test":
        wanted += PYPROJECT["dependency-groups"]["test"]
    found = picked(purpose, python, system)
    for line in wanted:
        need = Requirement(line)
        here = {"python_version": python.rpartition(".")[0], "sys_platform": system}
        if need.marker is None or need.marker.evaluate(here):
            assert need.specifier.contains(found[canonicalize_name(need.name)]), line


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_file_for_the_tests_includes_the_one_for_the_app(python: str, system: str) -> None:
    """What is tested is what people run; run.py relies on it too."""
    assert picked("app", python, system).items() <= picked("test", python, system).items()


@pytest.mark.parametrize("purpose", ["app", "test"])
def test_every_pin_has_one_version_and_its_hashes(purpose: str) -> None:
    """Nothing can be slipped in between the lock file and the machine."""
    found = pins(purpose)
    assert found
    for pin, hashes in found:
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), pin
        assert hashes > 0, pin


@pytest.mark.parametrize("purpose", ["app", "test"])
def test_a_lock_file_names_no_host_and_no_folder(purpose: str) -> None:
    """The person's own pip settings say where packages come from."""
    text = read(f"requirements/{purpose}.lock")
    assert "://" not in text
    assert "index-url" not in text
    assert not re.search(r"(^|\s)(/|[A-Z]:\\)", text)
    assert "python3 run.py lock" in text.splitlines()[1]
