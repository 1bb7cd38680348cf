"""Goal 5: what a picture of the pacer costs, at 600x600 and 1600x1000, and when it is paused.

    python3 run.py bench pacer_cost [--rounds 3] [--seconds 3]      --full: 5 rounds of 6 s

The ratio is to a stand-in that paints a plain circle and a line of text (bench/animation.py), in
the same rounds, at sixty pictures a second. The app itself shows thirty.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

from bench.common import Figure, Place, ask_worker, interleave, middle, parse, ratio, tell

SIZES = ((600, 600, 7.0), (1600, 1000, 9.0))  # and the most per cent of a core at 60 a second


def measure(rounds: int, seconds: float) -> list[Figure]:
    """The figures of the goal."""
    figures = []
    with Place() as place:
        env = place.env()

        def run(kind: str, width: int, height: int) -> dict[str, float]:
            told = (kind, str(width), str(height), str(seconds), str(place.home / "profile"))
            answer: dict[str, float] = ask_worker("bench.pacer_cost", *told, env=env)
            return answer

        for width, height, most in SIZES:
            found = interleave(
                {kind: partial(run, kind, width, height) for kind in ("app", "plain")},
                rounds,
                warm_up=0,
            )
            cost = middle(found["app"], per_frame)
            figures += [
                Figure(
                    f"CPU a picture at {width}x{height}, of the stand-in",
                    ratio(found["app"], found["plain"], per_frame), 1.3,
                    note=f"{cost:.2f} against {middle(found['plain'], per_frame):.2f} ms",
                ),
                Figure(f"of a core at 60 a second, {width}x{height}", cost * 6, most, "%"),
            ]  # fmt: skip
        paused = [run("paused", 600, 600) for _ in range(rounds)]
    figures.append(Figure("pictures while paused", middle(paused, frames), 0, "frames"))
    figures.append(Figure("CPU a second while paused", middle(paused, per_second), 1, "ms"))
    return figures


def per_frame(answer: dict[str, float]) -> float:
    return answer["cpu_ms"] / max(1.0, answer["frames"])


def per_second(answer: dict[str, float]) -> float:
    return answer["cpu_ms"] / answer["wall_ms"] * 1e3


def frames(answer: dict[str, float]) -> float:
    return answer["frames"]


def work(kind: str, width: int, height: int, seconds: float, profile: Path) -> dict[str, Any]:
    """Animate in this process."""
    from PySide6.QtWidgets import QApplication

    from attachcalm.app import env_of
    from bench import animation

    app = QApplication(sys.argv[:1])
    seen = animation.Seen()
    if kind == "plain":
        widget: animation.StandIn | animation.AppPacer = animation.StandIn(seen)
    else:
        widget = animation.AppPacer(animation.dress(app, env_of(profile, ())), seen)
    widget.setFixedSize(width, height)
    widget.show()
    if kind == "paused":
        driver = paused_driver(widget)
        animation.watch(app, seen, seconds)
        driver.stop()
    else:
        breath = animation.animate(widget)
        animation.watch(app, seen, seconds)
        breath.stop()
    return {"frames": len(seen.stamps), "cpu_ms": seen.cpu_ms, "wall_ms": seen.wall_ms}


def paused_driver(widget: Any) -> Any:
    """A real session that moves the pacer and has just been paused."""
    from attachcalm.app import monotonic_ms
    from attachcalm.player.session import Frame, Session
    from attachcalm.ui.driver import Driver
    from attachcalm.ui.pacer import picture_of
    from bench.breathing import timeline_of

    driver = Driver(Session(timeline_of(60), monotonic_ms), False, widget)

    def show(frame: Frame) -> None:
        widget.show_picture(picture_of(frame, reduced_motion=False))

    driver.frame_changed.connect(show)
    driver.start()
    driver.pause()
    return driver


def main() -> None:
    """Measure, or animate as a worker."""
    if sys.argv[1:2] == ["--worker"]:
        kind, width, height, seconds, profile = sys.argv[2:]
        print(json.dumps(work(kind, int(width), int(height), float(seconds), Path(profile))))
        return
    told = parse(__doc__, rounds=3, seconds=3.0)
    tell(measure(5, 6.0) if told.full else measure(told.rounds, told.seconds))


if __name__ == "__main__":
    main()
