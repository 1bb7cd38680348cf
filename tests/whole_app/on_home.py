"""What a person sees and presses on Home, for the stories about suggestions."""

from collections.abc import Sequence

from attachcalm.store.late import LateJournal
from attachcalm.ui.main_window import MainWindow
from attachcalm.ui.suggestion_row import SuggestionRow
from tests.whole_app.conftest import Laptop


def rows(window: MainWindow) -> list[SuggestionRow]:
    """The suggestions that are seen."""
    return [row for row in window.home.findChildren(SuggestionRow) if row.isVisible()]


def suggested(laptop: Laptop, window: MainWindow) -> Sequence[str]:
    """The exercises that Home suggests now, once the worker has said so."""
    laptop.bot.waitUntil(lambda: bool(rows(window)), timeout=20_000)
    return [row.objectName().removeprefix("suggestion_") for row in rows(window)]


def say(laptop: Laptop, window: MainWindow, name: str) -> Sequence[str]:
    """Press this on Home, and wait for what is suggested then."""
    laptop.settle()
    laptop.click(name)
    laptop.settle()
    return suggested(laptop, window)


def people_stand_first(window: MainWindow) -> bool:
    """Whether Support stands above the exercises."""
    return window.home.people is not None and window.home.people.isVisible()


def remarks(laptop: Laptop) -> list[tuple[str, str, str]]:
    """What the file says was remarked."""
    told = LateJournal(laptop.paths.database).remarks()
    return [(remark.kind.value, remark.value, remark.exercise_id) for remark in told]


def practise(laptop: Laptop, window: MainWindow, before: int, after: int) -> None:
    """The slow breath, rated twice, and back to Home with what is suggested then."""
    laptop.click("nav_exercises")
    laptop.click("start_long-out")
    laptop.click(f"before_rating_distress_{before}")
    laptop.click("before_rating_done")
    laptop.click("player_stop")
    laptop.click(f"after_rating_distress_{after}")
    laptop.click("after_rating_done")
    laptop.click("after_ways_close" if after > before else "after_done")
    laptop.settle()
