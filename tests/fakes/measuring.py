"""A page of measures whose clock, disk and assignments are in the hand."""

from datetime import date
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from attachcalm.diary import Diary
from attachcalm.journal.page import Page, Score
from attachcalm.measures.shelf import Shelf, load
from attachcalm.store.errors import StoreError
from attachcalm.ui.background import Background, Job, Told
from attachcalm.ui.icons import Icons
from attachcalm.ui.measures_page import MeasuresPage
from attachcalm.ui.score_keeper import ScoreKeeper
from tests.fakes.clock import FakeWallClock
from tests.fakes.journal import RefusingJournal

SHELF = load((Path(__file__).parent.parent.parent / "resources" / "measures",))


class AtOnce(Background):
    """Does every job at once."""

    def run(self, job: Job, told: Told) -> None:
        """Do it, and tell."""
        try:
            result = job()
        except StoreError as error:
            result = error
        told(result)


class Measuring:
    """Somebody in front of it."""

    def __init__(self, icons: Icons) -> None:
        self.journal = RefusingJournal()
        self.wall = FakeWallClock()
        self.assigned = frozenset({"phq-9"})
        self.shelf: Shelf = SHELF
        self.told: list[str] = []
        self.at_support: list[tuple[Page, ...]] = []  # what was on the disk when Support was asked
        self.owner = QObject()
        diary = Diary(self.journal, self.wall, uuid4)
        keeper = ScoreKeeper(diary, self.journal, self.load, AtOnce(self.owner))
        self.page = MeasuresPage(icons, keeper, self.get_assigned, self.today)
        keeper.not_saved.connect(self.told.append)
        self.page.support_wanted.connect(self.note_support)

    def load(self) -> Shelf:
        return self.shelf

    def get_assigned(self) -> frozenset[str]:
        return self.assigned

    def today(self) -> date:
        return self.wall().date()

    def note_support(self) -> None:
        self.at_support.append(self.journal.pages())

    def scores(self) -> list[Score]:
        return [page for page in self.journal.pages() if isinstance(page, Score)]

    def answer(self, *values: int | None) -> None:
        """Answer one after the other, with the mouse."""
        for at, value in enumerate(values):
            if value is None:
                self.page.form.leave_out_button.click()
            else:
                self.page.form.questions[at].choices.button(value).click()
                self.page.form.next_button.click()

    def fill_in(self, measure_id: str, *values: int | None) -> None:
        """From the list to the result."""
        self.page.list.cards[measure_id].fill_button.click()
        self.answer(*values)

    def shown(self, name: str) -> str:
        """The text that is read there, nothing if it is not."""
        found = [label for label in self.page.findChildren(QLabel, name) if label.isVisible()]
        return found[0].text() if found else ""


def focus() -> QWidget:
    """Where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus
