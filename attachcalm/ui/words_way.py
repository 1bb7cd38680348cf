"""Leads to the person's own words, the kit and back, and has what is changed there written."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from attachcalm.ui.icons import Icons
from attachcalm.ui.means import Means
from attachcalm.ui.trail import Trail
from attachcalm.ui.wiring import Window

if TYPE_CHECKING:  # a first exercise has no need of it
    from attachcalm.diary import Diary
    from attachcalm.exercises.library import Library
    from attachcalm.exercises.uses import Uses
    from attachcalm.journal.held import Held
    from attachcalm.support.belongings import Belonging
    from attachcalm.ui.kit_row import KitRow
    from attachcalm.ui.words_keeper import Gone, WordsKeeper
    from attachcalm.ui.words_page import Reading


class WordsWay(QObject):
    """Joins the pages as they are made.  Writes first, then shows."""

    def __init__(self, window: Window, means: Means, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._pages = window.pages
        self._means = means
        self._icons = icons
        self._trail = Trail(window.pages, window.go)
        self._row: KitRow | None = None
        self._held: Mapping[str, Held] = {}
        self._uses: Mapping[str, Uses] = {}
        self._uses_of: Library | None = None
        self._made_keeper: WordsKeeper | None = None

    @property
    def diary(self) -> "Diary":
        """The writer of pages, made when it is first needed."""
        diary = self._means.diary()
        self._window.unsaved.mind(diary)
        return diary

    def join(self, place: str) -> None:
        """Connect a page that has just been made."""
        match place:
            case "settings":
                self._pages.settings().words_wanted.connect(self.show_words)
            case "exercises":
                self._pages.exercises().kit_wanted.connect(self.show_kit)
            case "practice":
                self._pages.practice().after.words_wanted.connect(self.show_words)
            case "words":
                self._join_words()
            case "kit":
                self._join_kit()
            case "taking_out":
                self._join_taking_out()

    # ------------------------------------------------------------ ways there and back
    def show_words(self) -> None:
        """Everything of the person's own."""
        self._open("words")

    def show_kit(self) -> None:
        """The comfort kit."""
        self._open("kit")

    def show_taking_out(self) -> None:
        """Everything of someone."""
        self._trail.open("taking_out")

    def _open(self, place: str) -> None:
        """The words and the kit lead to each other: who goes to and fro gets back out."""
        if self._trail.origin_of(self._pages.here) == place:
            self._trail.leave()
        else:
            self._trail.open(place)

    # ------------------------------------------------------------ Home
    def look(self) -> None:
        """Read what is in the kit, for Home."""
        if self._pages.here == "home":
            self._window.background.run(self.diary.held, self._show_row)

    def _show_row(self, held: object) -> None:
        """What could not be read is not shown; on an empty kit Home says nothing."""
        from attachcalm.support.kit import filled

        told = held if isinstance(held, Mapping) else {}
        places = filled({slot: each.text for slot, each in told.items()})
        if places and self._row is None:
            from attachcalm.ui.kit_row import KitRow

            self._row = KitRow(self._icons)
            self._row.wanted.connect(self.show_kit)
            self._pages.home.show_offer(self._row)
        if self._row is not None:
            self._row.show_places(places)
            self._row.setVisible(bool(places))

    # ------------------------------------------------------------ reading
    def _read(self) -> None:
        """Read it in the worker, for the page that is shown."""
        job = self._reading() if self._pages.here == "words" else self.diary.held
        told = self._show_words if self._pages.here == "words" else self._show_held
        self._window.background.run(job, told)

    def _reading(self) -> "Callable[[], Reading]":
        """What stands in each slot, and which exercises say it, for the worker.

        Imported here: two threads that import at once get in each other's way.
        """
        from attachcalm.exercises.uses import uses_of
        from attachcalm.ui.words_page import Reading

        library, held = self._window.library.library, self.diary.held
        known = self._uses if self._uses_of is library else None
        self._uses_of = library
        return lambda: Reading(held(), uses_of(library) if known is None else known)

    def _show_words(self, reading: object) -> None:
        from attachcalm.ui.words_page import Reading

        if isinstance(reading, Reading):
            self._held, self._uses = reading.held, reading.uses
        else:
            self._uses_of = None
        page = self._pages.words()
        page.show_reading(reading)
        page.show_people([person.name for person in self._window.own.own.people])

    def _show_held(self, held: object) -> None:
        if isinstance(held, Mapping):
            self._held = held
        if self._pages.here == "kit":
            self._pages.kit().show_held(held)
        elif self._pages.here == "taking_out":
            self._pages.taking_out().show_everything(self._held, self._window.own.own)

    # ------------------------------------------------------------ writing
    @property
    def _keeper(self) -> "WordsKeeper":
        """Who writes, made when something is first changed."""
        if self._made_keeper is None:
            from attachcalm.ui.words_keeper import WordsKeeper

            window, photo = self._window, self._means.paths.kit_photo
            self._made_keeper = WordsKeeper(self.diary, window.own, photo, self)
            self._made_keeper.not_saved.connect(window.unsaved.tell)
            self._made_keeper.photo_lost.connect(self._tell_photo_lost)
        return self._made_keeper

    def _keep(self, slot: str, text: str) -> None:
        self._keeper.keep(slot, text, self._held.get(slot))
        self._read()

    def _keep_photo(self, shows: str) -> None:
        from attachcalm.support.kit import Place

        self._keep(Place.PHOTO.value, shows)

    def _take_out(self, slot: str) -> None:
        """One word."""
        if slot in self._held:
            gone = self._keeper.take_out([self._held[slot]])
            told = self.tr("Taken out. You can have it back until you do the next thing.")
            page = self._pages.kit() if self._pages.here == "kit" else self._pages.words()
            page.say_gone(gone, told)
        self._read()

    def _take_out_all(self, chosen: "tuple[Belonging, ...]") -> None:
        """Everything that was chosen on the page for that."""
        gone = self._keeper.take_out_all(chosen)
        self._trail.go_on("words")
        told = self.tr(
            "Taken out. Exercises say something more general now. You can have it back until you "
            "do the next thing."
        )
        self._pages.words().say_gone(gone, told)

    def _put_back(self, gone: "Gone") -> None:
        """All of it, as it was."""
        self._keeper.put_back(gone)
        self._read()

    def _tell_photo_lost(self) -> None:
        self._window.notice.tell(self.tr("The photo could not be written back to the disk."))

    # ------------------------------------------------------------ the pages
    def _join_words(self) -> None:
        page = self._pages.words()
        page.shown.connect(self._read)
        page.kept.connect(self._keep)
        page.taken_out.connect(self._take_out)
        page.undone.connect(self._put_back)
        page.kit_wanted.connect(self.show_kit)
        page.people_wanted.connect(self._window.show_people)
        page.taking_out_wanted.connect(self.show_taking_out)
        page.left.connect(self._trail.leave)

    def _join_kit(self) -> None:
        page = self._pages.kit()
        page.shown.connect(self._read)
        page.kept.connect(self._keep)
        page.photo_came.connect(self._keep_photo)
        page.taken_out.connect(self._take_out)
        page.undone.connect(self._put_back)
        page.words_wanted.connect(self.show_words)
        page.left.connect(self._trail.leave)

    def _join_taking_out(self) -> None:
        page = self._pages.taking_out()
        page.shown.connect(self._read)
        page.taken_out.connect(self._take_out_all)
        page.left.connect(self._trail.leave)
