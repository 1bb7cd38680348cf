"""What was going on, in the person's own tags."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from attachcalm.diary import each_of, each_once, one_word
from attachcalm.journal.page import LONGEST_WORD
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.word_pills import WordPills

MOST_OFFERED = 24


class TagsCard(Card):
    """Some are offered; whatever is written stays among them."""

    changed = Signal()
    filled = Signal()  # there are other controls in it now

    def __init__(self, icons: Icons) -> None:
        super().__init__("tags", icons.keeper)
        self.say(self.tr("What is going on"), self.tr("It can show later what goes with what."))
        self._icons = icons
        self._own: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self.pills = WordPills("tag", icons)
        self.field = QLineEdit()
        self.add_button = compact(
            secondary_button("tags_add", self.tr("Add this tag"), icons, "check")
        )
        self._arrange()
        self._connect()
        self._offer()

    def tags(self) -> tuple[str, ...]:
        """The tags that were chosen."""
        return self._chosen

    def set_tags(self, chosen: tuple[str, ...]) -> None:
        """Begin with these, without telling anybody."""
        self._chosen = chosen
        self.field.clear()
        self._offer()

    def set_own(self, own: tuple[str, ...]) -> None:
        """Offer these first: tags of the person's own, from before."""
        if own != self._own:
            self._own = own
            self._offer()

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        return [*self.pills.pills, self.field, self.add_button]

    def _first_offers(self) -> tuple[str, ...]:
        return (
            self.tr("work"), self.tr("sleep"), self.tr("alone"), self.tr("with others"),
            self.tr("family"), self.tr("partner"), self.tr("body, pain"), self.tr("food, alcohol"),
        )  # fmt: skip

    def _offer(self) -> None:
        offered = each_of((*self._own, *self._first_offers()))[:MOST_OFFERED]
        shown = each_of((*offered, *self._chosen))
        self.pills.show_words([(tag, "") for tag in shown], self._chosen)
        self.filled.emit()

    def _switch(self, tag: str, on: bool) -> None:
        others = tuple(one for one in self._chosen if one.casefold() != tag.casefold())
        self._chosen = each_once((*others, tag)) if on else others
        self.changed.emit()

    def _add(self) -> None:
        tag = one_word(self.field.text())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if tag:
            self.field.clear()
            self._switch(tag, on=True)
            self._offer()

    def _arrange(self) -> None:
        self.field.setObjectName("tags_own")
        self.field.setAccessibleName(self.tr("A tag of your own"))
        self.field.setPlaceholderText(self.tr("A tag of your own"))
        self.field.setMaxLength(LONGEST_WORD)
        self.field.setMinimumWidth(self._icons.keeper.look.px(220))
        row = FlowRow("tags_adding", self._icons.keeper)
        row.add(self.field)
        row.add(self.add_button)
        self.body.addWidget(self.pills)
        self.body.addWidget(row)

    def _connect(self) -> None:
        self.pills.switched.connect(self._switch)
        self.field.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
