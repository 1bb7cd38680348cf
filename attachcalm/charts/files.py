"""A chart as a file: PNG, SVG or PDF, by the ending of its name.

Nothing heavy is imported before `save` is called, so this may be imported anywhere.
"""

import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Final

from attachcalm.charts.look import ChartColours, Paper, Size
from attachcalm.insight.series import Series
from attachcalm.insight.summary import summary_of
from attachcalm.insight.twin import headline_of

TITLE: Final = "Before and after each time"
FORMATS: Final = ("png", "svg", "pdf")
WHOLE_PAGE: Final = Size(900, 520, ratio=2)
MAKER: Final = "AttachCalm"


class ChartNotSavedError(Exception):
    """The chart could not be saved; the message says why, and that nothing was overwritten."""


def save(
    series: Series,
    path: Path,
    colours: ChartColours,
    font_family: str,
    size: Size = WHOLE_PAGE,
) -> None:
    """Write the chart with a title and the sentence above it, whole or not at all.

    The same series gives the same bytes, on any day.  In SVG and PDF the words stay words.
    Raises ChartNotSavedError.
    """
    ending = path.suffix.removeprefix(".").lower()
    if ending not in FORMATS:
        raise ChartNotSavedError(
            f"A chart is saved as .png, .svg or .pdf, and {path.name} ends in none of these."
        )
    picture = _file_bytes(series, ending, Paper(size, colours, font_family))
    try:
        _write_whole(path, picture)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise ChartNotSavedError(
            f"The chart could not be saved as {path}: {reason}. Nothing was overwritten."
        ) from fault


def _file_bytes(series: Series, ending: str, paper: Paper) -> bytes:
    from attachcalm.charts.axes import Heading
    from attachcalm.charts.sticks import draw

    sentence = headline_of(series, summary_of(series))
    heading = Heading(TITLE, sentence)
    figure = draw(series, paper, heading).figure
    room = BytesIO()
    figure.savefig(room, format=ending, metadata=_about(ending, sentence))
    return room.getvalue()


def _about(ending: str, sentence: str) -> dict[str, str | None]:
    """Return what the file says of itself, beside what can be seen on it.

    No date, so that the bytes are the same; and nothing that is not on the picture: whoever sends
    it must have seen what they send.
    """
    if ending == "png":
        return {"Title": TITLE, "Description": sentence, "Software": MAKER}
    if ending == "svg":
        return {"Title": TITLE, "Description": sentence, "Creator": MAKER, "Date": None}
    about = {"Title": TITLE, "Subject": sentence, "Creator": MAKER, "Producer": MAKER}
    return {**about, "CreationDate": None}


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the file, then put it in its place in one step."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
