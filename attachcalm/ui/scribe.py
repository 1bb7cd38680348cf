"""Has the facts of the sitting on the screen written, and tells when the disk refuses."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from attachcalm.exercises.card import Version
from attachcalm.exercises.model import Exercise
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Mood
from attachcalm.journal.remark import RemarkKind
from attachcalm.player.session import Events, Session
from attachcalm.practice import Practice, Sitting


class Scribe(QObject):
    """One sitting at a time.  A refusal never stops the exercise: the fact waits and is told."""

    not_saved = Signal(str)  # the sentence for the person

    def __init__(self, practice: Practice, parent: QObject) -> None:
        super().__init__(parent)
        self._practice = practice
        self._sitting: Sitting | None = None

    @property
    def entry(self) -> Entry | None:
        """What is known of the sitting so far."""
        return self._sitting.entry if self._sitting else None

    def begin(self, exercise: Exercise, version: Version, before: Mood | None) -> None:
        """A sitting begins."""
        self._write(lambda: self._practice.begin(exercise, version, before))
        self._sitting = self._practice.latest

    def take_up(self, entry: Entry) -> None:
        """A sitting goes on that was interrupted."""
        self._sitting = self._practice.take_up(entry)

    def hear(self, session: Session, events: Events) -> None:
        """The session tells these events."""
        sitting = self._sitting
        if sitting is not None:
            self._write(lambda: self._practice.hear(sitting, session, events))

    def end(self, session: Session) -> None:
        """The session is over."""
        sitting = self._sitting
        if sitting is not None:
            self._write(lambda: self._practice.end(sitting, session))

    def leave(self) -> None:
        """The interrupted sitting is closed where it was."""
        sitting = self._sitting
        if sitting is not None:
            self._write(lambda: self._practice.leave(sitting))

    def rate_after(self, mood: Mood | None) -> None:
        """The person rated, or did not."""
        sitting = self._sitting
        if sitting is not None:
            self._write(lambda: self._practice.rate_after(sitting, mood))

    def remark(self, kind: RemarkKind, value: str, text: str = "") -> None:
        """Something is said of the sitting on the screen."""
        sitting = self._sitting
        self._write(lambda: self._practice.remark(kind, value, sitting=sitting, text=text))

    def _write(self, write: Callable[[], object]) -> None:
        try:
            write()
        except NotSavedError as error:
            self.not_saved.emit(str(error))
