"""Where the person came from, page by page, so that Back leads there."""

from collections.abc import Callable

from attachcalm.ui.pages import Pages


class Trail:
    """`go` shows a page."""

    def __init__(self, pages: Pages, go: Callable[[str], None]) -> None:
        self._pages = pages
        self._go = go
        self._came_from: dict[str, str] = {}

    def open(self, place: str) -> None:
        """Show this page, and remember from where."""
        if self._pages.here != place:
            self._came_from[place] = self._pages.here
        self._go(place)

    def leave(self) -> None:
        """Back from the page that is shown."""
        self._go(self.origin_of(self._pages.here))

    def origin_of(self, place: str) -> str:
        """From where this page was opened."""
        return self._came_from.get(place, "home")

    def go_on(self, place: str) -> None:
        """Show a page in place of the one that is shown: Back leads to where that one's would."""
        origin = self.origin_of(self._pages.here)
        if origin != place:
            self._came_from[place] = origin
        self._go(place)
