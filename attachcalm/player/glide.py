"""The glide from a person's own pace to the exercise's, breath by breath, in whole milliseconds."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from attachcalm.player.own_breath import STROKE_AT_LEAST_MS, Strokes, scaled

GLIDE_MS = 90_000  # from the own pace to the exercise's (clinical convention)
GLIDE_OF = (3, 4)  # of short breathing at most this share glides: the rest is at the target


def glide_ms(breathing_ms: int) -> int:
    """How long the glide takes where there is so much breathing in all."""
    return min(GLIDE_MS, breathing_ms * GLIDE_OF[0] // GLIDE_OF[1])


def breaths(target: Strokes, from_ms: int | None, lasts_ms: int) -> Iterator[Strokes]:
    """Breath after breath without end: the first at the own pace, and after the glide the target.

    Each breath differs from the one before by the same amount, so their lengths only grow or only
    shrink, and no more than `lasts_ms` goes by before the first breath that is the target itself.
    """
    first, gliding = target, 0
    if from_ms is not None and any(stroke.ms > STROKE_AT_LEAST_MS for stroke in target):
        first = scaled(target, max(from_ms, STROKE_AT_LEAST_MS * len(target)))
        begins_ms, ends_ms = cycle_ms(first), cycle_ms(target)
        gliding = (2 * lasts_ms + ends_ms - begins_ms) // (begins_ms + ends_ms)
    for number in count():
        yield _between(first, target, number, gliding) if number < gliding else target


def _between(first: Strokes, target: Strokes, number: int, steps: int) -> Strokes:
    return tuple(
        replace(goal, ms=start.ms + (goal.ms - start.ms) * number // steps)
        for start, goal in zip(first, target, strict=True)
    )


def filling(coming: Iterator[Strokes], stretch_ms: int) -> tuple[Strokes, ...]:
    """As many of the coming breaths as come nearest to filling the stretch; one at the least."""
    taken = [next(coming)]
    filled = cycle_ms(taken[0])
    for breath in coming:
        ms = cycle_ms(breath)
        if 2 * filled + ms > 2 * stretch_ms:
            return tuple(taken)
        taken.append(breath)
        filled += ms
    raise AssertionError("breaths come without end")


def cycle_ms(strokes: Strokes) -> int:
    """How long one breath of these strokes lasts."""
    return sum(stroke.ms for stroke in strokes)
