"""What the documents say is there, is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HAZARDS = 22  # rows of the log that there were: one is added, never quietly taken out


def rows() -> dict[str, list[str]]:
    """The hazard log: the number of each hazard, and the cells of its row."""
    lines = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8").splitlines()
    cells = [line.strip().strip("|").split(" | ") for line in lines if line.startswith("| H")]
    return {row[0].strip(): [cell.strip() for cell in row] for row in cells}


def named_tests() -> list[str]:
    """Every test that the safety page names."""
    page = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"`(tests/[\w./]*)`", page)))


@pytest.mark.parametrize("path", named_tests())
def test_a_test_that_the_safety_page_names_is_there(path: str) -> None:
    """A control that is said to be shown by a test that is gone is shown by nothing."""
    assert (ROOT / path).exists()


def test_every_hazard_is_whole() -> None:
    """A number, what it is, how bad, why, what is done, and a test or that there is none."""
    found = rows()

    assert list(found) == [f"H{number}" for number in range(1, len(found) + 1)]
    assert len(found) >= HAZARDS
    for number, cells in found.items():
        assert len(cells) == 6, number
        assert cells[2] in {"1", "2", "3"}, number
        assert "tests/" in cells[5] or cells[5].startswith("no test:"), number
