"""What is done behind the window, after its first picture, so that nothing waits for it later."""

from PySide6.QtCore import QObject, Signal

from attachcalm.ui.background import Background
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.means import Means
from attachcalm.ui.pages import Pages


class WarmUp(QObject):
    """Opens the journal, reads content that the cache did not know, imports the drawing library."""

    done = Signal()
    journal_opened = Signal(object)  # None, or the sentence why nothing can be kept

    def __init__(
        self,
        means: Means,
        library: LibraryKeeper,
        background: Background,
        pages: Pages,
    ) -> None:
        super().__init__(background)
        self._means = means
        self._library = library
        self._background = background
        self._pages = pages

    def begin(self) -> None:
        """Give the jobs to the worker, the most urgent first."""
        self._background.run(self._means.open_journal, self._journal_opened)

    def _journal_opened(self, note: object) -> None:
        """Whoever waited for the journal asks the worker before the drawing library does."""
        self.journal_opened.emit(note)
        if not self._library.library.is_complete:
            self._background.run(self._library.load, self._library.take)
        self._background.run(self._warm_charts, self._charts_warmed)

    def _warm_charts(self) -> None:
        """Never while the pacer moves: importing the drawing library makes it stumble."""
        if not self._pages.is_playing:
            self._means.warm_charts()

    def _charts_warmed(self, _: object) -> None:
        """Nothing waits for it; had it failed, the first chart says so."""
        self.done.emit()
