"""Finding words for a feeling: by family, by searching, or in words of one's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from attachcalm.diary import each_once, one_word
from attachcalm.feelings import Families, feelings_of, found
from attachcalm.journal.page import LONGEST_WORD, MOST_WORDS
from attachcalm.ui.check_in_words import in_short
from attachcalm.ui.chosen_words import ChosenWords
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, pill_choice, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words
from attachcalm.ui.word_pills import WordPills


class FeelingsCard(Card):
    """Several words can be chosen, and none has to be."""

    changed = Signal()
    filled = Signal()  # there are other controls in it now

    def __init__(self, icons: Icons, families: Families) -> None:
        super().__init__("feelings", icons.keeper)
        self.say(
            self.tr("Words for it"),
            self.tr("As many as fit, also ones that do not go together. Your own are welcome."),
        )
        self._icons = icons
        self._families = families
        self._meanings = {one.word.casefold(): one for one in feelings_of(families)}
        self._own: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self.search = QLineEdit()
        self.add_button = compact(secondary_button("feelings_add", "", icons, "check"))
        self.families = QButtonGroup(self)
        self.pills = WordPills("feeling", icons)
        self.meaning = words("muted", "", "feelings_meaning")
        self.chosen = ChosenWords("feelings_chosen", icons)
        self._make()
        self._arrange()
        self._connect()

    def words(self) -> tuple[str, ...]:
        """The words that were chosen, in the order of choosing."""
        return self._chosen

    def set_words(self, chosen: tuple[str, ...]) -> None:
        """Begin with these, without telling anybody."""
        self.search.clear()
        checked = self.families.checkedButton()
        if checked is not None:
            self.families.setExclusive(False)
            checked.setChecked(False)
            self.families.setExclusive(True)
        self._show_chosen(chosen)
        self._offer()

    def set_own(self, own: tuple[str, ...]) -> None:
        """Offer these too: words of the person's own, from before."""
        if own != self._own:
            self._own = own
            self.families.buttons()[-1].setVisible(bool(own))
            self._offer()

    @property
    def listed(self) -> list[str]:
        """The words of the list."""
        return [one.word for one in feelings_of(self._families)]

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        families = self.families.buttons()
        chips = self.chosen.chips
        return [*chips, self.search, self.add_button, *families, *self.pills.pills]

    # ------------------------------------------------------------ what is offered
    def _offer(self) -> None:
        """The words that were searched, or those of the family."""
        text, family = one_word(self.search.text()), self.families.checkedId()
        if text:
            own = [word for word in self._own if word.casefold().startswith(text.casefold())]
            offered = [(one.word, one.meaning) for one in found(self._families, text)]
            offered += [(word, "") for word in own]
        elif family == len(self._families):
            offered = [(word, "") for word in self._own]
        elif family >= 0:
            offered = [(one.word, one.meaning) for one in self._families[family].feelings]
        else:
            offered = []
        self.pills.show_words(offered, self._chosen)
        self.pills.setVisible(bool(offered))
        self._family_row.setHidden(bool(text))  # a search looks through all of them
        self.add_button.setText(self.tr("Add “{word}”").format(word=in_short(text)))
        self.add_button.setAccessibleName(self.tr("Add {word}").format(word=text))
        self.add_button.setVisible(bool(text))
        self._say_how(offered=bool(offered), searched=bool(text))
        self.filled.emit()

    def _say_how(self, *, offered: bool, searched: bool) -> None:
        if offered:
            told = self.tr("Rest on a word, and what it means stands here.")
        elif searched:
            told = self.tr("It is not in the list. You can add it as a word of your own.")
        else:
            told = self.tr("Choose a family, or begin to write.")
        self.meaning.setText(told)

    def _tell_meaning(self, word: str) -> None:
        known = self._meanings.get(word.casefold())
        meaning = known.meaning if known else self.tr("A word of your own.")
        self.meaning.setText(f"{word}: {meaning}")

    # ------------------------------------------------------------ what is chosen
    def _show_chosen(self, chosen: tuple[str, ...]) -> None:
        self._chosen = chosen
        self.chosen.show_words(chosen)
        self.pills.mark(chosen)

    def _switch(self, word: str, on: bool) -> None:
        others = tuple(one for one in self._chosen if one.casefold() != word.casefold())
        self._show_chosen(each_once((*others, word)) if on else others)
        self.filled.emit()
        self.changed.emit()

    def _take_out(self, word: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed goes away
        self._switch(word, on=False)

    def _add(self) -> None:
        """Add what is written; a listed word is the listed one."""
        text = one_word(self.search.text())
        if not text or len(self._chosen) >= MOST_WORDS:
            return
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes away
        self.search.clear()
        known = self._meanings.get(text.casefold())
        self._switch(known.word if known else text, on=True)

    # ------------------------------------------------------------ arrangement
    def _make(self) -> None:
        self.search.setObjectName("feelings_search")
        self.search.setAccessibleName(self.tr("Search a word, or write your own"))
        self.search.setPlaceholderText(self.tr("Search a word, or write your own"))
        self.search.setMaxLength(LONGEST_WORD)
        for at, family in enumerate(self._families):
            self.families.addButton(pill_choice(f"family_{family.id}", family.title), at)
        own = pill_choice("family_own", self.tr("My own"), self.tr("Words of my own, from before"))
        self.families.addButton(own, len(self._families))

    def _arrange(self) -> None:
        self._family_row = FlowRow("feelings_families", self._icons.keeper, gap=8)
        for button in self.families.buttons():
            self._family_row.add(button)
        self.families.buttons()[-1].hide()
        self.body.addWidget(self.chosen)
        self.body.addWidget(self.search)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._family_row)
        self.body.addWidget(self.pills)
        self.body.addWidget(self.meaning)
        self._show_chosen(())
        self._offer()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._offer)
        self.search.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.families.idClicked.connect(self._offer)
        self.pills.switched.connect(self._switch)
        self.pills.looked_at.connect(self._tell_meaning)
        self.chosen.taken_out.connect(self._take_out)
