"""Each export of 100,000 sittings, beside reading the rows with sqlite3 and writing them with csv.

    python3 run.py bench exports [--rounds 3] [--sittings 20000]      --full: 5 rounds, 100,000

The floor reads the same rows by the bare sqlite3 module and writes them as they are with
csv.writer. Each way runs in a process of its own, in turns, so that peak memory is its own too;
memory is what a sitting takes beyond exporting an empty journal. Importing again into an empty
journal is shown without a goal.
"""

from __future__ import annotations

import csv
import json
import resource
import sqlite3
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from bench.common import Figure, Place, ask_worker, interleave, middle, parse, ratio, tell

Answer = dict[str, float]
GOALS = {"csv": 12, "json": 13, "fhir.json": 24}  # times the floor
WAYS = tuple(GOALS)
MANY = 100_000


def measure(rounds: int, sittings: int) -> list[Figure]:
    """The figures: CPU of each export to the floor, and memory."""
    with Place() as place:
        env = place.env()
        profile = str(place.home / "profile")
        ask_worker("bench.profiles", profile, str(sittings), env=env)

        def run(way: str) -> Answer:
            answer: Answer = ask_worker("bench.exports", way, profile, env=env)
            return answer

        found = interleave(
            {way: partial(run, way) for way in (*WAYS, "floor", "empty.json")}, rounds
        )
        back = run("import")
    figures = []
    for way in WAYS:
        note = f"{middle(found[way], wall) / 1000:.1f} s for {sittings:,} sittings"
        times = ratio(found[way], found["floor"], cpu)
        figures.append(Figure(f".{way}, CPU of the floor", times, GOALS[way], note=note))
        more = middle(found[way], peak) - middle(found["empty.json"], peak)
        figures.append(Figure(f".{way}, memory", more * 1024 / sittings, 2, "KiB a sitting"))
    figures.append(Figure("import of the .json", wall(back) / 1000, unit="s"))
    return figures


def cpu(answer: Answer) -> float:
    return answer["cpu_ms"]


def wall(answer: Answer) -> float:
    return answer["wall_ms"]


def peak(answer: Answer) -> float:
    return answer["peak_mib"]


def work(way: str, profile: Path) -> Answer:
    """Do it once in this process."""
    from attachcalm.app import env_of

    database = env_of(profile, ()).paths.database
    out = profile / f"out.{way}"
    began, used = time.perf_counter(), time.process_time()
    if way == "floor":
        write_floor(database, out)
    elif way == "import":
        take_in(profile)
    else:
        is_empty = way.startswith("empty")
        write_export(profile / "none.db" if is_empty else database, out)
    return {
        "wall_ms": (time.perf_counter() - began) * 1e3,
        "cpu_ms": (time.process_time() - used) * 1e3,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def write_floor(database: Path, out: Path) -> None:
    """The rows as they are."""
    with closing(sqlite3.connect(database)) as connection, out.open("w", newline="") as file:
        rows = connection.execute("SELECT * FROM sitting ORDER BY started_us, id")
        csv.writer(file).writerows(rows)


def write_export(database: Path, out: Path) -> None:
    """As the command does."""
    from attachcalm.app import new_id, wall_clock
    from attachcalm.records.export import Export, save
    from attachcalm.store.late import LateJournal

    save(LateJournal(database).whole(), out, Export(wall_clock(), new_id()))


def take_in(profile: Path) -> None:
    """The JSON into a journal that is empty."""
    from attachcalm.journal.whole import Whole
    from attachcalm.records.coming import read_file
    from attachcalm.records.news import news_of
    from attachcalm.store.late import LateJournal

    coming = read_file(profile / "out.json")
    LateJournal(profile / "empty.db").take_in(news_of(coming.whole, Whole()).whole)


def main() -> None:
    """Measure, or do one of them as a worker."""
    if sys.argv[1:2] == ["--worker"]:
        print(json.dumps(work(sys.argv[2], Path(sys.argv[3]))))
        return
    told = parse(__doc__, rounds=3, sittings=20_000)
    tell(measure(5 if told.full else told.rounds, MANY if told.full else told.sittings))


if __name__ == "__main__":
    main()
