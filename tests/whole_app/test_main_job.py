"""The main job, as a person does it: choose, rate, be guided, rate, see the change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from attachcalm.insight.series import Stick
from attachcalm.journal.entry import Ending
from attachcalm.journal.mood import Mood
from attachcalm.player.ports import Channel
from attachcalm.ui.trends_page import TrendsPage
from tests.whole_app.conftest import Laptop


def test_by_mouse_from_home_to_the_chart_and_still_there_after_reopening(laptop: Laptop) -> None:
    """Everything the person entered is on the chart, and there again the next day."""
    window = laptop.open()

    laptop.click("nav_exercises")
    laptop.click("start_long-out")
    laptop.click("before_rating_distress_7")
    laptop.click("before_rating_energy_2")
    laptop.click("before_rating_done")
    laptop.play_to_the_end()
    laptop.click("after_rating_distress_4")
    laptop.click("after_rating_done")

    (entry,) = laptop.entries()
    assert entry.before == Mood(distress=7, energy=2)
    assert entry.after == Mood(distress=4)
    assert entry.ended is not None
    assert entry.ended.ending is Ending.FINISHED
    assert "7 to 4" in laptop.find("after_sentence", QLabel).text()

    trends = window.pages.page("trends")
    assert isinstance(trends, TrendsPage)
    with laptop.bot.waitSignal(trends.drawn, timeout=60_000):
        laptop.click("after_trends")
    assert [mark.sitting for mark in trends.chart_card.chart.marks] == [str(entry.sitting)]

    window.close()
    laptop.open()
    (stick,) = laptop.series().sticks
    assert isinstance(stick, Stick)
    assert (stick.before, stick.after) == (7, 4)
    assert laptop.find("home_lately", QWidget).findChild(QWidget, "row_long-out") is not None


def _press(*keys: Qt.Key | str) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None, "the keyboard has nowhere to go"
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def test_by_keyboard_alone(laptop: Laptop) -> None:
    """No step of the main job needs a mouse, and the rating takes a handful of keys."""
    window = laptop.open()
    laptop.take_keyboard()

    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    laptop.find("start_long-out", QWidget).setFocus(Qt.FocusReason.TabFocusReason)
    _press(Qt.Key.Key_Space)
    _press("8", Qt.Key.Key_Return, "3", Qt.Key.Key_Return)
    page = window.pages.practice()
    assert page.driver is not None
    _press(Qt.Key.Key_Space)
    assert page.driver.session.phase.value == "paused"
    _press(Qt.Key.Key_Space)
    laptop.play_to_the_end(lambda: _press("soft", Qt.Key.Key_Return))
    _press("5", Qt.Key.Key_Return, Qt.Key.Key_Return)

    (entry,) = laptop.entries()
    assert entry.before == Mood(distress=8, energy=3)
    assert entry.after == Mood(distress=5)
    assert [answer.value for answer in entry.answers] == ["soft"]


@pytest.mark.parametrize("way", ["click", "key"])
def test_ground_me_now_begins_at_once_without_a_question(laptop: Laptop, way: str) -> None:
    """One click or Ctrl+G, from anywhere: the exercise is going on, and no rating was asked."""
    window = laptop.open()
    laptop.take_keyboard()

    if way == "click":
        laptop.click("ground_me_now")
    else:
        window.go("settings")
        QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)

    page = window.pages.practice()
    assert page.driver is not None
    assert page.driver.session.timeline.exercise_id == "orient-room"
    assert page.driver.session.timeline.total_ms <= 2.2 * 60_000
    assert not window.rail.isVisible()
    (entry,) = laptop.entries()
    assert entry.before is None


def test_skipped_ratings_stay_skipped_and_zero_stays_zero(laptop: Laptop) -> None:
    """0 is a rating; an empty line is no rating, and is never counted as 0."""
    laptop.open()
    laptop.click("nav_exercises")

    laptop.click("start_long-out")
    laptop.click("before_rating_distress_0")
    laptop.click("before_rating_done")
    laptop.click("player_stop")
    laptop.click("after_rating_done")

    (entry,) = laptop.entries()
    assert entry.before == Mood(distress=0)
    assert entry.after is None
    assert entry.rated is not None
    assert entry.ended is not None
    assert entry.ended.ending is Ending.STOPPED


def test_an_interrupted_sitting_is_offered_again_and_can_go_on(laptop: Laptop) -> None:
    """The laptop died in the middle: the next start offers to go on from the same step."""
    window = laptop.open()
    laptop.click("nav_exercises")
    laptop.click("start_five-senses")
    laptop.click("before_rating_distress_6")
    laptop.click("before_rating_done")
    laptop.pass_time(90_000)
    driver = window.pages.practice().driver
    assert driver is not None
    step = driver.session.span.step_id
    window.close()

    window = laptop.open()
    assert "Five senses" in laptop.find("home_interrupted_title", QLabel).text()
    laptop.click("interrupted_go_on")

    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.span.step_id == step
    laptop.play_to_the_end()
    laptop.click("after_rating_distress_3")
    laptop.click("after_rating_done")
    (entry,) = laptop.entries()
    assert (entry.before, entry.after) == (Mood(distress=6), Mood(distress=3))


def test_an_interrupted_sitting_can_be_left_and_is_not_offered_again(laptop: Laptop) -> None:
    """Leaving it closes it as what it is."""
    window = laptop.open()
    laptop.click("breathe_now")
    laptop.pass_time(10_000)
    window.close()

    laptop.open()
    laptop.click("interrupted_leave")

    (entry,) = laptop.entries()
    assert entry.ended is not None
    assert entry.ended.ending is Ending.LEFT
    assert not laptop.windows[-1].home.interrupted.isVisible()


def test_felt_security_is_asked_around_attachment_exercises_only(laptop: Laptop) -> None:
    """The third line is there for someone in your corner, and not for a breath."""
    window = laptop.open()
    before = window.pages.practice().before.rating

    laptop.click("nav_exercises")
    laptop.click("start_safe-person")
    laptop.click("side_effects_read")
    assert before.security.isVisible()
    laptop.click("before_back")
    laptop.click("nav_exercises")
    laptop.click("start_long-out")

    assert not before.security.isVisible()


def test_the_voice_speaks_what_the_caption_says(laptop: Laptop) -> None:
    """Words and clip come from the same span, so they cannot drift apart."""
    window = laptop.open()
    laptop.click("ground_me_now")
    driver = window.pages.practice().driver
    assert driver is not None

    span = driver.session.span
    assert span.clip is not None
    assert laptop.sound.sounding[Channel.VOICE] == span.clip.path
    assert laptop.find("player_caption", QLabel).text() == span.caption


def test_support_is_one_key_away_while_an_exercise_goes_on(laptop: Laptop) -> None:
    """F9 pauses and shows support; Back leads to the paused exercise."""
    window = laptop.open()
    laptop.take_keyboard()
    laptop.click("breathe_now")
    laptop.pass_time(4_000)

    QTest.keyClick(window, Qt.Key.Key_F9)
    assert laptop.find("support", QWidget).isVisible()
    assert not window.rail.isVisible(), "its places would do nothing while an exercise goes on"
    laptop.click("support_back")
    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.phase.value == "paused"
    laptop.click("player_support")

    assert laptop.find("support", QWidget).isVisible()


def test_what_is_typed_into_a_question_is_on_disk_before_the_next_screen(laptop: Laptop) -> None:
    """The answer is in the file while the exercise is still going on."""
    window = laptop.open()
    laptop.click("nav_exercises")
    laptop.click("start_calm-place")
    laptop.click("side_effects_read")
    laptop.click("before_rating_done")
    page = window.pages.practice()
    while page.driver is not None and not page.driver.session.span.is_open:
        laptop.pass_time(1_000)

    QTest.keyClicks(laptop.find("question_text", QLineEdit), "shore")
    laptop.click("question_done")

    assert page.driver is not None
    assert [answer.value for answer in laptop.entries()[0].answers] == ["shore"]


def test_a_harder_time_is_met_with_choices_and_nothing_starts_by_itself(laptop: Laptop) -> None:
    """From 4 to 9: the page names it, and offers the room and support as choices."""
    window = laptop.open()
    laptop.click("nav_exercises")
    laptop.click("start_long-out")
    laptop.click("before_rating_distress_4")
    laptop.click("before_rating_done")
    laptop.click("player_stop")
    laptop.click("after_rating_distress_9")
    laptop.click("after_rating_done")

    assert window.pages.practice().driver is None
    assert laptop.find("after_people_support", QWidget).isVisible()
    laptop.click("after_ways_steady")

    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.timeline.exercise_id == "orient-room"


def test_an_interrupted_sitting_can_be_rated_and_closed(laptop: Laptop) -> None:
    """Not going on is an answer too: the rating afterwards is asked, and it is closed."""
    window = laptop.open()
    laptop.click("nav_exercises")
    laptop.click("start_long-out")
    laptop.click("before_rating_distress_6")
    laptop.click("before_rating_done")
    laptop.pass_time(20_000)
    window.close()

    laptop.open()
    laptop.click("interrupted_rate")
    laptop.click("after_rating_distress_5")
    laptop.click("after_rating_done")

    (entry,) = laptop.entries()
    assert entry.after == Mood(distress=5)
    assert entry.ended is not None
    assert entry.ended.ending is Ending.LEFT


def test_help_in_a_hard_moment_waits_for_nothing_on_a_very_first_start(laptop: Laptop) -> None:
    """No cache, no journal, nothing warmed up yet: one click and the exercise goes on."""
    window = laptop.open(warm=False)
    assert not window.library.library.is_complete

    laptop.click("ground_me_now")

    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.timeline.exercise_id == "orient-room"
    assert len(laptop.entries()) == 1
