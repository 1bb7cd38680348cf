"""Everything of a journal as one file; the ending of its name says which kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from attachcalm.journal.whole import Whole
from attachcalm.records.csv_out import csv_pieces
from attachcalm.records.fhir_out import fhir_pieces
from attachcalm.records.json_out import json_pieces
from attachcalm.records.refused import RefusedError
from attachcalm.whole_file import write_whole

ENDINGS: Final = (".fhir.json", ".json", ".csv")


@dataclass(frozen=True, slots=True)
class Export:
    """When it is made, a name for the person in it, and whether their words are in the FHIR."""

    made: datetime
    patient: UUID
    with_texts: bool = False


def ending_of(path: Path) -> str:
    """Which of the endings the file has.  Raises RefusedError."""
    name = path.name.lower()
    for ending in ENDINGS:
        if name.endswith(ending) and name != ending:
            return ending
    raise RefusedError(
        f"An export is a .csv, .json or .fhir.json, and {path.name} ends in none of these."
    )


def save(whole: Whole, path: Path, export: Export) -> bool:
    """Write the file, whole or not at all; whether another one was replaced.

    Raises RefusedError, which says why.
    """
    pieces = _pieces(whole, ending_of(path), export)
    try:
        path = path.resolve()  # where a link leads to, not the link
        was_there = path.exists()
        if was_there and not path.is_file():
            raise RefusedError(f"{path} is no file, so it was left as it is.")
        write_whole(path, pieces)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is no name of a file"
        raise RefusedError(
            f"{path} could not be written: {reason}. What was there before is untouched."
        ) from error
    return was_there


def _pieces(whole: Whole, ending: str, export: Export) -> Iterator[bytes]:
    match ending:
        case ".csv":
            return csv_pieces(whole)
        case ".json":
            return json_pieces(whole, export.made)
        case _:
            return fhir_pieces(whole, export.made, export.patient, with_texts=export.with_texts)
