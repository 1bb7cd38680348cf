"""`attachcalm onepager`, `report` and `pack`: the records on paper, without a window."""

import argparse
import sys
from pathlib import Path

from attachcalm.app import Env, kit_of
from attachcalm.commands.errors import PersonError
from attachcalm.insight.period import ALL_TIME
from attachcalm.loading import load_measures, prepare_charts
from attachcalm.paper.document import Document
from attachcalm.paper.full_report import full_report
from attachcalm.paper.material import material_of
from attachcalm.paper.onepager import Choice, Section, one_pager
from attachcalm.settings import load as load_settings
from attachcalm.store.late import LateJournal


def onepager(env: Env, options: argparse.Namespace) -> int:
    """Save the session page as the window would, with what the person chose there."""
    settings = load_settings(env.paths.settings)
    hidden = set(settings.page_hidden)
    choice = Choice(
        options.weeks,
        frozenset(section for section in Section if section.value not in hidden),
        settings.page_topics,
        settings.page_name.strip(),
    )
    material = material_of(_journal(env), choice.period, env.now().date())
    return _save(env, one_pager(material, choice), options.file)


def report(env: Env, options: argparse.Namespace) -> int:
    """Save the fuller report of everything."""
    material = material_of(_journal(env), ALL_TIME, env.now().date())
    measures = load_measures(env.paths).measures
    return _save(env, full_report(material, "", measures, notes=options.notes), options.file)


def pack(env: Env, options: argparse.Namespace) -> int:
    """Save the pack to keep."""
    from attachcalm.records.refused import RefusedError
    from attachcalm.reports.pack import save_pack
    from attachcalm.reports.pdf import PaperSize

    paper = PaperSize(load_settings(env.paths.settings).paper)
    try:
        save_pack(kit_of(env, _journal(env)), options.file, paper, notes=options.notes)
    except RefusedError as error:
        raise PersonError(str(error)) from error
    print(f"Your records are in {options.file}. Whoever has it can read it.", file=sys.stderr)
    return 0


def _journal(env: Env) -> LateJournal:
    journal = LateJournal(env.paths.database)
    if journal.note:
        print(journal.note, file=sys.stderr)
    return journal


def _save(env: Env, document: Document, file: Path) -> int:
    from attachcalm.charts.files import ChartNotSavedError, save_bytes
    from attachcalm.reports.pdf import PaperSize, set_document

    if file.suffix.lower() != ".pdf":
        raise PersonError(f"A page is saved as .pdf, and {file.name} does not end so.")
    paper = PaperSize(load_settings(env.paths.settings).paper)
    setting = set_document(document, paper, lambda: prepare_charts(env.paths), env.paths.fonts)
    try:
        save_bytes(file, setting.pdf)
    except ChartNotSavedError as error:
        raise PersonError(str(error)) from error
    pages = "1 page" if setting.pages == 1 else f"{setting.pages} pages"
    print(f"{pages}, in {file}", file=sys.stderr)
    return 0
