"""Browsing: filters, favourites, what waits and why, and why a file is missing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from attachcalm.exercises import library
from attachcalm.exercises.card import Need, Trait
from attachcalm.exercises.library import Library
from attachcalm.support.flags import Flag, Health
from attachcalm.support.gates import THERAPIST
from attachcalm.support.own import Own
from attachcalm.ui.exercises_page import ExercisesPage
from attachcalm.ui.icons import Icons

EIGHT_NOES = Own(health=Health(asked_on=date(2026, 3, 2)))


@pytest.fixture(scope="module")
def shipped(resources: Path) -> Library:
    """The exercises that ship with the app."""
    return library.load([resources / "exercises"])


@pytest.fixture
def page(qtbot: QtBot, icons: Icons, shipped: Library) -> ExercisesPage:
    """The page with one favourite."""
    made = ExercisesPage(icons, shipped, ("calm-place",), EIGHT_NOES)
    qtbot.addWidget(made)
    made.show()
    return made


def _ids(page: ExercisesPage) -> set[str]:
    return {card.id for card in page.shown()}


def _waiting(page: ExercisesPage) -> set[str]:
    return {row.card.id for row in page.not_offered.rows if row.isVisible()}


def _yes(*flags: Flag) -> Own:
    return replace(EIGHT_NOES, health=replace(EIGHT_NOES.health, flags=frozenset(flags)))


def test_too_flat_shows_only_what_does_not_calm_further(page: ExercisesPage) -> None:
    """Somebody numb is not sent to relaxation."""
    page.show_need(Need.FLAT)

    relaxing = {card.id for card in page.shown() if Trait.RELAXES in card.traits}
    assert {"five-senses", "orient-room", "wake-up"} <= _ids(page)
    assert relaxing == set()


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

    assert _ids(page) | _waiting(page) == {card.id for card in shipped.cards}
    told = [label.text() for label in page.problems_card.findChildren(QLabel)]
    assert any(text.startswith("torn.yaml, ") and "not YAML" in text for text in told)
    assert page.problems_card.isVisible()


# ---------------------------------------------------------------- what waits
def test_with_eight_noes_only_what_a_therapist_opens_waits(
    page: ExercisesPage, shipped: Library
) -> None:
    """And once that is opened too, there is no list of what waits either."""
    opened = frozenset(card.id for card in shipped.cards if card.gate == THERAPIST)
    assert _waiting(page) == opened

    page.set_own(replace(EIGHT_NOES, unlocked=opened))

    assert len(page.shown()) == len(shipped.cards)
    assert not page.not_offered.isVisible()


def test_what_is_not_offered_stands_at_the_end_with_its_reason_and_no_start(
    page: ExercisesPage,
) -> None:
    """A yes to the question of breath: the big breath waits, and says why."""
    page.set_own(_yes(Flag.BREATH))

    waiting = _waiting(page)
    assert "cyclic-sigh" in waiting
    assert "cyclic-sigh" not in _ids(page)
    assert page.findChild(QPushButton, "start_cyclic-sigh") is None
    row = next(row for row in page.not_offered.rows if row.card.id == "cyclic-sigh")
    assert "soft breathing" in row.reason.text()
    assert page.not_offered.y() > page.list_card.y()
    assert f"{len(waiting)} not offered now" in page.sentence.text()


def test_nothing_is_ever_silently_gone(page: ExercisesPage, shipped: Library) -> None:
    """Whatever was answered, each exercise is either offered or waits with a reason."""
    for own in (Own(), *(_yes(flag) for flag in Flag), _yes(*Flag)):
        page.set_own(own)

        assert _ids(page) | _waiting(page) == {card.id for card in shipped.cards}
        assert not _ids(page) & _waiting(page)
        assert all(row.reason.text().endswith(".") for row in page.not_offered.rows)


def test_what_fits_instead_and_the_answers_are_one_click_away(
    page: ExercisesPage, qtbot: QtBot
) -> None:
    """The page says which, and who listens opens it."""
    page.set_own(Own())
    (row, *_) = [row for row in page.not_offered.rows if row.card.id == "cyclic-sigh"]
    assert row.instead is not None

    with qtbot.waitSignal(page.instead_wanted) as told:
        row.instead.click()
    assert told.args == ["long-out"]
    with qtbot.waitSignal(page.health_wanted):
        page.not_offered.answers.click()


def test_filters_speak_of_what_waits_too(page: ExercisesPage) -> None:
    """A search that finds only what waits shows it, and not "nothing fits"."""
    page.set_own(Own())

    page.search.setText("double")

    assert _ids(page) == set()
    assert _waiting(page) == {"cyclic-sigh"}
    assert not page.list_card.isVisible()
    page.search.setText("no such thing")
    assert not page.not_offered.isVisible()
    assert page.list_card.isVisible()


def test_another_answer_is_heard_at_once(page: ExercisesPage) -> None:
    """And what has nothing to do with the answers leaves the list as it is."""
    page.set_own(Own())
    assert "cyclic-sigh" in _waiting(page)
    rows = page.rows

    page.set_own(Own(country="NZ"))
    assert page.rows is rows
    page.set_own(EIGHT_NOES)

    assert "cyclic-sigh" in _ids(page)
