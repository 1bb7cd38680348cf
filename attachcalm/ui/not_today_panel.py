"""Under a suggestion that is put off: one tap for why, then something lighter, or done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.journal.remark import Barrier
from attachcalm.suggestions import Suggestion
from attachcalm.ui import texts
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, pill_switch, secondary_button
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words


class NotTodayPanel(QWidget):
    """The tap is all there is to it; what comes then is an offer, and leaving it is one too."""

    put_off = Signal(str)  # a Barrier
    started = Signal(object, str)  # Card and the version's id
    done = Signal()

    def __init__(self, exercise_id: str, icons: Icons) -> None:
        super().__init__()
        self._id = exercise_id
        self._icons = icons
        self._lighter: Suggestion | None = None
        self.setObjectName(f"put_off_{exercise_id}")
        self.question = words("label", self.tr("What speaks against it today?"))
        self.barriers = FlowRow(f"barriers_{exercise_id}", icons.keeper, gap=8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, icons.keeper.look.px(6), 0, icons.keeper.look.px(8))
        self._column.addWidget(self.question)
        self._column.addWidget(self.barriers)
        self._add_barriers()

    def offer(self, lighter: Suggestion | None) -> None:
        """Offer what is lighter, if there is anything, and to be done."""
        self._lighter = lighter
        self.question.hide()
        self.barriers.hide()
        sentence = (
            self.tr("That is fine. If you like, something lighter:")
            if lighter
            else self.tr("That is fine.")
        )
        row = FlowRow(f"put_off_row_{self._id}", self._icons.keeper)
        done = secondary_button(f"done_{self._id}", self.tr("Done for today"), self._icons, "check")
        done.clicked.connect(self.done)
        first = done
        if lighter is not None:
            title = f"{lighter.card.title} · {texts.minutes_words(lighter.version.minutes)}"
            first = secondary_button(f"lighter_{self._id}", title, self._icons, "play")
            first.clicked.connect(self._start)
            row.add(first)
        row.add(done)
        for widget in (words("", sentence, f"put_off_words_{self._id}"), row):
            self._column.addWidget(widget)
            widget.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_barriers(self) -> None:
        labels = {
            Barrier.TOO_LONG: self.tr("Too long"),
            Barrier.TOO_STRONG: self.tr("Too strong"),
            Barrier.NO_PRIVACY: self.tr("No privacy"),
            Barrier.FORGOT: self.tr("It slipped my mind"),
            Barrier.FELT_SILLY: self.tr("It felt silly"),
            Barrier.DID_NOT_HELP: self.tr("It did not help"),
            Barrier.UNSAID: self.tr("No reason"),
        }
        for barrier, label in labels.items():
            button = compact(pill_switch(f"barrier_{barrier.value}_{self._id}", label, self._icons))
            button.setProperty("barrier", barrier.value)
            button.clicked.connect(self._choose)
            self.barriers.add(button)

    def _choose(self) -> None:
        self.put_off.emit(str(self.sender().property("barrier")))

    def _start(self) -> None:
        if self._lighter is not None:
            self.started.emit(self._lighter.card, self._lighter.version.id)
