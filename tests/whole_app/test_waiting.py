"""What waits and why, wherever it is met; and what is told before the first imagined exercise."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from attachcalm.journal.mood import Mood
from attachcalm.support import own as own_file
from attachcalm.support.flags import Flag, Health
from attachcalm.ui.main_window import MainWindow
from tests.whole_app.conftest import Laptop


def know(laptop: Laptop, window: MainWindow, *yes: Flag, told: bool = True) -> None:
    """Somebody who answered, these with yes, and was told of side effects or not."""
    today = laptop.wall().date()
    told_on = today if told else None
    health = Health(frozenset(yes), today)
    window.own.change(own_file.Own(health=health, told_of_side_effects=told_on))


def open_again(window: MainWindow, exercise: str) -> None:
    """Come to it by a way on which it is not hidden, as by "Again" on Home."""
    window.ways_in.open_exercise(window.library.library.card(exercise))


# ---------------------------------------------------------------- what waits
def test_begun_before_it_waits_now_and_nothing_of_it_is_written(laptop: Laptop) -> None:
    """By "Again" one meets the reason and what fits, and no Begin."""
    window = laptop.open()
    know(laptop, window, Flag.BREATH)

    open_again(window, "cyclic-sigh")

    assert "soft breathing" in laptop.find("before_waits_sentence", QLabel).text()
    assert not window.pages.practice().before.rating.isVisible()
    laptop.click("before_instead")
    assert "Slow out-breath" in laptop.find("before_title", QLabel).text()
    assert laptop.entries() == ()
    laptop.click("before_rating_done")
    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.timeline.exercise_id == "long-out"


def test_answers_lead_back_to_the_exercise_which_then_can_be_begun(laptop: Laptop) -> None:
    """Eight noes, Done, and one is where one was, with the rating."""
    window = laptop.open()
    open_again(window, "cyclic-sigh")

    laptop.click("before_answers")
    for flag in Flag:
        laptop.click(f"health_{flag.value}_no")
    laptop.click("health_done")

    assert window.pages.here == "practice"
    laptop.click("before_rating_done")
    assert window.pages.practice().driver is not None


@pytest.mark.parametrize(("place", "button"), [
    ("exercises", "not_offered_answers"), ("settings", "settings_health"),
])  # fmt: skip
def test_from_the_questions_one_comes_back_to_where_one_was(
    laptop: Laptop, place: str, button: str
) -> None:
    """The list and the settings alike."""
    window = laptop.open()
    window.go(place)

    laptop.click(button)
    assert window.pages.here == "health"
    laptop.click("health_back")

    assert window.pages.here == place


def test_an_answer_is_on_disk_before_anything_else_happens(laptop: Laptop) -> None:
    """One yes, and the laptop dies: the yes is there."""
    laptop.open()
    laptop.click("nav_settings")
    laptop.click("settings_health")

    laptop.click("health_breath_yes")

    assert own_file.load(laptop.paths.own).health.flags == {Flag.BREATH}


def test_an_answer_changes_the_list_at_once(laptop: Laptop) -> None:
    """What waited can be begun, and what could be begun waits."""
    window = laptop.open()
    laptop.click("nav_exercises")
    assert window.pages.exercises().findChild(QWidget, "start_cyclic-sigh") is None

    know(laptop, window)
    assert laptop.find("start_cyclic-sigh", QWidget).isEnabled()
    know(laptop, window, Flag.SUBSTANCES)

    assert window.pages.exercises().findChild(QWidget, "start_long-out") is None
    assert "grounding" in laptop.find("reason_long-out", QLabel).text()


@pytest.mark.parametrize(
    ("distress", "stands_between", "may_begin"),
    [(6, False, True), (7, True, True), (8, True, False)],
)
def test_at_7_a_stronger_one_can_be_begun_once_the_reason_was_read(
    laptop: Laptop, distress: int, stands_between: bool, may_begin: bool
) -> None:
    """The rating is on disk first, and the sitting is one; at 8 only what is milder is there."""
    window = laptop.open()
    know(laptop, window)
    laptop.click("nav_exercises")
    laptop.click("start_calm-place")
    laptop.click(f"before_rating_distress_{distress}")
    laptop.click("before_rating_done")

    assert (window.pages.practice().driver is None) is stands_between
    if stands_between:
        assert window.pages.practice().first.all_the_same.isVisible() is may_begin
        assert laptop.entries()[0].before == Mood(distress=distress)
    if stands_between and may_begin:
        laptop.click("first_things_all_the_same")
        driver = window.pages.practice().driver
        assert driver is not None
        assert driver.session.timeline.exercise_id == "calm-place"
        assert len(laptop.entries()) == 1


# ---------------------------------------------------------------- side effects
def test_side_effects_are_told_once_before_the_first_imagined_exercise(laptop: Laptop) -> None:
    """The figures, one button, the day on disk; the next time the rating comes at once."""
    window = laptop.open()
    know(laptop, window, told=False)
    laptop.click("nav_exercises")
    laptop.click("start_calm-place")

    assert "32 %" in laptop.find("side_effects_fact_0", QLabel).text()
    assert not window.pages.practice().before.rating.isVisible()
    laptop.click("side_effects_read")

    told = own_file.load(laptop.paths.own)
    assert told.told_of_side_effects == laptop.wall().date()
    assert told.health.is_known, "what was known besides stays"
    laptop.click("before_rating_done")
    assert window.pages.practice().driver is not None
    laptop.click("player_stop")
    laptop.click("after_rating_done")
    laptop.click("after_done")
    laptop.click("nav_exercises")
    laptop.click("start_safe-person")
    assert laptop.find("before_rating", QWidget).isVisible()


def test_help_in_a_hard_moment_is_told_nothing_first(laptop: Laptop) -> None:
    """Grounding and breath begin at once, whatever was read."""
    window = laptop.open()

    laptop.click("ground_me_now")

    assert window.pages.practice().driver is not None
