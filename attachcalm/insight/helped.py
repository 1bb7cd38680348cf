"""After which exercises ratings were usually lower: said with enough data, never as a cause."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from attachcalm.insight.claims import COMPLETE, often_helps
from attachcalm.insight.record import Known
from attachcalm.insight.words import list_words
from attachcalm.journal.entry import Entry

MOST_NAMED: Final = 3
BY_ITSELF: Final = "Some of that may come by itself."


@dataclass(frozen=True, slots=True)
class Lower:
    """Of so many times that had room to, so many ended lower."""

    lower: int
    of: int


def often_lower(exercise_id: str, known: Known) -> Lower | None:
    """How often it was lower after this exercise; None before that can be said (rule 12)."""
    effect = known.effects.get(exercise_id)
    lower, of = known.lower.get(exercise_id, (0, 0))
    if effect is None or not often_helps(of, known.rated, 1 - effect.likely_worse).is_met:
        return None
    if 2 * lower <= of or known.complete[exercise_id] < COMPLETE:
        return None
    return Lower(lower, of)


def helped_words(entries: Collection[Entry], known: Known) -> str:
    """What may be said of all exercises, by how often they were done; empty before anything may."""
    ordered = sorted(entries, key=lambda entry: (entry.started.at.at, str(entry.sitting)))
    titles = {entry.started.exercise_id: entry.started.exercise_title for entry in ordered}
    told = [(found, title) for id_, title in titles.items() if (found := often_lower(id_, known))]
    if not told:
        return ""
    told.sort(key=lambda one: (-one[0].of, one[1]))
    named = [f"{title} ({one.lower} of {one.of} times)" for one, title in told[:MOST_NAMED]]
    return f"Your ratings were usually lower after {list_words(named)}. {BY_ITSELF}"
