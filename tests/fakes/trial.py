"""Trials of sounds that end when the test says so."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from attachcalm.sound.own_sounds import Fault


class FakeTrial(QObject):
    """One trial, which has begun or not."""

    ended = Signal(object)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.path = path
        self.has_begun = False

    def begin(self) -> None:
        self.has_begun = True


class Trials:
    """Hands out trials, and keeps the last of them in the hand."""

    def __init__(self) -> None:
        self.made: list[FakeTrial] = []
        self.can_try = True

    def __call__(self, path: Path, parent: QObject) -> FakeTrial:
        if not self.can_try:
            raise ImportError
        self.made.append(FakeTrial(path, parent))
        return self.made[-1]

    def end(self, fault: Fault | None = None) -> None:
        """Let the last one end like this."""
        assert self.made[-1].has_begun
        self.made[-1].ended.emit(fault)
