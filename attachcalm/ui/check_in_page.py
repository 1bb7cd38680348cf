"""Checking in: how it is, with or without an exercise.  All of it can be left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from attachcalm.diary import Said
from attachcalm.feelings import Families
from attachcalm.journal.mood import UNRATED
from attachcalm.journal.page import CheckIn
from attachcalm.ui.check_in_ratings import CheckInRatings
from attachcalm.ui.check_in_words import moment_words
from attachcalm.ui.feelings_card import FeelingsCard
from attachcalm.ui.icons import Icons
from attachcalm.ui.note_field import NoteField
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.tags_card import TagsCard
from attachcalm.ui.when_row import WhenRow
from attachcalm.ui.widgets.buttons import compact, ghost_button, primary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


@dataclass(frozen=True, slots=True)
class Of:
    """What is said more of: nothing yet, an exercise that was practised, or an earlier page."""

    sitting: UUID | None = None
    page: CheckIn | None = None

    @property
    def key(self) -> UUID | None:
        """What a half-written page is kept by until it is saved."""
        return self.page.id if self.page else self.sitting


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be saved."""

    of: Of
    said: Said
    when: tuple[date, time] | None  # None: now, or as it was
    unsafe: bool = False


class CheckInPage(ScrollPage):
    """Told once, by the button.  What was begun and not saved is still here when one comes back."""

    written = Signal(object)  # Written
    unsafe_said = Signal()  # with nothing to save
    let_out_wanted = Signal()
    left = Signal()

    def __init__(self, icons: Icons, families: Families, now: Callable[[], datetime]) -> None:
        super().__init__("check_in", icons.keeper, self.tr("How is it now?"), " ")
        self._icons = icons
        self._now = now
        self._of = Of()
        self._opened = Said()  # what it began with
        self._drafts: dict[UUID | None, tuple[Of, Said]] = {}
        self.back_button = ghost_button("check_in_back", self.tr("Back"), icons, "arrow-left")
        self.draft_note = words("ok", "", "check_in_draft")
        self.afresh_button = compact(
            ghost_button("check_in_afresh", self.tr("Start afresh"), icons, "x")
        )
        self.ratings = CheckInRatings(icons)
        self.feelings = FeelingsCard(icons, families)
        self.tags = TagsCard(icons)
        self.rest = Card("check_in_rest", icons.keeper, self.tr("A note, and when it was"))
        self.note = NoteField("check_in_note", self.tr("A note"), icons.keeper)
        self.when = WhenRow(icons)
        self.hint = words("warn", "", "check_in_hint")
        self.save_button = primary_button("check_in_save", self.tr("Save"), icons, "check")
        self.unsafe_button = compact(ghost_button(
            "check_in_unsafe", self.tr("I might not be safe"), icons, "life-buoy"
        ))  # fmt: skip
        self.save_button.setToolTip(self.tr("Also by Ctrl+Enter"))
        self.let_out_button = compact(ghost_button(
            "check_in_let_out", self.tr("Let it out, without keeping it"), icons, "wind"
        ))  # fmt: skip
        self._arrange()
        self._connect()
        self.open(Of())

    def open(self, of: Of) -> None:
        """Write a new one, one beside an exercise, or an earlier one anew."""
        if self.said() != self._opened:
            self._drafts[self._of.key] = self._of, self.said()
        self._of = of
        page = of.page
        self._opened = Said(page.mood, page.words, page.tags, page.note) if page else Said()
        _, draft = self._drafts.pop(of.key, (of, None))
        self.when.ask(self._now(), moment_words(page.at) if page else "")
        self._show(draft or self._opened, is_draft=draft is not None)
        QTimer.singleShot(0, self, self._show_top)  # once it is laid out
        if self._is_rated:
            self.ratings.distress.take_focus()
        else:
            self.feelings.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_top(self) -> None:
        """From its title on, as far as what has the keyboard is in view too."""
        self.verticalScrollBar().setValue(0)
        self._reveal(None, self.focusWidget())

    def said(self) -> Said:
        """What is said so far."""
        mood = self.ratings.mood() if self._is_rated else UNRATED
        return Said(mood, self.feelings.words(), self.tags.tags(), self.note.words())

    def begun(self) -> list[Written]:
        """All that was begun here and is not saved; what waits behind another one is of now."""
        waiting = [Written(of, said, None) for of, said in self._drafts.values()]
        if self.said() != self._opened:
            waiting.append(Written(self._of, self.said(), self.when.chosen()))
        return [written for written in waiting if not written.said.is_empty]

    def set_own(self, own_words: tuple[str, ...], own_tags: tuple[str, ...]) -> None:
        """Offer these, from past check-ins."""
        self.feelings.set_own(own_words)
        self.tags.set_own(own_tags)

    def forget(self) -> None:
        """It was saved: begin with nothing the next time."""
        self._opened = self.said()
        self._drafts.pop(self._of.key, None)

    def forget_begun(self) -> None:
        """All that was begun was saved."""
        self.forget()
        self._drafts.clear()

    def say_not_yet(self) -> None:
        """The time that was chosen lies ahead."""
        self._hint(self.tr("That time has not come yet. Nothing was saved so far."))
        self.when.time.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ what is shown
    @property
    def _is_rated(self) -> bool:
        """One beside an exercise has the exercise's own ratings."""
        return self._of.sitting is None and (self._of.page is None or not self._of.page.sitting)

    def _show(self, said: Said, *, is_draft: bool) -> None:
        beside = not self._is_rated
        self.say(
            self.tr("More about this exercise") if beside else self.tr("How is it now?"),
            self.tr("Leave out whatever you like. What you save stays on this laptop."),
        )
        self.draft_note.setText(self.tr("What you had begun is still here; it is not saved yet."))
        self.draft_note.setVisible(is_draft)
        self.afresh_button.setVisible(is_draft)
        self.ratings.setVisible(not beside)
        self.ratings.set_mood(said.mood)
        self.feelings.set_words(said.words)
        self.tags.set_tags(said.tags)
        self.note.setPlainText(said.note)
        self.when.setVisible(not beside)
        self.hint.hide()

    def _start_afresh(self) -> None:
        self._show(self._opened, is_draft=False)
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hint(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.show()

    # ------------------------------------------------------------ what the person does
    def _save(self) -> None:
        self._tell(unsafe=False)

    def _say_unsafe(self) -> None:
        if self.said().is_empty:
            self.unsafe_said.emit()
        else:
            self._tell(unsafe=True)

    def _tell(self, *, unsafe: bool) -> None:
        self.hint.hide()
        said = self.said()
        if not said.is_empty:
            self.written.emit(Written(self._of, said, self.when.chosen(), unsafe))
        elif self._of.page is None:
            self._hint(self.tr("Nothing is entered, so there is nothing to save. That is fine."))
        else:
            self._hint(self.tr("Nothing would be left. To be rid of it, delete it in the list."))

    # ------------------------------------------------------------ arrangement
    def _order(self) -> None:
        cards = (*self.ratings.controls, *self.feelings.controls, *self.tags.controls)
        order_keys((
            self.back_button, self.afresh_button, *cards, self.note, *self.when.controls,
            self.save_button, self.unsafe_button, self.let_out_button,
        ))  # fmt: skip

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        head.addWidget(self.afresh_button)
        self.body.insertLayout(0, head)
        self.body.insertWidget(2, self.draft_note)
        self.note.setPlaceholderText(self.tr("In your own words, or nothing"))
        self.rest.body.addWidget(self.note)
        self.rest.body.addWidget(self.when)
        row = FlowRow("check_in_buttons", self._icons.keeper)
        for button in (self.save_button, self.unsafe_button, self.let_out_button):
            row.add(button)
        self.rest.body.addWidget(self.hint)
        self.rest.body.addWidget(row)
        for card in (self.ratings, self.feelings, self.tags, self.rest):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.afresh_button.clicked.connect(self._start_afresh)
        self.save_button.clicked.connect(self._save)
        self.unsafe_button.clicked.connect(self._say_unsafe)
        self.let_out_button.clicked.connect(self.let_out_wanted)
        self.feelings.filled.connect(self._order)
        self.tags.filled.connect(self._order)
        bind(self, (("Esc", self.left.emit), ("Ctrl+Return", self._save)))
