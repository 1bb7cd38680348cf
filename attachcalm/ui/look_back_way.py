"""Offers a look back on the week on Home, and has what is said of it written."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from attachcalm.diary import Diary
from attachcalm.insight.weekly import week_of
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.page import LookBack
from attachcalm.ui.icons import Icons
from attachcalm.ui.look_back_form import Answered
from attachcalm.ui.look_back_offer import LookBackOffer
from attachcalm.ui.look_back_reading import IsDue, ReadLookBacks
from attachcalm.ui.means import Means
from attachcalm.ui.wiring import Window


class LookBackWay(QObject):
    """Looks whenever Home is shown; the journal is read by the worker only."""

    wanted = Signal()
    not_saved = Signal(str)

    def __init__(
        self, window: Window, means: Means, icons: Icons, diary: Diary, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._means = means
        self._icons = icons
        self._diary = diary
        self._offer: LookBackOffer | None = None
        window.pages.currentChanged.connect(self.look)

    def look(self) -> None:
        """Offer it on Home, if it is due."""
        if self._window.pages.here == "home":
            put_off = self._window.settings.settings.look_back_put_off
            today = self._means.today()
            job = IsDue(self._means.journal, self._diary.pages, today, put_off)
            self._window.background.run(job, self._told)

    def join(self) -> None:
        """Connect the page that has just been made."""
        page = self._window.pages.look_back()
        page.answered.connect(self._answer)
        page.deleted.connect(self._delete)
        page.undone.connect(self._put_back)
        page.entered.connect(self._read)
        self._window.unsaved.at_close(self._keep_begun)

    def show_page(self) -> None:
        """Ask about the week that is looked back on today."""
        self._window.pages.look_back().open(week_of(self._means.today()))

    def _told(self, due: object) -> None:
        """What could not be read is not offered."""
        if due is True and self._offer is None:
            self._offer = LookBackOffer(self._icons)
            self._offer.wanted.connect(self.wanted)
            self._offer.put_off.connect(self._put_off)
            self._window.pages.home.show_offer(self._offer)
        if self._offer is not None:
            self._offer.setVisible(due is True)

    def _put_off(self) -> None:
        """Not now: it comes again in a week at the earliest."""
        keeper, today = self._window.settings, self._means.today().isoformat()
        self._window.pages.home.take_focus_back()
        self._told(due=False)
        keeper.change(replace(keeper.settings, look_back_put_off=today))

    # ------------------------------------------------------------ what is said
    def _answer(self, said: Answered) -> None:
        diary = self._diary
        self._keep(lambda: diary.look_back(said.week, said.mood, said.answers, said.page))
        self._window.pages.look_back().say_kept()
        self._read()

    def _keep_begun(self) -> None:
        """The window closes over one that was begun: it is kept, and can be changed."""
        form = self._window.pages.look_back().form
        if form.is_touched and not form.said().is_empty:
            self._answer(form.said())

    def _delete(self, page: LookBack) -> None:
        self._keep(lambda: self._diary.take_out(page))
        self._read()

    def _put_back(self, page: LookBack) -> None:
        self._keep(lambda: self._diary.put_back(page))
        self._read()

    def _keep(self, write: Callable[[], object]) -> None:
        try:
            write()
        except NotSavedError as error:
            self.not_saved.emit(str(error))

    def _read(self) -> None:
        job = ReadLookBacks(self._means.journal, self._diary.pages, self._means.today())
        self._window.background.run(job, self._window.pages.look_back().show_reading)
