"""Known measures whose wording is not ours to show: their scales only, without any item."""

from pathlib import Path

from attachcalm.journal.page import Direction, ScaleNote
from attachcalm.measures.fields import Fields, fields_of
from attachcalm.measures.model import LEAST_INTERVAL_DAYS, EntryMeasure

FORMAT = 1
MOST_DAYS = 366
MOST_SCALES = 12


def read_entry(file: Path) -> EntryMeasure:
    """The measure in this file.  Raises MeasureFault with a sentence, and OSError."""
    told = fields_of(file)
    if told.text("kind") != "entry":
        told.refuse('kind is to be "entry"')
    told.whole("format", FORMAT, FORMAT)
    if told.text("id") != file.stem:
        told.refuse("id is to be the same as the file's name")
    entry = EntryMeasure(
        id=file.stem,
        title=told.text("title"),
        asks=told.text("asks"),
        interval_days=told.whole("interval_days", LEAST_INTERVAL_DAYS, MOST_DAYS),
        scales=_notes(told),
        why_not_shown=told.text("why_not_shown"),
        source=told.text("source"),
    )
    told.done()
    return entry


def _notes(told: Fields) -> tuple[ScaleNote, ...]:
    notes = tuple(_note(each) for each in told.objects("scales"))
    if len(notes) > MOST_SCALES or len({note.name for note in notes}) != len(notes):
        told.refuse(f"scales are to be {MOST_SCALES} at most, each with a name of its own")
    return notes


def _note(told: Fields) -> ScaleNote:
    direction = told.text("direction")
    if direction not in [kind.value for kind in Direction]:
        told.refuse(f"direction is to be {' or '.join(kind.value for kind in Direction)}")
    note = ScaleNote(
        told.text("name"), told.number("least"), told.number("most"), Direction(direction)
    )
    if note.least >= note.most:
        told.refuse("least is to be below most")
    return note
