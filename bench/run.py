"""Run the benches and print how each figure stands to its goal.

    python3 run.py bench                        all of them, under six minutes
    python3 run.py bench schedule --seconds 300 the named ones, with their own flags
    python3 run.py bench --full                 as long as the goals ask for

Exit code 0 whatever the figures are: a busy machine is no fault of the app. 1 if a bench crashes.
Each bench is a process of its own, one after the other.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BENCHES = (
    "first_window", "lazy_gaps", "pacer_cost", "pacer_jam", "schedule", "save", "first_trends",
    "content", "charts", "trends_data", "exports", "stats",
)  # fmt: skip
AS_TESTS = {
    "modules": "tests/test_first_paint.py",
    "references": "tests/test_references.py",
}


def main(arguments: list[str]) -> int:
    """Run the named benches, or all; what begins with a dash and all after it goes to each."""
    at = next((at for at, word in enumerate(arguments) if word.startswith("-")), len(arguments))
    names, flags = arguments[:at], arguments[at:]
    unknown = set(names) - {*BENCHES, *AS_TESTS}
    if unknown:
        print(f"No such bench: {', '.join(sorted(unknown))}. There are: {', '.join(BENCHES)}.")
        return 1
    rows: list[tuple[str, ...]] = []
    crashed = []
    for name in names or (*AS_TESTS, *BENCHES):
        print(f"{name} ...", file=sys.stderr, flush=True)
        figures = run_test(name) if name in AS_TESTS else run_bench(name, flags)
        if figures is None:
            crashed.append(name)
        rows += [row_of(name, figure) for figure in figures or ()]
    show(rows)
    if crashed:
        print(f"CRASHED, see above: {', '.join(crashed)}.")
    return int(bool(crashed))


def run_bench(name: str, flags: list[str]) -> list[dict[str, Any]] | None:
    """Return the figures of a bench, or None if it crashed."""
    command = [sys.executable, "-m", f"bench.{name}", *flags]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    figures = []
    for line in done.stdout.splitlines():
        if line.startswith('{"figure"'):
            figures.append(json.loads(line)["figure"])
        else:
            print(line)
    return figures if done.returncode == 0 else None


def run_test(name: str) -> list[dict[str, Any]]:
    """Return 1 failed or 0 failed as the figure of a goal that is a test."""
    command = [sys.executable, "-m", "pytest", "-q", AS_TESTS[name]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout[-2000:])
    failed = {"value": done.returncode, "goal": 0, "unit": "failed", "note": AS_TESTS[name]}
    return [{"name": "exact test", **failed}]


def row_of(bench: str, figure: dict[str, Any]) -> tuple[str, ...]:
    """Return a figure as the cells of the table."""
    value, goal, unit = figure["value"], figure["goal"], figure["unit"]
    told = f"{value:.2f} {unit}"
    if goal is None:
        return f"{bench}: {figure['name']}", told, "", "", figure["note"]
    verdict = "met" if value <= goal else "MISSED"
    return f"{bench}: {figure['name']}", told, f"<= {goal:g} {unit}", verdict, figure["note"]


def show(rows: list[tuple[str, ...]]) -> None:
    """Print the table."""
    head = ("figure", "value", "goal", "verdict", "note")
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
