"""Leads through what follows an exercise: the rating, what it says, and people where it is high."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from attachcalm.insight.harder import BY_RULE, is_harder
from attachcalm.journal.mood import Mood
from attachcalm.journal.remark import RemarkKind
from attachcalm.support.gates import SUPPORT_FIRST
from attachcalm.ui.after_panel import AfterPanel
from attachcalm.ui.scribe import Scribe


class AfterFlow(QObject):
    """Writes first, then shows.  `emergency` says which number to call."""

    saved = Signal(object)  # the Entry, complete
    support_wanted = Signal()

    def __init__(self, view: AfterPanel, scribe: Scribe, emergency: Callable[[], str]) -> None:
        super().__init__(view)
        self._view = view
        self._scribe = scribe
        self._emergency = emergency
        view.rated.connect(self._rate)
        view.rating.unsafe_said.connect(self._say_unsafe)
        view.support_wanted.connect(self.support_wanted)
        view.side_effects.noted.connect(self.note_side_effect)

    def note_side_effect(self, text: str) -> None:
        """Write that something unpleasant stayed, in the person's own words."""
        self._scribe.remark(RemarkKind.SIDE_EFFECT, "", text)

    def _rate(self, mood: Mood | None) -> None:
        distress = mood.distress if mood else None
        self._keep(mood, people_first=distress is not None and distress >= SUPPORT_FIRST)

    def _say_unsafe(self, mood: Mood | None) -> None:
        """Keep what was rated, if anything was; without it the rating can still be given later."""
        if mood is not None:
            self._keep(mood, people_first=True)
        self.support_wanted.emit()

    def _keep(self, mood: Mood | None, *, people_first: bool) -> None:
        self._scribe.rate_after(mood)
        entry = self._scribe.entry
        if entry is None:
            return
        if is_harder(entry):
            self._scribe.remark(RemarkKind.HARDER, BY_RULE)
        self._view.show_entry(entry, self._emergency() if people_first else "")
        self.saved.emit(entry)
