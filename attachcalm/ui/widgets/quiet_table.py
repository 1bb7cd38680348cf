"""A table of numbers to read: rows to select and copy, nothing to edit."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from attachcalm.ui import tokens
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import Look


class QuietTable(QTableView):
    """Shows `model` with a header above, none at the side; `says` is its accessible name.

    The columns share the width, each as wide as its content at least.
    """

    def __init__(self, name: str, says: str, model: QAbstractItemModel, keeper: LookKeeper) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._space(keeper.look)
        model.modelReset.connect(self._fit)
        keeper.changed.connect(self._space)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll sideways where the columns have no room, instead of cutting the last one off."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        needed = sum(
            max(self.sizeHintForColumn(at), header.sectionSizeHint(at))
            for at in range(header.count())
        )
        header.setStretchLastSection(needed <= self.viewport().width())

    def _space(self, look: Look) -> None:
        self.verticalHeader().setDefaultSectionSize(look.px(tokens.TARGET_SMALL))
