"""What stands between a rating and the exercise: the rules of this moment, and people first."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from attachcalm.exercises.card import Version
from attachcalm.exercises.model import Exercise
from attachcalm.journal.entry import Entry
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


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is on disk and has not been begun, or not been gone on with."""

    version: Version
    before: Mood | None
    taken_up: Entry | None = None


class Threshold(QObject):
    """Writes the rating, and speaks up only where a rule applies."""

    play_wanted = Signal(object, object)  # the Version, and the Entry that is taken up or None
    instead_wanted = Signal(object, object)  # the milder Exercise, and the Mood or None
    health_wanted = Signal()
    left = Signal()

    def __init__(self, view: FirstThings, scribe: Scribe, around: Around) -> None:
        super().__init__(view)
        self._view = view
        self._scribe = scribe
        self._around = around
        self._chosen: _Chosen | None = None
        self._instead: Exercise | None = None  # what is begun in place of the chosen one
        self._waits = False  # whether a rule keeps the chosen one back
        view.go_on_wanted.connect(self._go_on)
        view.all_the_same_wanted.connect(self._begin_all_the_same)
        view.closed.connect(self._not_now)
        view.health_wanted.connect(self._look_at_answers)

    def holds(
        self, exercise: Exercise, version: Version, before: Mood | None, *, unsafe: bool
    ) -> bool:
        """Write the rating; whether something is to be read before the exercise.

        `unsafe`: the person said "I might not be safe".
        """
        self.close()
        self._scribe.begin(exercise, version, before)
        return self._judge(exercise, _Chosen(version, before), unsafe=unsafe)

    def holds_back(self, exercise: Exercise, version: Version, entry: Entry) -> bool:
        """The same for a sitting that is taken up: its rating is on disk, and holds still."""
        self.close()
        self._scribe.take_up(entry)
        return self._judge(exercise, _Chosen(version, entry.before, entry), unsafe=False)

    def close(self) -> None:
        """Close the sitting that was rated and not begun, if there is one: somebody went elsewhere.

        Left open, it would be offered again as if it had been under way.
        """
        if self._chosen is not None:
            self._chosen = None
            self._scribe.leave()

    def _judge(self, exercise: Exercise, chosen: "_Chosen", *, unsafe: bool) -> bool:
        mood, own = chosen.before or Mood(), self._around.own()
        told = verdict(exercise.card, own.health, own.unlocked, mood.distress, mood.energy)
        self._waits = not told.allowed
        self._instead = self._around.find(told.instead) if self._waits else None
        begins = self._instead if self._waits else exercise
        title = begins.title if begins else ""
        if unsafe or (mood.distress is not None and mood.distress >= SUPPORT_FIRST):
            self._view.show_support_first(title, self._around.emergency())
        elif self._waits:
            self._view.show_instead(
                told.reason, title, passes=told.passes, may_begin=told.may_begin
            )
        else:
            return False
        self._chosen = chosen
        return True

    def _go_on(self) -> None:
        """To the exercise that was chosen, or to the milder one in its place."""
        if self._chosen is None:
            return
        if not self._waits:
            self._begin_all_the_same()
        elif self._instead is not None:
            before = self._chosen.before
            self.close()
            self.instead_wanted.emit(self._instead, before)

    def _begin_all_the_same(self) -> None:
        """The reason was read, and the person begins it knowingly (a plain 7, see gates)."""
        if self._chosen is not None:
            chosen, self._chosen = self._chosen, None
            self.play_wanted.emit(chosen.version, chosen.taken_up)

    def _look_at_answers(self) -> None:
        self.close()
        self.health_wanted.emit()

    def _not_now(self) -> None:
        self.close()
        self.left.emit()
