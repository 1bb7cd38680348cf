"""Before an exercise: what it is, which version, and the rating that can be skipped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from attachcalm.exercises.card import Version
from attachcalm.exercises.library import Library
from attachcalm.exercises.model import Breathe, Exercise
from attachcalm.journal.mood import Mood
from attachcalm.support import side_effects
from attachcalm.support.gates import verdict, versions_for
from attachcalm.support.own import Own
from attachcalm.ui import texts
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.rating_panel import RatingPanel
from attachcalm.ui.rules_view import rule_words
from attachcalm.ui.side_effects_card import SideEffectsCard
from attachcalm.ui.waiting_card import WaitingCard
from attachcalm.ui.widgets.buttons import ghost_button, pill_choice, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class BeforePanel(ScrollPage):
    """Everything that is good to know beforehand, on one page with one button.

    What an answer or a gate keeps back is not begun here: its reason stands in place of the rating.
    The rules of this moment's rating come after it, when it is on disk.
    """

    begun = Signal(object, object, bool)  # Version, Mood or None, "I might not be safe"
    left = Signal()
    instead_wanted = Signal(str)  # the id of the exercise that fits
    health_wanted = Signal()
    side_effects_read = Signal()
    breath_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("before", icons.keeper, "")
        self._icons = icons
        self._exercise: Exercise | None = None
        self._own = Own()  # nothing is answered: the careful set, until it is known better
        self._library = Library()
        self._versions: tuple[Version, ...] = ()
        self.back = ghost_button("before_back", self.tr("Back"), icons, "arrow-left")
        self.about = Card("before_about", icons.keeper, " ")
        self.note = Card("before_note", icons.keeper, kind="soft")
        self.waiting = WaitingCard(icons)
        self.side_effects = SideEffectsCard(icons)
        self.breath = secondary_button(
            "before_breath", self.tr("Fit the breath to me"), icons, "wind"
        )
        self.rating = RatingPanel(
            "before_rating",
            icons,
            self.tr("How are you right now?"),
            self.tr("Begin"),
            self.tr("Begin without rating"),
        )
        self._version_list = QWidget()
        self._version_row = QVBoxLayout(self._version_list)
        self._cautions = QVBoxLayout()
        self._arrange()
        self._connect()

    def set_own(self, own: Own) -> None:
        """Go by these answers, by what a therapist opened, and by what was told already."""
        self._own = own
        if self._exercise is not None:
            self._show_versions(self.chosen_version())
            self._show_first()

    def set_library(self, library: Library) -> None:
        """Name what fits instead from this library."""
        self._library = library
        if self._exercise is not None:
            self._show_first()

    def open(self, exercise: Exercise, version: Version, *, spoken: bool = True) -> None:
        """Show this exercise, with this version chosen and nothing rated."""
        self._exercise = exercise
        told = [exercise.card.summary, texts.card_words(exercise.card)]
        if not spoken:
            told.append(self.tr("No voice for this one yet: its words stand on the screen."))
        self.say(exercise.title, "\n".join(told))
        self._show_versions(version)
        self._show_cautions(exercise)
        self.rating.ask(exercise.card.asks_security)
        self._show_first()
        self.verticalScrollBar().setValue(0)
        self._take_focus()

    def chosen_version(self) -> Version:
        """The version that is marked."""
        buttons = self._version_list.findChildren(QRadioButton)
        at = next((at for at, button in enumerate(buttons) if button.isChecked()), 0)
        return self._versions[at]

    # ------------------------------------------------------------ what is shown
    def _show_first(self) -> None:
        """The reason why it waits, or what to know before the first time, or the rating."""
        assert self._exercise is not None  # noqa: S101 - it was opened before anything is shown
        card = self._exercise.card
        told = verdict(card, self._own.health, self._own.unlocked)
        is_new = self._own.told_of_side_effects is None and side_effects.speaks_of(card)
        known = {other.id: other for other in self._library.cards}
        self.waiting.show_verdict(told, known.get(told.instead))
        self.waiting.setHidden(told.allowed)
        self.side_effects.setVisible(told.allowed and is_new)
        self.rating.setVisible(told.allowed and not is_new)
        self.note.say(rule_words(told.note))
        self.note.setVisible(bool(told.note))
        self.about.say(self.tr("Which version?") if told.allowed else "")
        self._version_list.setVisible(told.allowed)
        self.breath.setVisible(told.allowed and _breathes(self._exercise))

    def _show_versions(self, chosen: Version) -> None:
        assert self._exercise is not None  # noqa: S101 - it was opened before anything is shown
        self._versions = versions_for(self._exercise.card, self._own.health)
        empty(self._version_row)
        for offered in self._versions:
            button = pill_choice(f"version_{offered.id}", texts.version_words(offered))
            button.setChecked(offered == chosen)
            self._version_row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        if chosen not in self._versions:
            self._version_list.findChildren(QRadioButton)[0].setChecked(True)

    def _show_cautions(self, exercise: Exercise) -> None:
        empty(self._cautions)
        for caution in exercise.cautions:
            self._cautions.addWidget(words("muted", caution))
        tag = texts.evidence_words(exercise.card.evidence)
        self._cautions.addWidget(words("small", f"{tag}: {exercise.about.evidence_sentence}"))
        reviewed = self.tr("Sources: {sources}. Reviewed {day}.").format(
            sources="; ".join(exercise.about.sources) or self.tr("none"),
            day=day_words(exercise.about.reviewed),
        )
        self._cautions.addWidget(words("small", reviewed))

    def _take_focus(self) -> None:
        """Put the keyboard on what comes first; what is to be read is read before its button."""
        if not self.side_effects.isHidden():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # the arrows scroll, Tab goes on
            return
        for first in (self.waiting, self.rating):
            if not first.isHidden():
                first.take_focus()

    # ------------------------------------------------------------ what is told
    def _read(self) -> None:
        self.side_effects_read.emit()
        self._take_focus()

    def _say_unsafe(self, mood: Mood | None) -> None:
        self.begun.emit(self.chosen_version(), mood, True)

    def _begin(self, mood: Mood | None) -> None:
        self.begun.emit(self.chosen_version(), mood, False)

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        self._version_row.setContentsMargins(0, 0, 0, 0)
        self.about.body.addWidget(self._version_list)
        self.about.body.addWidget(self.breath, 0, Qt.AlignmentFlag.AlignLeading)
        self.about.body.addWidget(words("heading", self.tr("Good to know")))
        self.about.body.addLayout(self._cautions)
        self.about.body.addStretch(1)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.waiting, self.side_effects, self.rating):
            column.addWidget(card)
            card.setHidden(card is not self.rating)
        columns = Columns("before_columns", self._icons.keeper)
        columns.add(first, 3)
        columns.add(self.about, 2)
        self.body.insertLayout(0, head)
        for widget in (self.note, columns):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.breath.clicked.connect(self.breath_wanted)
        self.rating.rated.connect(self._begin)
        self.rating.unsafe_said.connect(self._say_unsafe)
        self.waiting.instead_wanted.connect(self.instead_wanted)
        self.waiting.health_wanted.connect(self.health_wanted)
        self.side_effects.was_read.connect(self._read)


def _breathes(exercise: Exercise) -> bool:
    return any(isinstance(part, Breathe) for step in exercise.steps for part in step.parts)
