"""Moves a session with the clock: the only timer of the player."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from attachcalm.player.session import Events, Session

FRAME_MS = 33
CALM_FRAME_MS = 250  # with reduced motion


class Driver(QObject):
    """Ticks a session and tells what happened.

    The timer is armed for the next event when that comes before the next frame, so that a word or
    a stroke is never later than the machine itself is.  It stands still while the session does.
    """

    happened = Signal(object)  # the session's events, a tuple that is never empty
    frame_changed = Signal(object)  # the Frame of this moment

    def __init__(self, session: Session, reduced_motion: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._frame_ms = CALM_FRAME_MS if reduced_motion else FRAME_MS
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Draw four pictures a second instead of thirty."""
        self._frame_ms = CALM_FRAME_MS if reduced else FRAME_MS

    def start(self) -> None:
        """Begin the session."""
        self._tell(self.session.start())

    def tick(self) -> None:
        """Let what is due by the clock happen; the timer's own call."""
        self._tell(self.session.tick())

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        self._tell(self.session.resume() or self.session.pause())

    def pause(self) -> None:
        """Pause, if it is running."""
        self._tell(self.session.pause())

    def forward(self) -> None:
        """Go to the next step."""
        self._tell(self.session.forward())

    def back(self) -> None:
        """Go to the beginning of this step, or of the one before."""
        self._tell(self.session.back())

    def repeat(self) -> None:
        """Say the line again."""
        self._tell(self.session.repeat())

    def answer(self, value: str | int | None) -> None:
        """Answer the open question; None skips it."""
        self._tell(self.session.answer(value))

    def set_pace(self, pace: float) -> None:
        """Make the silences longer or shorter from here on."""
        self._tell(self.session.set_pace(pace))

    def stop(self) -> None:
        """End the session here."""
        self._tell(self.session.stop())

    def _tell(self, events: Events) -> None:
        due = self.session.due_in()
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, min(due, self._frame_ms)))
        if events:
            self.happened.emit(events)
        self.frame_changed.emit(self.session.frame())
