"""After an exercise: rate again, or not, and see in words and as a stick what changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from attachcalm.insight.sentences import Offer, after_sentences, offers_after
from attachcalm.journal.entry import Entry
from attachcalm.ui.change_view import ChangeView
from attachcalm.ui.icons import Icons
from attachcalm.ui.rating_panel import RatingPanel
from attachcalm.ui.widgets.buttons import ghost_button, primary_button, secondary_button
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
        self.ground_button = secondary_button(
            "after_ground", self.tr("Look around the room, 2 min"), icons, "anchor"
        )
        self.contact_button = secondary_button(
            "after_contact", self.tr("Contact someone"), icons, "user-round"
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def ask(self, with_security: bool) -> None:
        """Ask for the rating."""
        self._stack.setCurrentWidget(self._rating_page)
        self.rating.ask(with_security)
        self.rating.take_focus()

    def show_entry(self, entry: Entry) -> None:
        """Say what the ratings say."""
        self.sentence.setText("\n\n".join(after_sentences(entry)))
        self.change.show_entry(entry)
        self.change.setVisible(entry.change is not None)
        offers = offers_after(entry)
        self.ground_button.setVisible(Offer.ORIENT_ROOM in offers)
        wanted = Offer.SUPPORT in offers
        self.contact_button.setVisible(wanted)
        self.support_button.setProperty("kind", "secondary" if wanted else "ghost")
        self.support_button.style().polish(self.support_button)
        self._stack.setCurrentWidget(self._result_page)
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        buttons = FlowRow("after_buttons", self._icons.keeper)
        for button in (
            self.done_button, self.ground_button, self.contact_button, self.support_button,
            self.trends_button,
        ):  # fmt: skip
            buttons.add(button)
        self.result.body.addWidget(self.sentence)
        self.result.body.addWidget(self.change)
        self.result.body.addWidget(buttons)
        self._rating_page = _page(self.rating)
        self._result_page = _page(self.result)
        self._stack.addWidget(self._rating_page)
        self._stack.addWidget(self._result_page)
        self.body.addWidget(self._stack)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.rating.rated.connect(self.rated)
        self.done_button.clicked.connect(self.done)
        self.trends_button.clicked.connect(self.trends_wanted)
        self.support_button.clicked.connect(self.support_wanted)
        self.ground_button.clicked.connect(self.ground_me_wanted)
        self.contact_button.clicked.connect(self.contact_wanted)


def _page(card: Card) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    return page
