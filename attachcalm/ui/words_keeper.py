"""Has the person's own words written, taken out and put back, with what belongs to them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from attachcalm.diary import Diary
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.held import Held
from attachcalm.support.belongings import Belonging, without
from attachcalm.support.kit import Place
from attachcalm.support.own import Person
from attachcalm.ui.own_keeper import OwnKeeper


@dataclass(frozen=True, slots=True)
class Gone:
    """What was taken out together, and comes back together."""

    held: tuple[Held, ...] = ()
    people: tuple[Person, ...] | None = None  # all of Support as they were, where some went
    photo: bytes | None = None


class WordsKeeper(QObject):
    """What the disk refuses waits in the diary, and is told."""

    not_saved = Signal(str)
    photo_lost = Signal()  # it could not be written back

    def __init__(self, diary: Diary, own: OwnKeeper, photo: Path, parent: QObject) -> None:
        """`photo` is where the photo of the kit is, or will be."""
        super().__init__(parent)
        self._diary = diary
        self._own = own
        self._photo = photo

    def keep(self, slot: str, text: str, over: Held | None) -> None:
        """Let this stand in the slot, over what stands there; an empty text takes that out."""
        self._write(lambda: self._diary.keep_word(slot, text, over))

    def take_out(self, held: Iterable[Held]) -> Gone:
        """Let these go; a photo goes with its file."""
        gone, photo = tuple(held), None
        for each in gone:
            self.keep(each.slot, "", each)
            if each.slot == Place.PHOTO:
                from attachcalm.ui import kit_photo

                photo = kit_photo.drop(self._photo)
        return Gone(gone, photo=photo)

    def take_out_all(self, chosen: Iterable[Belonging]) -> Gone:
        """Let all of these go, also people of Support."""
        told, own = tuple(chosen), self._own.own
        people = [each.person for each in told if each.person is not None]
        gone = self.take_out(each.held for each in told if each.held is not None)
        if not people:
            return gone
        self._own.change(replace(own, people=without(own, people)))
        return replace(gone, people=own.people)

    def put_back(self, gone: Gone) -> None:
        """All of it, as it was."""
        if gone.photo is not None:
            self._put_photo_back(gone.photo)
        for each in gone.held:
            self._write(partial(self._diary.keep_word, each.slot, each.text))
        if gone.people is not None:
            self._own.change(replace(self._own.own, people=gone.people))

    def _put_photo_back(self, photo: bytes) -> None:
        from attachcalm.ui import kit_photo

        try:
            kit_photo.keep(photo, self._photo)
        except kit_photo.NotTakenError:
            self.photo_lost.emit()

    def _write(self, write: Callable[[], object]) -> None:
        try:
            write()
        except NotSavedError as error:
            self.not_saved.emit(str(error))
