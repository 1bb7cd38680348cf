"""Goals 1 and 2: the first painted window beside a bare one (CPU, wall, peak memory).

    python3 run.py bench first_window [--rounds 9] [--peers PYTHON]      --full: 15 rounds

The app starts as from a desktop icon, with no arguments, a warm cache, its exercises and three
months of records, as on any evening.
With --peers, other programs that are installed for that Python (ReText, novelWriter, Vorta) are
started beside it, and all are then timed by the picture alone, on the same screen.
"""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

from bench.common import (
    Figure,
    Place,
    Start,
    ask_worker,
    interleave,
    middle,
    parse,
    ratio,
    start_once,
    tell,
)
from bench.drawn import wait_until_drawn

BARE = [sys.executable, "-P", "-m", "bench.bare_window"]
PEERS = {"retext": ("ReText", 1.0), "novelwriter": ("novelWriter", 0.65), "vorta": ("Vorta", 0.5)}
PEER_MEMORY = 0.75  # of novelWriter's


def measure(rounds: int, peers: str | None) -> list[Figure]:
    """The figures of both goals."""
    with Place("1280x900") as place:
        env = place.env()
        ask_worker("bench.profiles", str(place.home / "data" / "AttachCalm"), "0", env=env)
        app = [sys.executable, "-P", "-m", "attachcalm"]
        subprocess.run([*app, "exercises"], env=env, check=True, stdout=subprocess.DEVNULL)
        found = interleave(
            {"bare": lambda: start_once(BARE, env), "app": lambda: start_once(app, env)}, rounds
        )
        figures = compare(found["app"], found["bare"], place.screen)
        if peers:
            figures += compare_with_peers(place, app, peers, rounds)
        else:
            print("first_window: no peers measured; name an environment with --peers PYTHON.")
    return figures


def compare(app: list[Start], bare: list[Start], screen: str) -> list[Figure]:
    """The app against the bare window."""
    note = f"{middle(app, cpu) * 1e3:.0f} against {middle(bare, cpu) * 1e3:.0f} ms, {screen}"
    memory = f"{middle(app, peak):.0f} against {middle(bare, peak):.0f} MiB"
    return [
        Figure("CPU, of a bare window", ratio(app, bare, cpu), 1.35, note=note),
        Figure("wall, of a bare window", ratio(app, bare, wall), 1.5),
        Figure("peak memory, of a bare window", ratio(app, bare, peak), 1.35, note=memory),
    ]


def compare_with_peers(place: Place, app: list[str], python: str, rounds: int) -> list[Figure]:
    """The app against each peer beside this Python."""
    if place.screen != "xcb":
        print("first_window: peers need Xvfb, which is not there.")
        return []
    commands = {"app": app}
    for peer, (name, _) in PEERS.items():
        script = Path(python).with_name(peer)
        if script.exists():
            commands[peer] = [str(script)]
        else:
            print(f"first_window: {name} is not installed for {python}, so it is left out.")
    cases = {name: partial(wait_until_drawn, command, place) for name, command in commands.items()}
    found = interleave(cases, rounds)
    figures = []
    for peer in [name for name in commands if name != "app"]:
        name, goal = PEERS[peer]
        figures.append(Figure(f"CPU, of {name}", ratio(found["app"], found[peer], cpu), goal))
        if peer == "novelwriter":
            share = ratio(found["app"], found[peer], peak)
            figures.append(Figure(f"peak memory, of {name}", share, PEER_MEMORY))
    return figures


def cpu(start: Start) -> float:
    return start.cpu


def wall(start: Start) -> float:
    return start.wall


def peak(start: Start) -> float:
    return start.peak_mib


def main() -> None:
    """Measure."""
    told = parse(__doc__, rounds=9)
    tell(measure(15 if told.full else told.rounds, told.peers))


if __name__ == "__main__":
    main()
