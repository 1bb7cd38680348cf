"""Goals 12 and 13: each view of Trends, drawn beside empty axes of the same size.

    python3 run.py bench charts [--rounds 5] [--sittings 10000]
    --full: 9 rounds, and once more with 100,000 sittings

Build and first drawing, and drawing again, of every view at 900 x 500; the floor is empty axes with
the same margins, ticks and letters. Hovering paints the picture that is there with a ring on top
and draws nothing anew. CPU time decides.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.common import Figure, interleave
from bench.sizes import MANY, answers_of, run

FIRST = {10_000: 1.6, MANY: 2.5}
AGAIN = {10_000: 1.4, MANY: 1.9}
HOVER = 0.05


def measure(rounds: int, sittings: int, full: bool) -> list[Figure]:
    """The figures of both goals."""
    figures = []
    for count, found in answers_of("bench.charts", rounds, sittings, full):
        for name, ratios in found.items():
            first, again = FIRST.get(count, 1.6), AGAIN.get(count, 1.4)
            if name == "hover":
                note = f"{ratios['ms']:.2f} ms"
                figures.append(Figure("hover, of a redraw", ratios["of"], HOVER, note=note))
                continue
            of = f"{name} of {count:,}"
            note = f"{ratios['first_ms']:.0f} ms"
            figures.append(Figure(f"{of}: build + first", ratios["first"], first, note=note))
            figures.append(Figure(f"{of}: again", ratios["again"], again))
    return figures


def work(folder: Path, count: int, rounds: int) -> dict[str, dict[str, float]]:
    """Draw in this process, every view beside the floor, in turns."""
    from attachcalm.app import env_of
    from attachcalm.charts.axes import lay_ground
    from attachcalm.charts.draw import draw
    from attachcalm.charts.look import Paper, Size
    from attachcalm.charts.place import days_of
    from attachcalm.charts.setup import prepare
    from attachcalm.insight.scale import DISTRESS_SCALE
    from attachcalm.insight.selection import Wish, select
    from attachcalm.insight.series import series_of
    from attachcalm.insight.view import VIEWS, is_empty
    from attachcalm.store.database import open_store
    from attachcalm.store.journal import SqlJournal
    from attachcalm.ui.tokens import FONT_FAMILY, theme_for
    from attachcalm.ui.trend_colours import colours_of
    from bench.profiles import NEWEST, make_many

    env = env_of(folder, ())
    prepare(env.paths.cache, env.paths.fonts)
    folder.mkdir(parents=True, exist_ok=True)
    make_many(folder / "journal.db", count)
    journal = SqlJournal(open_store(folder / "journal.db"), folder / "journal.db")
    chosen = select(journal.sittings(), (), Wish(), NEWEST.date())
    views = {name: view for name in VIEWS if not is_empty(view := VIEWS[name](chosen))}
    days = days_of(series_of(chosen))
    colours = colours_of(theme_for("light", False, False))
    paper = Paper(Size(900, 500), colours, FONT_FAMILY)

    def drawn(name: str) -> tuple[float, float]:
        begun = time.process_time()
        if name == "floor":
            figure = lay_ground(days, paper, None, DISTRESS_SCALE).figure
        else:
            figure = draw(views[name], paper).figure
        figure.canvas.draw()
        first = time.process_time()
        figure.canvas.draw()
        return first - begun, time.process_time() - first

    cases: dict[str, Callable[[], tuple[float, float]]] = {
        name: partial(drawn, name) for name in (*views, "floor")
    }
    found = interleave(cases, rounds)
    told = {
        name: {
            "first": of(samples, found["floor"], 0),
            "again": of(samples, found["floor"], 1),
            "first_ms": statistics.median(first for first, _ in samples) * 1e3,
        }
        for name, samples in found.items()
        if name != "floor"
    }
    told["hover"] = hovering(statistics.median(again for _, again in found["sticks"]))
    return told


def of(samples: list[tuple[float, float]], floor: list[tuple[float, float]], at: int) -> float:
    """The median ratio of pairs of one round."""
    return statistics.median(mine[at] / base[at] for mine, base in zip(samples, floor, strict=True))


def hovering(redraw: float) -> dict[str, float]:
    """Paint the finished picture with a ring, as the window does for a mark."""
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor, QImage, QPainter, QPen

    picture = QImage(900, 500, QImage.Format.Format_RGBA8888)
    picture.fill(QColor("white"))
    screen = QImage(900, 500, QImage.Format.Format_RGB32)
    times = 200
    begun = time.process_time()
    for number in range(times):
        painter = QPainter(screen)
        painter.drawImage(QPointF(0, 0), picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("black"), 2.5))
        painter.drawEllipse(QPointF(number * 4, 250), 9, 9)
        painter.end()
    spent = (time.process_time() - begun) / times
    return {"of": spent / redraw, "ms": spent * 1e3}


if __name__ == "__main__":
    run(__doc__, measure, work)
