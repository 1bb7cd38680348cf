"""Home: how are you right now, help in a hard moment, and what was done lately."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.exercises.browse import offered
from attachcalm.exercises.card import Card as ExerciseCard
from attachcalm.exercises.card import Need
from attachcalm.exercises.library import Library
from attachcalm.store.recent import Recent
from attachcalm.ui.dates import day_words
from attachcalm.ui.exercise_row import ExerciseRow
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, primary_button, secondary_button, sos_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words
from attachcalm.ui.widgets.tile import Tile

OFFERED = 3
LATELY = 3


class HomePage(ScrollPage):
    """The first page.  It asks nothing that has to be answered."""

    exercise_chosen = Signal(object)  # the exercise's Card
    ground_me_wanted = Signal()
    breathe_wanted = Signal()
    need_chosen = Signal(object)  # Need: show all that fit
    take_up_wanted = Signal()
    rate_and_close_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, icons: Icons, library: Library, now: datetime) -> None:
        super().__init__("home", icons.keeper, _greeting(now), day_words(now.date()))
        self._icons = icons
        self._library = library
        self._lately: tuple[Recent, ...] = ()
        self.interrupted = Card("home_interrupted", icons.keeper, kind="soft")
        self.now_card = Card(
            "home_now", icons.keeper, self.tr("How are you right now?"), title_kind="title"
        )
        self.tiles = {
            Need.REVVED: Tile(
                "need_revved", self.tr("Too revved"), icons, "cloud-rain", above=True
            ),
            Need.FLAT: Tile("need_flat", self.tr("Too flat"), icons, "moon", above=True),
            Need.STEADY: Tile("need_steady", self.tr("Steady"), icons, "leaf", above=True),
        }
        self.offers = QWidget()
        self.all_button = ghost_button(
            "home_all", self.tr("Show all that fit"), icons, "chevron-right"
        )
        self.hard_card = Card(
            "home_hard",
            icons.keeper,
            self.tr("Hard moment?"),
            self.tr("Two minutes of grounding begin at once. No questions first."),
            kind="sos_soft",
        )
        self.ground_button = sos_button(
            "ground_me_now", self.tr("Ground me now"), icons, "anchor", big=True
        )
        self.breathe_button = secondary_button(
            "breathe_now", self.tr("Breathe with me"), icons, "wind"
        )
        self.lately_card = Card("home_lately", icons.keeper, self.tr("Lately"))
        self._arrange()
        self._connect()
        self._offer(None)

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show the last sittings, and one that was interrupted, if there is one."""
        self._lately = tuple(recent)
        open_one = next((sitting for sitting in recent if sitting.is_open), None)
        if open_one is not None and self.interrupted.body.count() == 1:  # its words alone so far
            self._arrange_interrupted()
        self.interrupted.setVisible(open_one is not None)
        if open_one is not None:
            title = self.tr("You were in the middle of {title}")
            self.interrupted.say(
                title.format(title=open_one.exercise_title), self.tr("Nothing of it is lost.")
            )
        self._show_lately()

    def set_library(self, library: Library) -> None:
        """Offer from this library from now on."""
        self._library = library
        self._offer(self._need())
        self._show_lately()

    # ------------------------------------------------------------ what is offered
    def _need(self) -> Need | None:
        return next((need for need, tile in self.tiles.items() if tile.isChecked()), None)

    def _need_clicked(self) -> None:
        self._offer(self._need())

    def _offer(self, need: Need | None) -> None:
        """Offer what fits the need."""
        empty(self._offer_column)
        cards = offered(self._library.cards, need, OFFERED)
        for card in cards:
            self._offer_column.addWidget(self._row(card))
        self.all_button.setVisible(bool(cards))

    def _show_lately(self) -> None:
        empty(self._lately_column)
        known = {card.id: card for card in self._library.cards}
        shown: dict[str, Recent] = {}
        for sitting in self._lately:
            if not sitting.is_open and sitting.exercise_id in known:
                shown.setdefault(sitting.exercise_id, sitting)
        if not shown:
            self._lately_column.addWidget(
                words(
                    "muted", self.tr("What you practise will stand here, ready to be done again.")
                )
            )
        for at, (exercise_id, sitting) in enumerate(list(shown.items())[:LATELY]):
            if at:
                self._lately_column.addWidget(line())
            row = self._row(known[exercise_id])
            row.line.setText(day_words(sitting.at.day))
            row.start.setText(self.tr("Again"))
            self._lately_column.addWidget(row)

    def _row(self, card: ExerciseCard) -> ExerciseRow:
        row = ExerciseRow(card, self._icons)
        row.started.connect(self.exercise_chosen)
        return row

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        self._arrange_now()
        self._lately_column = QVBoxLayout()
        self.lately_card.body.addLayout(self._lately_column)
        for widget in (self.ground_button, self.breathe_button):
            self.hard_card.body.addWidget(widget)
        self.hard_card.body.addWidget(words("small", self.tr("Ctrl+G starts it from any screen")))
        self.hard_card.body.addStretch(1)
        columns = Columns("home_columns", self._icons.keeper)
        columns.add(self.now_card, 5)
        columns.add(self.hard_card, 3)
        self.body.addWidget(self.interrupted)
        self.body.addWidget(columns)
        self.body.addWidget(self.lately_card)
        self.body.addStretch(1)
        self.interrupted.hide()

    def _arrange_interrupted(self) -> None:
        icons = self._icons
        """Make the ways to go on: most starts have no need of them."""
        go_on = primary_button("interrupted_go_on", self.tr("Go on"), icons, "play")
        rate = secondary_button("interrupted_rate", self.tr("Rate and close"), icons, "check")
        leave = ghost_button("interrupted_leave", self.tr("Leave it"), icons)
        go_on.clicked.connect(self.take_up_wanted)
        rate.clicked.connect(self.rate_and_close_wanted)
        leave.clicked.connect(self.leave_wanted)
        row = QHBoxLayout()
        for button in (go_on, rate, leave):
            row.addWidget(button)
        row.addStretch(1)
        self.interrupted.body.addLayout(row)

    def _arrange_now(self) -> None:
        tiles = Columns("need_tiles", self._icons.keeper, 480)
        for tile in self.tiles.values():
            tiles.add(tile)
        self._offer_column = QVBoxLayout(self.offers)
        self._offer_column.setContentsMargins(0, 0, 0, 0)
        self.now_card.body.addWidget(tiles)
        self.now_card.body.addWidget(words("label", self.tr("These may fit")))
        self.now_card.body.addWidget(self.offers)
        bottom = QHBoxLayout()
        bottom.addWidget(self.all_button)
        bottom.addStretch(1)
        self.now_card.body.addLayout(bottom)
        self.now_card.body.addStretch(1)

    def _connect(self) -> None:
        for tile in self.tiles.values():
            tile.clicked.connect(self._need_clicked)
        self.ground_button.clicked.connect(self.ground_me_wanted)
        self.breathe_button.clicked.connect(self.breathe_wanted)
        self.all_button.clicked.connect(self._show_all)

    def _show_all(self) -> None:
        self.need_chosen.emit(self._need())


def _greeting(now: datetime) -> str:
    if now.hour < 5 or now.hour >= 22:
        return translate("Hello, here is a quiet place")
    if now.hour < 12:
        return translate("Good morning")
    return translate("Good afternoon") if now.hour < 18 else translate("Good evening")


def translate(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("HomePage", text)
