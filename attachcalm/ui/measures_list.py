"""All measures to choose from: those filled in here, and those written down from elsewhere."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.journal.page import OTHER_MEASURE, Score
from attachcalm.measures.model import EntryMeasure, Measure
from attachcalm.measures.shelf import Shelf
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.measure_card import MeasureCard
from attachcalm.ui.measure_words import values_words
from attachcalm.ui.score_keeper import ScoreKeeper
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.tab_order import lead_in
from attachcalm.ui.widgets.text import words


class MeasuresList(QWidget):
    """A card for each; known ones from elsewhere get theirs once a score of them is kept."""

    fill_wanted = Signal(str)  # the measure's id
    write_wanted = Signal(str)  # the id of a measure from elsewhere, or "other"
    past_wanted = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("measures_list")
        self._icons = icons
        self.cards: dict[str, MeasureCard] = {}
        self._column = QVBoxLayout(self)
        self._list = QWidget()
        self._cards = QVBoxLayout(self._list)
        self.elsewhere = Card(
            "measures_elsewhere", icons.keeper, self.tr("A score from elsewhere"),
            self.tr("Filled in on paper or with your therapist? Its wording may not be ours to "
                    "show, and the numbers can be kept all the same."),
        )  # fmt: skip
        self.write_button = compact(
            secondary_button("measures_write", self.tr("Write down a score"), icons, "pencil")
        )
        self.other_button = compact(
            ghost_button("measures_other_past", self.tr("Past scores of other measures"), icons,
                         "list")
        )  # fmt: skip
        self.other_last = words("", "", "measures_other_last")
        self.refused = words("small", "", "measures_refused")
        self._arrange()
        self.write_button.clicked.connect(self._want_write)
        self.other_button.clicked.connect(self._want_other)

    def show_all(self, keeper: ScoreKeeper, assigned: Collection[str], today: date) -> None:
        """Show these; the scores of what is not offered any more are those of other measures."""
        shelf = keeper.shelf
        known = {score.measure for score in keeper.scores()}
        measures: list[Measure | EntryMeasure] = [*shelf.offered(assigned)]
        measures += [entry for entry in shelf.entries if entry.id in known]
        if [card.measure for card in self.cards.values()] != measures:
            self._make(measures)
        for measure_id, card in self.cards.items():
            card.show_last(_last(keeper.of(measure_id)), today)
        other = _last(keeper.rest(self.cards.keys()))
        self.other_last.setVisible(other is not None)
        self.other_button.setVisible(other is not None)
        if other is not None:
            told = self.tr("Last: {title} on {day}, {values}")
            day, values = day_words(other.at.day), values_words(other)
            self.other_last.setText(told.format(title=other.title, day=day, values=values))
        self._tell_refused(shelf)

    def take_focus(self) -> None:
        """Leave the keyboard where it is: nothing is asked yet."""

    def _tell_refused(self, shelf: Shelf) -> None:
        names = ", ".join(fault.file.name for fault in shelf.faults)
        told = self.tr("Left out, because something is amiss with the file: {names}.")
        self.refused.setText(told.format(names=names))
        self.refused.setVisible(bool(shelf.faults))

    def _make(self, measures: list[Measure | EntryMeasure]) -> None:
        empty(self._cards)
        self.cards = {measure.id: MeasureCard(measure, self._icons) for measure in measures}
        for card in self.cards.values():
            self._cards.addWidget(card)
            card.show()
            elsewhere = isinstance(card.measure, EntryMeasure)
            card.fill_wanted.connect(self.write_wanted if elsewhere else self.fill_wanted)
            card.past_wanted.connect(self.past_wanted)
        lead_in(self._list, self.write_button)

    def _arrange(self) -> None:
        gap = self._icons.keeper.look.px(16)
        for column in (self._column, self._cards):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(gap)
        row = FlowRow("measures_elsewhere_buttons", self._icons.keeper)
        row.add(self.write_button)
        row.add(self.other_button)
        self.elsewhere.body.addWidget(self.other_last)
        self.elsewhere.body.addWidget(row)
        self._column.addWidget(self._list)
        self._column.addWidget(self.elsewhere)
        self._column.addWidget(self.refused)
        for widget in (self.other_last, self.other_button, self.refused):
            widget.hide()

    def _want_write(self) -> None:
        self.write_wanted.emit("")

    def _want_other(self) -> None:
        self.past_wanted.emit(OTHER_MEASURE)


def _last(scores: tuple[Score, ...]) -> Score | None:
    return scores[-1] if scores else None
