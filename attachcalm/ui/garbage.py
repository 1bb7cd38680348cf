"""Python's search for garbage, done by the window's thread only, and in quiet moments.

Left to itself, Python searches in whichever thread happens to make an object: the worker would then
take apart what belongs to the window, which Qt forbids, and a search in the middle of a breath
holds up the pacer for as long as four pictures.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 5_000
MANY = 50_000  # new objects after which a search is worth its time
TOO_MANY = 1_000_000  # and after which it cannot wait for the end of an exercise


class Garbage(QObject):
    """Searches now and then, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wait = False
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_MS)

    def wait(self, playing: bool) -> None:
        """Hold back while something moves on the screen."""
        self._wait = playing

    def look(self) -> None:
        """Search if enough has come together."""
        if gc.get_count()[0] > (TOO_MANY if self._wait else MANY):
            gc.collect()

    @staticmethod
    def spare_what_stays(_: object = None) -> None:
        """Never again look through what is here now: libraries that stay until the end.

        What little of it is garbage already is kept; to search for it would hold up the window.
        """
        gc.freeze()
