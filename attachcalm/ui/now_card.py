"""Home's first card: two taps place the moment, and what fits is offered with its reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from attachcalm.exercises.browse import offered
from attachcalm.exercises.card import Card as ExerciseCard
from attachcalm.exercises.card import Need
from attachcalm.ui.icons import Icons
from attachcalm.ui.offers import SHOWN, Offers
from attachcalm.ui.widgets.buttons import compact, ghost_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.text import words
from attachcalm.ui.widgets.tile import Tile

if TYPE_CHECKING:  # what the first picture does not need
    from attachcalm.suggestions import Now, Suggestion
    from attachcalm.ui.moment_panel import MomentPanel

MOMENT_AT = 2  # in the card: after its words and the tiles


class NowCard(Card):
    """Until the record is read it offers what fits the need; from then on what fits the person."""

    exercise_chosen = Signal(object, str)  # the exercise's Card; a version's id, or empty
    need_chosen = Signal(object)  # Need or None: show all that fit
    moment_told = Signal(object)  # Now, or None: what the person said of this moment
    remarked = Signal(object, str, str)  # RemarkKind, its value, the exercise's id

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "home_now", icons.keeper, self.tr("How are you right now?"), title_kind="title"
        )
        self._icons = icons
        self._cards: Sequence[ExerciseCard] = ()
        self._knows = False  # whether the record was read
        self.tiles = {
            Need.REVVED: Tile(
                "need_revved", self.tr("Too revved"), icons, "cloud-rain", above=True
            ),
            Need.FLAT: Tile("need_flat", self.tr("Too flat"), icons, "moon", above=True),
            Need.STEADY: Tile("need_steady", self.tr("Steady"), icons, "leaf", above=True),
        }
        self.offers_title = words("label", self.tr("These may fit"))
        self.more_button = compact(
            ghost_button("home_more", self.tr("Say more"), icons, "sliders-horizontal")
        )
        self.moment: MomentPanel | None = None  # made when more is to be said
        self.offers = Offers(icons)
        self.all_button = ghost_button(
            "home_all", self.tr("Show all that fit"), icons, "chevron-right"
        )
        self._arrange()
        self._connect()

    def set_cards(self, cards: Sequence[ExerciseCard]) -> None:
        """Offer from these from now on."""
        self._cards = cards
        if not self._knows:
            self._offer()

    def show_suggestions(
        self, suggestions: "Sequence[Suggestion]", thumbs: Mapping[str, str] | None
    ) -> None:
        """Offer these, each with its reason, now that the record was read."""
        self._knows = True
        self.offers.show_suggestions(suggestions, thumbs)
        self.all_button.setVisible(not self.offers.rests)

    def now(self) -> "Now | None":
        """Where the person is, as far as they said; None before anything was."""
        need = self._need()
        if self.moment is None and need is None:
            return None
        from attachcalm.suggestions import Now

        said = self.moment.now() if self.moment else Now()
        return replace(said, need=need)

    def forget(self) -> None:
        """An exercise began: what was true before it is not said of what comes after."""
        if self.moment is not None:
            self.moment.forget()
            self.moment.hide()
        for tile in self.tiles.values():
            tile.setAutoExclusive(False)
            tile.setChecked(False)
            tile.setAutoExclusive(True)

    # ------------------------------------------------------------ what the person says
    def _need(self) -> Need | None:
        return next((need for need, tile in self.tiles.items() if tile.isChecked()), None)

    def _tell(self) -> None:
        self.offers.wake()
        if not self._knows:
            self._offer()
        self.moment_told.emit(self.now())

    def _tile_clicked(self) -> None:
        """The word is newer than a number that says otherwise."""
        now, need = self.now(), self._need()
        if self.moment is not None and now is not None and now.wants is not need:
            self.moment.energy.set_value(None)  # tells
        else:
            self._tell()

    def _moment_changed(self) -> None:
        """A number for energy says one of the three words too."""
        now = self.now()
        if now is not None and now.energy is not None and now.wants is not None:
            self.tiles[now.wants].setChecked(True)
        self._tell()

    def _say_more(self) -> None:
        if self.moment is None:
            from attachcalm.ui.moment_panel import MomentPanel

            self.moment = MomentPanel(self._icons)
            self.moment.changed.connect(self._moment_changed)
            self.body.insertWidget(MOMENT_AT, self.moment)
            self.moment.show()  # now, and not a turn later: Tab goes there next
            self._order_tabs()
        else:
            self.moment.setVisible(not self.moment.isVisible())

    def _offer(self) -> None:
        """Offer what fits the need."""
        cards = offered(self._cards, self._need(), SHOWN)
        self.offers.show_cards(cards)
        self.all_button.setVisible(bool(cards))

    def _show_all(self) -> None:
        self.need_chosen.emit(self._need())

    # ------------------------------------------------------------ arrangement
    def _rest(self, rests: bool) -> None:
        for widget in (self.offers_title, self.more_button, self.all_button):
            widget.setVisible(not rests)
        if rests and self.moment is not None:
            self.moment.hide()

    def _order_tabs(self) -> None:
        """What was made last stands in the middle of the card."""
        if not self._knows and self.moment is None:
            return  # as it was made
        from attachcalm.ui.widgets.tab_order import follow

        last = follow(self.tiles[Need.STEADY], self.more_button)
        if self.moment is not None:
            last = follow(last, self.moment)
        follow(follow(last, self.offers), self.all_button)

    def _arrange(self) -> None:
        tiles = Columns("need_tiles", self._icons.keeper, 480)
        for tile in self.tiles.values():
            tiles.add(tile)
        self.body.addWidget(tiles)
        head = QHBoxLayout()
        head.addWidget(self.offers_title, 1)
        head.addWidget(self.more_button)
        self.body.addLayout(head)
        self.body.addWidget(self.offers)
        self.body.addLayout(_leading(self.all_button))
        self.body.addStretch(1)

    def _connect(self) -> None:
        for tile in self.tiles.values():
            tile.clicked.connect(self._tile_clicked)
        self.more_button.clicked.connect(self._say_more)
        self.all_button.clicked.connect(self._show_all)
        self.offers.started.connect(self.exercise_chosen)
        self.offers.remarked.connect(self.remarked)
        self.offers.rested.connect(self._rest)
        self.offers.filled.connect(self._order_tabs)


def _leading(button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
