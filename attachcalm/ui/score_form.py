"""Writing down a score that came from elsewhere: of a known measure, or of any other."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from attachcalm.journal.page import LONGEST_WORD, OTHER_MEASURE
from attachcalm.measures.model import EntryMeasure
from attachcalm.measures.typed import TypedFault, TypedScale
from attachcalm.ui.icons import Icons
from attachcalm.ui.score_lines import Named, ScoreLine
from attachcalm.ui.widgets.buttons import (
    compact,
    ghost_button,
    pill_switch,
    primary_button,
    secondary_button,
)
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.text import words

MOST_LINES = 12


class ScoreForm(Card):
    """Nothing is kept before Keep; what makes no sense is told beside its field."""

    kept = Signal()  # measure_id, title_text, day_text and typed() say what
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("score_form", icons.keeper, title_kind="title")
        self.say(self.tr("Write down a score"))
        self._icons = icons
        self._entries: tuple[EntryMeasure, ...] = ()
        self.measure = Picker("score_measure", self.tr("Measure"), (), icons)
        self.about = words("muted", "", "score_about")
        self.title_field = self._field("score_title", self.tr("Name of the measure"), LONGEST_WORD)
        self.day_field = self._field("score_day", self.tr("Day, year first"), 10)
        self._title, self._day = Named(self.title_field), Named(self.day_field)
        self.lines = [ScoreLine(at, icons) for at in range(MOST_LINES)]
        self.more_button = compact(
            secondary_button("score_more", self.tr("One more number"), icons)
        )
        self.error_switch = compact(
            pill_switch("score_errors", self.tr("SD and reliability are known"), icons)
        )
        self.error_note = words(
            "small",
            self.tr("With both, a later change is compared with what chance alone does."),
            "score_error_note",
        )
        self.fault = words("warn", "", "score_fault")
        self.keep_button = primary_button("score_keep", self.tr("Keep"), icons, "check")
        self.leave_button = ghost_button("score_leave", self.tr("Leave it"), icons)
        self._shown = 1
        self._arrange()
        self._connect()

    def open(self, entries: Sequence[EntryMeasure], measure_id: str, today: date) -> None:
        """Be empty for this measure; an id that is not known is another measure."""
        self._entries = tuple(entries)
        self.measure.blockSignals(True)
        self.measure.clear()
        self.measure.addItems([entry.title for entry in entries] + [self.tr("Another measure")])
        ids = [entry.id for entry in entries]
        self.measure.setCurrentIndex(ids.index(measure_id) if measure_id in ids else len(ids))
        self.measure.blockSignals(False)
        self.day_field.setText(today.isoformat())
        self._choose()

    @property
    def entry(self) -> EntryMeasure | None:
        """The known measure that is chosen, None for another one."""
        at = self.measure.currentIndex()
        return self._entries[at] if 0 <= at < len(self._entries) else None

    @property
    def measure_id(self) -> str:
        """What it is kept under."""
        return self.entry.id if self.entry else OTHER_MEASURE

    @property
    def title_text(self) -> str:
        """Its name."""
        return self.entry.title if self.entry else self.title_field.text()

    def typed(self) -> list[TypedScale]:
        """The lines as they stand."""
        return [line.typed() for line in self.lines[: self._shown]]

    def tell_fault(self, fault: TypedFault) -> None:
        """Say what is to be mended, and go there."""
        fields: dict[str, QLineEdit] = {"title": self.title_field, "day": self.day_field}
        columns = {self.title_field: self._title, self.day_field: self._day}
        for line in self.lines:
            fields |= line.fields()
            columns |= {field: line.column_of(field) for field in line.fields().values()}
        field = fields.get(fault.field, self.day_field)
        columns[field].rows.addWidget(self.fault)
        self.fault.setText(str(fault))
        self.fault.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        self.measure.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ what is asked
    def _choose(self) -> None:
        entry = self.entry
        self._shown = len(entry.scales) if entry else 1
        for at, line in enumerate(self.lines):
            line.show_note(entry.scales[at] if entry and at < self._shown else None)
            line.setVisible(at < self._shown)
        about = self.tr("Filled in somewhere else, with any range. Several numbers are possible.")
        if entry is not None:
            about = f"{entry.asks} {entry.why_not_shown}"
        self.about.setText(about)
        self.title_field.clear()
        self.error_switch.setChecked(False)
        self._show_errors(False)
        self.more_button.setEnabled(True)
        for widget in (self._title, self.more_button):
            widget.setVisible(entry is None)
        self.fault.hide()

    def _show_errors(self, shown: bool) -> None:
        self.error_note.setVisible(shown)
        for line in self.lines:
            line.show_error_fields(shown)

    def _show_more(self) -> None:
        self._shown = min(self._shown + 1, MOST_LINES)
        line = self.lines[self._shown - 1]
        line.show()
        line.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more_button.setEnabled(self._shown < MOST_LINES)

    def _field(self, name: str, says: str, longest: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(says)
        field.setMaxLength(longest)
        return field

    def _arrange(self) -> None:
        for widget in (Named(self.measure), self.about, self._title, self._day, *self.lines):
            self.body.addWidget(widget)
        self._day.rows.addWidget(self.fault)  # moved to where something is to be mended
        self.fault.hide()
        more = FlowRow("score_more_row", self._icons.keeper)
        more.add(self.more_button)
        more.add(self.error_switch)
        self.body.addWidget(more)
        self.body.addWidget(self.error_note)
        row = FlowRow("score_buttons", self._icons.keeper)
        row.add(self.keep_button)
        row.add(self.leave_button)
        self.body.addWidget(row)

    def _connect(self) -> None:
        self.measure.currentIndexChanged.connect(self._choose)
        self.more_button.clicked.connect(self._show_more)
        self.error_switch.toggled.connect(self._show_errors)
        self.keep_button.clicked.connect(self.kept)
        self.leave_button.clicked.connect(self.left)
        for field in (self.title_field, self.day_field):
            field.returnPressed.connect(self.kept)
        for line in self.lines:
            line.done.connect(self.kept)
