"""What has to be said before it is needed: that eyes may stay open, and that breath is no must."""

import re
from collections.abc import Iterator, Sequence

from attachcalm.exercises.flaw import Flaw, Placed
from attachcalm.exercises.model import Exercise
from attachcalm.player.lengths import path_of
from attachcalm.player.timeline import Span, Timeline

SOON = 4  # among so many spans at the beginning
EYES_OPEN = re.compile(r"\beyes\b.*\bopen\b", re.IGNORECASE)
LEAVE_BREATH = "leave the breath alone"


def anchors(exercise: Exercise, along: Sequence[Timeline]) -> tuple[Placed, ...]:
    """Each thing that is not said in time, once; in English only, for it looks for words."""
    if exercise.about.language.partition("-")[0] != "en":
        return ()
    found: dict[Placed, None] = dict.fromkeys(_eyes(exercise, along[0]))
    for way in along:
        found |= dict.fromkeys(_breath(way, exercise))
    return tuple(found)


def _eyes(exercise: Exercise, first: Timeline) -> Iterator[Placed]:
    captions = [span.caption for span in first.spans[:SOON]]
    if exercise.card.eyes_open and not any(map(EYES_OPEN.search, captions)):
        what = "the first version does not say at its beginning that eyes can stay open"
        mend = (
            "Begin with a sentence such as 'Your eyes can stay open, or rest softly on one spot.'"
        )
        yield ("steps", 0), Flaw("eyes-open", what, mend)


def _breath(way: Timeline, exercise: Exercise) -> Iterator[Placed]:
    first = _first_breath(way)
    if first is None:
        return
    before = (span.caption.lower() for span in way.spans[: first.index])
    if not any(LEAVE_BREATH in caption for caption in before):
        what = "nothing but the breath is offered before the pacer starts"
        mend = (
            "Say before it that people can leave the breath alone, and what to mind in its place."
        )
        yield path_of(way, first, exercise, in_lines=False), Flaw("anchor", what, mend)


def _first_breath(way: Timeline) -> Span | None:
    return next((span for span in way.spans if span.breath), None)
