"""What a filling came to: the number, the publisher's band, the change since last time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from attachcalm.journal.page import ScaleNote, Score
from attachcalm.measures.change import Change, change_noted, change_on
from attachcalm.measures.model import Measure
from attachcalm.ui.icons import Icons
from attachcalm.ui.measure_words import (
    band_words,
    change_words,
    direction_words,
    left_out_words,
    score_words,
    talk_words,
)
from attachcalm.ui.widgets.buttons import ghost_button, primary_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words


class MeasureResult(Card):
    """Plain words in plain ink: no colour tells a person how they are."""

    done = Signal()
    past_wanted = Signal(str)  # the measure's id
    support_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("measure_result", icons.keeper, title_kind="title")
        self._icons = icons
        self._measure_id = ""
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self.left_out = words("", "", "result_left_out")
        self.talk = words("", talk_words(), "result_talk")
        self.rights = words("small", "", "result_rights")
        self.done_button = primary_button("result_done", self.tr("Done"), icons, "check")
        self.past_button = secondary_button("result_past", self.tr("Past scores"), icons, "list")
        self.support_button = ghost_button(
            "result_support", self.tr("Support"), icons, "life-buoy",
            says=self.tr("Support: people and numbers"),
        )  # fmt: skip
        self._arrange()
        self._connect()

    def show_score(self, score: Score, measure: Measure | None, earlier: Score | None) -> None:
        """Show this score beside the one before it; `measure` is None for one from elsewhere."""
        self._measure_id = score.measure
        self.say(score.title, self.tr("It is kept."))
        empty(self._rows)
        for at, (name, value) in enumerate(score.values):
            note = next((note for note in score.scales if note.name == name), None)
            if note is not None:
                self._add(at, note, value, measure, earlier, alone=len(score.values) == 1)
        self.left_out.setText(left_out_words(score, measure) if measure else "")
        self.left_out.setVisible(bool(self.left_out.text()))
        self.talk.setVisible(bool(score.values))
        self.rights.setText(measure.attribution if measure else "")
        self.rights.setVisible(bool(self.rights.text()))

    def say_unsaved(self) -> None:
        """Say that the disk has not taken it yet."""
        self.say(self.title.text(), self.tr("It is not on the disk yet; it is held here."))

    def take_focus(self) -> None:
        """Put the keyboard on the button that leads on."""
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> list[str]:
        """Every sentence about the numbers, as it is read."""
        items = [self._rows.itemAt(at) for at in range(self._rows.count())]
        labels = [item.widget() for item in items if item is not None]
        return [label.text() for label in labels if isinstance(label, QLabel)]

    def _add(
        self,
        at: int,
        note: ScaleNote,
        value: float,
        measure: Measure | None,
        earlier: Score | None,
        *,
        alone: bool,
    ) -> None:
        told = score_words(note, value)
        self._say("title", told if alone else f"{note.name}: {told}", f"result_score_{at}")
        scale = next((s for s in measure.scales if s.name == note.name), None) if measure else None
        if scale is not None:
            self._say("", band_words(scale, value), f"result_band_{at}")
        self._say("muted", direction_words(note.direction), f"result_direction_{at}")
        before = _value_on(note, earlier)
        if earlier is None or before is None:
            return
        change: Change = change_noted(note, before, value)
        if scale is not None:
            change = change_on(scale, before, value)
        source = measure.change_source if measure else ""
        self._say("", change_words(change, earlier.at.day, source), f"result_change_{at}")

    def _say(self, kind: str, text: str, name: str) -> None:
        if text:
            self._rows.addWidget(words(kind, text, name))

    def _arrange(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        buttons = FlowRow("result_buttons", self._icons.keeper)
        for button in (self.done_button, self.past_button, self.support_button):
            buttons.add(button)
        for widget in (self._list, self.left_out, self.talk, buttons, self.rights):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.done_button.clicked.connect(self.done)
        self.past_button.clicked.connect(self._want_past)
        self.support_button.clicked.connect(self.support_wanted)

    def _want_past(self) -> None:
        self.past_wanted.emit(self._measure_id)


def _value_on(note: ScaleNote, score: Score | None) -> float | None:
    """The number of this score on the very same scale, None if it has none."""
    if score is None:
        return None
    same = [
        other.name
        for other in score.scales
        if (other.name, other.least, other.most, other.direction)
        == (note.name, note.least, note.most, note.direction)
    ]
    return dict(score.values).get(note.name) if same else None
