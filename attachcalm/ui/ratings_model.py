"""The ratings of a period as a table: rows are made when they are looked at, however many."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from attachcalm.insight.series import Stick

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class RatingsModel(QAbstractTableModel):
    """One row for each time, the latest first; a rating that was skipped is an empty cell."""

    def __init__(self) -> None:
        super().__init__()
        self._sticks: tuple[Stick, ...] = ()
        self._heads = (
            self.tr("Day"), self.tr("Time"), self.tr("Exercise"), self.tr("Before"),
            self.tr("After"), self.tr("Change"),
        )  # fmt: skip

    def show_sticks(self, sticks: tuple[Stick, ...]) -> None:
        """Show these, given oldest first."""
        self.beginResetModel()
        self._sticks = sticks
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """How many times there are."""
        return 0 if parent.isValid() else len(self._sticks)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """Day, time, exercise, before, after, change."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The words above a column."""
        across = orientation == Qt.Orientation.Horizontal
        return self._heads[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words in a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return cells_of(self._sticks[-1 - index.row()])[index.column()]


def cells_of(stick: Stick) -> tuple[str, ...]:
    """One time as it stands in the table."""
    change = stick.change
    return (
        stick.day.isoformat(),
        stick.at.strftime("%H:%M"),
        stick.exercise_title,
        "" if stick.before is None else str(stick.before),
        "" if stick.after is None else str(stick.after),
        "" if change is None else f"{change:+d}" if change else "0",
    )
