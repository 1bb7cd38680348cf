"""Leads through what follows "too much": the page, and the minute that plays on it."""

from PySide6.QtCore import QObject

from attachcalm.journal.remark import RemarkKind
from attachcalm.settings import Settings
from attachcalm.support.gates import LOOK_ROUND
from attachcalm.ui.harder_minute import Find, HarderMinute
from attachcalm.ui.harder_view import HarderView
from attachcalm.ui.scribe import Scribe
from attachcalm.ui.stage import Stage


class HarderFlow(QObject):
    """The minute is offered, never needed: without its exercise the four ways come at once."""

    def __init__(self, view: HarderView, scribe: Scribe, stage: Stage, find: Find) -> None:
        super().__init__(view)
        self._view = view
        self._scribe = scribe
        self._find = find
        self.minute = HarderMinute(stage, self)
        self.minute.caption_changed.connect(view.show_caption)
        self.minute.left_changed.connect(view.show_left)
        self.minute.over.connect(self._show_ways)
        view.skipped.connect(self.skip)
        view.note_written.connect(self._keep_note)

    def keep(self) -> None:
        """Write that it was too much."""
        self._scribe.remark(RemarkKind.HARDER, "too_much")

    def begin(self, settings: Settings) -> None:
        """Begin the minute, on the page that is shown by now."""
        exercise = self._find(LOOK_ROUND)
        self._view.begin(exercise is not None)
        if exercise is not None:
            self.minute.begin(exercise, settings)

    def skip(self) -> None:
        """End the minute here, if it is going on."""
        self.minute.stop()

    def leave(self) -> None:
        """Fall silent, and keep what was written, whichever way the person goes."""
        self.skip()
        self._view.keep_note()

    def _keep_note(self, text: str) -> None:
        self._scribe.remark(RemarkKind.HARDER, "note", text)

    def _show_ways(self) -> None:
        self._view.show_ways()
