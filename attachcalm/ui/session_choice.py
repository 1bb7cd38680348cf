"""What stands on the session page: weeks, paper, a name, three topics, and each section."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from attachcalm.paper.onepager import TOPICS, Choice, Section
from attachcalm.settings import LONGEST_LINE, PAGE_WEEKS, PAPERS, Settings
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import pill_choice
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import words


class SessionChoice(QWidget):
    """Two cards; every change is told at once, as the whole settings."""

    changed = Signal(object)  # the whole Settings

    def __init__(self, icons: Icons, settings: Settings) -> None:
        super().__init__()
        self._icons = icons
        self._settings = settings
        keeper = icons.keeper
        self.weeks = QButtonGroup(self)
        self.papers = QButtonGroup(self)
        self.name = _line("session_name", self.tr("Your name or initials on the page, if you like"))
        self.topics = [
            _line(f"session_topic_{number}", self.tr("Topic {number}").format(number=number + 1))
            for number in range(TOPICS)
        ]
        self.sections = {
            section: SwitchRow(f"session_{section}", title, "", keeper)
            for section, title in self._titles().items()
        }
        self.words_card = Card("session_words", keeper, self.tr("I want to talk about"))
        self.shown_card = Card(
            "session_shown", keeper, self.tr("What stands on it"),
            self.tr("What you leave out is not in the file either."),
        )  # fmt: skip
        self._arrange()
        self.set_settings(settings)
        self._connect()

    def choice(self) -> Choice:
        """How the page is wanted now."""
        told = self._settings
        hidden = set(told.page_hidden)
        shown = frozenset(section for section in Section if section.value not in hidden)
        return Choice(told.page_weeks, shown, told.page_topics, told.page_name.strip())

    @property
    def paper(self) -> str:
        """The sheet that it is set for, one of PAPERS."""
        return self._settings.paper

    def set_settings(self, settings: Settings) -> None:
        """Show these settings without telling anybody."""
        self._settings = settings
        for group, values, value in (
            (self.weeks, PAGE_WEEKS, settings.page_weeks),
            (self.papers, PAPERS, settings.paper),
        ):
            group.button(list(values).index(value)).setChecked(True)
        topics = (*settings.page_topics, *[""] * TOPICS)[:TOPICS]
        for edit, text in zip(
            (self.name, *self.topics), (settings.page_name, *topics), strict=True
        ):
            if edit.text() != text:
                edit.setText(text)
        for section, row in self.sections.items():
            row.set_on(section.value not in settings.page_hidden)

    # ------------------------------------------------------------ what the person does
    def _tell(self) -> None:
        hidden = tuple(section.value for section, row in self.sections.items() if not row.is_on())
        self._settings = replace(
            self._settings,
            page_weeks=PAGE_WEEKS[self.weeks.checkedId()],
            paper=PAPERS[self.papers.checkedId()],
            page_name=self.name.text(),
            page_topics=tuple(edit.text() for edit in self.topics),
            page_hidden=hidden,
        )
        self.changed.emit(self._settings)

    # ------------------------------------------------------------ arrangement
    def _titles(self) -> dict[Section, str]:
        return {
            Section.TOPICS: self.tr("What I want to talk about"),
            Section.PRACTICE: self.tr("How often I practised"),
            Section.CHANGE: self.tr("Before and after, as a chart"),
            Section.EXERCISES: self.tr("Change by exercise"),
            Section.ENERGY: self.tr("Energy"),
            Section.SECURITY: self.tr("Felt security"),
            Section.DAY: self.tr("Within the day"),
            Section.CHECK_INS: self.tr("Feelings and tags of my check-ins"),
            Section.MEASURES: self.tr("Measures"),
            Section.HARDER: self.tr("Harder times and side effects"),
            Section.LOOK_BACK: self.tr("My weekly look-backs"),
            Section.NOTES: self.tr("My notes"),
        }

    def _arrange(self) -> None:
        keeper = self._icons.keeper
        weeks = FlowRow("session_weeks", keeper, 8)
        for at, number in enumerate(PAGE_WEEKS):
            pill = pill_choice(f"session_weeks_{number}", self.tr("{n} weeks").format(n=number))
            self.weeks.addButton(pill, at)
            weeks.add(pill)
        papers = FlowRow("session_papers", keeper, 8)
        for at, title in enumerate((self.tr("A4"), self.tr("Letter"))):
            pill = pill_choice(f"session_paper_{at}", title)
            self.papers.addButton(pill, at)
            papers.add(pill)
        for edit in self.topics:
            edit.setPlaceholderText(edit.accessibleName())
            self.words_card.body.addWidget(edit)
        self.words_card.body.addWidget(words("label", self.name.accessibleName()))
        self.words_card.body.addWidget(self.name)
        for row in (weeks, papers, *self.sections.values()):
            self.shown_card.body.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(keeper.look.px(16))
        column.addWidget(self.words_card)
        column.addWidget(self.shown_card)
        column.addStretch(1)

    def _connect(self) -> None:
        self.weeks.idClicked.connect(self._tell)
        self.papers.idClicked.connect(self._tell)
        for edit in (self.name, *self.topics):
            edit.textEdited.connect(self._tell)
        for row in self.sections.values():
            row.switched.connect(self._tell)


def _line(name: str, says: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setObjectName(name)
    edit.setAccessibleName(says)
    edit.setMaxLength(LONGEST_LINE)
    return edit
