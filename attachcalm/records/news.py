"""What of a file's records a journal does not know yet: that much an import adds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from attachcalm.journal.entry import AnswerGiven, Ended, Fact, Progressed, RatedAfter, Started
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import CheckIn, LookBack, OwnWord, Page, Score, latest
from attachcalm.journal.whole import Whole


@dataclass(frozen=True, slots=True)
class News:
    """What would become of the journal.  Ratings are counted one by one; a skipped one is none.

    A page that was taken out counts only where it takes one out here.
    """

    whole: Whole  # only what is new
    sittings: int = 0
    ratings: int = 0  # without those of pages that are changed
    remarks: int = 0
    pages: int = 0  # not here before
    own_words: int = 0  # of those, what stands in a slot
    changed: int = 0  # pages here in an earlier writing
    gone: int = 0  # pages here that were taken out later
    known: int = 0  # facts, remarks and pages that are here already
    first: date | None = None  # the days of what is added
    last: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.whole.facts or self.whole.remarks or self.whole.pages)


def news_of(coming: Whole, here: Whole) -> News:
    """What `coming` tells beyond `here`, by the journal's own rules: adding it again adds nothing.

    Of one kind of fact of a sitting the earliest holds, of a page the latest writing.
    """
    facts = tuple(_new_facts(coming.facts, here.facts))
    remarks_here = {remark.id for remark in here.remarks}
    remarks = {remark.id: remark for remark in coming.remarks if remark.id not in remarks_here}
    written = {page.id: page.changed for page in here.pages}
    shown = {page.id for page in here.pages if not page.is_gone}
    pages = tuple(page for page in latest(coming.pages) if _is_later(page, written))
    added = [page for page in pages if not page.is_gone and page.id not in shown]
    whole = Whole(facts, tuple(remarks.values()), pages)
    told = len(coming.facts) + len(coming.remarks) + len(coming.pages)
    days = [each.at.day for each in (*facts, *whole.remarks, *added)]
    return News(
        whole=whole,
        sittings=sum(isinstance(fact, Started) for fact in facts),
        ratings=sum(map(_ratings, (*facts, *added))),
        remarks=len(remarks),
        pages=len(added),
        own_words=sum(isinstance(page, OwnWord) for page in added),
        changed=sum(page.id in shown and not page.is_gone for page in pages),
        gone=sum(page.id in shown and page.is_gone for page in pages),
        known=told - len(facts) - len(remarks) - len(pages),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _is_later(page: Page, written: dict[UUID, datetime]) -> bool:
    return page.id not in written or written[page.id] < page.changed


_Name = tuple[type[Fact], UUID]


def _new_facts(coming: Iterable[Fact], here: Iterable[Fact]) -> Iterator[Fact]:
    earliest: dict[_Name, datetime] = {}
    for fact in here:
        _learn(fact, earliest)
    for fact in sorted(coming, key=lambda fact: fact.at.at):
        if _learn(fact, earliest):
            yield fact


def _learn(fact: Fact, earliest: dict[_Name, datetime]) -> bool:
    """Whether this fact tells something new; from then on it is known."""
    own = fact.id if isinstance(fact, Progressed | AnswerGiven) else None  # told once, or not
    name = (type(fact), own or fact.sitting)
    known = earliest.get(name)
    if known is not None and (own is not None or known <= fact.at.at):
        return False
    earliest[name] = fact.at.at
    return True


def _ratings(told: Fact | Page) -> int:
    match told:
        case Started():
            return _rated(told.before)
        case RatedAfter():
            return _rated(told.after)
        case CheckIn() | LookBack():
            return _rated(told.mood)
        case Score():
            return len(told.values)
        case Ended() | Progressed() | AnswerGiven() | OwnWord():
            return 0


def _rated(mood: Mood | None) -> int:
    if mood is None:
        return 0
    return sum(value is not None for value in (mood.distress, mood.energy, mood.security))
