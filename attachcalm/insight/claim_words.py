"""How it is said what a claim lacks, alike in the window, the terminal and the report."""

from collections.abc import Iterable
from typing import Final

from attachcalm.insight.claims import Claim, Lack, Missing
from attachcalm.insight.words import list_words

MISSING: Final = {  # one of it, and several
    Lack.SITTINGS: ("more time", "more times"),
    Lack.RATED_BEFORE: ("more time rated before", "more times rated before"),
    Lack.RATED_TWICE: ("more time rated before and after", "more times rated before and after"),
    Lack.RATED_TWICE_HERE: ("more rated time with it", "more rated times with it"),
    Lack.STARTS_OUTSIDE: (
        "more time that begins outside the window",
        "more times that begin outside the window",
    ),
    Lack.JUST_SAT: ("more rated time of Just sit", "more rated times of Just sit"),
    Lack.RATED_ALONE: ("more check-in without an exercise", "more check-ins without an exercise"),
    Lack.DAYS: ("more rated day", "more rated days"),
    Lack.WEEKS: ("more week with two rated days", "more weeks with two rated days"),
    Lack.SPAN: ("more day from the first to the last", "more days from the first to the last"),
    Lack.BASELINE_DAYS: ("more rated day in the baseline", "more rated days in the baseline"),
    Lack.PRACTICE_DAYS: ("more rated day in the practice", "more rated days in the practice"),
    Lack.PHASES: ("two phases with their dates",) * 2,
    Lack.SET_BEFOREHAND: ("dates that were set before the practice began",) * 2,
    Lack.CERTAINTY: ("a plain difference",) * 2,
}


def claim_words(claim: Claim) -> str:
    """A claim in half a sentence: "yes", "too early to tell; it takes 3 more rated days"."""
    if claim.is_met:
        return "yes"
    if claim.has_data:
        return "not plain in the ratings so far"
    return f"too early to tell; it takes {missing_words(claim.missing)}"


def missing_words(missing: Iterable[Missing]) -> str:
    """What a claim lacks: "3 more rated days and two phases with their dates".

    That it is not plain goes without saying while there is too little data.
    """
    told = [each for each in missing if each.lack is not Lack.CERTAINTY]
    return list_words([_words(each) for each in told or missing])


def _words(missing: Missing) -> str:
    one, more = MISSING[missing.lack]
    if not missing.count:
        return one
    return f"{missing.count} {one if missing.count == 1 else more}"
