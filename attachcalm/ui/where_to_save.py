"""Asks for the file that a picture, a page or a table is saved as."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class WhereToSave(QFileDialog):
    """`kinds` are the words of each kind of file and its ending; the first is offered.

    The ending follows the kind that is picked, so what is asked about overwriting is true.  The
    dialog is Qt's own: those of the system remember the file among the recent ones.
    """

    def __init__(self, parent: QWidget, title: str, name: str, kinds: Mapping[str, str]) -> None:
        super().__init__(parent, title, str(Path.home()))
        self._kinds = kinds
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(kinds))
        self.selectFile(name)
        self._follow(next(iter(kinds)))
        self.filterSelected.connect(self._follow)

    def ask(self) -> Path | None:
        """The file; None if the person would rather not."""
        chosen = self.path if self.exec() else None
        self.deleteLater()
        return chosen

    @property
    def path(self) -> Path:
        """The file that is named now."""
        return Path(self.selectedFiles()[0])

    def _follow(self, kind: str) -> None:
        self.setDefaultSuffix(self._kinds[kind])
