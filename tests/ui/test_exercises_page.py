"""Browsing: filters, search, favourites, last used, and why a file is missing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from attachcalm.exercises import library
from attachcalm.exercises.card import Need
from attachcalm.exercises.library import Library
from attachcalm.ui.exercises_page import ExercisesPage
from attachcalm.ui.icons import Icons


@pytest.fixture(scope="module")
def shipped(resources: Path) -> Library:
    """The exercises that ship with the app."""
    return library.load([resources / "exercises"])


@pytest.fixture
def page(qtbot: QtBot, icons: Icons, shipped: Library) -> ExercisesPage:
    """The page with one favourite."""
    made = ExercisesPage(icons, shipped, ("calm-place",))
    qtbot.addWidget(made)
    made.show()
    return made


def _ids(page: ExercisesPage) -> set[str]:
    return {card.id for card in page.shown()}


def test_too_flat_shows_only_what_does_not_calm_further(page: ExercisesPage) -> None:
    """Somebody numb is not sent to relaxation."""
    page.show_need(Need.FLAT)

    assert _ids(page) == {"five-senses", "orient-room"}


def test_search_finds_by_title_summary_and_kind(page: ExercisesPage) -> None:
    """Words in any order, capitals or not."""
    page.search.setText("BREATH double")

    assert _ids(page) == {"cyclic-sigh"}


def test_filters_that_leave_nothing_say_so(page: ExercisesPage) -> None:
    """An empty list says what to do next."""
    page.search.setText("no such thing")

    told = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Nothing fits all of these. Try fewer filters." in told


def test_favourites_alone(page: ExercisesPage) -> None:
    """The star filters, and a star that is pressed counts at once."""
    page.only_favourites.setChecked(True)
    assert _ids(page) == {"calm-place"}

    page.only_favourites.setChecked(False)
    row = next(row for row in page.rows if row.card.id == "long-out")
    assert row.star is not None
    row.star.click()
    page.only_favourites.setChecked(True)

    assert _ids(page) == {"calm-place", "long-out"}


def test_the_last_used_stand_first(page: ExercisesPage) -> None:
    """The latest before the others."""
    page.set_last_used(("long-out", "five-senses"))

    assert [card.id for card in page.shown()][:2] == ["long-out", "five-senses"]


def test_a_bad_file_is_named_with_its_reason_and_costs_nothing_else(
    page: ExercisesPage, shipped: Library, tmp_path: Path, resources: Path
) -> None:
    """The card says which file, where in it, and what."""
    (tmp_path / "torn.yaml").write_text("title: [", encoding="utf-8")

    page.set_library(library.load([resources / "exercises", tmp_path]))

    assert len(page.shown()) == len(shipped.cards)
    told = [label.text() for label in page.problems_card.findChildren(QLabel)]
    assert any(text.startswith("torn.yaml, ") and "not YAML" in text for text in told)
    assert page.problems_card.isVisible()
