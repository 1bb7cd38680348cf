"""The comfort kit: six places for what helps, filled by the person."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.journal.held import Held
from attachcalm.support.kit import Place, offers
from attachcalm.ui.icons import Icons
from attachcalm.ui.kit_photo_row import KitPhotoRow
from attachcalm.ui.kit_sound import KitSound
from attachcalm.ui.kit_sound_row import KitSoundRow
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.slot_words import slot_name
from attachcalm.ui.tokens import GAP
from attachcalm.ui.undo_bar import UndoBar
from attachcalm.ui.widgets.buttons import ghost_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.word_row import Told, WordRow


class KitPage(ScrollPage):
    """Everything in it can be changed and taken out at once."""

    shown = Signal()
    kept = Signal(str, str)  # slot, text; empty takes it out
    photo_came = Signal(str)  # what it shows
    taken_out = Signal(str)  # slot
    undone = Signal(object)
    words_wanted = Signal()
    left = Signal()

    def __init__(self, icons: Icons, sound: KitSound, photo: KitPhotoRow) -> None:
        super().__init__("kit", icons.keeper, self.tr("Your kit"), self.tr(
            "Up to six things that comfort you. They stay on this computer, and any of them can be "
            "left empty."
        ))  # fmt: skip
        self._icons = icons
        self._sound = sound
        self._rows: dict[Place, WordRow] = {}
        self._shows = ""  # what the photo shows
        self.back_button = ghost_button("kit_back", self.tr("Back"), icons, "arrow-left")
        self.bar = UndoBar("kit_bar", icons)
        self.sound_row = KitSoundRow(icons, sound)
        self.photo = photo
        self.words_button = ghost_button("kit_words", self.tr("My words and people"), icons,
                                         "list")  # fmt: skip
        self._cards: dict[Place, Card] = {
            place: Card(f"{place.value}_card", icons.keeper) for place in Place
        }
        self._columns: dict[Place, QVBoxLayout] = {}
        self._sides: list[QVBoxLayout] = []
        self._arrange()
        self._connect()
        self._space_sides()

    def show_held(self, held: object) -> None:
        """Show what is in it, or say that it could not be read."""
        if not isinstance(held, Mapping):
            self.bar.tell(self.tr("Your kit could not be read. Nothing is lost."))
            return
        texts = {slot: each.text for slot, each in held.items() if isinstance(each, Held)}
        self.sound_row.show_sound(texts.get(Place.SOUND, ""))
        self._shows = texts.get(Place.PHOTO, "")
        self.photo.show_photo(self._shows)
        places = [place for place in Place if place is not Place.SOUND]
        again = [place for place in places if self._make_row(place, texts)]
        self._order_keys()
        for place in again:  # made anew, and the keyboard was there
            self._rows[place].take_focus()

    def say_gone(self, what: object, sentence: str) -> None:
        """Something was taken out, and can be had back."""
        self.bar.hold(what, sentence)
        self.verticalScrollBar().setValue(0)

    # ------------------------------------------------------------ the places
    def _make_row(self, place: Place, texts: Mapping[str, str]) -> bool:
        """Show what is in this place; whether the keyboard is to come back to it."""
        text = texts.get(place, "").strip()
        about = () if text else (self._hint(place),)
        told = Told(place.value, slot_name(place), text, about, offers(place, texts))
        earlier = self._rows.get(place)
        if earlier is not None and earlier.told == told:
            return False  # the person may be writing in it
        had_keyboard = earlier is not None and earlier.has_keyboard
        row = WordRow(told, self._icons)
        row.kept.connect(self._keep)
        row.taken_out.connect(self._take_out)
        row.opened.connect(self._opened)
        empty(self._columns[place])
        self._columns[place].addWidget(row)
        row.setVisible(place is not Place.PHOTO or bool(text))
        self._rows[place] = row
        return had_keyboard and row.isVisible()

    def _hint(self, place: Place) -> str:
        return {
            Place.OBJECT: self.tr("A stone, a scarf, a cup: something to hold."),
            Place.PHRASE: self.tr("A sentence that does you good, in your own words."),
            Place.PERSON: self.tr("Somebody, living or not, near or far; a pet counts too."),
            Place.MOVEMENT: self.tr("Rocking, stretching, a walk to the corner."),
        }.get(place, "")

    def _order_keys(self) -> None:
        order: list[QWidget] = [self.back_button, *self.bar.controls]
        for place in Place:
            if place is Place.SOUND:
                order += self.sound_row.controls
            elif place is Place.PHOTO:
                order += [*self._rows[place].controls, self.photo.choose_button]
            else:
                order += self._rows[place].controls
        order_keys((*order, self.words_button))

    def _keep(self, slot: str, text: str) -> None:
        self.bar.let_go()
        self.kept.emit(slot, text)

    def _take_out(self, slot: str) -> None:
        self.bar.let_go()
        self._sound.end()
        self.taken_out.emit(slot)

    def _photo_came(self) -> None:
        """Another picture keeps what was said of the last one only if the person says so."""
        self.bar.let_go()
        self.photo_came.emit(self.tr("A photo"))

    def _opened(self) -> None:
        """One at a time."""
        self.bar.let_go()
        for row in self._rows.values():
            if row is not self.sender():
                row.close_form()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read it anew."""
        super().showEvent(event)
        if not event.spontaneous():
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing sounds, and nothing comes in, on a page that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.bar.let_go()
            self._sound.end()
            self.photo.leave()

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        for place, card in self._cards.items():
            self._columns[place] = QVBoxLayout()
            if place is Place.SOUND:
                card.body.addWidget(self.sound_row)
            elif place is Place.PHOTO:
                card.body.addWidget(self.photo)
            card.body.addLayout(self._columns[place])
            card.body.addStretch(1)
        self.body.insertWidget(0, self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._cards[Place.PHRASE])
        columns = Columns("kit_columns", self._icons.keeper)
        for places in (_LEFT, _RIGHT):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            self._sides.append(column)
            for place in places:
                column.addWidget(self._cards[place])
            column.addStretch(1)
            columns.add(side)
        self.body.addWidget(columns)
        self.body.addWidget(self.words_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    def _space_sides(self) -> None:
        for column in self._sides:
            column.setSpacing(self._icons.keeper.look.px(GAP))

    def _connect(self) -> None:
        self._icons.keeper.changed.connect(self._space_sides)
        self.back_button.clicked.connect(self.left)
        self.words_button.clicked.connect(self.words_wanted)
        self.sound_row.kept.connect(self._keep)
        self.photo.came.connect(self._photo_came)
        self.bar.undone.connect(self.undone)
        bind(self, (("Esc", self.left.emit),))


_LEFT = (Place.SOUND, Place.PERSON, Place.MOVEMENT)
_RIGHT = (Place.PHOTO, Place.OBJECT)
