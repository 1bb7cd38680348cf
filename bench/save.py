"""Goal 8: a durable save, beside the same statements through the bare sqlite3 module.

    python3 run.py bench save [--rounds 5] [--sittings 1000]
    --full: 9 rounds, and once more among 100,000 sittings, which may cost 2.5 x the CPU of 1,000

A sitting is saved in three facts, each on disk before the app goes on: its beginning, its end,
the rating after it. Both ways run in the same process on files of the same kind (WAL,
synchronous=FULL), in turns. Wall time decides here: it is the disk that a save waits for.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.common import Figure, interleave
from bench.sizes import MANY, answers_of, run

if TYPE_CHECKING:
    import sqlite3

    from attachcalm.journal.entry import Ended, RatedAfter, Started

    Facts = tuple[Started, Ended, RatedAfter]

A_ROUND = 40  # sittings


def measure(rounds: int, sittings: int, full: bool) -> list[Figure]:
    """The figures of the goal."""
    found = dict(answers_of("bench.save", rounds, sittings, full))
    few, many = found[sittings], found.get(MANY)
    note = f"{few['app']['wall_ms']:.2f} against {few['raw']['wall_ms']:.2f} ms a sitting"
    figures = [
        Figure("wall, of raw sqlite3", few["ratio"]["wall"], 3, note=note),
        Figure("CPU, of raw sqlite3", few["ratio"]["cpu"], note=f"{few['app']['cpu_ms']:.2f} ms"),
    ]
    if many is not None:
        grown = many["app"]["cpu_ms"] / few["app"]["cpu_ms"]
        figures.append(Figure(f"CPU among {MANY:,} sittings, of {sittings:,}", grown, 2.5))
    return figures


def work(folder: Path, count: int, rounds: int) -> dict[str, dict[str, float]]:
    """Save in this process, both ways."""
    from attachcalm.store.database import connect, open_store
    from attachcalm.store.journal import SqlJournal
    from bench.profiles import make_many, sittings

    for way in ("app", "raw"):
        (folder / way).mkdir(parents=True)
        make_many(folder / way / "journal.db", count)
    path = folder / "app" / "journal.db"
    journal = SqlJournal(open_store(path), path)
    raw = connect(folder / "raw" / "journal.db")
    fresh = iter(list(sittings(2 * A_ROUND * (rounds + 1), seed=11)))

    def save(facts: Facts) -> None:
        for fact in facts:
            journal.add((fact,))

    def save_raw(facts: Facts) -> None:
        write_raw(raw, facts)

    found = interleave(
        {"app": lambda: timed(save, fresh), "raw": lambda: timed(save_raw, fresh)}, rounds
    )
    raw.close()
    middles = {way: middles_of(samples) for way, samples in found.items()}
    pairs = list(zip(found["app"], found["raw"], strict=True))
    return middles | {"ratio": {
        "cpu": statistics.median(app[0] / base[0] for app, base in pairs),
        "wall": statistics.median(app[1] / base[1] for app, base in pairs),
    }}  # fmt: skip


def timed(save: Callable[[Facts], None], fresh: Iterable[Facts]) -> tuple[float, float]:
    """CPU and wall milliseconds a sitting."""
    waiting = iter(fresh)
    batch = [next(waiting) for _ in range(A_ROUND)]
    cpu, wall = time.process_time(), time.perf_counter()
    for facts in batch:
        save(facts)
    return (
        (time.process_time() - cpu) * 1e3 / A_ROUND,
        (time.perf_counter() - wall) * 1e3 / A_ROUND,
    )


def middles_of(samples: list[tuple[float, float]]) -> dict[str, float]:
    """The medians."""
    return {
        "cpu_ms": statistics.median(cpu for cpu, _ in samples),
        "wall_ms": statistics.median(wall for _, wall in samples),
    }


def write_raw(connection: sqlite3.Connection, facts: Facts) -> None:
    """The same three durable writes with the least that can be done: rows in, statement, commit."""
    from attachcalm.store import rows

    started, ended, rated = facts
    row = rows.started_row(started)
    row["started_day"] = row["started_day"].isoformat()
    insert(connection, row)
    for fact_row in (rows.ended_row(ended), rows.rated_row(rated)):
        update(connection, {"of": row["id"], **fact_row})


def insert(connection: sqlite3.Connection, row: dict[str, Any]) -> None:
    """Add a row; the connection commits each statement."""
    places = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO sitting ({', '.join(row)}) VALUES ({places})", row)  # noqa: S608 - our own columns


def update(connection: sqlite3.Connection, row: dict[str, Any]) -> None:
    """Fill columns of a row."""
    filled = ", ".join(f"{name} = :{name}" for name in row if name != "of")
    connection.execute(f"UPDATE sitting SET {filled} WHERE id = :of", row)  # noqa: S608 - our own columns


if __name__ == "__main__":
    run(__doc__, measure, work, sittings=1_000)
