"""How long the versions of an exercise take, and where one of them is silent or in a hurry."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from attachcalm.exercises.flaw import Flaw, Placed
from attachcalm.exercises.model import Choose, Exercise
from attachcalm.exercises.yaml_source import Path
from attachcalm.player.pieces import FindClip
from attachcalm.player.reading import reading_ms
from attachcalm.player.timeline import Span, Timeline, compile_timeline

STATED_WITHIN = 0.10  # of the minutes that the person is told
LONGEST_SILENCE_MS = 40_000  # a longer one can feel like being left alone
MOST_WAYS = 64  # through the choices of one version; more are not gone
MOST_LAID = 5_000  # spans, for the other ways of one version: in a huge file fewer are gone


def timing(exercise: Exercise, along: Iterable[Timeline]) -> tuple[Placed, ...]:
    """All that is amiss with the timing along these ways, each told once."""
    found: dict[Placed, None] = {}
    for way in along:
        found |= dict.fromkeys(_length(way, exercise))
        found |= dict.fromkeys(_silences(way, exercise))
        found |= dict.fromkeys(_hurries(way, exercise))
    return tuple(found)


def all_ways(exercise: Exercise, find_clip: FindClip) -> tuple[Timeline, ...]:
    """The timelines of all versions, along their choices."""
    versions = (
        compile_timeline(exercise, version.id, find_clip) for version in exercise.card.versions
    )
    return tuple(way for timeline in versions for way in ways(timeline))


def ways(timeline: Timeline) -> Iterator[Timeline]:
    """The timeline along every option of its choices, at most `MOST_WAYS`."""
    return islice(_ways(timeline), MOST_WAYS)


def _ways(timeline: Timeline) -> Iterator[Timeline]:
    """Depth first; the first option of each choice is laid already, the others are while they may.

    A file can hold more choices than calls can be nested, hence the list.
    """
    left = MOST_LAID
    open_ways = [(timeline, 0)]
    while open_ways:
        way, begin = open_ways.pop()
        span = next((span for span in way.spans[begin:] if isinstance(span.question, Choose)), None)
        if span is None or not isinstance(span.question, Choose):
            yield way
            continue
        first, *others = span.question.options
        further = []
        for option in others:
            if left > 0:
                further.append((way.answered(span.question, option.id), span.index + 1))
                left -= len(way.spans)
        open_ways += reversed(further)
        chosen = {**way.choices, span.question.key: first.id}
        open_ways.append((replace(way, choices=chosen), span.index + 1))


def _length(way: Timeline, exercise: Exercise) -> Iterator[Placed]:
    versions = exercise.card.versions
    number = next(at for at, version in enumerate(versions) if version.id == way.version_id)
    path: Path = ("versions", number, "minutes")
    minutes = versions[number].minutes
    stated_ms = minutes * 60_000
    if abs(way.total_ms - stated_ms) > stated_ms * STATED_WITHIN:
        takes = f"{way.total_ms / 60_000:.1f} minutes"
        what = f"the version {way.version_id} takes {takes}, not {minutes:g}"
        mend = "Write the minutes that it takes, or change the silences ('rest', 'pause')."
        yield path, Flaw("length", what, mend)


def _silences(way: Timeline, exercise: Exercise) -> Iterator[Placed]:
    """Words on the screen end a silence, and so does the pacer, whose words go on."""
    begin, silent_ms = 0, {0: 0}
    for span in way.spans:
        if span.breath or span.caption:
            begin = span.index
        rest_ms = 0 if span.breath else span.lasts - span.speech_ms
        silent_ms[begin] = silent_ms.get(begin, 0) + rest_ms
    for index, silence in silent_ms.items():
        if silence > LONGEST_SILENCE_MS:
            most = f"{LONGEST_SILENCE_MS / 1000:g}"
            what = f"{silence / 1000:g} s without a word follow this; {most} s are the most"
            mend = "Make the silence shorter, or put a soft sentence into it."
            yield path_of(way, way.spans[index], exercise), Flaw("silence", what, mend)


def _hurries(way: Timeline, exercise: Exercise) -> Iterator[Placed]:
    """A line under the pacer has until the next line, or until the breaths are over."""
    for span in way.spans:
        if not span.breath or not span.caption:
            continue
        needs = span.speech_ms or reading_ms(span.caption)
        if needs > span.lasts:
            what = (
                f"this line takes {needs / 1000:g} s, and there are {span.lasts / 1000:g} s for it"
            )
            mend = "Make the line shorter, or let the next line come a breath later."
            yield path_of(way, span, exercise), Flaw("hurry", what, mend)


def path_of(way: Timeline, span: Span, exercise: Exercise, *, in_lines: bool = True) -> Path:
    """Where the part of a span, or its line under the pacer, stands in the file."""
    step = next(at for at, step in enumerate(exercise.steps) if step.id == span.step_id)
    path: Path = ("steps", step, "parts", span.part)
    if not in_lines or not span.breath or not span.caption:
        return path
    before = [other for other in way.spans[: span.index] if other.caption]
    line = sum((other.step, other.part) == (span.step, span.part) for other in before)
    return (*path, "breathe", "lines", line)
