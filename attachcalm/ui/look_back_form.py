"""The three questions on the week, and felt security for those who want to rate it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from attachcalm.diary import KIND_MOMENT, NEXT_WEEK, QUESTIONS, STOOD_OUT
from attachcalm.journal.mood import UNRATED, Mood
from attachcalm.journal.page import LookBack
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.note_field import NoteField
from attachcalm.ui.widgets.buttons import ghost_button, primary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scale_row import ScaleRow, security_scale
from attachcalm.ui.widgets.text import words


@dataclass(frozen=True, slots=True)
class Answered:
    """What is to be saved: anew, or in place of `page`."""

    week: date
    mood: Mood
    answers: tuple[tuple[str, str], ...]
    page: LookBack | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return self.mood.is_skipped and not any(said for _, said in self.answers)


class LookBackForm(Card):
    """Any of it can be left empty."""

    answered = Signal(object)  # Answered
    left_alone = Signal()  # an earlier one is not changed after all

    def __init__(self, icons: Icons) -> None:
        super().__init__("look_back_form", icons.keeper, " ", title_kind="title")
        self._week = date.min
        self._page: LookBack | None = None
        self._opened: Answered | None = None
        self.fields = {
            key: NoteField(f"look_back_{key}", question, icons.keeper)
            for key, question in self.questions().items()
        }
        self.security = ScaleRow(
            "look_back_security",
            security_scale(self.tr("On the whole, how safe and cared for did you feel?")),
            icons,
        )
        self.hint = words("warn", "", "look_back_hint")
        self.save_button = primary_button("look_back_save", self.tr("Save"), icons, "check")
        self.leave_button = ghost_button("look_back_leave", self.tr("Leave it as it was"), icons)
        self._arrange(icons)
        self.save_button.clicked.connect(self._save)
        self.leave_button.clicked.connect(self.left_alone)
        self.open(date.min)

    def questions(self) -> dict[str, str]:
        """What is asked, by the key under which an answer is kept."""
        return {
            STOOD_OUT: self.tr("What stood out this week, good or hard?"),
            KIND_MOMENT: self.tr(
                "Was there a reliable or kind moment with somebody, however small?"
            ),
            NEXT_WEEK: self.tr("What would you like to take into the next week?"),
        }

    def open(self, week: date, page: LookBack | None = None) -> None:
        """Ask about the week of this Monday, or show what was said of it."""
        self._week, self._page = (page.week if page else week), page
        said = dict(page.answers) if page else {}
        for key, field in self.fields.items():
            field.setPlainText(said.get(key, ""))
        self.security.set_value(page.mood.security if page else None)
        self.say(self.tr("The week from {day}").format(day=day_words(self._week)))
        self.leave_button.setVisible(page is not None)
        self.hint.hide()
        self._opened = self.said()

    def said(self) -> Answered:
        """What is said so far; an answer to a question of another time stays as it was."""
        told = [(key, self.fields[key].words()) for key in QUESTIONS]
        others = [
            one for one in (self._page.answers if self._page else ()) if one[0] not in self.fields
        ]
        value = self.security.value()
        mood = UNRATED if value is None else Mood(security=value)
        answers = tuple(one for one in (*told, *others) if one[1])
        return Answered(self._week, mood, answers, self._page)

    @property
    def is_touched(self) -> bool:
        """Whether something is written that is not saved."""
        return self.said() != self._opened

    @property
    def week(self) -> date:
        """The Monday of the week that is asked about."""
        return self._week

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        row = (*self.security.buttons, self.security.clear_button)
        return [*self.fields.values(), *row, self.save_button, self.leave_button]

    def _save(self) -> None:
        said = self.said()
        self.hint.setText(
            self.tr("Nothing would be left. To be rid of it, delete it below.")
            if self._page
            else self.tr("Nothing is entered, so there is nothing to save. That is fine.")
        )
        self.hint.setVisible(said.is_empty)
        if not said.is_empty:
            self.answered.emit(said)

    def _arrange(self, icons: Icons) -> None:
        for key, question in self.questions().items():
            label = words("label", question)
            label.setBuddy(self.fields[key])
            self.body.addWidget(label)
            self.body.addWidget(self.fields[key])
        self.body.addWidget(self.security)
        self.body.addWidget(self.hint)
        row = FlowRow("look_back_buttons", icons.keeper)
        row.add(self.save_button)
        row.add(self.leave_button)
        self.body.addWidget(row)
