"""Home: how are you right now, help in a hard moment, and what was done lately."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.exercises.card import Card as ExerciseCard
from attachcalm.exercises.card import Need
from attachcalm.exercises.library import Library
from attachcalm.store.recent import Recent
from attachcalm.ui.dates import day_words
from attachcalm.ui.exercise_row import ExerciseRow
from attachcalm.ui.icons import Icons
from attachcalm.ui.now_card import NowCard
from attachcalm.ui.widgets.buttons import ghost_button, primary_button, secondary_button, sos_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words

if TYPE_CHECKING:  # what the first picture does not need
    from attachcalm.suggestions import Now
    from attachcalm.ui.people_first import PeopleFirst

LATELY = 3
PEOPLE_AT = 1  # on the page: after its title


class HomePage(ScrollPage):
    """The first page.  It asks nothing that has to be answered."""

    exercise_chosen = Signal(object, str)  # the exercise's Card; a version's id, or empty
    ground_me_wanted = Signal()
    breathe_wanted = Signal()
    support_wanted = Signal()
    people_wanted = Signal()  # Support, at the person's own people
    take_up_wanted = Signal()
    rate_and_close_wanted = Signal()
    leave_wanted = Signal()
    check_in_wanted = Signal()

    def __init__(self, icons: Icons, library: Library, now: datetime) -> None:
        super().__init__("home", icons.keeper, _greeting(now), day_words(now.date()))
        self._icons = icons
        self._library = library
        self._lately: tuple[Recent, ...] = ()
        self.people: PeopleFirst | None = None  # made when it is first needed
        self.interrupted = Card("home_interrupted", icons.keeper, kind="soft")
        self.now_card = NowCard(icons)
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
        self.check_in_button = ghost_button(
            "home_check_in", self.tr("How is it now? Check in"), icons, "pencil"
        )
        self.lately_card = Card("home_lately", icons.keeper, self.tr("Lately"))
        self._arrange()
        self._connect()
        self.now_card.set_cards(library.cards)

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
        self.now_card.set_cards(library.cards)
        self._show_lately()

    def forget_moment(self) -> None:
        """An exercise began: how the person was before it is asked afresh after it."""
        self.now_card.forget()
        self._mind(None)

    def tell_people(self, sentence: str) -> None:
        """It may be a good moment to tell somebody: say so on top, until it is closed."""
        self._people_card().tell(sentence)

    def show_offer(self, offer: QWidget) -> None:
        """Put a quiet offer above what was done lately."""
        from attachcalm.ui.widgets.tab_order import follow

        self.body.insertWidget(self.body.indexOf(self.lately_card), offer)
        follow(self.check_in_button, offer)

    def take_focus_back(self) -> None:
        """What had the keyboard goes away."""
        self.check_in_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mind(self, now: "Now | None") -> None:
        distress = now.distress if now else None
        if distress is not None or self.people is not None:
            self._people_card().mind(distress)

    def _people_card(self) -> "PeopleFirst":
        if self.people is None:
            from attachcalm.ui.people_first import PeopleFirst
            from attachcalm.ui.widgets.tab_order import lead_in

            self.people = PeopleFirst(self._icons)
            self.body.insertWidget(PEOPLE_AT, self.people)
            lead_in(self.people, self.now_card.tiles[Need.REVVED])
            self.people.support_wanted.connect(self.support_wanted)
            self.people.people_wanted.connect(self.people_wanted)
            self.people.came_up.connect(self._scroll_up)
        return self.people

    def _scroll_up(self) -> None:
        self.verticalScrollBar().setValue(0)

    # ------------------------------------------------------------ lately
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
        row.started.connect(self._again)
        return row

    def _again(self, card: ExerciseCard) -> None:
        self.exercise_chosen.emit(card, "")

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
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
        self.interrupted.hide()
        self.body.addWidget(columns)
        self.body.addWidget(self.check_in_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.lately_card)
        self.body.addStretch(1)

    def _arrange_interrupted(self) -> None:
        """Make the ways to go on: most starts have no need of them."""
        icons = self._icons
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

    def _connect(self) -> None:
        self.now_card.exercise_chosen.connect(self.exercise_chosen)
        self.now_card.moment_told.connect(self._mind)
        self.ground_button.clicked.connect(self.ground_me_wanted)
        self.breathe_button.clicked.connect(self.breathe_wanted)
        self.check_in_button.clicked.connect(self.check_in_wanted)


def _greeting(now: datetime) -> str:
    if now.hour < 5 or now.hour >= 22:
        return translate("Hello, here is a quiet place")
    if now.hour < 12:
        return translate("Good morning")
    return translate("Good afternoon") if now.hour < 18 else translate("Good evening")


def translate(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("HomePage", text)
