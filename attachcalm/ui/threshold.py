"""What stands between a rating and the exercise: the rules of this moment, and people first."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from attachcalm.exercises.card import Version
from attachcalm.exercises.model import Exercise
from attachcalm.journal.mood import Mood
from attachcalm.support.gates import SUPPORT_FIRST, verdict
from attachcalm.support.own import Own
from attachcalm.ui.first_things import FirstThings
from attachcalm.ui.harder_minute import Find
from attachcalm.ui.scribe import Scribe


@dataclass(frozen=True, slots=True)
class Around:
    """What a sitting knows of the rest of the app."""

    find: Find
    own: Callable[[], Own]
    emergency: Callable[[], str]  # which number to call, in a sentence


class Threshold(QObject):
    """Writes the rating, and speaks up only where a rule applies."""

    play_wanted = Signal(object)  # the Version that was chosen
    instead_wanted = Signal(object, object)  # the milder Exercise, and the Mood or None
    health_wanted = Signal()
    left = Signal()

    def __init__(self, view: FirstThings, scribe: Scribe, around: Around) -> None:
        super().__init__(view)
        self._view = view
        self._scribe = scribe
        self._around = around
        self._chosen: tuple[Version, Mood | None] | None = None
        self._instead: Exercise | None = None  # what is begun in place of the chosen one
        view.go_on_wanted.connect(self._go_on)
        view.closed.connect(self._not_now)
        view.health_wanted.connect(self._look_at_answers)

    def holds(
        self, exercise: Exercise, version: Version, before: Mood | None, *, unsafe: bool
    ) -> bool:
        """Write the rating; whether something is to be read before the exercise.

        `unsafe`: the person said "I might not be safe".
        """
        self._scribe.begin(exercise, version, before)
        mood, own = before or Mood(), self._around.own()
        told = verdict(exercise.card, own.health, own.unlocked, mood.distress, mood.energy)
        self._chosen = version, before
        self._instead = None if told.allowed else self._around.find(told.instead)
        title = self._instead.title if self._instead else exercise.title
        if unsafe or (mood.distress is not None and mood.distress >= SUPPORT_FIRST):
            self._view.show_support_first(title, self._around.emergency())
            return True
        if self._instead is not None:
            self._view.show_instead(told.reason, title, passes=told.passes)
            return True
        return False

    def _go_on(self) -> None:
        """To the exercise that was chosen, or to the milder one in its place."""
        if self._chosen is None:
            return
        (version, before), self._chosen = self._chosen, None
        if self._instead is None:
            self.play_wanted.emit(version)
        else:
            self._scribe.leave()
            self.instead_wanted.emit(self._instead, before)

    def _look_at_answers(self) -> None:
        self._close()
        self.health_wanted.emit()

    def _not_now(self) -> None:
        self._close()
        self.left.emit()

    def _close(self) -> None:
        if self._chosen is not None:
            self._chosen = None
            self._scribe.leave()
