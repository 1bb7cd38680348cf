"""What a person sees and presses in Learn."""

from attachcalm.ui.leaflet_page import LeafletPage
from attachcalm.ui.main_window import MainWindow
from tests.whole_app.conftest import Laptop


def listed(laptop: Laptop, window: MainWindow) -> list[str]:
    """The pages that Learn lists, once the worker has read them."""
    window.go("learn")
    page = window.pages.learn()
    laptop.bot.waitUntil(lambda: page.is_filled, timeout=20_000)
    return [row.leaflet.id for row in page.rows]


def opened(laptop: Laptop, window: MainWindow, leaflet_id: str = "four-patterns") -> LeafletPage:
    """This page, read from the list."""
    assert leaflet_id in listed(laptop, window)
    laptop.click(f"read_{leaflet_id}")
    return window.pages.leaflet()


def show(laptop: Laptop, window: MainWindow, place: str) -> None:
    """Go to this place, wherever it is; Learn with its list, and one of its pages."""
    match place:
        case "support":
            window.show_support()
        case "learn":
            listed(laptop, window)
        case "leaflet":
            opened(laptop, window)
        case _:
            window.go(place)
