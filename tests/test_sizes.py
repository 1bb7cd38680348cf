"""The sizes and the manners that keep the code easy to read, counted."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "attachcalm"
OURS = sorted([*PACKAGE.rglob("*.py"), ROOT / "run.py"])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TOOLS = sorted([*(ROOT / "bench").rglob("*.py"), *(ROOT / "tools").rglob("*.py")])

MODULE, TEST_MODULE, FUNCTION, CLASS = 300, 400, 40, 200  # lines at most
WITHOUT_A_JOB = {
    "common",
    "core",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "util",
    "utils",
}
LEFT_OPEN = re.compile(
    r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" + "XX")) + r")\b"
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def nodes_of(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_bytes(), name_of(path)))


def too_long(source: bytes, name: str) -> Iterator[str]:
    """The functions and classes of a module that are longer than they may be."""
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > (CLASS if isinstance(node, ast.ClassDef) else FUNCTION):
                yield f"{name}:{node.lineno} {node.name} has {length} lines"


def imported_from_roots(path: Path) -> Iterator[str]:
    """What a module takes out of a package's own file, where nothing is kept."""
    for node in nodes_of(path):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("attachcalm"):
            continue
        folder = ROOT.joinpath(*(node.module or "").split("."))
        if not folder.is_dir():
            continue
        for name in (alias.name for alias in node.names):
            if not (folder / f"{name}.py").exists() and not (folder / name).is_dir():
                yield f"{name_of(path)}:{node.lineno} {name} from {node.module}"


def test_there_is_something_to_count() -> None:
    """A wrong folder would make every other test here pass."""
    assert PACKAGE / "player" / "session.py" in OURS
    assert Path(__file__) in TESTS


def test_modules_are_short() -> None:
    """One job needs no more."""
    limits = [(path, MODULE) for path in OURS + TOOLS] + [(path, TEST_MODULE) for path in TESTS]

    lengths = [(name_of(path), len(lines_of(path)), most) for path, most in limits]

    assert [f"{name} has {length} lines" for name, length, most in lengths if length > most] == []


def test_functions_and_classes_are_short() -> None:
    """What does not fit on a screen is two things."""
    assert [told for path in OURS for told in too_long(path.read_bytes(), name_of(path))] == []


def test_nothing_is_left_for_later() -> None:
    """What is not done is in an issue, not in a comment."""
    found = [
        f"{name_of(path)}:{number} {line.strip()}"
        for path in OURS + TESTS + TOOLS
        for number, line in enumerate(lines_of(path), 1)
        if LEFT_OPEN.search(line)
    ]

    assert found == []


def test_package_files_are_empty_but_for_the_version() -> None:
    """A package is a folder: what is in it is named by its module."""
    filled = [path for path in PACKAGE.rglob("__init__.py") if path.read_text("utf-8").strip()]

    assert filled == [PACKAGE / "__init__.py"]
    assigned = [
        node for node in ast.parse(filled[0].read_bytes()).body if isinstance(node, ast.Assign)
    ]
    assert [ast.unparse(node.targets[0]) for node in assigned] == ["__version__"]


def test_nobody_imports_from_a_packages_root() -> None:
    """This one rule prevents most circles."""
    assert [told for path in OURS + TESTS + TOOLS for told in imported_from_roots(path)] == []


def test_every_module_has_a_job_to_be_named_after() -> None:
    """A drawer for everything grows without end."""
    named = {path: {*path.relative_to(ROOT).parent.parts, path.stem} for path in OURS + TESTS}

    assert [name_of(path) for path, words in named.items() if words & WITHOUT_A_JOB] == []


def test_imports_are_absolute() -> None:
    """A module is found by its whole name."""
    relative = [
        f"{name_of(path)}:{node.lineno}"
        for path in OURS + TESTS
        for node in nodes_of(path)
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


@pytest.mark.parametrize("head, most", [("def sample():", FUNCTION), ("class Sample:", CLASS)])
def test_the_count_of_lines_is_right(head: str, most: int) -> None:
    """As many lines as are allowed are not too many, and one more is."""
    fitting = f"{head}\n" + "    pass\n" * (most - 1)

    assert list(too_long(fitting.encode(), "x")) == []
    assert len(list(too_long(f"{fitting}    pass\n".encode(), "x"))) == 1
