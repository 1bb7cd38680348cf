"""Closing the window over a check-in that was begun."""

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
