"""The person's scores: read behind the window, written before anything else is shown."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from attachcalm.diary import Diary
from attachcalm.journal.book import Journal, NotSavedError
from attachcalm.journal.page import OTHER_MEASURE, Page, Score, kept, taken_out
from attachcalm.measures.shelf import Shelf
from attachcalm.ui.background import Background


class ScoreKeeper(QObject):
    """Holds the measures and the scores; what was written here holds over what was read."""

    changed = Signal()
    failed = Signal()  # the journal could not be read
    not_saved = Signal(str)

    def __init__(
        self,
        diary: Diary,
        journal: Journal,
        load: Callable[[], Shelf],
        background: Background,
    ) -> None:
        super().__init__()
        self.diary = diary
        self.shelf = Shelf()
        self._journal = journal
        self._load = load
        self._background = background
        self._read: tuple[Score, ...] = ()
        self._written: list[Page] = []

    def read(self) -> None:
        """Read measures and scores, in the worker."""
        journal, load = self._journal, self._load

        def job() -> tuple[Shelf, tuple[Score, ...]]:
            scores = tuple(page for page in journal.pages() if isinstance(page, Score))
            return load(), scores

        self._background.run(job, self._take)

    def scores(self) -> tuple[Score, ...]:
        """All of them, the oldest first."""
        pages = kept((*self._read, *self._written))
        return tuple(page for page in pages if isinstance(page, Score))

    def of(self, measure_id: str) -> tuple[Score, ...]:
        """Those of one measure, the oldest first."""
        return tuple(score for score in self.scores() if score.measure == measure_id)

    def rest(self, shown: Collection[str]) -> tuple[Score, ...]:
        """Those of measures that have no card: another one, or one that is not offered now."""
        return tuple(score for score in self.scores() if score.measure not in shown)

    def before(self, score: Score) -> Score | None:
        """The one before it that has a number, None if there is none."""
        earlier = [
            other
            for other in self.of(score.measure)
            if other.values and other.id != score.id and other.at.at < score.at.at
        ]
        if score.measure == OTHER_MEASURE:
            earlier = [other for other in earlier if other.title == score.title]
        return earlier[-1] if earlier else None

    def keep(self, score: Page) -> None:
        """Write it; if the disk refuses, it is said, and tried again later."""
        written = self.diary.later(score)
        self._written.append(written)
        try:
            self.diary.keep(written)
        except NotSavedError as error:
            self.not_saved.emit(str(error))
        self.changed.emit()

    def take_out(self, score: Score) -> None:
        """Delete it; `keep` puts it back."""
        self.keep(taken_out(score, score.changed))

    def _take(self, result: object) -> None:
        if isinstance(result, tuple):
            self.shelf, self._read = result
            self.changed.emit()
        else:
            self.failed.emit()
