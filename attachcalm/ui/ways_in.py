"""The ways into a sitting: chosen, at once in a hard moment, or taken up where it broke off."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from attachcalm.exercises.card import Card
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.means import Means

if TYPE_CHECKING:  # what the first picture does not need
    from attachcalm.exercises.model import Exercise
    from attachcalm.journal.entry import Entry
    from attachcalm.journal.remark import RemarkKind
    from attachcalm.ui.practice_page import PracticePage

GROUNDING = ("orient-room", "short")
BREATHING = ("long-out", "short")
IN_CORNER = ("safe-person", "minute")


class WaysIn(QObject):
    """Finds the exercise and hands it to the practice page, which is made when first wanted."""

    entered = Signal()  # the practice page is to be shown
    nothing_found = Signal()  # what was wanted at once is not in the library
    closed = Signal()  # an interrupted sitting was closed without a page
    remarked = Signal()
    not_saved = Signal(str)

    def __init__(
        self,
        library: LibraryKeeper,
        means: Means,
        page: "Callable[[], PracticePage]",
    ) -> None:
        super().__init__(library)
        self._library = library
        self._means = means
        self._page = page

    def open_exercise(self, card: Card, version_id: str = "") -> None:
        """Show what there is to know and to rate before this exercise, in this version."""
        exercise = self._library.find(card.id)
        if exercise is not None:
            self.entered.emit()
            version = exercise.card.version_or(version_id, exercise.card.versions[0])
            self._page().open(exercise, version)

    def open_minute_in_corner(self) -> None:
        """Show what comes before a minute with someone in one's corner."""
        exercise_id, version_id = IN_CORNER
        exercise = self._library.find(exercise_id)
        if exercise is None:
            self.closed.emit()
            return
        self.open_exercise(exercise.card, version_id)

    def ground_me_now(self) -> None:
        """Two minutes of grounding, at once."""
        self._start_at_once(*GROUNDING)

    def breathe_now(self) -> None:
        """Two minutes with the pacer, at once."""
        self._start_at_once(*BREATHING)

    def take_up(self) -> None:
        """Go on with the interrupted sitting."""
        interrupted = self._interrupted()
        if interrupted is not None:
            self.entered.emit()
            self._page().take_up(*interrupted)

    def rate_and_close(self) -> None:
        """Rate the interrupted sitting and close it."""
        interrupted = self._interrupted()
        if interrupted is not None:
            self.entered.emit()
            self._page().rate_and_close(*interrupted)

    def note_side_effect(self, text: str) -> None:
        """Keep that something unpleasant stayed, whichever exercise it came with."""
        from attachcalm.journal.remark import RemarkKind

        self.remark(RemarkKind.SIDE_EFFECT, "", "", text)

    def remark(self, kind: "RemarkKind", value: str, exercise_id: str, text: str = "") -> None:
        """Keep what was said of an exercise from outside of a sitting."""
        from attachcalm.journal.book import NotSavedError

        try:
            self._means.stage().practice.remark(kind, value, exercise_id=exercise_id, text=text)
        except NotSavedError as error:
            self.not_saved.emit(str(error))
        self.remarked.emit()

    def leave(self) -> None:
        """Close the interrupted sitting as it is."""
        from attachcalm.journal.book import NotSavedError

        practice = self._means.stage().practice
        entry = self._means.journal.open_entry()
        if entry is not None:
            try:
                practice.leave(practice.take_up(entry))
            except NotSavedError as error:
                self.not_saved.emit(str(error))
        self.closed.emit()

    def _start_at_once(self, exercise_id: str, version_id: str) -> None:
        exercise = self._library.find(exercise_id)
        if exercise is None:
            self.nothing_found.emit()
            return
        page = self._page()
        page.stop_quietly()
        self.entered.emit()
        version = exercise.card.version_or(version_id, exercise.card.shortest)
        page.start(exercise, version, None)

    def _interrupted(self) -> "tuple[Exercise, Entry] | None":
        """The sitting that broke off; one whose exercise is gone is left at that."""
        entry = self._means.journal.open_entry()
        exercise = self._library.find(entry.started.exercise_id) if entry else None
        if entry is None or exercise is None:
            self.leave()
            return None
        return exercise, entry
