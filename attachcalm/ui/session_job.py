"""What the worker does for the session page: read, set on paper, and picture it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtGui import QImage

from attachcalm.journal.book import Journal
from attachcalm.paper.material import material_of
from attachcalm.paper.onepager import Choice, one_pager
from attachcalm.reports.pdf import PaperSize, Setting, set_document


@dataclass(frozen=True, slots=True)
class Press:
    """What a page is made with."""

    journal: Journal
    prepare_charts: Callable[[], None]
    fonts: Path


@dataclass(frozen=True, slots=True)
class Proof:
    """The page as it will be saved, and what it looks like."""

    setting: Setting
    pages: tuple[QImage, ...]
    texts: tuple[str, ...]  # what stands on each


def proof_of(press: Press, choice: Choice, paper: PaperSize, today: date, width: int) -> Proof:
    """Read the weeks, set the page, and picture it `width` pixels wide."""
    from attachcalm.ui.pdf_picture import pictures_of, texts_of

    document = one_pager(material_of(press.journal, choice.period, today), choice)
    setting = set_document(document, paper, press.prepare_charts, press.fonts)
    return Proof(setting, pictures_of(setting.pdf, width), texts_of(setting.pdf))
