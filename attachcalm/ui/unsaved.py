"""What the disk refused: told in the notice, tried again, and not lost by closing the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from attachcalm.ui.notice import Notice
from attachcalm.ui.pages import Pages

if TYPE_CHECKING:
    from attachcalm.ui.stage import Stage


class Writer(Protocol):
    """Whoever keeps what the disk refused, and writes it with the next try."""

    @property
    def has_unsaved(self) -> bool:
        """Whether something waits."""
        ...

    def save_again(self) -> None:
        """Try once more.  Raises NotSavedError."""


class Unsaved(QObject):
    """Speaks of facts that wait for the disk; `stage` is only asked for after a sitting."""

    def __init__(self, notice: Notice, pages: Pages, stage: "Callable[[], Stage]") -> None:
        super().__init__(notice)
        self._notice = notice
        self._pages = pages
        self._stage = stage
        self._others: list[Writer] = []
        self._begun: list[Callable[[], None]] = []
        self._told_at_close = False
        self._has_told = False
        notice.again_wanted.connect(self.save_again)

    def mind(self, writer: Writer) -> None:
        """Mind what this one keeps too."""
        if writer not in self._others:
            self._others.append(writer)

    def at_close(self, keep: Callable[[], None]) -> None:
        """Have this called first when the window closes: what was begun is written then."""
        self._begun.append(keep)

    def tell(self, sentence: str) -> None:
        """Say that something could not be saved, with a button to try again."""
        self._has_told = True
        self._notice.tell(sentence, can_try_again=True)

    def save_again(self) -> None:
        """Try to write all that waits."""
        from attachcalm.journal.book import NotSavedError

        refused = ""
        for writer in self._writers():
            try:
                writer.save_again()
            except NotSavedError as error:
                refused = str(error)
        if refused:
            self.tell(refused)
        else:
            self._notice.tell(self.tr("Everything is saved now."))

    def lets_close(self) -> bool:
        """Whether the window may close: the first time not, while something is on no disk."""
        for keep in self._begun:
            keep()
        if not self._waits():
            return True
        self.save_again()
        lets, self._told_at_close = self._told_at_close, True
        return lets or not self._waits()

    def _waits(self) -> bool:
        return any(writer.has_unsaved for writer in self._writers())

    def _writers(self) -> list[Writer]:
        has_practised = self._pages.was_practice_made or self._has_told
        return [*self._others, *([self._stage().practice] if has_practised else [])]
