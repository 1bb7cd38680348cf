"""The weekly look-back: a quiet offer, three questions, and what the ratings say."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from attachcalm.insight.weekly import week_of
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Fact
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import LookBack, Page
from attachcalm.store.late import LateJournal
from attachcalm.ui.look_back_offer import LookBackOffer
from attachcalm.ui.look_back_row import LookBackRow
from attachcalm.ui.main_window import MainWindow
from tests.fakes.facts import FIRST, ended, looked_back, rated, started
from tests.whole_app.conftest import Laptop

DAY = timedelta(days=1)


def practised(laptop: Laptop, *days_ago: int, before: int = 6, after: int | None = None) -> None:
    """Sittings so many days ago, rated before, and after where it is said."""
    facts: list[Fact] = []
    for days in days_ago:
        when = Moment(FIRST - days * DAY, 0)
        begun = started(when=when, before=Mood(before))
        facts += [begun, ended(begun, when)]
        if after is not None:
            facts.append(rated(begun, Mood(after), when))
    LateJournal(laptop.paths.database).add(facts)


def offers(window: MainWindow) -> list[LookBackOffer]:
    """The offer on Home, if it is seen."""
    return [offer for offer in window.findChildren(LookBackOffer) if offer.isVisible()]


def is_offered(laptop: Laptop, window: MainWindow) -> bool:
    """Whether Home offers it, once the worker has looked."""
    laptop.settle()
    return bool(offers(window))


def on_disk(laptop: Laptop) -> list[LookBack]:
    """What the file says."""
    pages = LateJournal(laptop.paths.database).pages()
    return [page for page in pages if isinstance(page, LookBack)]


def rows(window: MainWindow) -> list[LookBackRow]:
    """The look-backs that are listed."""
    return [row for row in window.findChildren(LookBackRow) if row.isVisible()]


def answer(laptop: Laptop, key: str, text: str) -> None:
    """Write this as the answer."""
    laptop.find(f"look_back_{key}", QPlainTextEdit).setPlainText(text)


def press_on(window: MainWindow, name: str) -> None:
    """Press the button whose accessible name begins so."""
    found = [b for b in window.findChildren(QPushButton) if b.accessibleName().startswith(name)]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


# ---------------------------------------------------------------- the offer
@pytest.mark.parametrize(("days", "offered"), [((0, 1), False), ((0, 1, 2), True)])
def test_it_is_offered_from_three_rated_days_on(
    laptop: Laptop, days: tuple[int, ...], offered: bool
) -> None:
    """Behind the window, after it was painted."""
    practised(laptop, *days)

    window = laptop.open()

    assert is_offered(laptop, window) is offered


def test_not_now_keeps_it_away_for_a_week(laptop: Laptop) -> None:
    """Also when the app is opened again; the keyboard is not lost."""
    practised(laptop, *range(-7, 4))
    window = laptop.open()
    laptop.take_keyboard()
    assert is_offered(laptop, window)

    laptop.click("look_back_later")

    assert offers(window) == []
    assert laptop.find("home_check_in", QPushButton).hasFocus()
    window.close()
    laptop.wall.advance(days=6)
    window = laptop.open()
    assert not is_offered(laptop, window)
    laptop.wall.advance(days=1)
    window.go("help")
    window.go("home")
    assert is_offered(laptop, window)


# ---------------------------------------------------------------- the page
def test_three_questions_are_answered_kept_and_not_offered_again(laptop: Laptop) -> None:
    """One asks for a reliable or kind moment; all of it is on disk at once."""
    practised(laptop, 0, 1, 2)
    window = laptop.open()
    assert is_offered(laptop, window)
    laptop.click("look_back_go")
    answer(laptop, "stood_out", "Snow")
    answer(laptop, "kind_moment", "She waited for me.")
    laptop.click("look_back_security_0")

    laptop.click("look_back_save")

    (page,) = on_disk(laptop)
    assert page.answers == (("stood_out", "Snow"), ("kind_moment", "She waited for me."))
    assert (page.mood, page.week) == (Mood(security=0), week_of(laptop.wall().date()))
    assert "Kept" in laptop.find("look_back_bar_sentence", QLabel).text()
    laptop.bot.waitUntil(lambda: len(rows(window)) == 1, timeout=20_000)
    told = [label.text() for label in rows(window)[0].findChildren(QLabel)]
    assert "Was there a reliable or kind moment with somebody, however small?" in told
    assert "She waited for me." in told
    laptop.click("look_back_back")
    assert window.pages.here == "home"
    assert not is_offered(laptop, window)


def test_a_week_that_was_looked_back_on_is_shown_and_changed_in_place(laptop: Laptop) -> None:
    """Opened again, it is the same page."""
    window = laptop.open()
    window.diary_way.look_back()
    answer(laptop, "stood_out", "Snow")
    laptop.click("look_back_save")
    laptop.click("look_back_back")
    window.diary_way.look_back()
    form = window.pages.look_back().form
    laptop.bot.waitUntil(lambda: form.fields["stood_out"].words() == "Snow", timeout=20_000)

    answer(laptop, "next_week", "Less")
    laptop.click("look_back_save")

    (page,) = on_disk(laptop)
    assert page.answers == (("stood_out", "Snow"), ("next_week", "Less"))


def test_an_earlier_one_is_changed_and_what_other_questions_asked_stays(laptop: Laptop) -> None:
    """An answer of another time is not lost by changing the rest."""
    earlier = looked_back((("stood_out", "Rain"), ("old", "Kept")), Moment(FIRST - 20 * DAY, 0))
    LateJournal(laptop.paths.database).keep((earlier,))
    window = laptop.open()
    window.diary_way.look_back()
    laptop.bot.waitUntil(lambda: len(rows(window)) == 1, timeout=20_000)
    press_on(window, "Change the look-back")

    answer(laptop, "stood_out", "Sun")
    laptop.click("look_back_save")

    (page,) = on_disk(laptop)
    assert (page.id, page.week, page.at) == (earlier.id, earlier.week, earlier.at)
    assert page.answers == (("stood_out", "Sun"), ("old", "Kept"))
    assert window.pages.look_back().form.week == week_of(laptop.wall().date())


def test_one_is_deleted_and_had_back(laptop: Laptop) -> None:
    """Until the next thing is done."""
    LateJournal(laptop.paths.database).keep((looked_back((("stood_out", "Rain"),)),))
    window = laptop.open()
    window.diary_way.look_back()
    laptop.bot.waitUntil(lambda: len(rows(window)) == 1, timeout=20_000)

    press_on(window, "Delete the look-back")
    laptop.bot.waitUntil(lambda: not rows(window), timeout=20_000)
    assert on_disk(laptop) == []
    laptop.click("look_back_bar_undo")

    laptop.bot.waitUntil(lambda: len(rows(window)) == 1, timeout=20_000)
    assert [page.answers for page in on_disk(laptop)] == [(("stood_out", "Rain"),)]


def test_an_empty_one_is_not_kept_and_what_is_begun_stays(laptop: Laptop) -> None:
    """Leaving by Esc asks nothing."""
    window = laptop.open()
    laptop.take_keyboard()
    window.diary_way.look_back()
    laptop.click("look_back_save")
    assert "That is fine" in laptop.find("look_back_hint", QLabel).text()
    answer(laptop, "next_week", "half a")

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.pages.here == "home"
    window.diary_way.look_back()
    laptop.settle()

    assert window.pages.look_back().form.fields["next_week"].words() == "half a"
    assert on_disk(laptop) == []


# ---------------------------------------------------------------- what the ratings say
def test_what_helped_and_how_long_a_harder_week_took_are_said(laptop: Laptop) -> None:
    """From the person's own record, with enough data."""
    practised(laptop, *range(21, 42), before=4, after=2)
    practised(laptop, *range(14, 21), before=8, after=5)
    practised(laptop, *range(7, 14), before=4, after=2)
    window = laptop.open()

    window.diary_way.look_back()
    laptop.settle()

    assert (
        "usually lower after Longer out than in" in laptop.find("look_back_helped", QLabel).text()
    )
    assert "the week after" in laptop.find("look_back_recovered", QLabel).text()


