"""Leads to the private questions and back, and from what waits to what fits instead."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.pages import Pages


class Care(QObject):
    """Joins the pages that go by the person's answers; it is asked for each when it is made."""

    place_wanted = Signal(str)  # the name of a page
    home_wanted = Signal()
    exercise_wanted = Signal(object)  # its Card

    def __init__(
        self, pages: Pages, own: OwnKeeper, library: LibraryKeeper, today: Callable[[], date]
    ) -> None:
        super().__init__(pages)
        self._pages = pages
        self._own = own
        self._library = library
        self._today = today
        self._came_from = "home"

    def join(self, place: str) -> None:
        """Connect a page that has just been made, if it goes by the answers."""
        match place:
            case "exercises":
                exercises = self._pages.exercises()
                exercises.health_wanted.connect(self.show_questions)
                exercises.instead_wanted.connect(self.show_instead)
                self._own.changed.connect(exercises.set_own)
            case "settings":
                self._pages.settings().health_wanted.connect(self.show_questions)
            case "health":
                health = self._pages.health()
                health.own_changed.connect(self._own.change)
                health.left.connect(self.leave_questions)
                self._own.changed.connect(health.set_own)
            case "practice":
                self._join_practice()

    def show_questions(self) -> None:
        """The private questions and the rules; from there one comes back to where one was."""
        if self._pages.here != "health":
            self._came_from = self._pages.here
        self.place_wanted.emit("health")

    def leave_questions(self) -> None:
        """Go back to where the person was."""
        if self._came_from == "home":
            self.home_wanted.emit()
        else:
            self.place_wanted.emit(self._came_from)

    def show_instead(self, exercise_id: str) -> None:
        """What fits in place of an exercise that waits."""
        exercise = self._library.find(exercise_id)
        if exercise is not None:
            self.exercise_wanted.emit(exercise.card)

    def _join_practice(self) -> None:
        page = self._pages.practice()
        page.before.set_own(self._own.own)
        page.before.set_library(self._library.library)
        self._own.changed.connect(page.before.set_own)
        self._library.changed.connect(page.before.set_library)
        page.before.health_wanted.connect(self.show_questions)
        page.before.instead_wanted.connect(self.show_instead)
        page.before.side_effects_read.connect(self._keep_told)
        page.health_wanted.connect(self._show_questions_then_home)

    def _show_questions_then_home(self) -> None:
        """The sitting was left, so there is nothing to come back to."""
        self._came_from = "home"
        self.place_wanted.emit("health")

    def _keep_told(self) -> None:
        self._own.change(replace(self._own.own, told_of_side_effects=self._today()))
