"""What all benches stand on: interleaved rounds, medians, ratios, and processes that are counted.

Linux only: the screen is Xvfb and a process is counted by /proc. Standard library only, because
these run beside what they measure. A figure is a ratio of two things measured in the same rounds;
CPU time (user + system) decides, since a shared machine stretches wall time as it likes.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

ROOT = Path(__file__).resolve().parent.parent
FIRST_PAINT_FD = "ATTACHCALM_FIRST_PAINT_FD"
S = TypeVar("S")


@dataclass(frozen=True)
class Figure:
    """One line of the table: good when `value` is at most `goal`; no goal, no verdict."""

    name: str
    value: float
    goal: float | None = None
    unit: str = "x"
    note: str = ""


def tell(figures: Sequence[Figure]) -> None:
    """Hand the figures to bench/run.py, one JSON object a line."""
    for figure in figures:
        print(json.dumps({"figure": asdict(figure)}), flush=True)


def parse(doc: str | None, **options: float) -> argparse.Namespace:
    """Read the command line: each option with its first value, and --full for the long run."""
    parser = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--full", action="store_true", help="as long as the goals ask for")
    parser.add_argument("--peers", help="a Python in whose environment peers are installed")
    for name, value in options.items():
        parser.add_argument(f"--{name}", type=type(value), default=None, help=f"first: {value}")
    told = parser.parse_args()
    for name, value in options.items():
        if getattr(told, name) is None:
            setattr(told, name, value)
    return told


# ----------------------------------------------------------------- rounds and ratios
def interleave(
    cases: Mapping[str, Callable[[], S]], rounds: int, warm_up: int = 1
) -> dict[str, list[S]]:
    """Run A B C, B C A, ...: what drifts on the machine drifts for all; warm-up is not counted."""
    found: dict[str, list[S]] = {name: [] for name in cases}
    names = list(cases)
    for at in range(warm_up + rounds):
        turn = at % len(names)
        for name in names[turn:] + names[:turn]:
            sample = cases[name]()
            if at >= warm_up:
                found[name].append(sample)
    return found


def ratio(samples: Sequence[S], floor: Sequence[S], of: Callable[[S], float]) -> float:
    """The median of the ratios, each taken inside one round."""
    pairs = zip(samples, floor, strict=True)
    return statistics.median(of(sample) / max(of(base), 1e-9) for sample, base in pairs)


def middle(samples: Sequence[S], of: Callable[[S], float]) -> float:
    """The median."""
    return statistics.median(of(sample) for sample in samples)


# ----------------------------------------------------------------- whole processes
@dataclass(frozen=True)
class Start:
    """One start of a program: seconds of CPU and wall until its first paint, and peak memory."""

    cpu: float
    wall: float
    peak_mib: float


def start_once(command: Sequence[str], env: Mapping[str, str], limit_s: float = 60) -> Start:
    """Start a program that tells its first paint to FIRST_PAINT_FD and then quits."""
    heard, told = os.pipe()
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        env={**env, FIRST_PAINT_FD: str(told)},
        pass_fds=(told,),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    os.close(told)
    ready = select.select([heard], [], [], limit_s)[0]
    wall = time.monotonic() - began
    cpu = cpu_of(process.pid)
    painted = bool(ready) and bool(os.read(heard, 65_536))
    while painted and os.read(heard, 65_536):
        pass
    os.close(heard)
    if not painted:
        process.kill()
    errors = process.stderr.read().decode("utf-8", "replace") if process.stderr else ""
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # waited for above, by its number
    if not painted:
        sys.exit(f"{' '.join(command)} painted nothing:\n{errors[-2000:]}")
    return Start(cpu, wall, used.ru_maxrss / 1024)


def cpu_of(pid: int) -> float:
    """Seconds that all threads of a live process have been on a CPU, to the nanosecond."""
    total = 0
    for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            total += int(task.read_text().split()[0])
        except OSError:
            continue  # a thread that has just ended
    return total / 1e9


def ask_worker(module: str, *arguments: str, env: Mapping[str, str]) -> Any:
    """Run a bench module as a worker; its last line on standard output is the answer, in JSON."""
    command = [sys.executable, "-m", module, "--worker", *arguments]
    done = subprocess.run(
        command, env=dict(env), cwd=ROOT, capture_output=True, text=True, timeout=900, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


# ----------------------------------------------------------------- where they run
class Place:
    """A throw-away home and a private screen: no program meets another's settings.

    Without Xvfb the screen is Qt's offscreen one, which costs 5 % less; `screen` says which.
    """

    def __init__(self, size: str = "1700x1100") -> None:
        self.home = Path(tempfile.mkdtemp(prefix="attachcalm-bench-"))
        self.screen = "xcb" if shutil.which("Xvfb") else "offscreen"
        self.picture = self.home / "Xvfb_screen0"
        self._size = size
        self._server: subprocess.Popen[bytes] | None = None
        self._display = ""

    def __enter__(self) -> Self:
        for name in ("cache", "config", "data", "state", "run"):
            (self.home / name).mkdir(mode=0o700)
        if self.screen == "xcb":
            self._start_server()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def env(self, **more: str) -> dict[str, str]:
        """The environment for a program here; compiled modules are kept in the throw-away home."""
        unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE", FIRST_PAINT_FD)
        kept = {name: value for name, value in os.environ.items() if name not in unwanted}
        kept |= {f"XDG_{name.upper()}_HOME": str(self.home / name) for name in ("cache", "config")}
        kept |= {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "PYTHONPYCACHEPREFIX": str(self.home / "pyc"),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": self.screen,
            "NO_AT_BRIDGE": "1",
        }
        return kept | ({"DISPLAY": self._display} if self._display else {}) | more

    def _start_server(self) -> None:
        heard, told = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told), "-screen", "0", f"{self._size}x24",
             "-nolisten", "tcp", "-noreset", "-br", "-fbdir", str(self.home)],
            pass_fds=(told,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(told)
        number = b""
        while not number.endswith(b"\n"):
            more = os.read(heard, 16)
            if not more:
                sys.exit("Xvfb did not start.")
            number += more
        os.close(heard)
        self._display = f":{int(number)}"
