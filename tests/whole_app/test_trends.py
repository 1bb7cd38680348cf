"""Looking back: the chart, its words, its table and its periods, as one person sees them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from attachcalm.ui.trend_figures import signed
from attachcalm.ui.trends_page import TrendsPage
from tests.whole_app.conftest import Laptop


def _trends(laptop: Laptop) -> TrendsPage:
    page = laptop.windows[-1].pages.page("trends")
    assert isinstance(page, TrendsPage)
    with laptop.bot.waitSignal(page.drawn, timeout=60_000):
        laptop.click("nav_trends")
    return page


def _practise(laptop: Laptop, before: int, after: int) -> None:
    laptop.click("nav_exercises")
    laptop.click("start_long-out")
    laptop.click(f"before_rating_distress_{before}")
    laptop.click("before_rating_done")
    laptop.pass_time(4_000)
    laptop.click("player_stop")
    laptop.click(f"after_rating_distress_{after}")
    laptop.click("after_rating_done")
    laptop.click("after_ways_close" if after > before else "after_done")


def test_without_a_rating_the_page_says_what_to_do(laptop: Laptop) -> None:
    """No empty axes: a sentence."""
    laptop.open()

    page = _trends(laptop)

    assert laptop.find("trends_empty", QWidget).isVisible()
    assert not page.chart_card.isVisible()


def test_each_time_is_a_mark_a_row_and_a_sentence(laptop: Laptop) -> None:
    """Chart, table and words say the same of two sittings, one of them harder afterwards."""
    laptop.open()
    _practise(laptop, 7, 4)
    laptop.wall.advance(days=1)
    _practise(laptop, 3, 5)

    page = _trends(laptop)

    assert len(page.chart_card.chart.marks) == 2
    assert "7 before, 4 after" in page.chart_card.chart.marks[0].sentence
    rows = [
        [
            page.chart_card.model.data(page.chart_card.model.index(row, column))
            for column in range(6)
        ]
        for row in range(page.chart_card.model.rowCount())
    ]
    assert [row[3:] for row in rows] == [["3", "5", "+2"], ["7", "4", "-3"]]
    assert "too early to tell" in laptop.find("trends_twin", QLabel).text().lower()


def test_the_keyboard_reads_mark_by_mark(laptop: Laptop) -> None:
    """Left goes to the latest, and the words of the mark stand below the chart."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)

    QTest.keyClick(page.chart_card.chart, Qt.Key.Key_Left)

    assert "7 before, 4 after" in laptop.find("trends_reading", QLabel).text()


def test_a_period_shows_its_own_days_only(laptop: Laptop) -> None:
    """A sitting of 60 days ago is in 90 days, not in 30."""
    laptop.open()
    _practise(laptop, 7, 4)
    laptop.wall.advance(days=60)
    _practise(laptop, 6, 5)
    page = _trends(laptop)
    assert len(page.chart_card.chart.marks) == 1

    with laptop.bot.waitSignal(page.drawn, timeout=60_000):
        laptop.click("period_1")

    assert len(page.chart_card.chart.marks) == 2


# ---------------------------------------------------------------- seven views
def _look(laptop: Laptop, page: TrendsPage, control: str) -> None:
    """Click something that has the chart drawn anew."""
    with laptop.bot.waitSignal(page.drawn, timeout=60_000):
        laptop.click(control)


def test_every_view_shows_the_same_records_its_own_way(laptop: Laptop) -> None:
    """A title, a sentence, a picture and a table for each."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)
    titles = {page.chart_card.title.text()}

    for name in ("exercises", "levels", "year", "day"):
        _look(laptop, page, f"view_{name}")
        titles.add(page.chart_card.title.text())
        assert page.chart_card.chart.marks
        assert page.chart_card.model.rowCount() >= 1
        assert page.chart_card.chart.accessibleName().startswith(page.chart_card.title.text())

    assert len(titles) == 5


def test_what_was_not_rated_says_so_instead_of_an_empty_chart(laptop: Laptop) -> None:
    """Felt security is not asked around breathing."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)

    _look(laptop, page, "view_security")

    assert page.empty_note.isVisible()
    assert not page.chart_card.isVisible()


