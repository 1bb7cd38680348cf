"""Goal 15: loading 500 exercise files, beside reading their bytes and parsing them with PyYAML.

    python3 run.py bench content [--rounds 5] [--files 500]      --full: 9 rounds

Warm: every file is known to the cache. One changed: it is parsed and the cache written again.
Uncached: all are read, checked and built. All ways take turns in one process; CPU time.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.common import ROOT, Figure, Place, ask_worker, interleave, parse, tell

Times = dict[str, float]


def measure(rounds: int, files: int) -> list[Figure]:
    """The figures of the goal."""
    with Place() as place:
        folder = str(place.home / "content")
        told = (folder, str(files), str(rounds))
        times: Times = ask_worker("bench.content", *told, env=place.env())
    warm = f"{times['warm_ms']:.1f} against {times['read_ms']:.1f} ms for {files} files"
    slow = f"{times['uncached_ms']:.0f} against {times['yaml_ms']:.0f} ms"
    return [
        Figure("warm, of reading the bytes", times["warm"], 3, note=warm),
        Figure("warm, of parsing with PyYAML C", times["warm_of_yaml"], 0.05),
        Figure("one changed, of warm and one parse", times["changed"], 1.5),
        Figure("uncached, of parsing with PyYAML C", times["uncached"], 1.15, note=slow),
    ]


def work(folder: Path, files: int, rounds: int) -> Times:
    """Load in this process, each way in its turn."""
    import yaml

    from attachcalm.exercises import library
    from attachcalm.exercises.reader import read_file

    gc.disable()  # as the window does (attachcalm.ui.garbage); PyYAML gains by it as we do
    paths = make_files(folder, files)
    cache = folder.with_name("library.json")
    known = len(library.load([folder], cache).cards)
    assert known == files, f"{known} of {files} files are exercises"

    def change_one() -> float:
        os.utime(paths[0])
        return cpu_ms(lambda: library.load([folder], cache))

    ways: dict[str, Callable[[], float]] = {
        "read": lambda: cpu_ms(lambda: [path.read_bytes() for path in paths]),
        "warm": lambda: cpu_ms(lambda: library.load([folder], cache)),
        "one": lambda: cpu_ms(lambda: read_file(paths[0])),
        "changed": change_one,
        "yaml": lambda: cpu_ms(
            lambda: [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in paths]
        ),
        "uncached": lambda: cpu_ms(lambda: library.load([folder])),
    }
    found = interleave(ways, rounds)
    warm_and_one = [w + o for w, o in zip(found["warm"], found["one"], strict=True)]
    return {
        "warm": of(found["warm"], found["read"]),
        "warm_of_yaml": of(found["warm"], found["yaml"]),
        "changed": of(found["changed"], warm_and_one),
        "uncached": of(found["uncached"], found["yaml"]),
        **{f"{way}_ms": statistics.median(times) for way, times in found.items()},
    }


def of(times: list[float], floor: list[float]) -> float:
    """The median of the ratios inside each round."""
    return statistics.median(time / base for time, base in zip(times, floor, strict=True))


def make_files(folder: Path, count: int) -> list[Path]:
    """So many exercises like the shipped ones, each with an id of its own."""
    folder.mkdir(parents=True)
    shipped = [
        path.read_text("utf-8") for path in sorted((ROOT / "resources/exercises").glob("*.yaml"))
    ]
    paths = []
    for number in range(count):
        text = shipped[number % len(shipped)]
        old = next(line for line in text.splitlines() if line.startswith("id: "))
        path = folder / f"ex-{number:04}.yaml"
        path.write_text(text.replace(old, f"id: ex-{number:04}", 1), "utf-8")
        paths.append(path)
    return paths


def cpu_ms(act: Callable[[], object]) -> float:
    """What it costs."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1e3


def main() -> None:
    """Measure, or load as a worker."""
    if sys.argv[1:2] == ["--worker"]:
        folder, files, rounds = sys.argv[2:]
        print(json.dumps(work(Path(folder), int(files), int(rounds))))
        return
    told = parse(__doc__, rounds=5, files=500)
    tell(measure(9 if told.full else told.rounds, told.files))


if __name__ == "__main__":
    main()
