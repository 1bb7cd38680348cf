"""Looking back: the chart, its words, its table and its periods, as one person sees them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

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
