"""A chart as a file: PNG, SVG or PDF, by the ending of its name.

Nothing heavy is imported before `save` is called, so this may be imported anywhere.
"""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Final

from attachcalm.charts.look import ChartColours, Paper, Size
from attachcalm.insight.table import Table, safe_cell
from attachcalm.insight.told import Told, told_of
from attachcalm.insight.view import View
from attachcalm.whole_file import write_whole

FORMATS: Final = ("png", "svg", "pdf")
WHOLE_PAGE: Final = Size(900, 520, ratio=2)
MAKER: Final = "AttachCalm"


class ChartNotSavedError(Exception):
    """The chart could not be saved; the message says why, and that nothing was overwritten."""


def save(
    view: View,
    path: Path,
    colours: ChartColours,
    font_family: str,
    size: Size = WHOLE_PAGE,
) -> None:
    """Write the chart with a title and the sentence above it, whole or not at all.

    The same view gives the same bytes, on any day.  In SVG and PDF the words stay words.
    Raises ChartNotSavedError.
    """
    ending = path.suffix.removeprefix(".").lower()
    if ending not in FORMATS:
        raise ChartNotSavedError(
            f"A chart is saved as .png, .svg or .pdf, and {path.name} ends in none of these."
        )
    save_bytes(path, file_bytes(view, ending, Paper(size, colours, font_family)))


def save_table(table: Table, path: Path) -> None:
    """Write the table as CSV in UTF-8, whole or not at all.  Raises ChartNotSavedError."""
    room = StringIO(newline="")
    csv.writer(room).writerows([map(safe_cell, line) for line in table.lines])
    save_bytes(path, room.getvalue().encode("utf-8"))


def save_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.  Raises ChartNotSavedError, which says why."""
    try:
        write_whole(path, [content])
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise ChartNotSavedError(
            f"It could not be saved as {path}: {reason}. Nothing was overwritten."
        ) from fault


def file_bytes(view: View, ending: str, paper: Paper) -> bytes:
    """The chart as a file of this ending, one of FORMATS."""
    from attachcalm.charts.blank import Heading
    from attachcalm.charts.draw import draw

    told = told_of(view)
    figure = draw(view, paper, Heading(told.title, told.headline)).figure
    room = BytesIO()
    figure.savefig(room, format=ending, metadata=_about(ending, told))
    return room.getvalue()


def drawn_svg(view: View, paper: Paper) -> str:
    """The chart alone, without a heading or a date: for a page that has its own words."""
    from attachcalm.charts.draw import draw

    room = BytesIO()
    draw(view, paper).figure.savefig(room, format="svg", metadata={"Date": None})
    return room.getvalue().decode("utf-8")


def _about(ending: str, told: Told) -> dict[str, str | None]:
    """Return what the file says of itself, beside what can be seen on it.

    No date, so that the bytes are the same; and nothing that is not on the picture: whoever sends
    it must have seen what they send.
    """
    title, sentence = told.title, told.headline
    if ending == "png":
        return {"Title": title, "Description": sentence, "Software": MAKER}
    if ending == "svg":
        return {"Title": title, "Description": sentence, "Creator": MAKER, "Date": None}
    about = {"Title": title, "Subject": sentence, "Creator": MAKER, "Producer": MAKER}
    return {**about, "CreationDate": None}
