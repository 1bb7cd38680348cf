"""The only writer of pages: check-ins, scores, look-backs and own words, changed or taken out.

Each is on disk before it returns.  When the disk refuses, the page is kept here and written with
the next one, and NotSavedError says so.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from attachcalm.journal.book import Journal
from attachcalm.journal.held import Held, held_with
from attachcalm.journal.mood import UNRATED, Moment, Mood
from attachcalm.journal.page import (
    LONGEST_NOTE,
    LONGEST_WORD,
    MOST_WORDS,
    CheckIn,
    LookBack,
    OwnWord,
    Page,
    kept,
    own_word_id,
    taken_out,
    written_again,
)

WallClock = Callable[[], datetime]
"""The time of day with its zone."""
NewId = Callable[[], UUID]

STOOD_OUT, KIND_MOMENT, NEXT_WEEK = "stood_out", "kind_moment", "next_week"
QUESTIONS: Final = (STOOD_OUT, KIND_MOMENT, NEXT_WEEK)  # of a look-back
INSTANT: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a moment; all of it can be left out."""

    mood: Mood = UNRATED
    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said at all."""
        return self.cleaned() == Said()

    def cleaned(self) -> "Said":
        """The same without doubles, empty words and space around; never longer than a page may."""
        note = self.note.replace("\x00", "").strip()[:LONGEST_NOTE]
        return Said(self.mood, each_once(self.words), each_once(self.tags), note)


class Diary:
    """Writes pages as the person leaves them."""

    def __init__(self, journal: Journal, now: WallClock, new_id: NewId) -> None:
        self._journal = journal
        self._now = now
        self._new_id = new_id
        self._unsaved: dict[UUID, Page] = {}
        self._wrote_at: datetime | None = None
        self.latest: CheckIn | None = None  # written last, also when it is not yet saved

    @property
    def has_unsaved(self) -> bool:
        """Whether something waits for the disk to take it."""
        return bool(self._unsaved)

    def now(self) -> Moment:
        """This moment."""
        return Moment.of(self._now())

    def moment(self, day: date, at: time) -> Moment | None:
        """That time on that day by the clock on the wall; None if it has not come yet.

        The zone is the one of now: what counts is the time that the person means.
        """
        now = self._now()
        said = datetime.combine(day, at, now.tzinfo)
        return Moment.of(said) if said <= now else None

    def check_in(
        self, said: Said, at: Moment | None = None, sitting: UUID | None = None
    ) -> CheckIn | None:
        """Write what is said of a moment (None: now); None where nothing is: that is not kept.

        With a `sitting` it says more of that one, and has no rating of its own.
        """
        said = said.cleaned()
        if sitting is not None:
            said = replace(said, mood=UNRATED)
        if said.is_empty:
            return None
        page = CheckIn(self._new_id(), at or self.now(), self._stamp(), sitting=sitting)
        return self._keep_said(page, said)

    def change(self, page: CheckIn, said: Said, at: Moment | None = None) -> CheckIn | None:
        """Write it anew; None where nothing would be left: then it stays as it was."""
        said = said.cleaned()
        if page.sitting is not None:
            said = replace(said, mood=UNRATED)
        if said.is_empty:
            return None
        return self._keep_said(replace(page, at=at or page.at, changed=self._stamp(page)), said)

    def look_back(
        self,
        week: date,
        mood: Mood,
        answers: Iterable[tuple[str, str]],
        page: LookBack | None = None,
    ) -> LookBack | None:
        """Write a look-back on the week of this Monday, or change one; None where it is empty."""
        told = tuple((key, text[:LONGEST_NOTE]) for key, said in answers if (text := _plain(said)))
        if not told and mood.is_skipped:
            return None
        if page is None:
            made = LookBack(self._new_id(), self.now(), self._stamp(), week, mood, told)
        else:
            made = replace(page, changed=self._stamp(page), mood=mood, answers=told)
        self._write(made)
        return made

    def stamp(self) -> tuple[UUID, Moment]:
        """A name and the moment for a page that is begun now."""
        return self._new_id(), self.now()

    def later(self, page: Page) -> Page:
        """The same page, written later than anything before: the one that holds from now on."""
        return written_again(page, self._stamp(page))

    def keep(self, page: Page) -> None:
        """Write a page as it is."""
        self._write(page)

    def take_out(self, page: Page) -> None:
        """Delete a page.  Whoever holds the page can put it back."""
        self._write(taken_out(page, self._stamp(page)))

    def put_back(self, page: Page) -> Page:
        """Undo its deletion."""
        again = self.later(page)
        self._write(again)
        return again

    def pages(self, since: date | None = None) -> tuple[Page, ...]:
        """The pages from this local day on, by moment, with those that wait for the disk.

        Raises what the journal raises when it cannot be read.
        """
        waiting = tuple(self._unsaved.values())
        return kept((*self._journal.pages(since), *waiting), since)

    def held(self) -> Mapping[str, Held]:
        """What stands in each slot, with what waits for the disk.

        Raises what the journal raises when it cannot be read.
        """
        return held_with(self._journal.held(), tuple(self._unsaved.values()))

    def keep_word(self, slot: str, text: str, over: Held | None = None) -> OwnWord:
        """Let this stand in the slot, `over` what stands there; an empty text takes that out."""
        text = _plain(text)[:LONGEST_NOTE]
        page = OwnWord(own_word_id(slot), self.now(), self._stamp(over), slot, text, not text)
        self._write(page)
        return page

    def save_again(self) -> None:
        """Try once more to write what the disk refused.  Raises NotSavedError."""
        self._write()

    def _keep_said(self, page: CheckIn, said: Said) -> CheckIn:
        page = replace(page, mood=said.mood, words=said.words, tags=said.tags, note=said.note)
        self.latest = page
        self._write(page)
        return page

    def _stamp(self, page: Page | Held | None = None) -> datetime:
        """Later than whatever was written before, though a clock was set back: the last holds."""
        earlier = [page.changed] if page else []
        if self._wrote_at is not None:
            earlier.append(self._wrote_at)
        self._wrote_at = max([self.now().at, *(at + INSTANT for at in earlier)])
        return self._wrote_at

    def _write(self, *pages: Page) -> None:
        self._unsaved.update({page.id: page for page in pages})
        self._journal.keep(tuple(self._unsaved.values()))
        self._unsaved.clear()


def each_once(words: Iterable[str]) -> tuple[str, ...]:
    """These words as they are kept: each once, whatever its capitals, and the first of many."""
    found: dict[str, str] = {}
    for word in words:
        if plain := one_word(word):
            found.setdefault(plain.casefold(), plain)
    return tuple(found.values())[:MOST_WORDS]


def one_word(text: str) -> str:
    """A word or a few, as they are kept: on one line, not too long, without signs unseen."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split())[:LONGEST_WORD].strip()


def own_words(pages: Iterable[Page], known: Iterable[str]) -> tuple[str, ...]:
    """The feelings words of past check-ins that are not among those known, the latest first."""
    listed = {word.casefold() for word in known}
    used = [word for page in _check_ins(pages) for word in page.words]
    return tuple(word for word in each_of(reversed(used)) if word.casefold() not in listed)


def own_tags(pages: Iterable[Page]) -> tuple[str, ...]:
    """The tags of past check-ins, the latest first."""
    used = [tag for page in _check_ins(pages) for tag in page.tags]
    return each_of(reversed(used))


def each_of(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, whatever its capitals, however many there are."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word.casefold(), word)
    return tuple(found.values())


def _check_ins(pages: Iterable[Page]) -> list[CheckIn]:
    told = [page for page in pages if isinstance(page, CheckIn)]
    return sorted(told, key=lambda page: (page.at.at, str(page.id)))


def _plain(text: str) -> str:
    return text.replace("\x00", "").strip()
