"""Measures: published questionnaires to fill in, and scores from elsewhere to write down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from attachcalm.journal.page import Score
from attachcalm.measures.model import Measure
from attachcalm.measures.scoring import score_of
from attachcalm.measures.typed import TypedFault, day_typed, score_typed
from attachcalm.ui.icons import Icons
from attachcalm.ui.measure_form import MeasureForm
from attachcalm.ui.measure_result import MeasureResult
from attachcalm.ui.measures_list import MeasuresList
from attachcalm.ui.past_scores import PastScores
from attachcalm.ui.score_form import ScoreForm
from attachcalm.ui.score_keeper import ScoreKeeper
from attachcalm.ui.widgets.buttons import ghost_button
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class MeasuresPage(ScrollPage):
    """One of its views is shown at a time.  What was answered is kept before its result shows."""

    support_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        icons: Icons,
        keeper: ScoreKeeper,
        assigned: Callable[[], frozenset[str]],
        today: Callable[[], date],
    ) -> None:
        super().__init__(
            "measures", icons.keeper, self.tr("Measures"),
            self.tr("Published questionnaires, if you like numbers to talk over. All of it is "
                    "optional, and it stays on this laptop unless you export it."),
        )  # fmt: skip
        self.keeper = keeper
        keeper.setParent(self)
        self._assigned = assigned
        self._today = today
        self._filling: Score | None = None  # what is being answered
        self._is_on_disk = False  # what is being answered
        self.page_back = ghost_button("measures_back", self.tr("Back"), icons, "arrow-left")
        self.told = words("ok", "", "measures_told")
        self.list = MeasuresList(icons)
        self.form = MeasureForm(icons)
        self.result = MeasureResult(icons)
        self.past = PastScores(icons, keeper, today)
        self.written = ScoreForm(icons)
        self._arrange()
        self._connect()
        self._show(self.list)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what is kept; a filling that was begun is still open."""
        super().showEvent(event)
        self.keeper.read()

    def refresh(self) -> None:
        """Show what is kept now."""
        self.list.show_all(self.keeper, self._assigned(), self._today())

    # ------------------------------------------------------------ filling in
    def fill_in(self, measure_id: str) -> None:
        """Ask this measure afresh."""
        measure = self.keeper.shelf.measure(measure_id)
        if measure is None:
            return
        score_id, now = self.keeper.diary.stamp()
        notes = tuple(scale.note for scale in measure.scales)
        self._filling = Score(
            score_id, now, now.at, measure.id, measure.title,
            revision=measure.checksum, scales=notes,
        )  # fmt: skip
        self._is_on_disk = False
        self.form.open(measure)
        self._show(self.form)

    def _heard(self, item: int) -> None:
        """Support first, where an answer asks for it; what was answered is on disk by then."""
        measure = self.form.measure
        if measure is None or self._filling is None:
            return
        value = self.form.answers[item - 1]
        before = self._filling.answers[item - 1] if self._filling.answers else None
        if self._is_on_disk or measure.tells_of_harm(item, value):
            self._keep_filling(measure)
        if measure.tells_of_harm(item, value) and not measure.tells_of_harm(item, before):
            self.support_wanted.emit()

    def _finish(self) -> None:
        measure = self.form.measure
        if measure is None or self._filling is None:
            return
        if all(answer is None for answer in self.form.answers) and not self._is_on_disk:
            self._stop()
            return
        score = self._keep_filling(measure)
        self.result.show_score(score, measure, self.keeper.before(score))
        self._filling = None
        self._show_result()

    def _keep_filling(self, measure: Measure) -> Score:
        assert self._filling is not None  # noqa: S101 - its callers looked
        answers = self.form.answers
        score = replace(
            self._filling,
            answers=answers,
            values=score_of(measure, answers).values,
        )
        self._filling, self._is_on_disk = score, True
        self.keeper.keep(score)
        return score

    def keep_begun(self) -> None:
        """The window closes over a filling: its answers are kept, and can be deleted."""
        measure = self.form.measure
        is_begun = any(answer is not None for answer in self.form.answers)
        if measure is not None and self._filling is not None and is_begun:
            self._keep_filling(measure)

    def _stop(self) -> None:
        told = self.tr("Stopped. Nothing of it was kept.")
        if self._is_on_disk:
            told = self.tr("Stopped. What you answered is kept; past scores has it.")
        self._filling = None
        self._show(self.list, told)

    def _show_result(self) -> None:
        if self.keeper.diary.has_unsaved:
            self.result.say_unsaved()
        self._show(self.result)

    # ------------------------------------------------------------ written down
    def write_down(self, measure_id: str) -> None:
        """Ask for a score from elsewhere."""
        self.written.open(self.keeper.shelf.entries, measure_id, self._today())
        self._show(self.written)

    def _keep_written(self) -> None:
        form = self.written
        score_id, now = self.keeper.diary.stamp()
        try:
            day = day_typed(form.day_field.text(), self._today())
            score = score_typed(
                (score_id, now.local), form.measure_id, form.title_text, day, form.typed()
            )
        except TypedFault as fault:
            form.tell_fault(fault)
            return
        self.keeper.keep(score)
        self.result.show_score(score, None, self.keeper.before(score))
        self._show_result()

    # ------------------------------------------------------------ what is kept
    def show_past(self, measure_id: str) -> None:
        """Show the scores of this measure."""
        if measure_id in self.list.cards:
            self.past.open(measure_id)
        else:
            self.past.open_rest(self.list.cards.keys())
        self._show(self.past)

    # ------------------------------------------------------------ the views
    def _show_list(self) -> None:
        self._show(self.list)

    def _show(self, view: QWidget, told: str = "") -> None:
        self._show_told(told)
        for other in (self.list, self.form, self.result, self.past, self.written):
            other.setVisible(other is view)
        self.page_back.setVisible(view is self.list)
        if view is self.list:
            self.refresh()
        view.take_focus()  # type: ignore[attr-defined]  # each of them has it
        if view is not self.form:
            self.verticalScrollBar().setValue(0)  # the number first, though a button has the focus

    def _show_told(self, told: str) -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def _tell_failed(self) -> None:
        self._show_told(self.tr("What is kept could not be read. Nothing is lost."))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.page_back)
        head.addStretch(1)
        self.body.insertLayout(0, head)
        for view in (self.told, self.list, self.form, self.result, self.past, self.written):
            self.body.addWidget(view)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.page_back.clicked.connect(self.left)
        self.keeper.changed.connect(self.refresh)
        self.keeper.failed.connect(self._tell_failed)
        self.list.fill_wanted.connect(self.fill_in)
        self.list.write_wanted.connect(self.write_down)
        self.list.past_wanted.connect(self.show_past)
        self.form.answered.connect(self._heard)
        self.form.finished.connect(self._finish)
        self.form.stopped.connect(self._stop)
        self.result.done.connect(self._show_list)
        self.result.past_wanted.connect(self.show_past)
        self.result.support_wanted.connect(self.support_wanted)
        self.past.left.connect(self._show_list)
        self.written.kept.connect(self._keep_written)
        self.written.left.connect(self._show_list)
