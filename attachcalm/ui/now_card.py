"""Home: two taps place the moment, and what fits is offered with its reasons."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.exercises.browse import offered
from attachcalm.exercises.card import Card as ExerciseCard
from attachcalm.exercises.card import Need
from attachcalm.ui.exercise_row import ExerciseRow
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.text import words
from attachcalm.ui.widgets.tile import Tile

if TYPE_CHECKING:  # what the first picture does not need
    from attachcalm.suggestions import Suggestion
    from attachcalm.ui.moment_panel import MomentPanel

OFFERED = 3
MOMENT_AT = 2  # in the card: after its words and the tiles


class NowCard(Card):
    """Until the record is read it offers what fits the need; from then on what fits the person."""

    exercise_chosen = Signal(object)  # the exercise's Card
    suggestion_started = Signal(object, str)  # Card and version
    need_chosen = Signal(object)  # Need or None: show all that fit
    moment_told = Signal(object)  # Now: what the person said of this moment
    remarked = Signal(object, str, str)  # RemarkKind, its value, the exercise's id

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "home_now", icons.keeper, self.tr("How are you right now?"), title_kind="title"
        )
        self._icons = icons
        self._cards: Sequence[ExerciseCard] = ()
        self._knows = False  # whether the record was read
        self._thumbs: dict[str, str] = {}
        self.tiles = {
            Need.REVVED: Tile(
                "need_revved", self.tr("Too revved"), icons, "cloud-rain", above=True
            ),
            Need.FLAT: Tile("need_flat", self.tr("Too flat"), icons, "moon", above=True),
            Need.STEADY: Tile("need_steady", self.tr("Steady"), icons, "leaf", above=True),
        }
        self.more_button = compact(
            ghost_button("home_more", self.tr("Say more"), icons, "sliders-horizontal")
        )
        self.moment: MomentPanel | None = None  # made when more is to be said
        self._offers = QVBoxLayout()
        self.all_button = ghost_button(
            "home_all", self.tr("Show all that fit"), icons, "chevron-right"
        )
        self.done_words = words(
            "ok", self.tr("That is fine. Leaving it for today is done for today."), "home_done"
        )
        self._arrange()
        self._connect()

    def set_cards(self, cards: Sequence[ExerciseCard]) -> None:
        """Offer from these from now on."""
        self._cards = cards
        if not self._knows:
            self._offer()

    def show_suggestions(self, suggestions: "Sequence[Suggestion]") -> None:
        """Offer these, each with its reason, now that the record was read."""
        from attachcalm.ui.suggestion_row import SuggestionRow

        self._knows = True
        empty(self._offers)
        for suggestion in suggestions:
            row = SuggestionRow(suggestion, self._icons)
            row.show_thumb(self._thumbs.get(suggestion.card.id, "none"))
            row.started.connect(self.suggestion_started)
            row.thumbed.connect(self._thumb)
            row.put_off.connect(self._put_off)
            self._offers.addWidget(row)
        self.all_button.setVisible(bool(suggestions))

    def tell_moment(self) -> None:
        """Tell where the person is, as far as they said."""
        if not self._knows:
            self._offer()
            return
        from attachcalm.suggestions import Now

        said = self.moment.now() if self.moment else Now()
        self.moment_told.emit(replace(said, need=self._need()))

    def _need(self) -> Need | None:
        return next((need for need, tile in self.tiles.items() if tile.isChecked()), None)

    def _offer(self) -> None:
        """Offer what fits the need."""
        empty(self._offers)
        cards = offered(self._cards, self._need(), OFFERED)
        for card in cards:
            row = ExerciseRow(card, self._icons)
            row.started.connect(self.exercise_chosen)
            self._offers.addWidget(row)
        self.all_button.setVisible(bool(cards))

    def _show_all(self) -> None:
        self.need_chosen.emit(self._need())

    def _say_more(self) -> None:
        if self.moment is None:
            from attachcalm.ui.moment_panel import MomentPanel

            self.moment = MomentPanel(self._icons)
            self.moment.changed.connect(self.tell_moment)
            self.body.insertWidget(MOMENT_AT, self.moment)
            self.moment.show()
        else:
            self.moment.setVisible(not self.moment.isVisible())

    def _thumb(self, exercise_id: str, value: str) -> None:
        from attachcalm.journal.remark import RemarkKind

        self._thumbs[exercise_id] = value
        self.remarked.emit(RemarkKind.THUMB, value, exercise_id)

    def _put_off(self, exercise_id: str, barrier: str) -> None:
        """It is kept, and what is lighter comes in its place."""
        from attachcalm.journal.remark import RemarkKind

        self.done_words.show()
        self.remarked.emit(RemarkKind.NOT_TODAY, barrier, exercise_id)

    def _arrange(self) -> None:
        tiles = Columns("need_tiles", self._icons.keeper, 480)
        for tile in self.tiles.values():
            tiles.add(tile)
        self.body.addWidget(tiles)
        self.body.addLayout(_leading(self.more_button))
        self.body.addWidget(words("label", self.tr("These may fit")))
        self.body.addLayout(self._offers)
        self.body.addLayout(_leading(self.all_button))
        self.body.addWidget(self.done_words)
        self.done_words.hide()
        self.body.addStretch(1)

    def _connect(self) -> None:
        for tile in self.tiles.values():
            tile.clicked.connect(self.tell_moment)
        self.more_button.clicked.connect(self._say_more)
        self.all_button.clicked.connect(self._show_all)


def _leading(button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
