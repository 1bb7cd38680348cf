"""The helplines know their age, and a broken list never hides the page."""

from datetime import date
from pathlib import Path

import pytest

from attachcalm.support import helplines
from attachcalm.support.helplines import Directory

TODAY = date(2026, 11, 24)


def test_every_place_has_an_emergency_number_and_a_line(resources: Path) -> None:
    """What ships is whole, and says when it was checked."""
    directory = helplines.load(resources / "support" / "helplines.json")

    assert directory.checked_on is not None
    assert len(directory.places) >= 6
    for place in directory.places:
        assert place.emergency
        assert all(line.number and line.how and line.name for line in place.lines)


@pytest.mark.parametrize(("age", "old"), [(179, False), (180, False), (181, True)])
def test_numbers_are_old_after_180_days(age: int, old: bool) -> None:
    """At the threshold, below it and above."""
    checked = date.fromordinal(TODAY.toordinal() - age)

    assert Directory((), checked).is_old(TODAY) is old


def test_numbers_without_a_date_are_old() -> None:
    """Nobody knows when they were checked."""
    assert Directory().is_old(TODAY)


@pytest.mark.parametrize("content", ["", "{", "[]", "7", '{"places": [{}], "checked_on": "x"}'])
def test_a_broken_list_is_an_empty_directory(tmp_path: Path, content: str) -> None:
    """The support page still opens, with the emergency sentence and the finder."""
    file = tmp_path / "helplines.json"
    file.write_text(content, encoding="utf-8")

    assert helplines.load(file) == Directory()
