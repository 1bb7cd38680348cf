"""A document as a tagged PDF (PDF/UA-1), set by typst; nothing of it touches the disk on the way.

Why typst: docs/decisions/0017-typst-for-paper.md.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from attachcalm.charts.look import ChartColours, Paper, Size
from attachcalm.insight.told import told_of
from attachcalm.paper.document import Document, Part
from attachcalm.reports.letters import has_all, readable

POINTS: Final = (10.0, 9.5, 9.0, 8.5)  # of the letters: as large as lets it stand on one page
NEARLY_ONE: Final = 2  # pages that smaller letters may make one
CHART: Final = Size(900, 300)
INK: Final = ChartColours(
    "#FFFFFF", "#1E2B2F", "#4D5A60", "#E6E1D7", "#A85522", "#1D6B68", "#DDEDE9"
)
FAMILY: Final = "Atkinson Hyperlegible Next"


class PaperSize(StrEnum):
    """The sheets that a printer is likely to hold."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Setting:
    """A document as it was set: its PDF, and how many pages it takes."""

    pdf: bytes
    pages: int


def set_document(
    document: Document, paper: PaperSize, prepare: Callable[[], None], fonts: Path
) -> Setting:
    """Set the document; smaller letters, down to 8.5 points, if that brings it onto one page.

    For the worker: charts are drawn, and it takes about a third of a second.
    """
    parts = [_plain(part, prepare) for part in document.parts]
    told = {
        "title": document.title, "subtitle": document.subtitle, "foot": document.foot,
        "paper": paper.value, "font": FAMILY, "parts": parts,
    }  # fmt: skip
    whole = _each_text(told, fonts)
    made = [_compile(whole | {"points": POINTS[0]}, fonts)]
    if made[0].pages == NEARLY_ONE:
        made += [_compile(whole | {"points": points}, fonts) for points in POINTS[1:]]
    return min(made, key=lambda setting: setting.pages)  # the first of those: the largest letters


def _each_text(told: Any, fonts: Path) -> Any:
    """The same data with every text as it can stand on paper; charts stay as they were drawn."""
    match told:
        case str():
            return readable(told, fonts)
        case dict():
            return {
                key: value if key == "chart" else _each_text(value, fonts)
                for key, value in told.items()
            }
        case list() | tuple():
            return [_each_text(value, fonts) for value in told]
    return told


def _compile(told: dict[str, Any], fonts: Path) -> Setting:
    import typst

    source = files("attachcalm.reports").joinpath("page.typ").read_bytes()
    data = json.dumps(told, ensure_ascii=False)
    ours = has_all(data, fonts)
    shapes = typst.Fonts(include_system_fonts=not ours, font_paths=[fonts])
    inputs = {"data": data}
    try:
        pdf = typst.compile(source, font_paths=shapes, sys_inputs=inputs, pdf_standards="ua-1")
    except typst.TypstError:
        if ours:
            raise
        # No font of this computer has a letter that was written: it is shown as a box, still
        # tagged, but PDF/UA may not be promised then.
        pdf = typst.compile(source, font_paths=shapes, sys_inputs=inputs)
    return Setting(pdf, page_count(pdf))


def page_count(pdf: bytes) -> int:
    """How many pages typst wrote: the tree of pages says so in plain text."""
    found = re.findall(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", pdf)
    return max(map(int, found), default=0)


def _plain(part: Part, prepare: Callable[[], None]) -> dict[str, Any]:
    chart, alt = None, ""
    if part.view is not None:
        from attachcalm.charts.files import drawn_svg

        prepare()
        told = told_of(part.view)
        chart = drawn_svg(part.view, Paper(CHART, INK, FAMILY))
        alt = f"{told.title}. {told.headline}"
    return {
        "heading": part.heading, "sentences": part.sentences, "bullets": part.bullets,
        "chart": chart, "alt": alt, "table": None if part.table is None else part.table.lines,
    }  # fmt: skip
