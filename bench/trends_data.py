"""Goals 9 and 10: what Trends reads, beside raw SQL on the same file.

    python3 run.py bench trends_data [--rounds 5] [--sittings 10000]
    --full: 9 rounds, and once more with 100,000 sittings

The last 90 days and all time, as the page reads them: every rating of every sitting. Read is the
sittings as values; ready is a stick for each and the band, to be drawn and pointed at. The floor is
the same columns as tuples through the bare sqlite3 module. Goal 10 compares with weekly means by
SQL over three tables; here all is in one, so its figure is reckoned (one table costs 0.37 of
three).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from attachcalm.store.columns import us_before
from bench.common import Figure, interleave
from bench.sizes import answers_of, run

ONE_OF_THREE = 0.37
ROWS = (
    "SELECT id, started_us, started_offset, exercise_id, exercise_title,"
    " before_distress, before_energy, before_security, after_distress, after_energy,"
    " after_security, ending, practised_ms FROM sitting"
    " WHERE started_day >= ? AND started_us >= ? ORDER BY started_us, id"
)
WEEKS = (
    "SELECT strftime('%Y-%W', started_day), avg(before_distress), avg(after_distress)"
    " FROM sitting GROUP BY 1"
)


def measure(rounds: int, sittings: int, full: bool) -> list[Figure]:
    """The figures of both goals."""
    figures = []
    for count, found in answers_of("bench.trends_data", rounds, sittings, full):
        of = f"of {count:,} sittings"
        note = f"{found['recent_ms']:.1f} ms"
        figures += [
            Figure(f"90 days {of} read, of raw rows", found["recent_read"], 1.5),
            Figure(f"90 days {of} ready, of raw rows", found["recent"], note=note),
            Figure(
                f"all time {of}, of weekly means over three tables",
                found["weeks"] * ONE_OF_THREE, 0.45, note=f"{found['all_ms']:.0f} ms",
            ),
            Figure(f"all time {of} read, of raw rows", found["read"]),
            Figure(f"all time {of} ready, of raw rows", found["rows"]),
        ]  # fmt: skip
    return figures


def work(folder: Path, count: int, rounds: int) -> dict[str, float]:
    """Read in this process, every way, in turns."""
    from attachcalm.insight.period import NINETY_DAYS
    from attachcalm.insight.selection import Wish, select
    from attachcalm.insight.series import series_of
    from attachcalm.store.database import connect, open_store
    from attachcalm.store.journal import SqlJournal
    from bench.profiles import NEWEST, make_many

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "journal.db"
    make_many(path, count)
    journal, today = SqlJournal(open_store(path), path), NEWEST.date()
    since = today - timedelta(days=89)

    def recent() -> object:
        return series_of(select(journal.sittings(since), (), Wish(NINETY_DAYS), today))

    def everything() -> object:
        return series_of(select(journal.sittings(), (), Wish(), today))

    with closing(connect(path, read_only=True)) as raw:
        cases: dict[str, Callable[[], object]] = {
            "recent": recent,
            "recent_read": lambda: journal.sittings(since),
            "recent_raw": lambda: raw.execute(ROWS, first_of(since)).fetchall(),
            "all": everything,
            "all_read": journal.sittings,
            "all_raw": lambda: raw.execute(ROWS, first_of(date.min)).fetchall(),
            "weeks": lambda: raw.execute(WEEKS).fetchall(),
        }
        found = interleave({name: timed(case) for name, case in cases.items()}, rounds)
    middle = {name: statistics.median(samples) for name, samples in found.items()}
    return {
        "recent_read": middle["recent_read"] / middle["recent_raw"],
        "recent": middle["recent"] / middle["recent_raw"],
        "recent_ms": middle["recent"] * 1e3,
        "weeks": middle["all"] / middle["weeks"],
        "read": middle["all_read"] / middle["all_raw"],
        "rows": middle["all"] / middle["all_raw"],
        "all_ms": middle["all"] * 1e3,
    }


def first_of(day: date) -> tuple[str, int]:
    """What the rows are asked for from this day on."""
    return day.isoformat(), us_before(day)


def timed(case: Callable[[], object]) -> Callable[[], float]:
    """The processor seconds that it takes."""

    def run() -> float:
        begun = time.process_time()
        case()
        return time.process_time() - begun

    return run


if __name__ == "__main__":
    run(__doc__, measure, work)
