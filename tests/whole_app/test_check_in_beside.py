"""Words beside an exercise: a small way from the after page and back."""

from PySide6.QtWidgets import QLabel

from attachcalm.journal.mood import Mood
from tests.whole_app.conftest import Laptop
from tests.whole_app.test_check_ins import on_disk, press_on, write


def test_words_beside_an_exercise_and_back_to_where_one_was(laptop: Laptop) -> None:
    """No rating of its own; said twice, it is one page."""
    window = laptop.open()
    laptop.click("breathe_now")
    laptop.pass_time(4_000)
    laptop.click("player_stop")
    laptop.click("after_rating_distress_4")
    laptop.click("after_rating_done")

    laptop.click("after_more")
    assert not window.pages.check_in().ratings.isVisible()
    press_on(window, "work")
    laptop.click("check_in_save")

    assert window.pages.here == "practice"
    assert laptop.find("after_more_kept", QLabel).isVisible()
    laptop.click("after_more")
    write(laptop, "better")
    laptop.click("check_in_save")
    (page,) = on_disk(laptop)
    (entry,) = laptop.entries()
    assert (page.sitting, page.mood) == (entry.sitting, Mood())
    assert (page.tags, page.note) == (("work",), "better")
    laptop.click("after_done")
    assert window.pages.here == "home"
