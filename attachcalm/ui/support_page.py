"""Support: what helps when an exercise is not enough.  It needs no data, no rating, no login."""

from datetime import date

from PySide6.QtCore import Qt, Signal

from attachcalm.support.helplines import FINDER, Directory
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import secondary_button, sos_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class SupportPage(ScrollPage):
    """People and numbers first, then something steadying to do."""

    ground_me_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, icons: Icons, directory: Directory, today: date) -> None:
        super().__init__(
            "support",
            icons.keeper,
            self.tr("You do not have to do this alone"),
            self.tr("Nobody sees what you write or rate here. If you want help, reach out."),
        )
        self._icons = icons
        self.ground_button = sos_button(
            "support_ground", self.tr("Ground me now"), icons, "anchor", big=True
        )
        self.back_button = secondary_button("support_back", self.tr("Back"), icons, "arrow-left")
        self._arrange(directory, today)
        self.ground_button.clicked.connect(self.ground_me_wanted)
        self.back_button.clicked.connect(self.back_wanted)

    def _arrange(self, directory: Directory, today: date) -> None:
        keeper = self._icons.keeper
        danger = Card(
            "support_danger",
            keeper,
            self.tr("If you or someone else is in danger now"),
            self.tr("Call your emergency number. 112 works in much of the world."),
            kind="sos_soft",
            title_kind="title",
        )
        steady = Card(
            "support_steady",
            keeper,
            self.tr("Something steadying"),
            self.tr("Two minutes of looking around and arriving here."),
        )
        steady.body.addWidget(self.ground_button)
        steady.body.addWidget(self.back_button)
        steady.body.addStretch(1)
        columns = Columns("support_columns", keeper)
        columns.add(self._numbers(directory, today), 3)
        columns.add(steady, 2)
        self.body.addWidget(danger)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _numbers(self, directory: Directory, today: date) -> Card:
        card = Card("support_numbers", self._icons.keeper, self.tr("Helplines"))
        for place in directory.places:
            card.body.addWidget(words("label", f"{place.name} · {place.emergency}"))
            for helpline in place.lines:
                told = words("", f"{helpline.name}, {helpline.how} {helpline.number}")
                told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                card.body.addWidget(told)
            card.body.addWidget(line())
        finder = self.tr("Every other country: {finder} (needs the internet)")
        card.body.addWidget(words("", finder.format(finder=FINDER)))
        if directory.checked_on is not None:
            day = day_words(directory.checked_on)
            checked = self.tr("Numbers last checked on {day}.").format(day=day)
            if directory.is_old(today):
                checked += " " + self.tr("That is long ago: a number may have changed.")
            card.body.addWidget(words("small", checked))
        return card
