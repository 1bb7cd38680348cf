"""The breath as it fits a person: own seconds, own pace to begin at, no holds, silent lines.

Whole milliseconds everywhere.  What a person set becomes one value here, before play begins.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from attachcalm.exercises.model import Stroke, StrokeKind
from attachcalm.settings import Settings

STROKE_AT_LEAST_MS = 500  # a shorter one cannot be followed, nor its word be read
WHOLE_FROM = 8

Strokes = tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class OwnStrokes:
    """The seconds that a person set.  A hold of 0 is none; `rest_ms` is held empty."""

    in_ms: int
    hold_ms: int
    out_ms: int
    rest_ms: int


@dataclass(frozen=True, slots=True)
class BreathFit:
    """What of an exercise's breath is the person's own.  As it stands here, nothing is.

    `from_cycle_ms` is how long one breath of theirs lasts: the pacer begins there and glides to
    the exercise.  `without_holds` wins over every hold, their own too.  Without `spoken` the lines
    under the pacer are read only.
    """

    own_strokes: OwnStrokes | None = None
    from_cycle_ms: int | None = None
    without_holds: bool = False
    spoken: bool = True


AS_WRITTEN = BreathFit()


def fit_of(settings: Settings, *, no_holds: bool) -> BreathFit:
    """The fit that the settings ask for; with `no_holds` nothing is held, whatever they say."""
    return BreathFit(
        own_strokes=OwnStrokes(*settings.breath_strokes) if settings.breath_own else None,
        from_cycle_ms=settings.breath_cycle_ms or None,
        without_holds=no_holds or settings.breath_without_holds,
        spoken=settings.breath_spoken,
    )


def breaths_a_minute(cycle_ms: int) -> float:
    """How many such breaths a minute has, as people say it: in halves, whole ones from eight on."""
    rate = 60_000 / cycle_ms
    return round(rate) if rate >= WHOLE_FROM else round(rate * 2) / 2


def strokes_for(strokes: Strokes, fit: BreathFit) -> Strokes:
    """One breath of the exercise as this person breathes it, when no glide goes on any more."""
    if fit.own_strokes is not None:
        strokes = _with_own_seconds(strokes, fit.own_strokes)
    return without_holds(strokes) if fit.without_holds else strokes


def without_holds(strokes: Strokes) -> Strokes:
    """The twin without holding: in and out as they are, so that four sides become 4 in, 4 out."""
    return tuple(stroke for stroke in strokes if stroke.kind is not StrokeKind.HOLD)


def _with_own_seconds(strokes: Strokes, own: OwnStrokes) -> Strokes:
    """The exercise's own shape and words, a double breath in too, in the person's seconds.

    A breath that goes up and down more than once has no such shape, and stays as it is.
    """
    kinds = [stroke.kind for stroke in strokes if stroke.kind is not StrokeKind.HOLD]
    if kinds != sorted(kinds):  # "in" comes before "out"
        return strokes
    made: list[Stroke] = []
    for kind, ms, held_ms in (
        (StrokeKind.IN, own.in_ms, own.hold_ms),
        (StrokeKind.OUT, own.out_ms, own.rest_ms),
    ):
        made += _in_all([stroke for stroke in strokes if stroke.kind is kind], ms)
        if held_ms:
            to = made[-1].to
            made.append(Stroke(StrokeKind.HOLD, to, held_ms, _hold_word(strokes, to)))
    return tuple(made)


def _in_all(strokes: list[Stroke], ms: int) -> Iterator[Stroke]:
    """These strokes in as many milliseconds in all; only the last one if there is no room."""
    if len(strokes) * STROKE_AT_LEAST_MS > ms:
        yield replace(strokes[0], to=strokes[-1].to, ms=ms)
        return
    yield from scaled(tuple(strokes), ms)


def scaled(strokes: Strokes, ms: int) -> Strokes:
    """The same strokes in exactly `ms` in all, none below `STROKE_AT_LEAST_MS`.

    What each has above that is longer or shorter in the same proportion.  `ms` is at least that
    much for every stroke.
    """
    floor = STROKE_AT_LEAST_MS
    spare = ms - floor * len(strokes)
    shares = [max(stroke.ms, floor) - floor for stroke in strokes]
    if not any(shares):
        shares = [1] * len(strokes)
    made, given, told = [], 0, 0
    for stroke, share in zip(strokes, shares, strict=True):
        told += share
        upto = spare * told // sum(shares)
        made.append(replace(stroke, ms=floor + upto - given))
        given = upto
    return tuple(made)


def _hold_word(strokes: Strokes, to: float) -> str:
    """What the exercise itself says of holding there, or a plain word."""
    holds = [stroke for stroke in strokes if stroke.kind is StrokeKind.HOLD]
    here = [stroke.word for stroke in holds if stroke.to == to]
    return here[0] if here else "Hold" if to else "Rest"
