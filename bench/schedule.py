"""Goal 7: how late the strokes of a long breathing exercise begin while the window is busy.

    python3 run.py bench schedule [--seconds 60]      --full: 300 s

The app's own driver and session run beside a chain of timers, each started by the one before, as
a simple pacer would. The main thread is blocked for up to 40 ms about three times a second.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from bench.breathing import CYCLE_MS, STROKES, timeline_of
from bench.common import Figure, Place, ask_worker, parse, tell

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from attachcalm.player.session import Events

BLOCK_S = 0.040
LONG_ENOUGH_S = 300


def measure(seconds: int) -> list[Figure]:
    """The figures of the goal."""
    with Place() as place:
        env = place.env(QT_QPA_PLATFORM="offscreen")
        late = ask_worker("bench.schedule", str(seconds), env=env)
    ours, chained = late["app"], late["chain"]
    note = f"{len(ours)} strokes; middle {statistics.median(ours):.1f} ms late"
    share = ours[-1] / max(chained[-1], 1e-9)
    goal = 0.01 if seconds >= LONG_ENOUGH_S else None  # sooner, the chain has not yet drifted far
    told = f"chain: {chained[-1]:.0f} ms late"
    return [
        Figure(f"last stroke after {seconds} s", ours[-1], 5, "ms late", note),
        Figure("of the chained timers' lateness", share, goal, note=told),
    ]


def work(seconds: int) -> dict[str, list[float]]:
    """Time both in this process: milliseconds that each boundary came late."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from attachcalm.app import monotonic_ms
    from attachcalm.player.session import Breathed, Changed, Phase, Session
    from attachcalm.ui.driver import Driver

    app = QCoreApplication(sys.argv[:1])
    cycles = max(1, round(seconds * 1000 / CYCLE_MS))
    driver = Driver(Session(timeline_of(cycles), monotonic_ms), False, app)
    due = boundaries(cycles)
    ours: list[float] = []
    began = time.monotonic()

    def hear(events: Events) -> None:
        for event in events:
            ended = isinstance(event, Changed) and event.phase is Phase.FINISHED
            if isinstance(event, Breathed) or ended:
                ours.append((time.monotonic() - began) * 1e3 - due[len(ours)])

    driver.happened.connect(hear)
    chained = chain(began, due[1:], app)
    jam = block_now_and_then(app)
    driver.start()
    QTimer.singleShot(due[-1] + 4_000, app.quit)
    app.exec()
    jam.stop()
    return {"app": ours[1:], "chain": chained}


def boundaries(cycles: int) -> list[int]:
    """When each stroke begins, and the last one ends, in milliseconds."""
    at, found = 0, [0]
    for _ in range(cycles):
        for stroke in STROKES:
            at += stroke.ms
            found.append(at)
    return found


def chain(began: float, due: list[int], parent: object) -> list[float]:
    """Let each stroke's timer start the next one's; return how late they come, as they come."""
    late: list[float] = []

    def step() -> None:
        late.append((time.monotonic() - began) * 1e3 - due[len(late)])
        if len(late) < len(due):
            timer.start(STROKES[len(late) % len(STROKES)].ms)

    timer = single_shot(step, parent)
    timer.start(STROKES[0].ms)
    return late


def block_now_and_then(parent: object) -> QTimer:
    """Stand still as slow code would."""
    chance = random.Random(1)

    def jam() -> None:
        time.sleep(chance.random() * BLOCK_S)  # noqa: TID251 - blocking is the point
        timer.start(chance.randint(150, 500))

    timer = single_shot(jam, parent)
    timer.start(200)
    return timer


def single_shot(act: Callable[[], None], parent: object) -> QTimer:
    """A precise timer that must be started each time."""
    from PySide6.QtCore import QObject, Qt, QTimer

    assert isinstance(parent, QObject)
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(act)
    return timer


def main() -> None:
    """Measure, or time as a worker."""
    if sys.argv[1:2] == ["--worker"]:
        print(json.dumps(work(int(sys.argv[2]))))
        return
    told = parse(__doc__, seconds=60)
    tell(measure(300 if told.full else told.seconds))


if __name__ == "__main__":
    main()
