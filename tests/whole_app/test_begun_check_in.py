"""Closing the window over a check-in that was begun."""

from datetime import time
from uuid import uuid4

from attachcalm.journal.page import LookBack
from attachcalm.store.late import LateJournal
from attachcalm.ui.check_in_page import Of
from tests.whole_app.conftest import Laptop
from tests.whole_app.test_check_ins import Disk, full_disk, on_disk, write

__all__ = ["full_disk"]  # a fixture


def test_what_was_begun_is_kept_when_the_window_closes(laptop: Laptop) -> None:
    """A battery that runs low, a window closed by mistake: the words are there the next day."""
    window = laptop.open()
    laptop.click("home_check_in")
    write(laptop, "half a thought")

    window.close()

    assert [page.note for page in on_disk(laptop)] == ["half a thought"]


def test_nothing_begun_is_nothing_kept(laptop: Laptop) -> None:
    """A page that was only looked at leaves no check-in behind."""
    window = laptop.open()
    laptop.click("home_check_in")

    window.close()

    assert on_disk(laptop) == []


def test_what_was_begun_on_a_full_disk_is_said_before_the_window_goes(
    laptop: Laptop, full_disk: None
) -> None:
    """The first try to close says so; with room again, the second keeps it."""
    window = laptop.open()
    laptop.click("home_check_in")
    write(laptop, "half a thought")

    window.close()
    assert window.isVisible()
    Disk.full = False
    window.close()

    assert not window.isVisible()
    assert [page.note for page in on_disk(laptop)] == ["half a thought"]


def test_a_time_that_has_not_come_is_no_reason_to_lose_the_words(laptop: Laptop) -> None:
    """The window closes over a check-in of later today: it is kept as one of now."""
    window = laptop.open()
    laptop.click("home_check_in")
    write(laptop, "half a thought")
    page = window.pages.check_in()
    page.when.which.setCurrentIndex(1)
    page.when.time.set_time(time(23, 59))

    window.close()

    assert [page.note for page in on_disk(laptop)] == ["half a thought"]


def test_all_that_was_begun_is_kept_not_only_what_was_begun_last(laptop: Laptop) -> None:
    """Words beside an exercise wait in the page while a check-in is begun."""
    window = laptop.open()
    page = window.pages.check_in()
    sitting = uuid4()
    page.open(Of(sitting))
    page.note.setPlainText("of the exercise")
    page.open(Of())
    page.note.setPlainText("of now")

    window.close()

    kept = {page.note: page.sitting for page in on_disk(laptop)}
    assert kept == {"of the exercise": sitting, "of now": None}


def test_a_look_back_that_was_begun_is_kept_when_the_window_closes(laptop: Laptop) -> None:
    """Like a check-in; the next day it is there to be changed."""
    window = laptop.open()
    window.diary_way.look_back()
    window.pages.look_back().form.fields["stood_out"].setPlainText("a walk")

    window.close()

    (page,) = (page for page in LateJournal(laptop.paths.database).pages())
    assert isinstance(page, LookBack)
    assert page.answers == (("stood_out", "a walk"),)
