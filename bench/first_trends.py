"""Goal 14: the first opening of Trends after the start, warmed up behind the window and not.

    python3 run.py bench first_trends [--rounds 3]      --full: 9 rounds

Warmed, it is held to a later opening in the same process. Not warmed, to its floor in a process
of its own: importing matplotlib with the bundled fonts and drawing an empty pair of axes.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.common import Figure, Place, ask_worker, interleave, middle, parse, ratio, tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from attachcalm.app import Env
    from attachcalm.ui.main_window import MainWindow

Answer = dict[str, float]
SIZE_INCHES = (9, 5)


def measure(rounds: int) -> list[Figure]:
    """The figures of the goal."""
    with Place() as place:
        env = place.env()
        profile = str(place.home / "profile")
        ask_worker("bench.profiles", profile, "0", env=env)

        def run(kind: str) -> Answer:
            answer: Answer = ask_worker("bench.first_trends", kind, profile, env=env)
            return answer

        kinds = ("warmed", "cold", "floor")
        found = interleave({kind: partial(run, kind) for kind in kinds}, rounds)
    warmed, cold, floor = (found[kind] for kind in kinds)
    warm = ratio(warmed, [late(answer) for answer in warmed], first)
    told = f"{middle(warmed, first):.0f} against {middle(warmed, later):.0f} ms"
    bare = f"{middle(cold, first):.0f} against {middle(floor, first):.0f} ms"
    return [
        Figure("warmed, of a later opening (CPU)", warm, 2, note=told),
        Figure("not warmed, of its floor (CPU)", ratio(cold, floor, first), 1.15, note=bare),
    ]


def first(answer: Answer) -> float:
    return answer["first_ms"]


def later(answer: Answer) -> float:
    return answer["later_ms"]


def late(answer: Answer) -> Answer:
    """The later opening in the place of the first."""
    return {"first_ms": answer["later_ms"]}


def work(kind: str, profile: Path) -> Answer:
    """Open Trends twice in this process; CPU milliseconds of all its threads."""
    from PySide6.QtWidgets import QApplication

    from attachcalm.app import build, env_of

    app = QApplication(sys.argv[:1])
    env = env_of(profile, ())
    if kind == "floor":
        return {"first_ms": cpu_ms(lambda: draw_floor(env))}
    window = build(env, app)
    window.show()
    app.processEvents()
    assert "matplotlib" not in sys.modules, "the drawing library was loaded before it was wanted"
    window._means.open_journal()  # the journal is the business of lazy_gaps
    if kind == "warmed":
        window.warm_up.begin()
        window.background._pool.waitForDone()
        app.processEvents()
    opened = cpu_ms(lambda: open_trends(app, window))
    window.go("home")
    again = cpu_ms(lambda: open_trends(app, window))
    window.background.finish()
    return {"first_ms": opened, "later_ms": again}


def cpu_ms(act: Callable[[], None]) -> float:
    """What it costs."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1e3


def open_trends(app: QApplication, window: MainWindow) -> None:
    """Go there and wait for the chart."""
    from PySide6.QtCore import QEventLoop

    from attachcalm.ui.trends_page import TrendsPage

    window.go("trends")
    page = window.pages.page("trends")
    assert isinstance(page, TrendsPage)
    wait = QEventLoop()
    page.drawn.connect(wait.quit)
    wait.exec()
    app.processEvents()
    assert page.chart_card.chart.marks, "no chart was drawn"


def draw_floor(env: Env) -> None:
    """What no first chart can do without."""
    from attachcalm.charts.setup import prepare

    prepare(env.paths.cache, env.paths.fonts)
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Drawing

    drawing = Drawing(figsize=SIZE_INCHES, dpi=100)
    canvas = FigureCanvasAgg(drawing)
    drawing.add_subplot()
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has no types


def main() -> None:
    """Measure, or open Trends as a worker."""
    if sys.argv[1:2] == ["--worker"]:
        print(json.dumps(work(sys.argv[2], Path(sys.argv[3]))))
        return
    told = parse(__doc__, rounds=3)
    tell(measure(9 if told.full else told.rounds))


if __name__ == "__main__":
    main()
