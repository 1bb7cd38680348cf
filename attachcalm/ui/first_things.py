"""Between a high rating and the exercise: people first, and what is mild enough one click away."""

from PySide6.QtCore import Qt, Signal

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, secondary_button, sos_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class FirstThings(ScrollPage):
    """Shown after the rating is on disk.  It holds nobody back from people, nor from practice."""

    support_wanted = Signal()
    go_on_wanted = Signal()
    all_the_same_wanted = Signal()
    health_wanted = Signal()
    closed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("first_things", icons.keeper, "")
        self._icons = icons
        self.card = Card("first_things_card", icons.keeper, title_kind="title", kind="sos_soft")
        self.reason = words("", "", "first_things_reason")
        self.support = sos_button("first_things_support", self.tr("Open Support"), icons, big=True)
        self.go_on = secondary_button("first_things_go_on", "", icons, "play")
        self.all_the_same = ghost_button(
            "first_things_all_the_same", self.tr("Begin all the same"), icons
        )
        self.answers = ghost_button(
            "first_things_answers", self.tr("Look at my answers"), icons, "list"
        )
        self.close_button = ghost_button("first_things_close", self.tr("Not now"), icons)
        self._arrange()
        self._connect()

    def show_support_first(self, exercise: str, emergency: str) -> None:
        """A 9, a 10, or "I might not be safe": people come before practice."""
        self.say(self.tr("This is a lot to carry"))
        self.card.say(self.tr("You matter to people, and help exists."), emergency)
        self.reason.setText(
            self.tr("Your rating is kept here. Nobody sees it unless you send it to somebody.")
        )
        self._offer(self.tr("Go on to {title}"), exercise, support_first=True)

    def show_instead(
        self, reason: str, instead: str, *, passes: bool, may_begin: bool = False
    ) -> None:
        """The exercise does not fit this moment or this person: say why, and offer another.

        `passes`: the reason is the rating of this moment, and no answer would change it.
        `may_begin`: the person may begin it all the same.  `instead` is empty where nothing fits.
        """
        self.say(self.tr("Something else first"))
        self.card.say(reason)
        self.reason.setText(self.tr("It stays in your exercises for another moment."))
        self._offer(self.tr("Begin {title}"), instead, support_first=not instead)
        self.answers.setVisible(not passes)
        self.all_the_same.setVisible(may_begin)

    def _offer(self, go_on: str, title: str, *, support_first: bool) -> None:
        """Without a title there is nothing that fits, and people are what is left."""
        self.go_on.setText(go_on.format(title=title))
        self.go_on.setHidden(not title)
        self.answers.hide()
        self.all_the_same.hide()
        first = self.support if support_first else self.go_on
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self.card.body.addWidget(self.reason)
        self.card.body.addWidget(self.support)
        row = FlowRow("first_things_row", self._icons.keeper)
        row.add(self.go_on)
        row.add(self.all_the_same)
        row.add(self.answers)
        row.add(self.close_button)
        self.card.body.addWidget(row)
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.support.clicked.connect(self.support_wanted)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.all_the_same.clicked.connect(self.all_the_same_wanted)
        self.answers.clicked.connect(self.health_wanted)
        self.close_button.clicked.connect(self.closed)
