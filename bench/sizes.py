"""What benches share that are run on a journal of so many sittings: 9 rounds and MANY with --full.

Each measures in a worker process of its own, which gets a folder, the sittings and the rounds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.common import Figure, Place, ask_worker, parse, tell

MANY = 100_000

Measure = Callable[[int, int, bool], list[Figure]]  # rounds, sittings, whether in full
Work = Callable[[Path, int, int], object]  # folder, sittings, rounds; its answer becomes JSON


def answers_of(module: str, rounds: int, sittings: int, full: bool) -> Iterator[tuple[int, Any]]:
    """What the module's worker answers: for so many sittings, and in full also for MANY."""
    with Place() as place:
        for count in (sittings, *((MANY,) if full else ())):
            told = (str(place.home / f"of-{count}"), str(count), str(rounds))
            yield count, ask_worker(module, *told, env=place.env())


def run(doc: str | None, measure: Measure, work: Work, sittings: int = 10_000) -> None:
    """Measure, or be the worker of a bench that does."""
    if sys.argv[1:2] == ["--worker"]:
        folder, count, rounds = sys.argv[2:]
        print(json.dumps(work(Path(folder), int(count), int(rounds))))
        return
    told = parse(doc, rounds=5, sittings=sittings)
    tell(measure(9 if told.full else told.rounds, told.sittings, told.full))
