"""Leads to check-ins, look-backs and the page that keeps nothing, and has what is said written."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from attachcalm.ui.icons import Icons
from attachcalm.ui.means import Means
from attachcalm.ui.trail import Trail
from attachcalm.ui.wiring import Window

if TYPE_CHECKING:  # what the first picture does not need
    from attachcalm.diary import Diary
    from attachcalm.journal.entry import Entry
    from attachcalm.journal.mood import Mood
    from attachcalm.journal.page import CheckIn, Page
    from attachcalm.ui.check_in_page import Of, Written
    from attachcalm.ui.look_back_way import LookBackWay
    from attachcalm.ui.words_way import WordsWay


class DiaryWay(QObject):
    """Joins the pages; it is asked for each when it is made.  Writes first, then shows."""

    def __init__(self, window: Window, means: Means, icons: Icons) -> None:
        super().__init__(window.pages)
        self._window = window
        self._pages = window.pages
        self._means = means
        self._icons = icons
        self._trail = Trail(window.pages, window.go)
        self._beside: CheckIn | None = None  # what was last said beside an exercise
        self._look_back: LookBackWay | None = None
        window.pages.made.connect(self.join)
        window.pages.home.check_in_wanted.connect(self.check_in)
        window.warm_up.journal_opened.connect(self._begin)

    @property
    def diary(self) -> "Diary":
        """The writer of pages, made when it is first needed."""
        diary = self._means.diary()
        self._window.unsaved.mind(diary)
        return diary

    def join(self, place: str) -> None:
        """Connect a page that has just been made."""
        match place:
            case "trends":
                self._pages.trends().check_ins_wanted.connect(self.list_check_ins)
            case "practice":
                self._pages.practice().after.more_wanted.connect(self.say_more)
            case "check_in":
                self._join_check_in()
            case "check_ins":
                self._join_check_ins()
            case "let_out":
                page = self._pages.let_out()
                page.left.connect(self._trail.leave)
                self._window.own.changed.connect(page.set_own)
            case "look_back":
                self._pages.look_back().left.connect(self._trail.leave)
                self._weekly.join()

    # ------------------------------------------------------------ ways there and back
    def check_in(self) -> None:
        """A new one."""
        from attachcalm.ui.check_in_page import Of

        self._open_check_in(Of())

    def change(self, page: "CheckIn") -> None:
        """An earlier one."""
        from attachcalm.ui.check_in_page import Of

        self._open_check_in(Of(page.sitting, page))

    def say_more(self, entry: "Entry") -> None:
        """Words, tags and a note beside an exercise; said twice, it is the same page."""
        from attachcalm.ui.check_in_page import Of

        said = self._beside
        is_same = said is not None and said.sitting == entry.sitting
        self._open_check_in(Of(entry.sitting, said if is_same else None))

    def list_check_ins(self) -> None:
        """All of them."""
        self._trail.open("check_ins")

    def let_out(self) -> None:
        """The page that keeps nothing."""
        self._trail.open("let_out")

    def look_back(self) -> None:
        """On the week that was."""
        self._weekly.show_page()
        self._trail.open("look_back")

    def _open_check_in(self, of: "Of") -> None:
        self._pages.check_in().open(of)
        self._trail.open("check_in")

    # ------------------------------------------------------------ check-ins
    def _write(self, written: "Written") -> None:
        """Have it on disk, and lead on: to people first where it is much."""
        earlier = written.of.page
        if not self._put_down(written):
            self._pages.check_in().say_not_yet()
            return
        self._lead_on()
        was_high = earlier is not None and _is_much(earlier.mood)
        if written.unsafe or (_is_much(written.said.mood) and not was_high):
            self._window.show_support()

    def _put_down(self, written: "Written") -> bool:
        """Have it on disk; False for a time that has not come yet, then nothing is written."""
        diary = self.diary
        at = None if written.when is None else diary.moment(*written.when)
        if written.when is not None and at is None:
            return False
        earlier = written.of.page
        if earlier is not None:
            self._keep(lambda: diary.change(earlier, written.said, at))
        else:
            self._keep(lambda: diary.check_in(written.said, at, written.of.sitting))
        self._remember(written)
        self._pages.check_in().forget()
        return True

    def _keep_begun(self) -> None:
        """The window closes over check-ins that were begun: they are kept, and can be deleted."""
        page = self._pages.check_in()
        for written in page.begun():
            if not self._put_down(written):  # a time that has not come is no reason to lose it
                self._put_down(replace(written, when=None))
        page.forget_begun()

    def _lead_on(self) -> None:
        if self._trail.origin_of("check_in") == "practice":
            self._trail.leave()
            self._pages.practice().after.say_more_kept()
            return
        self._trail.go_on("check_ins")
        kept = self.tr("Kept. Nobody sees it unless you send it to somebody.")
        self._pages.check_ins().say_kept(kept)

    def _remember(self, written: "Written") -> None:
        """What was said beside an exercise is changed when more is said of it."""
        if written.of.sitting is not None and self.diary.latest is not None:
            self._beside = self.diary.latest

    def _keep(self, write: Callable[[], object]) -> None:
        """Write; what the disk refuses waits in the diary, and is told."""
        from attachcalm.journal.book import NotSavedError

        try:
            write()
        except NotSavedError as error:
            self._window.unsaved.tell(str(error))

    def _delete(self, page: "Page") -> None:
        self._keep(lambda: self.diary.take_out(page))
        self._read_check_ins()

    def _put_back(self, page: "Page") -> None:
        self._keep(lambda: self.diary.put_back(page))
        self._read_check_ins()

    def _read_check_ins(self) -> None:
        """Read them for the list, in the worker."""
        self._window.background.run(self.diary.pages, self._pages.check_ins().show_pages)

    def _read_own(self) -> None:
        """Read what was said before, to offer it again."""
        listed = self._pages.check_in().feelings.listed
        self._window.background.run(partial(_own, self.diary.pages, listed), self._offer_own)

    def _offer_own(self, own: object) -> None:
        """What could not be read is not offered."""
        if isinstance(own, tuple):
            self._pages.check_in().set_own(*own)

    def _join_check_in(self) -> None:
        page = self._pages.check_in()
        page.written.connect(self._write)
        self._window.unsaved.at_close(self._keep_begun)
        page.unsafe_said.connect(self._window.show_support)
        page.let_out_wanted.connect(self.let_out)
        page.entered.connect(self._read_own)
        page.left.connect(self._trail.leave)

    def _join_check_ins(self) -> None:
        page = self._pages.check_ins()
        page.check_in_wanted.connect(self.check_in)
        page.look_back_wanted.connect(self.look_back)
        page.let_out_wanted.connect(self.let_out)
        page.change_wanted.connect(self.change)
        page.deleted.connect(self._delete)
        page.undone.connect(self._put_back)
        page.entered.connect(self._read_check_ins)
        page.left.connect(self._trail.leave)

    # ------------------------------------------------------------ the weekly look-back
    @property
    def _weekly(self) -> "LookBackWay":
        if self._look_back is None:
            from attachcalm.ui.look_back_way import LookBackWay

            means = self._means
            self._look_back = LookBackWay(self._window, means, self._icons, self.diary, self)
            self._look_back.wanted.connect(self.look_back)
            self._look_back.not_saved.connect(self._window.unsaved.tell)
        return self._look_back

    def _begin(self) -> None:
        """The journal is open; what Home suggests is read before this is."""
        QTimer.singleShot(0, self, self._offer_look_back)

    def _offer_look_back(self) -> None:
        self._weekly.look()


class WordsLater(QObject):
    """The way to the person's own words and their kit; it is loaded when a page leads there."""

    PLACES = ("settings", "exercises", "practice", "words", "kit", "taking_out")

    def __init__(self, window: Window, means: Means, icons: Icons) -> None:
        super().__init__(window.pages)
        self._window = window
        self._means = means
        self._icons = icons
        self._way: WordsWay | None = None
        window.pages.made.connect(self.join)
        window.warm_up.journal_opened.connect(self.begin)

    @property
    def way(self) -> "WordsWay":
        """Made when it is first needed."""
        if self._way is None:
            from attachcalm.ui.words_way import WordsWay

            self._way = WordsWay(self._window, self._means, self._icons, self)
        return self._way

    def begin(self) -> None:
        """The journal is open: what Home shows of the kit can be read, now and at each visit."""
        self._window.pages.currentChanged.connect(self.way.look)
        self.way.look()  # before the worker is given the drawing library

    def join(self, place: str) -> None:
        """Connect a page that has just been made."""
        if place in self.PLACES:
            self.way.join(place)


def _is_much(mood: "Mood") -> bool:
    """Whether people come before anything else."""
    from attachcalm.support.gates import SUPPORT_FIRST

    return mood.distress is not None and mood.distress >= SUPPORT_FIRST


def _own(
    read: "Callable[[], tuple[Page, ...]]", listed: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The person's own words and tags, of all that was said before; for the worker."""
    from attachcalm.diary import own_tags, own_words

    pages = read()
    return own_words(pages, listed), own_tags(pages)
