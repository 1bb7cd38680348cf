"""A document as one HTML file that any browser opens, for years to come: no script, nothing loaded.

Charts are in it as SVG, each with its sentence as alternative text, tables have their heads.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from attachcalm.charts.look import Paper
from attachcalm.insight.table import Table
from attachcalm.insight.told import told_of
from attachcalm.paper.document import Document, Part
from attachcalm.reports.pdf import CHART, FAMILY, INK

STYLE: Final = """
body { font: 1rem/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; color: #1e2b2f;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; background: #fff; }
h1 { font-size: 1.8rem; margin-bottom: 0; } h2 { margin: 2rem 0 .4rem; font-size: 1.2rem; }
.muted, footer { color: #4d5a60; } svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .2rem .6rem; text-align: right; }
th:first-child, td:first-child { text-align: left; } thead { border-bottom: 1px solid #4d5a60; }
footer { margin-top: 3rem; font-size: .9rem; }
@media print { body { margin: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""
NOTHING_ELSE: Final = "default-src 'none'; style-src 'unsafe-inline'"


def html_of(document: Document, prepare: Callable[[], None]) -> str:
    """The whole file.  For the worker: charts are drawn."""
    parts = "\n".join(_part(number, part, prepare) for number, part in enumerate(document.parts))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{NOTHING_ELSE}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(document.title)}</h1>\n"
        f'<p class="muted">{escape(document.subtitle)}</p>\n<main>\n{parts}\n</main>\n'
        f"<footer>{escape(document.foot)}</footer>\n</body>\n</html>\n"
    )


def _part(number: int, part: Part, prepare: Callable[[], None]) -> str:
    lines = [
        f'<section aria-labelledby="h{number}">',
        f'<h2 id="h{number}">{escape(part.heading)}</h2>',
    ]
    lines += [f"<p>{escape(sentence)}</p>" for sentence in part.sentences]
    if part.bullets:
        lines += ["<ul>", *(f"<li>{escape(bullet)}</li>" for bullet in part.bullets), "</ul>"]
    if part.view is not None:
        lines.append(_chart(number, part, prepare))
    if part.table is not None:
        lines += _table(part.table)
    return "\n".join([*lines, "</section>"])


def _table(table: Table) -> Iterator[str]:
    yield "<table><thead><tr>"
    yield "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in table.told(row)) + "</tr>"
    yield "</tbody></table>"


def _chart(number: int, part: Part, prepare: Callable[[], None]) -> str:
    """The SVG itself, its names made the chart's own: a page holds several."""
    from attachcalm.charts.files import drawn_svg

    assert part.view is not None  # noqa: S101 - asked by the caller
    prepare()
    told = told_of(part.view)
    drawn = drawn_svg(part.view, Paper(CHART, INK, FAMILY))
    svg = drawn[drawn.index("<svg") :]
    svg = re.sub(r'\bid="', f'id="c{number}-', svg)
    svg = re.sub(r'(href="#|url\(#)', rf"\1c{number}-", svg)
    label = escape(f"{told.title}. {told.headline}", quote=True)
    return f'<div role="img" aria-label="{label}">{svg}</div>'
