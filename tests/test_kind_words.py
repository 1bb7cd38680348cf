"""No text of the app plays for points, compares, blames, or speaks carelessly of death."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from attachcalm.exercises.avoided import AVOIDED
from attachcalm.exercises.wording import avoided_in

ROOT = Path(__file__).parent.parent
TEXTS = (".yaml", ".json", ".md", ".txt", ".html")

LISTS = "attachcalm/exercises/avoided.py"  # holds the words themselves
KINDS = sorted({avoided.kind for avoided in AVOIDED if avoided.everywhere})


def spoken_in_code(source: str) -> Iterator[str]:
    """Every text of a module but its docstrings and words that no person reads."""
    tree = ast.parse(source)
    silent = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and " " in text and id(node) not in silent:
            yield text


def without_items(measure: str) -> str:
    """A measure's file without the wording of its items, which is quoted from its authors."""
    told = json.loads(measure)
    return json.dumps({**told, "items": []}, ensure_ascii=False)


def all_texts() -> Iterator[tuple[str, str]]:
    """Each text with the file that it stands in."""
    for file in sorted((ROOT / "attachcalm").rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        for text in spoken_in_code(file.read_text("utf-8")) if name != LISTS else ():
            yield name, text
    for file in sorted((ROOT / "resources").rglob("*")):
        if file.parent.name == "measures" and file.is_file():
            yield str(file.relative_to(ROOT)), without_items(file.read_text("utf-8"))
        elif file.suffix in TEXTS and file.is_file():
            yield str(file.relative_to(ROOT)), file.read_text("utf-8")


def of_kind(kind: str, text: str) -> Iterator[str]:
    """The words of this kind that no text of the app may hold."""
    for word, avoided in avoided_in(text, only_everywhere=True):
        if avoided.kind == kind:
            yield word


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_does_this(kind: str) -> None:
    """Code and content alike, whatever a person may come to read."""
    assert [f"{file}: {word}" for file, text in all_texts() for word in of_kind(kind, text)] == []


def test_the_search_sees_interface_and_content() -> None:
    """It would be worth nothing if it looked in the wrong place."""
    files = {file for file, _ in all_texts()}
    everything = " ".join(text for _, text in all_texts())

    assert {"attachcalm/ui/home_page.py", "resources/exercises/orient-room.yaml"} <= files
    assert {f"resources/measures/{name}.json" for name in ("gad-7", "phq-9", "who-5")} <= files
    assert "resources/measures/entry/ecr-r.json" in files
    assert "How are you right now?" in everything
    assert "Stop, look around the room" in everything


def test_of_a_measure_only_the_quoted_items_are_let_pass() -> None:
    """Its title, explanation, bands and instruction are searched like any text."""
    told = without_items('{"title": "a", "asks": "b", "items": ["c d"], "instruction": "e"}')

    assert json.loads(told) == {"title": "a", "asks": "b", "items": [], "instruction": "e"}


@pytest.mark.parametrize(
    "text",
    [
        "A streak of 5",
        "You missed yesterday",
        "calmer than most people",
        "committed suicide",
        "7 days in a row",
        "Well done",
    ],
)
def test_each_kind_would_be_found(text: str) -> None:
    """The patterns can fail."""
    assert any(list(of_kind(kind, text)) for kind in KINDS)
