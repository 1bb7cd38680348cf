"""A pack to keep, when a course of therapy ends: all of it in one .zip, readable without the app.

`index.html` for a browser, `report.pdf` for paper, `ratings.csv` for a spreadsheet, `records.json`
for taking it in again, and a text that says which is which.
"""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from attachcalm.insight.period import ALL_TIME
from attachcalm.journal.book import Journal
from attachcalm.measures.model import Measure
from attachcalm.paper.full_report import full_report
from attachcalm.paper.material import material_of
from attachcalm.records.csv_out import csv_pieces
from attachcalm.records.json_out import json_pieces
from attachcalm.records.refused import RefusedError
from attachcalm.reports.html import html_of
from attachcalm.reports.pdf import PaperSize, set_document
from attachcalm.whole_file import write_whole

ENDING: Final = ".zip"
READ_ME: Final = """Your records from AttachCalm

index.html    everything as one page, for any browser
report.pdf    the same on paper
ratings.csv   every rating, one a line, for a spreadsheet
records.json  all of it, also what you wrote; AttachCalm can take it in again

No file here needs the program or the internet. Whoever has this pack can read it.
The ratings and words are as they were entered. They describe; they are no diagnosis.
"""


@dataclass(frozen=True, slots=True)
class Kit:
    """What a pack is made with."""

    journal: Journal
    measures: Callable[[], Iterable[Measure]]
    prepare_charts: Callable[[], None]
    fonts: Path
    now: Callable[[], datetime]


def save_pack(kit: Kit, path: Path, paper: PaperSize, *, notes: bool) -> None:
    """Write the pack, whole or not at all; `notes` says whether the report has them.

    For the worker.  Raises RefusedError, which says why, and what the journal raises.
    """
    if path.suffix.lower() != ENDING:
        raise RefusedError(f"A pack is a .zip, and {path.name} does not end so.")
    room = BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in _files(kit, paper, notes=notes):
            pack.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    try:
        write_whole(path, [room.getvalue()])
    except OSError as error:
        reason = error.strerror or "its name is no name of a file"
        raise RefusedError(
            f"{path} could not be written: {reason}. What was there before is untouched."
        ) from error


def _files(kit: Kit, paper: PaperSize, *, notes: bool) -> Iterator[tuple[str, bytes]]:
    material = material_of(kit.journal, ALL_TIME, kit.now().date())
    document = full_report(material, "", kit.measures(), notes=notes)
    whole = kit.journal.whole()
    yield "READ ME.txt", READ_ME.encode("utf-8")
    yield "index.html", html_of(document, kit.prepare_charts).encode("utf-8")
    yield "report.pdf", set_document(document, paper, kit.prepare_charts, kit.fonts).pdf
    yield "ratings.csv", b"".join(csv_pieces(whole))
    yield "records.json", b"".join(json_pieces(whole, kit.now()))
