"""A field for some lines of the person's own; Tab leaves it."""

from PySide6.QtWidgets import QPlainTextEdit

from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import Look

HEIGHT = 96  # px at 100 %


class NoteField(QPlainTextEdit):
    """As high as four lines, and scrolling from there; `says` is its accessible name."""

    def __init__(self, name: str, says: str, keeper: LookKeeper, height: int = HEIGHT) -> None:
        super().__init__()
        self._height = height
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setTabChangesFocus(True)
        self._size(keeper.look)
        keeper.changed.connect(self._size)

    def words(self) -> str:
        """What is written, without space around it."""
        return self.toPlainText().strip()

    def _size(self, look: Look) -> None:
        self.setFixedHeight(look.px(self._height))
