"""Goal 6: the pacer stays even while the app saves, sums up and draws charts.

    python3 run.py bench pacer_jam [--rounds 2] [--seconds 4]      --full: 5 rounds of 8 s

Each job is done every half second where the app does it: saving in the window's thread, sums and
charts in its worker. On a shared machine pictures come late with no work at all, so each figure
is what the job adds to a run that does nothing, in the same rounds.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.common import Figure, Place, ask_worker, interleave, parse, tell

if TYPE_CHECKING:
    from attachcalm.app import Env
    from attachcalm.journal.book import Journal
    from attachcalm.ui.background import Background

LATE_MS, GAP_MS, EVERY_MS = 25, 50, 500
JOBS = ("save", "sum up", "draw a chart")
SITTINGS = 1_500


def measure(rounds: int, seconds: float) -> list[Figure]:
    """The figures of the goal."""
    with Place() as place:
        env = place.env()
        profile = str(place.home / "profile")
        ask_worker("bench.profiles", profile, str(SITTINGS), env=env)

        def run(job: str) -> list[float]:
            gaps: list[float] = ask_worker("bench.pacer_jam", job, profile, str(seconds), env=env)
            return gaps

        cases = {job: partial(run, job) for job in ("nothing", *JOBS)}
        found = interleave(cases, rounds, warm_up=0)
    figures = []
    for job in JOBS:
        figures += added(job, found[job], found["nothing"], 0.5)
    return figures


def added(
    job: str, runs: Sequence[list[float]], nothing: Sequence[list[float]], goal: float
) -> list[Figure]:
    """How many more pictures come late, and how many more gaps are long, than with no work."""
    late = share_beyond(runs, LATE_MS) - share_beyond(nothing, LATE_MS)
    pairs = zip(runs, nothing, strict=True)
    more = statistics.median(long_gaps(run) - long_gaps(base) for run, base in pairs)
    worst = statistics.median(max(run) for run in runs)
    idle = statistics.median(max(run) for run in nothing)
    note = f"worst gap {worst:.0f} ms, with no work {idle:.0f} ms"
    return [
        Figure(f"late pictures added: {job}", late, goal, "points"),
        Figure(f"gaps over {GAP_MS} ms added: {job}", more, 0, "gaps", note),
    ]


def share_beyond(runs: Sequence[list[float]], limit_ms: float) -> float:
    """Per cent of all pictures that came later than this."""
    gaps = [gap for run in runs for gap in run]
    return 100 * sum(gap > limit_ms for gap in gaps) / len(gaps)


def long_gaps(gaps: Sequence[float]) -> int:
    """How often the pacer visibly stood still."""
    return sum(gap > GAP_MS for gap in gaps)


def work(job: str, profile: Path, seconds: float) -> list[float]:
    """Animate and do the job in this process."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from attachcalm.app import env_of
    from attachcalm.ui.background import Background
    from attachcalm.ui.garbage import Garbage
    from bench import animation

    app = QApplication(sys.argv[:1])
    env = env_of(profile, ())
    seen = animation.Seen()
    widget = animation.AppPacer(animation.dress(app, env), seen)
    widget.setFixedSize(600, 600)
    widget.show()
    background = Background(app)
    act = job_of(job, env, background)
    act()  # once before the measured time: first imports are the business of lazy_gaps
    background.finish()
    Garbage(app).spare_what_stays()
    timer = QTimer(app)
    timer.timeout.connect(act)
    timer.start(EVERY_MS)
    breath = animation.animate(widget)
    animation.watch(app, seen, seconds)
    breath.stop()
    timer.stop()
    background.finish()
    return seen.gaps


def job_of(job: str, env: Env, background: Background) -> Callable[[], object]:
    """The job, ready to be done, in the thread in which the app does it."""
    from attachcalm.charts.setup import prepare
    from attachcalm.store.late import LateJournal

    journal = LateJournal(env.paths.database)
    if job == "save":
        return saver(journal)
    if job == "nothing":
        return int
    prepare(env.paths.cache, env.paths.fonts)
    act = summing(journal) if job == "sum up" else drawing(journal)

    def hand_over() -> None:
        background.run(act, heard)

    return hand_over


def heard(result: object) -> None:
    """Fail loudly: a job that failed jams nothing."""
    if isinstance(result, Exception):
        raise result


def saver(journal: Journal) -> Callable[[], object]:
    """Keep the step that was reached, as the app does during an exercise."""
    from attachcalm.app import new_id, wall_clock
    from attachcalm.journal.entry import Progressed
    from attachcalm.journal.mood import Moment

    sitting = journal.entries()[-1].sitting

    def save() -> None:
        journal.add([Progressed(new_id(), sitting, Moment.of(wall_clock()), "breathe", 1_000)])

    return save


def summing(journal: Journal) -> Callable[[], object]:
    """Read the whole journal and make its figures."""
    from attachcalm.insight.selection import Wish, select
    from attachcalm.insight.series import series_of
    from attachcalm.insight.summary import summary_of
    from bench.profiles import NEWEST

    return lambda: summary_of(series_of(select(journal.sittings(), (), Wish(), NEWEST.date())))


def drawing(journal: Journal) -> Callable[[], object]:
    """Draw the chart of all time."""
    from attachcalm.charts.image import render
    from attachcalm.charts.look import Size
    from attachcalm.insight.selection import Wish, select
    from attachcalm.insight.series import series_of
    from attachcalm.ui.tokens import FONT_FAMILY, theme_for
    from attachcalm.ui.trend_colours import colours_of
    from bench.profiles import NEWEST

    series = series_of(select(journal.sittings(), (), Wish(), NEWEST.date()))
    colours = colours_of(theme_for("light", False, False))
    return lambda: render(series, Size(900, 500, 1.0, 1.0), colours, FONT_FAMILY)


def main() -> None:
    """Measure, or animate as a worker."""
    if sys.argv[1:2] == ["--worker"]:
        job, profile, seconds = sys.argv[2:]
        print(json.dumps(work(job, Path(profile), float(seconds))))
        return
    told = parse(__doc__, rounds=2, seconds=4.0)
    tell(measure(5, 8.0) if told.full else measure(told.rounds, told.seconds))


if __name__ == "__main__":
    main()
