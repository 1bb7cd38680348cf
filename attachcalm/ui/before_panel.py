"""Before an exercise: what it is, which version, and the rating that can be skipped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from attachcalm.exercises.card import Version
from attachcalm.exercises.model import Exercise
from attachcalm.journal.mood import Mood
from attachcalm.ui import texts
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.rating_panel import RatingPanel
from attachcalm.ui.widgets.buttons import ghost_button, pill_choice
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class BeforePanel(ScrollPage):
    """Everything that is good to know beforehand, on one page with one button."""

    begun = Signal(object, object, bool)  # Version, Mood or None, "I might not be safe"
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("before", icons.keeper, "")
        self._icons = icons
        self._exercise: Exercise | None = None
        self.back = ghost_button("before_back", self.tr("Back"), icons, "arrow-left")
        self.about = Card("before_about", icons.keeper, self.tr("Which version?"))
        self.rating = RatingPanel(
            "before_rating",
            icons,
            self.tr("How are you right now?"),
            self.tr("Begin"),
            self.tr("Begin without rating"),
        )
        self._versions = QWidget()
        self._version_row = QVBoxLayout(self._versions)
        self._cautions = QVBoxLayout()
        self._arrange()
        self._connect()

    def open(self, exercise: Exercise, version: Version) -> None:
        """Show this exercise, with this version chosen and nothing rated."""
        self._exercise = exercise
        self.say(exercise.title, f"{exercise.card.summary}\n{texts.card_words(exercise.card)}")
        empty(self._version_row)
        for offered in exercise.card.versions:
            button = pill_choice(f"version_{offered.id}", texts.version_words(offered))
            button.setChecked(offered == version)
            self._version_row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
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
        self.rating.ask(exercise.card.asks_security)
        self.verticalScrollBar().setValue(0)
        self.rating.take_focus()

    def chosen_version(self) -> Version:
        """The version that is marked."""
        assert self._exercise is not None  # noqa: S101 - it was opened before anything is chosen
        buttons = self._versions.findChildren(QRadioButton)
        at = next((at for at, button in enumerate(buttons) if button.isChecked()), 0)
        return self._exercise.card.versions[at]

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        self._version_row.setContentsMargins(0, 0, 0, 0)
        self.about.body.addWidget(self._versions)
        self.about.body.addWidget(words("heading", self.tr("Good to know")))
        self.about.body.addLayout(self._cautions)
        self.about.body.addStretch(1)
        columns = Columns("before_columns", self._icons.keeper)
        columns.add(self.rating, 3)
        columns.add(self.about, 2)
        self.body.insertLayout(0, head)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.rating.rated.connect(self._begin)
        self.rating.unsafe_said.connect(self._say_unsafe)

    def _say_unsafe(self, mood: Mood | None) -> None:
        self.begun.emit(self.chosen_version(), mood, True)

    def _begin(self, mood: Mood | None) -> None:
        self.begun.emit(self.chosen_version(), mood, False)
