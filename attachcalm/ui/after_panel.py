"""After an exercise: rate again, or not, and see in words and as a stick what changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.insight.sentences import after_sentences, offers_after
from attachcalm.journal.entry import Entry
from attachcalm.ui.change_view import ChangeView
from attachcalm.ui.four_ways import FourWays
from attachcalm.ui.icons import Icons
from attachcalm.ui.rating_panel import RatingPanel
from attachcalm.ui.side_effect_panel import SideEffectPanel
from attachcalm.ui.tokens import GAP
from attachcalm.ui.widgets.buttons import (
    compact,
    ghost_button,
    primary_button,
    secondary_button,
    sos_button,
)
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words

WIDTH = 720


class AfterPanel(ScrollPage):
    """First the rating, then what it says; both on one quiet page."""

    rated = Signal(object)  # Mood, or None when skipped
    trends_wanted = Signal()
    support_wanted = Signal()
    contact_wanted = Signal()
    ground_me_wanted = Signal()
    words_wanted = Signal()  # the person's own words, where one was kept
    more_wanted = Signal(object)  # the Entry of which more is to be said
    done = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("after", icons.keeper, self.tr("After the exercise"))
        self._icons = icons
        self.rating = RatingPanel(
            "after_rating",
            icons,
            self.tr("How are you now?"),
            self.tr("Save rating"),
            self.tr("Finish without rating"),
        )
        self.result = Card("after_result", icons.keeper, self.tr("Your ratings"),
                           title_kind="title")  # fmt: skip
        self.sentence = words("", "", "after_sentence")
        self.change = ChangeView(icons)
        self.done_button = primary_button("after_done", self.tr("Done for today"), icons, "check")
        self.trends_button = secondary_button(
            "after_trends", self.tr("See it on Trends"), icons, "chart-line"
        )
        self.support_button = ghost_button("after_support", self.tr("Support"), icons, "life-buoy")
        self.more_button = compact(ghost_button(
            "after_more", self.tr("Add words, tags or a note"), icons, "pencil"
        ))  # fmt: skip
        self.more_kept = words("ok", self.tr("Kept beside this exercise."), "after_more_kept")
        self.words_told = words("", self.tr(
            "What you told it is kept with your words, where you can change it or take it out."
        ), "after_words_told")  # fmt: skip
        self.words_button = compact(ghost_button(
            "after_words", self.tr("My words and people"), icons, "heart-handshake"
        ))  # fmt: skip
        self._entry: Entry | None = None
        self.people = Card("after_people", icons.keeper, kind="sos_soft", title_kind="heading")
        self.people_button = sos_button(
            "after_people_support", self.tr("Open Support"), icons, big=True
        )
        self.ways = FourWays("after_ways", icons)
        self.side_effects = SideEffectPanel(icons)
        self._arrange()
        self._connect()

    def ask(self, with_security: bool) -> None:
        """Ask for the rating."""
        self._show(self._rating_page)
        self.rating.ask(with_security)
        self.rating.take_focus()

    def show_entry(self, entry: Entry, emergency: str = "") -> None:
        """Say what the ratings say; with `emergency`, which number to call, people come first."""
        self._entry = entry
        self.more_kept.hide()
        for widget in (self.words_told, self.words_button):
            widget.setVisible(any(answer.keep_as for answer in entry.answers))
        self.sentence.setText("\n\n".join(after_sentences(entry)))
        self.change.show_entry(entry)
        self.change.setVisible(entry.change is not None)
        self.people.say(self.tr("You matter to people, and help exists."), emergency)
        self.people.setVisible(bool(emergency))
        harder = bool(emergency) or bool(offers_after(entry))
        self.ways.setVisible(harder)
        self.done_button.setHidden(harder)
        self.support_button.setHidden(harder)
        self.side_effects.open()
        self.verticalScrollBar().setValue(0)
        self._show(self._result_page)
        self._take_focus(people_first=bool(emergency), harder=harder)

    def say_more_kept(self) -> None:
        """More was said of it, and it is kept."""
        self.more_kept.show()
        self.more_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_more(self) -> None:
        self.more_wanted.emit(self._entry)

    def _show(self, shown: QWidget) -> None:
        """One at a time; a stack would be as high as the higher of them."""
        shown.show()
        for page in (self._rating_page, self._result_page):
            page.setVisible(page is shown)

    def _take_focus(self, *, people_first: bool, harder: bool) -> None:
        if harder and not people_first:
            self.ways.take_focus()
            return
        first = self.people_button if people_first else self.done_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        buttons = FlowRow("after_buttons", self._icons.keeper)
        for button in (self.done_button, self.support_button, self.trends_button):
            buttons.add(button)
        self.people.body.addWidget(self.people_button)
        self.result.body.addWidget(self.sentence)
        self.result.body.addWidget(self.change)
        self.result.body.addWidget(self.ways)
        self.result.body.addWidget(buttons)
        self.result.body.addWidget(self.more_kept)
        self.result.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.result.body.addWidget(self.words_told)
        self.result.body.addWidget(self.words_button, 0, Qt.AlignmentFlag.AlignLeading)
        gap = self._icons.keeper.look.px(GAP)
        self._rating_page = _page(gap, self.rating)
        self._result_page = _page(gap, self.people, self.result, self.side_effects)
        for page in (self._rating_page, self._result_page):
            self.body.addWidget(page)
        self._result_page.hide()
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.rating.rated.connect(self.rated)
        self.done_button.clicked.connect(self.done)
        self.more_button.clicked.connect(self._say_more)
        self.words_button.clicked.connect(self.words_wanted)
        self.trends_button.clicked.connect(self.trends_wanted)
        self.support_button.clicked.connect(self.support_wanted)
        self.people_button.clicked.connect(self.support_wanted)
        self.ways.steady_wanted.connect(self.ground_me_wanted)
        self.ways.contact_wanted.connect(self.contact_wanted)
        self.ways.support_wanted.connect(self.support_wanted)
        self.ways.closed.connect(self.done)


def _page(gap: int, *cards: Card) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return page
