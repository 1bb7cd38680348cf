"""One worker for everything that would make the window stand still."""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

_log = logging.getLogger(__name__)

SOON_S = 0.001
"""How long the worker may keep the interpreter while the window waits for it; Python's own 5 ms,
a few times in a row, are a picture of the pacer that comes late."""

Job = Callable[[], object]
Told = Callable[[object], None]


class _Report(QObject):
    """Carries a result from the worker to the window's thread."""

    ready = Signal(object)


class _Task(QRunnable):
    def __init__(self, job: Job, report: _Report) -> None:
        super().__init__()
        self._job = job
        self._report = report

    def run(self) -> None:
        try:
            result = self._job()
        except Exception as error:  # noqa: BLE001 - told to whoever asked, never lost
            _log.warning("A background job failed: %s", type(error).__name__)
            result = error
        self._report.ready.emit(result)


class Background(QObject):
    """Runs jobs one after the other in a single thread of its own.

    A job must touch nothing of the window.  Its result, or the exception that it raised, is
    given to `told` in the window's thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        sys.setswitchinterval(SOON_S)
        self._reports: set[_Report] = set()

    def run(self, job: Job, told: Told) -> None:
        """Run the job soon; `told` gets its result."""
        report = _Report()
        report.ready.connect(told)
        report.ready.connect(self._forget)
        self._reports.add(report)
        self._pool.start(_Task(job, report))

    def finish(self) -> None:
        """Wait for what is running; what has not begun is dropped."""
        self._pool.clear()
        self._pool.waitForDone()

    def _forget(self) -> None:
        report = self.sender()
        if isinstance(report, _Report):
            self._reports.discard(report)
