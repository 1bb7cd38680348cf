"""One number of a measure from elsewhere: its name, its range and what the person writes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from attachcalm.journal.page import LONGEST_WORD, Direction, ScaleNote
from attachcalm.measures.typed import TypedScale
from attachcalm.ui.icons import Icons
from attachcalm.ui.measure_words import points
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.picker import Picker

DIRECTIONS = (Direction.HARDER, Direction.BETTER, Direction.NEITHER)
LONGEST_NUMBER = 12  # signs
BESIDE_FROM = 560  # px at 100 %: below, the fields stand under each other


class Named(QWidget):
    """A field under its name; what is to be mended in it is told below."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.name = QLabel(widget.accessibleName())
        self.name.setBuddy(widget)
        self.name.setWordWrap(True)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(4)
        self.rows.addWidget(self.name)
        self.rows.addWidget(widget)


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
        self._columns: dict[QWidget, Named] = {}
        self._arrange(icons)

    def column_of(self, field: QWidget) -> Named:
        """Where this field stands."""
        return self._columns[field]

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
            self._columns[widget].setVisible(is_own)
        told = self.tr("Score")
        if note is not None:
            told = self.tr("{name}, from {least} to {most}").format(
                name=note.name, least=points(note.least), most=points(note.most)
            )
        self._columns[self.value].name.setText(told)
        self.value.setAccessibleName(told)

    def show_error_fields(self, shown: bool) -> None:
        """Ask for what a reliable change is worked out from, or do not."""
        for field in (self.sd, self.reliability):
            self._columns[field].setVisible(shown)
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

    def _arrange(self, icons: Icons) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(icons.keeper.look.px(12))
        described = ((self.name, 2), (self.direction, 2), (self.least, 1), (self.most, 1))
        asked = ((self.value, 1), (self.sd, 1), (self.reliability, 1))
        for what, widgets in (("described", described), ("asked", asked)):
            row = Columns(f"{self.objectName()}_{what}", icons.keeper, BESIDE_FROM)
            for widget, share in widgets:
                self._columns[widget] = Named(widget)
                row.add(self._columns[widget], share)
            rows.addWidget(row)
