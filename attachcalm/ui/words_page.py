"""My words and people: everything that exercises may say of the person's own, in one place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.exercises.uses import Uses
from attachcalm.insight.words import list_words
from attachcalm.journal.held import Held
from attachcalm.support import kit
from attachcalm.ui.icons import Icons
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.slot_words import came_from, kit_words, said_in, slot_name
from attachcalm.ui.undo_bar import UndoBar
from attachcalm.ui.widgets.buttons import ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.word_row import Told, WordRow

MOST_ROWS = 200  # nobody has so many; a file that was taken in might


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in each slot, and which exercises say it."""

    held: Mapping[str, Held]
    uses: Mapping[str, Uses]


class WordsPage(ScrollPage):
    """Shows them; what is changed here holds wherever it is said."""

    shown = Signal()
    kept = Signal(str, str)  # slot, text
    taken_out = Signal(str)  # slot
    undone = Signal(object)
    kit_wanted = Signal()
    people_wanted = Signal()
    taking_out_wanted = Signal()
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("words", icons.keeper, self.tr("My words and people"), self.tr(
            "What you told an exercise and others may say back to you. Change it here, and it is "
            "changed everywhere. Without it an exercise says something more general."
        ))  # fmt: skip
        self._icons = icons
        self._rows: list[WordRow] = []
        self._was_read = False
        self.back_button = ghost_button("words_back", self.tr("Back"), icons, "arrow-left")
        self.bar = UndoBar("words_bar", icons)
        self.list = Card("words_list", icons.keeper, self.tr("Words that exercises use"))
        self.kit = Card("words_kit", icons.keeper, self.tr("Your kit"), " ")
        self.kit_button = secondary_button("words_kit_open", self.tr("Open your kit"), icons,
                                           "hand-heart")  # fmt: skip
        self.people = Card("words_people", icons.keeper, self.tr("People to turn to"), " ")
        self.people_button = secondary_button(
            "words_people_open", self.tr("See them on Support"), icons, "user-round"
        )
        self.loss = Card("words_loss", icons.keeper, self.tr("When somebody is not there any more"),
                         self.tr(
            "After a loss or a parting it can hurt to be told their words. All that is theirs "
            "can be taken out together. You choose what goes and what stays."
        ))  # fmt: skip
        self.loss_button = secondary_button(
            "words_loss_open", self.tr("Take out everything of someone"), icons, "x"
        )
        self._arrange()
        self._connect()

    def show_reading(self, reading: object) -> None:
        """Show these, or say that they could not be read."""
        if not isinstance(reading, Reading):
            self.list.say(self.list.title.text(),
                          self.tr("They could not be read. Nothing is lost."))  # fmt: skip
            return
        held = {slot: each for slot, each in reading.held.items() if each.text.strip()}
        self._make_rows(
            Told(slot, slot_name(slot), each.text, _about(each, reading.uses))
            for slot, each in sorted(held.items(), key=_by_name)
            if slot not in kit.SLOTS
        )
        places = kit.filled({slot: each.text for slot, each in held.items()})
        nothing = self.tr("Up to six things that comfort you, in one place for a hard moment.")
        self.kit.say(self.kit.title.text(), kit_words(places) + "." if places else nothing)

    def show_people(self, names: Sequence[str]) -> None:
        """Say who stands on Support."""
        nobody = self.tr("Nobody is written down yet.")
        told = self.tr("{names}. Their numbers stand on Support, and are changed there.")
        sentence = told.format(names=list_words(list(names))) if names else nobody
        self.people.say(self.people.title.text(), sentence)

    def say_gone(self, what: object, sentence: str) -> None:
        """Something was taken out, and can be had back."""
        self.bar.hold(what, sentence)
        self.verticalScrollBar().setValue(0)

    # ------------------------------------------------------------ the list
    def _make_rows(self, wanted: Iterable[Told]) -> None:
        told = list(islice(wanted, MOST_ROWS))
        if self._was_read and told == [row.told for row in self._rows]:
            return  # the person may be writing in one of them
        self._was_read = True
        had_keyboard = {row.told.slot for row in self._rows if row.has_keyboard}
        empty(self._column)
        self._rows = []
        for at, each in enumerate(told):
            if at:
                rule = line()
                self._column.addWidget(rule)
                rule.show()
            row = WordRow(each, self._icons)
            row.kept.connect(self._keep)
            row.taken_out.connect(self._take_out)
            row.opened.connect(self._opened)
            self._column.addWidget(row)
            row.show()  # now, and not a turn later: the keyboard may go there
            self._rows.append(row)
        nothing = self.tr(
            "Nothing is kept yet. Some exercises ask for a word, or for somebody who helps; what "
            "you answer there stands here."
        )
        self.list.say(self.list.title.text(), "" if self._rows else nothing)
        self._order_keys()
        for row in self._rows:
            if row.told.slot in had_keyboard:
                row.take_focus()

    def _order_keys(self) -> None:
        rows = [control for row in self._rows for control in row.controls]
        buttons = (self.kit_button, self.people_button, self.loss_button)
        order_keys((self.back_button, *self.bar.controls, *rows, *buttons))

    def _keep(self, slot: str, text: str) -> None:
        self.bar.let_go()
        self.kept.emit(slot, text)

    def _take_out(self, slot: str) -> None:
        self.bar.let_go()
        self.taken_out.emit(slot)

    def _opened(self) -> None:
        """One at a time."""
        self.bar.let_go()
        for row in self._rows:
            if row is not self.sender():
                row.close_form()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read them anew."""
        super().showEvent(event)
        if not event.spontaneous():
            if self.bar.isHidden():
                self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What was taken out stays out once one has left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.bar.let_go()

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(self._icons.keeper.look.px(12))
        self.list.body.addLayout(self._column)
        self.body.insertWidget(0, self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        for card, button in self._cards():
            if button is not None:
                card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _cards(self) -> list[tuple[Card, QWidget | None]]:
        return [
            (self.bar, None),
            (self.list, None),
            (self.kit, self.kit_button),
            (self.people, self.people_button),
            (self.loss, self.loss_button),
        ]

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.kit_button.clicked.connect(self.kit_wanted)
        self.people_button.clicked.connect(self.people_wanted)
        self.loss_button.clicked.connect(self.taking_out_wanted)
        self.bar.undone.connect(self.undone)
        bind(self, (("Esc", self.left.emit),))


def _by_name(told: tuple[str, Held]) -> str:
    return slot_name(told[0]).casefold()


def _about(held: Held, uses: Mapping[str, Uses]) -> tuple[str, ...]:
    return came_from(held), said_in(uses.get(held.slot))
