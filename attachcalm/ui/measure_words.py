"""What a score of a measure says: the number, the publisher's band, the change.  No diagnosis."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from attachcalm.journal.page import Direction, ScaleNote, Score
from attachcalm.measures.change import Change
from attachcalm.measures.model import Measure, Scale
from attachcalm.ui.dates import day_words


def translate(text: str) -> str:
    """Return `text` in the person's language."""
    return QCoreApplication.translate("MeasureWords", text)


def points(number: float) -> str:
    """A number without more places than it needs: 12, 3.4, 2.83."""
    return f"{round(number, 2):g}"


def score_words(note: ScaleNote, value: float) -> str:
    """The number on its scale: "12 of 21", or "3.4 on a scale from 1 to 7"."""
    if note.least == 0:
        told = translate("{value} of {most}")
    else:
        told = translate("{value} on a scale from {least} to {most}")
    return told.format(value=points(value), least=points(note.least), most=points(note.most))


def values_words(score: Score) -> str:
    """All numbers of a score on one line; names only where there are several."""
    notes = {note.name: note for note in score.scales}
    told = []
    for name, value in score.values:
        shown = score_words(notes[name], value) if name in notes else points(value)
        told.append(shown if len(score.values) == 1 else f"{name} {shown}")
    return " · ".join(told) or translate("no score, because something was left out")


def direction_words(direction: Direction) -> str:
    """What a higher number means; nothing where it means neither."""
    return {
        Direction.BETTER: translate("A higher number means feeling better."),
        Direction.HARDER: translate("A higher number means that more is hard."),
        Direction.NEITHER: "",
    }[direction]


def band_words(scale: Scale, value: float) -> str:
    """The publisher's word for this number."""
    band = scale.band_of(value)
    if not scale.bands:
        return translate("The publisher has no words for its numbers.")
    if band is None:
        return translate("The publisher has no word for this number.")
    told = translate("The publisher's word for {least} to {most} is \N{LEFT DOUBLE QUOTATION MARK}"
                     "{word}\N{RIGHT DOUBLE QUOTATION MARK}.")  # fmt: skip
    return told.format(least=points(band.least), most=points(band.most), word=band.word)


def change_words(change: Change, then: date, source: str = "") -> str:
    """What became of the number since that day, and whether that is more than chance."""
    return f"{_by_words(change, then)} {_sure_words(change, source)}".strip()


def _by_words(change: Change, then: date) -> str:
    told = translate("The same as on {day}.")
    if change.by > 0:
        told = translate("{by} higher than on {day}, when it was {earlier}.")
    elif change.by < 0:
        told = translate("{by} lower than on {day}, when it was {earlier}.")
    earlier = points(change.earlier)
    return told.format(by=points(abs(change.by)), day=day_words(then), earlier=earlier)


def _sure_words(change: Change, source: str) -> str:
    if change.by == 0:
        return ""
    if change.threshold is None:
        return translate("How large a change is more than chance is not known for this number.")
    told = translate("A change of {threshold} or more counts as more than chance{source}; this one "
                     "is smaller.")  # fmt: skip
    if change.is_reliable:
        told = translate("A change of {threshold} or more counts as more than chance{source}; this "
                         "one is that large.")  # fmt: skip
    named = f" ({source})" if source else ""
    return told.format(threshold=points(change.threshold), source=named)


def left_out_words(score: Score, measure: Measure) -> str:
    """Which items were left out, and what that means for the number; nothing if none was."""
    items = [item for item, answer in enumerate(score.answers, 1) if answer is None]
    if not items:
        return ""
    which = ", ".join(str(item) for item in items)
    if len(score.values) == len(measure.scales):
        told = translate("Left out: {which}. The publisher's own rule makes up for it.")
    else:
        told = translate(
            "Left out: {which}. The publisher adds up whole fillings only, so there is no number, "
            "and we make none up. Your answers are kept."
        )
    return told.format(which=which)


def talk_words() -> str:
    """What a number is for."""
    return translate(
        "It is a number to talk over, with your therapist or somebody you trust. It is no "
        "judgement, and it says nothing about what you are."
    )
