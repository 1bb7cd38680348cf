"""Goal 4: nothing stands still while the lazy parts load behind the window.

    python3 run.py bench lazy_gaps [--rounds 3]      --full: 7 rounds

After its first paint the app opens the journal (SQLAlchemy) and imports the drawing library in
its worker. A pacer breathes meanwhile; the same, with nothing to load, is the floor.
"""

from __future__ import annotations

import json
import statistics
import sys
from functools import partial
from pathlib import Path

from bench.common import Figure, Place, ask_worker, interleave, parse, tell
from bench.pacer_jam import GAP_MS, LATE_MS, long_gaps, share_beyond

SECONDS = 5.0


def measure(rounds: int) -> list[Figure]:
    """The figures of the goal."""
    with Place() as place:
        env = place.env()
        profile = str(place.home / "profile")
        ask_worker("bench.profiles", profile, "0", env=env)

        def run(kind: str) -> list[float]:
            gaps: list[float] = ask_worker("bench.lazy_gaps", kind, profile, env=env)
            return gaps

        cases = {kind: partial(run, kind) for kind in ("nothing", "warm up")}
        found = interleave(cases, rounds, warm_up=0)
    warm, nothing = found["warm up"], found["nothing"]
    pairs = list(zip(warm, nothing, strict=True))
    more = statistics.median(long_gaps(run) - long_gaps(base) for run, base in pairs)
    worst = statistics.median(max(run) - max(base) for run, base in pairs)
    late = share_beyond(warm, LATE_MS) - share_beyond(nothing, LATE_MS)
    return [
        Figure("worst gap added", worst, GAP_MS, "ms"),
        Figure(
            f"gaps over {GAP_MS} ms added", more, 0, "gaps", f"in {rounds} rounds of {SECONDS:g} s"
        ),
        Figure("late pictures added", late, None, "points"),
    ]


def work(kind: str, profile: Path) -> list[float]:
    """Build the real window, warm it up behind a pacer, in this process."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from attachcalm.app import build, env_of
    from bench import animation

    app = QApplication(sys.argv[:1])
    window = build(env_of(profile, ()), app)
    seen = animation.Seen()
    pacer = animation.AppPacer(window.home._icons, seen)
    pacer.setFixedSize(600, 600)
    window.show()
    pacer.show()
    breath = animation.animate(pacer)
    if kind == "warm up":
        QTimer.singleShot(animation.SETTLE_MS + 300, window.warm_up.begin)
    animation.watch(app, seen, SECONDS)
    breath.stop()
    window.background.finish()
    loaded = {"sqlalchemy", "matplotlib"} <= set(sys.modules)
    assert loaded == (kind == "warm up"), "the lazy parts were loaded at another time"
    return seen.gaps


def main() -> None:
    """Measure, or animate as a worker."""
    if sys.argv[1:2] == ["--worker"]:
        print(json.dumps(work(sys.argv[2], Path(sys.argv[3]))))
        return
    told = parse(__doc__, rounds=3)
    tell(measure(7 if told.full else told.rounds))


if __name__ == "__main__":
    main()
