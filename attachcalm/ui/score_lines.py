"""One number of a measure from elsewhere: its name, its range and what the person writes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from attachcalm.journal.page import LONGEST_WORD, Direction, ScaleNote
from attachcalm.measures.typed import TypedScale
from attachcalm.ui.icons import Icons
from attachcalm.ui.measure_words import points
from attachcalm.ui.widgets.picker import Picker

DIRECTIONS = (Direction.HARDER, Direction.BETTER, Direction.NEITHER)
LONGEST_NUMBER = 12  # signs


class ScoreLine(QWidget):
    """Fields under their names; of a known measure only the value is asked for."""

    done = Signal()  # Enter

    def __init__(self, at: int, icons: Icons) -> None:
        super().__init__()
        self.setObjectName(f"score_line_{at}")
        self._at = at
        self.name = self._field("name", self.tr("Name of the number"), LONGEST_WORD)
        self.least = self._field("least", self.tr("Lowest"), LONGEST_NUMBER)
        self.most = self._field("most", self.tr("Highest"), LONGEST_NUMBER)
        self.value = self._field("value", self.tr("Score"), LONGEST_NUMBER)
        self.sd = self._field("sd", self.tr("SD"), LONGEST_NUMBER)
        self.reliability = self._field("reliability", self.tr("Reliability"), LONGEST_NUMBER)
        choices = (self.tr("more is hard"), self.tr("feeling better"), self.tr("neither"))
        self.direction = Picker(f"score_direction_{at}", self.tr("A higher number means"), choices,
                                icons)  # fmt: skip
        self._labels: dict[QWidget, QLabel] = {}
        self._grid = QGridLayout(self)
        self._arrange(icons.keeper.look.px(12))

    def fields(self) -> dict[str, QLineEdit]:
        """Its fields by the names that a fault goes by."""
        return {
            f"{what}_{self._at}": getattr(self, what)
            for what in ("name", "value", "least", "most", "sd", "reliability")
        }

    def show_note(self, note: ScaleNote | None) -> None:
        """Be empty: for this known number, or for one that is described here (None)."""
        for field in self.fields().values():
            field.clear()
        self.direction.setCurrentIndex(0)
        if note is not None:
            self.name.setText(note.name)
            self.least.setText(points(note.least))
            self.most.setText(points(note.most))
            self.direction.setCurrentIndex(DIRECTIONS.index(note.direction))
        is_own = note is None
        described: tuple[QWidget, ...] = (self.name, self.least, self.most, self.direction)
        for widget in described:
            widget.setVisible(is_own)
            self._labels[widget].setVisible(is_own)
        told = self.tr("Score")
        if note is not None:
            told = self.tr("{name}, from {least} to {most}").format(
                name=note.name, least=points(note.least), most=points(note.most)
            )
        self._labels[self.value].setText(told)
        self.value.setAccessibleName(told)

    def show_error_fields(self, shown: bool) -> None:
        """Ask for what a reliable change is worked out from, or do not."""
        for field in (self.sd, self.reliability):
            field.setVisible(shown)
            self._labels[field].setVisible(shown)
            if not shown:
                field.clear()

    def typed(self) -> TypedScale:
        """What stands in the fields."""
        return TypedScale(
            self.name.text(),
            self.value.text(),
            self.least.text(),
            self.most.text(),
            DIRECTIONS[max(0, self.direction.currentIndex())],
            self.sd.text(),
            self.reliability.text(),
        )

    def _field(self, what: str, says: str, longest: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"score_{what}_{self._at}")
        field.setAccessibleName(says)
        field.setMaxLength(longest)
        field.returnPressed.connect(self.done)
        return field

    def _arrange(self, gap: int) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap)
        places: tuple[tuple[QWidget, int, int, int], ...] = (
            (self.name, 0, 0, 2), (self.direction, 0, 2, 2),
            (self.least, 0, 4, 1), (self.most, 0, 5, 1),
            (self.value, 2, 0, 2), (self.sd, 2, 2, 2), (self.reliability, 2, 4, 2),
        )  # fmt: skip
        for widget, row, column, span in places:
            label = QLabel(widget.accessibleName())
            label.setBuddy(widget)
            label.setWordWrap(True)
            self._labels[widget] = label
            self._grid.addWidget(label, row, column, 1, span)
            self._grid.addWidget(widget, row + 1, column, 1, span)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
