"""How long the versions of an exercise take, and where one of them is silent or in a hurry."""

from collections.abc import Iterator
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
MOST_PIECES = 20_000  # laid on all the ways of one version together; a huge file goes fewer ways


def timing(exercise: Exercise, find_clip: FindClip) -> tuple[Placed, ...]:
    """All that is amiss with the timing of any version, along any choice, each told once."""
    found: dict[Placed, None] = {}
    for number, version in enumerate(exercise.card.versions):
        path: Path = ("versions", number, "minutes")
        for way in ways(compile_timeline(exercise, version.id, find_clip)):
            found |= dict.fromkeys(_length(way, version.minutes, path))
            found |= dict.fromkeys(_silences(way, exercise))
            found |= dict.fromkeys(_hurries(way, exercise))
    return tuple(found)


def ways(timeline: Timeline) -> Iterator[Timeline]:
    """The timeline along every option of its choices, at most `MOST_WAYS`."""
    most = min(MOST_WAYS, max(1, MOST_PIECES // len(timeline.spans)))
    return islice(_ways(timeline, 0), most)


def _ways(timeline: Timeline, begin: int) -> Iterator[Timeline]:
    for span in timeline.spans[begin:]:
        if isinstance(span.question, Choose):
            for option in span.question.options:
                yield from _ways(timeline.answered(span.question, option.id), span.index + 1)
            return
    yield timeline


def _length(way: Timeline, minutes: float, path: Path) -> Iterator[Placed]:
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
