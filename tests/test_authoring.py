"""The page for authors is true: its example is clean, and its messages are what is printed."""

import re
from pathlib import Path

import pytest

from attachcalm.cli import run
from tests.fakes.clean_exercise import run_check

PAGE = (Path(__file__).parents[1] / "docs" / "authoring.md").read_text(encoding="utf-8")
EXAMPLE, BREATH = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
MESSAGES = [
    text.splitlines() for text in re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    if text.startswith("warm-cup")
]  # fmt: skip
CHANGES = (
    ("group: grounding", "gruop: grounding"),
    ("say: Take the cup in one hand or in both.", "say: Just take the cup in both hands."),
    ("say: Take the cup in one hand or in both.", "say: Appreciate the temperature."),
    ("minutes: 2", "minutes: 5"),
)
Captured = pytest.CaptureFixture[str]


def checked(text: str, folder: Path, capsys: Captured) -> list[str]:
    """What the page's own command prints of this text, the file named as on the page."""
    file = folder / "exercises" / "warm-cup.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    run_check(folder)
    return capsys.readouterr().out.replace(str(file), file.name).splitlines()


def test_the_example_is_clean(tmp_path: Path, capsys: Captured) -> None:
    """Whoever copies it begins without a finding."""
    assert checked(EXAMPLE, tmp_path, capsys) == ["No faults found."]


@pytest.mark.parametrize("number", range(len(CHANGES)))
def test_each_mistake_is_told_as_the_page_says(
    number: int, tmp_path: Path, capsys: Captured
) -> None:
    """Word for word."""
    old, new = CHANGES[number]
    assert old in EXAMPLE
    assert new.partition(": ")[2] in PAGE

    lines = checked(EXAMPLE.replace(old, new), tmp_path, capsys)

    assert len(MESSAGES) == len(CHANGES)
    assert lines[:-1] == MESSAGES[number]


def test_the_breath_of_the_page_fits_into_the_example(tmp_path: Path, capsys: Captured) -> None:
    """Only the length is another then."""
    text = EXAMPLE.replace("  - id: return\n", f"{BREATH}  - id: return\n")

    lines = checked(text, tmp_path, capsys)

    assert all("advice: the version full takes 2." in line for line in lines[:-1])


def test_the_example_can_be_practised(tmp_path: Path, capsys: Captured) -> None:
    """By the command on the page."""
    checked(EXAMPLE, tmp_path, capsys)
    line = next(line for line in PAGE.splitlines() if line.startswith("attachcalm practise"))

    assert run(["--data-dir", str(tmp_path), *line.split()[1:]]) == 0


def test_the_folder_is_named_where_there_is_none(tmp_path: Path, capsys: Captured) -> None:
    """The first command of the page."""
    assert run(["--data-dir", str(tmp_path), "check"]) == 1

    told = capsys.readouterr().err.strip().replace(str(tmp_path / "exercises"), "FOLDER")
    assert told in PAGE
