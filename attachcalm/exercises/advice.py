"""What a therapist would mend in an exercise that can be read: wording, and what it says of itself.

None of it keeps an exercise from being loaded; that is what faults do (`reader`).
"""

import re
from collections.abc import Iterator
from datetime import date

from attachcalm.exercises import slots, wording
from attachcalm.exercises.flaw import Flaw, Placed, quoted
from attachcalm.exercises.model import Exercise
from attachcalm.exercises.texts import Entry, Role, Text, texts_of

SHORT_MINUTES = 2  # on a day with little room
REVIEW_YEARS = 2
ENGLISH = "en"
_SENTENCE = re.compile(r"[A-Z].*\.", re.DOTALL)


def advice(entry: Entry, exercise: Exercise, today: date) -> Iterator[Placed]:
    """All advice that needs nothing but the exercise itself."""
    yield from _about(entry, today)
    yield from _versions(entry, exercise)
    if exercise.about.language.partition("-")[0] == ENGLISH:
        texts = list(texts_of(entry))
        yield from _wording(texts)
        yield from _grades(texts, for_children="child" in exercise.about.ages)


# ---------------------------------------------------------------- wording
def _wording(texts: list[Text]) -> Iterator[Placed]:
    for path, text, role in texts:
        said = slots.fill(text, {})
        for flaw in _of_text(said, role):
            yield path, flaw
        if role is Role.HEARD and slots.names(text):
            what = f"{quoted(text)} has a slot, so no voice can say it and it is only shown"
            mend = "Put it into the 'show' of a pause, and keep slots out of 'say'."
            yield path, Flaw("slot-in-speech", what, mend)


def _of_text(said: str, role: Role) -> Iterator[Flaw]:
    yield from wording.unkind_words(said)
    yield from wording.shouting(said)
    if role is Role.LABEL:
        return
    yield from wording.long_sentence(said)
    yield from wording.one_sentence(said)
    if role is Role.HEARD:
        yield from wording.whole_sentence(said)


def _grades(texts: list[Text], *, for_children: bool) -> Iterator[Placed]:
    """Children hear and see the exercise; what stands about it is read by an adult."""
    during = wording.EASY_FOR_CHILDREN if for_children else wording.EASY
    groups = (({Role.HEARD, Role.SHOWN}, during), ({Role.ABOUT}, wording.EASY))
    for roles, grade in groups:
        of_them = [text for text in texts if text.role in roles]
        said = [slots.fill(text.text, {}) for text in of_them]
        for at, flaw in wording.too_hard(said, grade):
            yield of_them[at].path, flaw


# ---------------------------------------------------------------- what it tells of itself
def _about(entry: Entry, today: date) -> Iterator[Placed]:
    for at, caution in enumerate(entry["cautions"]):
        if not _SENTENCE.fullmatch(caution):
            what = f"the caution {quoted(caution)} is no whole sentence"
            mend = "Begin it with a capital and end it with a full stop."
            yield ("cautions", at), Flaw("caution", what, mend)
    if not entry["evidence"]["sources"]:
        what = "the evidence names no source, so nobody can look it up"
        mend = "Add a line under 'sources', with a paper or with 'practice wisdom' and where from."
        yield ("evidence",), Flaw("sources", what, mend)
    if not entry["seeds"]:
        what = "no seed says which idea the exercise carries"
        mend = "Add a line such as 'seeds: [S14]', with the ideas that it carries."
        yield (), Flaw("seeds", what, mend)
    yield from _review(date.fromisoformat(entry["reviewed"]), today)


def _review(reviewed: date, today: date) -> Iterator[Placed]:
    if reviewed > today:
        what = f"the review on {reviewed} lies ahead"
        mend = "Write the day on which somebody last read the whole exercise."
        yield ("reviewed",), Flaw("review", what, mend)
    elif reviewed < _years_before(today, REVIEW_YEARS):
        what = f"the last review, on {reviewed}, is more than {REVIEW_YEARS} years ago"
        mend = "Read the exercise again, mend it, and write today's date."
        yield ("reviewed",), Flaw("review", what, mend)


def _years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


# ---------------------------------------------------------------- versions
def _versions(entry: Entry, exercise: Exercise) -> Iterator[Placed]:
    shortest = exercise.card.shortest
    if shortest.minutes > SHORT_MINUTES:
        what = (
            f"the shortest version takes {shortest.minutes:g} minutes, and no short form is there"
        )
        mend = f"Add a version of {SHORT_MINUTES} minutes or less, and parts that are in it."
        yield ("versions",), Flaw("short-form", what, mend)
    if not entry["eyes_open"]:
        what = "the eyes cannot stay open, and with closed eyes some people feel unsafe"
        mend = "Word it so that open eyes are fine, and write 'eyes_open: true'."
        yield ("eyes_open",), Flaw("eyes-open", what, mend)