def test_with_little_data_nothing_is_said(laptop: Laptop) -> None:
    """Not even that it is little: there is no pass mark."""
    practised(laptop, 0, 1, 2, before=8, after=1)
    window = laptop.open()

    window.diary_way.look_back()
    laptop.settle()

    assert not window.pages.look_back().record.isVisible()


class Full(LateJournal):
    """A journal without room for pages, for as long as it is full."""

    full = True

    def keep(self, pages: Sequence[Page]) -> None:
        """Have no room, or keep them."""
        if Full.full:
            raise NotSavedError("The disk is full. Make some room on it, then try again.")
        super().keep(pages)


def test_a_full_disk_is_told_and_try_again_writes_it(laptop: Laptop) -> None:
    """It is listed meanwhile."""
    laptop.open_journal = Full
    window = laptop.open()
    window.diary_way.look_back()
    answer(laptop, "kind_moment", "He called.")
    try:
        laptop.click("look_back_save")
        assert "disk is full" in laptop.find("notice_text", QLabel).text()
        laptop.bot.waitUntil(lambda: len(rows(window)) == 1, timeout=20_000)
        assert on_disk(laptop) == []
        Full.full = False

        laptop.click("notice_again")

        assert [page.answers for page in on_disk(laptop)] == [(("kind_moment", "He called."),)]
    finally:
        Full.full = True
