"""A measure from Trends to the disk and back, and Support when an answer asks for it."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from attachcalm.app import Env, build
from attachcalm.journal.page import Score
from attachcalm.store.late import LateJournal
from attachcalm.ui.dates import day_words
from attachcalm.ui.main_window import MainWindow
from tests.whole_app.conftest import Laptop


def open_measures(laptop: Laptop) -> None:
    """By the button on Trends."""
    page = laptop.windows[-1].pages.measures()
    laptop.click("nav_trends")
    with laptop.bot.waitSignal(page.keeper.changed, timeout=20_000):
        laptop.click("trends_measures")
    laptop.bot.waitUntil(lambda: page.form.isVisible() or page.list.cards["gad-7"].isVisible())


def focus(laptop: Laptop) -> QWidget:
    """Where the keyboard is."""
    found = laptop.app.focusWidget()
    assert found is not None
    return found


def scores(laptop: Laptop) -> list[Score]:
    """What the file says, read by a journal of its own."""
    pages = LateJournal(laptop.paths.database).pages()
    return [page for page in pages if isinstance(page, Score)]


def assigned(laptop: Laptop) -> MainWindow:
    """Open the window of somebody whose therapist turned the PHQ-9 on."""
    env = Env(
        laptop.paths, laptop.content, laptop.clock, laptop.wall, uuid.uuid4,
        lambda: laptop.sound, laptop.open_journal,
        assigned_measures=lambda: frozenset({"phq-9"}),
    )  # fmt: skip
    window = build(env, laptop.app)
    laptop.windows.append(window)
    window.show()
    with laptop.bot.waitSignal(window.journal_ready, timeout=20_000):
        window.warm_up.begin()
    return window


def test_the_who_5_by_keys_and_what_changed_a_fortnight_later(laptop: Laptop) -> None:
    """Filled in, kept, closed, opened again: the number, its band, and the change with its day."""
    window = laptop.open()
    laptop.take_keyboard()
    open_measures(laptop)
    laptop.click("measure_who-5_fill")
    for key in "32312":
        QTest.keyClicks(focus(laptop), key)
        QTest.keyClick(focus(laptop), Qt.Key.Key_Return)

    (first,) = scores(laptop)
    assert first.answers == (3, 2, 3, 1, 2)
    assert laptop.find("result_score_0", QLabel).text() == "44 of 100"
    laptop.click("result_done")
    laptop.click("measures_back")
    assert window.pages.here == "trends"
    window.close()

    laptop.wall.advance(days=14)
    laptop.open()
    open_measures(laptop)
    laptop.click("measure_who-5_fill")
    for item, value in enumerate((3, 3, 3, 2, 3), 1):
        laptop.click(f"measure_item_{item}_{value}")
        laptop.click("measure_next")

    told = laptop.find("result_change_0", QLabel).text()
    assert laptop.find("result_score_0", QLabel).text() == "56 of 100"
    assert f"12 higher than on {day_words(first.at.day)}, when it was 44." in told
    assert "A change of 10 or more" in told
    assert len(scores(laptop)) == 2


def test_item_9_leads_to_support_with_the_answer_on_disk_and_back_to_where_it_was(
    laptop: Laptop,
) -> None:
    """People and numbers first; the questionnaire waits."""
    window = assigned(laptop)
    open_measures(laptop)
    laptop.click("measure_phq-9_fill")
    for item in range(1, 9):
        laptop.click(f"measure_item_{item}_0")
        laptop.click("measure_next")
    laptop.click("measure_item_9_1")

    assert laptop.find("support", QWidget).isVisible()
    assert scores(laptop)[0].answers == (0,) * 8 + (1,)
    laptop.click("support_back")
    assert window.pages.here == "measures"
    laptop.click("measure_next")

    assert laptop.find("result_score_0", QLabel).text() == "1 of 27"
    assert len(scores(laptop)) == 1


def test_a_deleted_score_is_back_after_a_restart_only_if_it_was_put_back(laptop: Laptop) -> None:
    """The file says what the person last said."""
    window = laptop.open()
    open_measures(laptop)
    laptop.click("measure_gad-7_fill")
    for item in range(1, 8):
        laptop.click(f"measure_item_{item}_1")
        laptop.click("measure_next")
    laptop.click("result_past")
    laptop.click("past_0_delete")
    assert scores(laptop) == []
    laptop.click("past_undo")
    assert [score.values for score in scores(laptop)] == [(("Total", 7.0),)]
    laptop.click("past_0_delete")
    window.close()

    laptop.open()
    open_measures(laptop)
    assert not laptop.windows[-1].pages.measures().list.cards["gad-7"].past_button.isVisible()


def test_what_was_begun_waits_while_one_looks_elsewhere(laptop: Laptop) -> None:
    """Home and back: the same question, the same answers."""
    laptop.open()
    open_measures(laptop)
    laptop.click("measure_gad-7_fill")
    laptop.click("measure_item_1_2")
    laptop.click("measure_next")
    laptop.click("nav_home")
    open_measures(laptop)

    assert laptop.find("measure_item_2", QWidget).isVisible()
    assert laptop.windows[-1].pages.measures().form.answers[0] == 2


def test_answers_are_kept_when_the_window_closes_over_a_measure(laptop: Laptop) -> None:
    """A battery that runs low at the third question: the answers are there, and no number."""
    window = laptop.open()
    laptop.take_keyboard()
    open_measures(laptop)
    laptop.click("measure_gad-7_fill")
    for key in "30":
        QTest.keyClicks(focus(laptop), key)
        QTest.keyClick(focus(laptop), Qt.Key.Key_Return)

    window.close()

    (score,) = scores(laptop)
    assert score.answers == (3, 0, None, None, None, None, None)
    assert score.values == ()


def test_a_measure_that_was_only_opened_leaves_nothing(laptop: Laptop) -> None:
    """No answer, nothing kept."""
    window = laptop.open()
    open_measures(laptop)
    laptop.click("measure_gad-7_fill")

    window.close()

    assert scores(laptop) == []
