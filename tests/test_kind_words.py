"""No text of the app plays for points, compares, blames, or speaks carelessly of death."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXTS = (".yaml", ".json", ".md", ".txt", ".html")

GAMES = (
    r"streaks?|badges?|trophy|trophies|level up|levelled up|leaderboard|rewards?|bonus|"
    r"you (have )?earned|points? earned|high score|daily goal|goal reached|challenge yourself|"
    r"\d+ days in a row|days in a row|congratulations|confetti"
)
GUILT = (
    r"you missed|you forgot|you failed|you gave up|don't give up|no excuses?|try harder|"
    r"you promised|we miss(ed)? you|where have you been|it has been \w+ days|be disciplined|"
    r"good job|well done|proud of you|keep it up|disappoint\w*"
)
COMPARING = r"than (most|other) (people|users)|better than others|everyone else|top \d+ ?%"
CARELESS = (
    r"commit(s|ted|ting)? suicide|(successful|failed|unsuccessful) (suicide|attempt)|"
    r"suicide (epidemic|hotspot)|slit|overdose on|don't do it|attention.seeking"
)
WATCHING = r"we (are watching|can see|monitor) you|someone is watching over your ratings"
DIAGNOSING = r"you (have|suffer from) (depression|anxiety|ptsd|a disorder)|your disorder|cures?"
KINDS = {
    "games": GAMES,
    "guilt": GUILT,
    "comparing": COMPARING,
    "careless": CARELESS,
    "watching": WATCHING,
    "diagnosing": DIAGNOSING,
}


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
        for text in spoken_in_code(file.read_text("utf-8")):
            yield str(file.relative_to(ROOT)), text
    for file in sorted((ROOT / "resources").rglob("*")):
        if file.parent.name == "measures" and file.is_file():
            yield str(file.relative_to(ROOT)), without_items(file.read_text("utf-8"))
        elif file.suffix in TEXTS and file.is_file():
            yield str(file.relative_to(ROOT)), file.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_does_this(kind: str) -> None:
    """Code and content alike, whatever a person may come to read."""
    unkind = re.compile(rf"\b({KINDS[kind]})\b", re.IGNORECASE)
    found = [
        f"{file}: …{text[max(0, hit.start() - 30) : hit.end() + 30]}…"
        for file, text in all_texts()
        for hit in unkind.finditer(text)
    ]

    assert not found


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
    assert any(re.search(rf"\b({words})\b", text, re.IGNORECASE) for words in KINDS.values())
