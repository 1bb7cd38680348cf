"""What an import would add, and what it added, said to the person."""

from collections.abc import Iterator, Sequence

from attachcalm.insight.words import day_words, list_words
from attachcalm.journal.page import CheckIn, OwnWord
from attachcalm.records.choices import Found, Role
from attachcalm.records.coming import OWN, Coming
from attachcalm.records.foreign_csv import Faults
from attachcalm.records.news import News

SHOWN_WORDS = 6
_NOTHING_SEEN = "Nothing new shows: the file only remembers what was deleted."


def preview_lines(coming: Coming, news: News) -> list[str]:
    """What would happen, line by line; nothing has happened yet."""
    source = "Records of AttachCalm" if coming.source == OWN else f"A CSV of {coming.source}"
    return [f"{source}.", *_adding(news), *_faults(coming.faults), *_left_out(coming.found)]


def added_line(news: News) -> str:
    """What has happened."""
    if news.is_empty:
        return "Nothing was added: all of it was in your journal already."
    told = [f"Added {_contents(news)}{_days(news)}."] if _contents(news) else []
    if news.changed:
        told.append(f"{_count(news.changed, 'page')} written again.")
    if news.gone:
        told.append(f"{_count(news.gone, 'page')} deleted.")
    return " ".join(told) or _NOTHING_SEEN


def _adding(news: News) -> Iterator[str]:
    if news.is_empty:
        is_any = news.known > 0
        yield "All of it is in your journal already." if is_any else "It holds nothing to add."
        return
    if _contents(news):
        yield f"It adds {_contents(news)}{_days(news)}."
    elif not (news.changed or news.gone):
        yield _NOTHING_SEEN
    if news.changed:
        is_one = news.changed == 1
        was, become = ("was", "it becomes") if is_one else ("were", "they become")
        yield (
            f"{_count(news.changed, 'page')} that you have {was} written again later; "
            f"{become} as in this file."
        )
    if news.gone:
        was, go = ("was", "it goes") if news.gone == 1 else ("were", "they go")
        yield (
            f"{_count(news.gone, 'page')} that you have {was} deleted later where the file is "
            f"from; {go} here as well."
        )
    if news.known:
        are = "is" if news.known == 1 else "are"
        yield f"{_count(news.known, 'record')} of it {are} here already; nothing is added twice."


def _contents(news: News) -> str:
    """What there is to see of it; empty where nothing is added."""
    pages = [page for page in news.whole.pages if not isinstance(page, OwnWord)]
    is_all = all(isinstance(page, CheckIn) for page in pages)
    counted = (
        (news.sittings, "sitting"),
        (news.ratings, "rating"),
        (news.remarks, "remark"),
        (news.pages - news.own_words, "check-in" if is_all else "page"),
        (news.own_words, "own word"),
    )
    told = [_count(count, what) for count, what in counted if count]
    if not told and news.whole.facts:
        told = [_count(len(news.whole.facts), "record")]
    return list_words(told)


def _days(news: News) -> str:
    if news.first is None or news.last is None:
        return ""
    if news.first == news.last:
        return f" of {day_words(news.first)}"
    return f" from {day_words(news.first)} to {day_words(news.last)}"


def _faults(faults: Faults) -> Iterator[str]:
    if not faults.count:
        return
    more = faults.count - len(faults.first)
    told = "; ".join(faults.first) + (f"; and {more:,} more" if more else "")
    yield f"{_count(faults.count, 'line')} cannot be read and would be left out: {told}."


def _left_out(found: Sequence[Found]) -> Iterator[str]:
    moods = [each for each in found if each.is_mood and each.value is None]
    if moods:
        yield f"Left out, until you say how much distress they are: {_words(moods)}."
    columns = [each for each in found if each.value is Role.OUT]
    if columns:
        yield f"Left out, until you say what they are: {_words(columns)}."


def _words(found: Sequence[Found]) -> str:
    told = [f"{short(each.word)} ({_count(each.count, 'line')})" for each in found[:SHOWN_WORDS]]
    more = len(found) - len(told)
    return list_words([*told, f"{more:,} more"] if more else told)


def short(word: str) -> str:
    """A word of somebody else's file, in signs that can be seen, and not longer than a line."""
    seen = "".join(sign for sign in word if sign.isprintable())
    return seen if len(seen) <= 40 else f"{seen[:39]}…"


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