def test_how_it_was_computed_is_one_click_away(laptop: Laptop) -> None:
    """And out of the way until then."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)
    assert not page.chart_card.how.isVisible()

    laptop.click("trends_how")

    assert "median" in laptop.find("trends_how_words", QLabel).text()


def test_going_earlier_and_back(laptop: Laptop) -> None:
    """Thirty days before, there is the sitting of forty days ago and no other."""
    laptop.open()
    _practise(laptop, 7, 4)
    laptop.wall.advance(days=40)
    _practise(laptop, 6, 5)
    page = _trends(laptop)
    assert not page.tools.later.isEnabled()

    _look(laptop, page, "trends_earlier")
    assert ["7 before" in mark.sentence for mark in page.chart_card.chart.marks] == [True]
    _look(laptop, page, "trends_later")

    assert ["6 before" in mark.sentence for mark in page.chart_card.chart.marks] == [True]
    assert not page.tools.later.isEnabled()


def test_narrowing_down_to_an_exercise_and_back(laptop: Laptop) -> None:
    """One of two exercises; closing the pickers shows everything again."""
    laptop.open()
    _practise(laptop, 7, 4)
    laptop.click("nav_exercises")
    laptop.click("start_orient-room")
    laptop.click("before_rating_distress_5")
    laptop.click("before_rating_done")
    laptop.pass_time(4_000)
    laptop.click("player_stop")
    laptop.click("after_rating_done")
    laptop.click("after_done")
    page = _trends(laptop)
    assert len(page.chart_card.chart.marks) == 2

    _look(laptop, page, "trends_narrow")
    with laptop.bot.waitSignal(page.drawn, timeout=60_000):
        page.tools.exercise.setCurrentIndex(1)
        page.tools.exercise.activated.emit(1)
    assert len(page.chart_card.chart.marks) == 1
    _look(laptop, page, "trends_narrow")

    assert len(page.chart_card.chart.marks) == 2


def test_what_is_looked_at_is_copied(laptop: Laptop) -> None:
    """The picture with its words, or the table as it stands."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)

    laptop.click("trends_copy")
    told = QGuiApplication.clipboard().mimeData()
    assert told.hasImage()
    assert "7 before, 4 after" in told.text()
    laptop.click("trends_as_table")
    laptop.click("trends_copy")

    told = QGuiApplication.clipboard().mimeData()
    assert not told.hasImage()
    assert told.text().splitlines()[1].endswith("\t7\t4\t-3")
    assert page.chart_card.reading.text()


@pytest.mark.parametrize(
    ("name", "begin"),
    [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.csv", b"Day,Time")],
)
def test_a_chart_is_saved_as_what_its_name_says(
    laptop: Laptop, tmp_path: Path, name: str, begin: bytes
) -> None:
    """A picture, a drawing, a page, or the table."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)

    page.chart_card.save_wanted.emit(tmp_path / name)

    laptop.bot.waitUntil(lambda: "Saved" in page.chart_card.reading.text(), timeout=60_000)
    assert (tmp_path / name).read_bytes().startswith(begin)


def test_a_folder_that_takes_nothing_is_said_and_nothing_is_lost(
    laptop: Laptop, tmp_path: Path
) -> None:
    """A sentence where the chart is, and no box in the way."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)

    page.chart_card.save_wanted.emit(tmp_path / "nowhere" / "a.png")

    laptop.bot.waitUntil(lambda: bool(page.chart_card.reading.text()), timeout=60_000)
    assert "Nothing was overwritten" in page.chart_card.reading.text()


def test_figures_of_one_time_are_said_in_the_singular(laptop: Laptop) -> None:
    """Once on 1 day; no number stands without its count."""
    laptop.open()
    _practise(laptop, 7, 4)
    _trends(laptop)

    note = laptop.find("figure_length_note", QLabel).text()
    assert note == "too early to tell: once on 1 day"
    assert laptop.find("figure_lower_number", QLabel).text() == "1 of 1"


def test_nothing_to_see_says_why_and_what_to_do(laptop: Laptop) -> None:
    """Each view in its own words, said once."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)

    _look(laptop, page, "view_security")
    assert page.empty_note.title.text() == "Felt security was not rated in the last 30 days."
    assert "check-in" in page.empty_note.sentence.text()
    assert not page.words_card.isVisible()
    _look(laptop, page, "trends_earlier")

    assert page.empty_note.sentence.text() == "Another period may have more."


@pytest.mark.parametrize(
    ("value", "words"),
    [(-3.75, "\N{MINUS SIGN}3.8"), (1.25, "+1.2"), (2, "+2"), (0, "0"), (-0.01, "0")],
)
def test_a_figure_is_rounded_as_in_the_words_below(value: float, words: str) -> None:
    """One decimal at most, with a true minus."""
    assert signed(value) == words
