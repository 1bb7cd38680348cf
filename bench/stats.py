"""Goal 16: the effect and the trend of 10,000 ratings against a floor in plain standard library.

    python3 run.py bench stats [--rounds 5]      --full: 15 rounds

The floor does the least that gives the same numbers, with counters and one list of all slopes, and
no interval, no test and no claim. Both run in one process, by turns; then every figure of as many
whole entries, and what memory that takes.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import combinations

from attachcalm.insight.days import points_of, weeks_of
from attachcalm.insight.figures import figures_of
from attachcalm.insight.overlap import overlap_of
from attachcalm.insight.tau import tau_u_of
from attachcalm.insight.trend import trend_of
from attachcalm.journal.entry import Entry
from bench.common import Figure, Place, ask_worker, interleave, parse, ratio, tell
from bench.profiles import NEWEST, sittings

MANY, MOST = 10_000, 100_000
A_DAY = 3
FOREIGN = ("scipy", "numpy", "pandas", "matplotlib")
Report = tuple[float, float, float]  # NAP, Tau-U, slope of the weeks' medians a day


def measure(rounds: int) -> list[Figure]:
    """The figures of the goal."""
    with Place() as place:
        env = place.env(QT_QPA_PLATFORM="offscreen")
        return [Figure(**each) for each in ask_worker("bench.stats", str(rounds), env=env)]


def work(rounds: int) -> list[Figure]:
    """Time both in this process."""
    ratings = ratings_of(MANY)
    if ours(ratings) != floor(ratings):
        sys.exit(f"The floor reckons something else: {ours(ratings)} and {floor(ratings)}")
    cases = {"app": timed(lambda: ours(ratings)), "floor": timed(lambda: floor(ratings))}
    found = interleave(cases, rounds)
    told = [f"{1e3 * statistics.median(found[name]):.1f}" for name in ("app", "floor")]
    note = f"{told[0]} ms of CPU, the floor {told[1]}"
    entries = [Entry(*facts) for facts in sittings(MANY)]
    loaded = sum(name in sys.modules for name in FOREIGN)
    return [
        Figure("effect and trend of 10k ratings", ratio(found["app"], found["floor"], float), 1.5,
               note=note),
        Figure("memory of it", peak(lambda: ours(ratings)), 16, "MiB"),
        Figure("memory of all figures of 10k entries", peak(lambda: all_of(entries)), 16, "MiB"),
        Figure("libraries of statistics loaded", loaded, 0, "", ", ".join(FOREIGN)),
        Figure("all figures of 10k entries", 1e3 * timed(lambda: all_of(entries))(), unit="ms CPU"),
        Figure("all figures of 100k entries", hundred_thousand(), unit="ms CPU"),
    ]  # fmt: skip


def hundred_thousand() -> float:
    """Milliseconds of CPU for ninety years of three sittings a day."""
    entries = [Entry(*facts) for facts in sittings(MOST)]
    return 1e3 * timed(lambda: all_of(entries))()


def all_of(entries: Sequence[Entry]) -> object:
    """Every figure."""
    return figures_of(entries, NEWEST.date())


def ratings_of(count: int) -> list[int]:
    """Ratings that wander, three a day, falling a little."""
    chance = random.Random(3)
    level, told = 8.0, []
    for at in range(count):
        level += 0.2 * (7 - 3 * at / count - level) + chance.gauss(0, 0.7)
        told.append(min(10, max(0, round(level))))
    return told


def ours(ratings: Sequence[int]) -> Report:
    """The app's way."""
    first, second = halves(ratings)
    points = [(float(at), float(value)) for at, value in enumerate(ratings)]
    nap = overlap_of(first, second, lower_is_better=True).value
    tau_u = tau_u_of(points[: len(first)], points[len(first) :], lower_is_better=True)
    begin = NEWEST.date().toordinal() - len(ratings)
    days = {
        NEWEST.date().fromordinal(begin + at): float(value)
        for at, value in enumerate(ratings[::A_DAY])
    }
    weeks = points_of({week.monday: week.median for week in weeks_of(days)})
    return nap, tau_u, trend_of(weeks).line.slope


def floor(ratings: Sequence[int]) -> Report:
    """The least that gives the same."""
    first, second = map(Counter, halves(ratings))
    pairs = first.total() * second.total()
    better = worse = 0
    for a, times in first.items():
        for b, more in second.items():
            better += times * more * (b < a)
            worse += times * more * (b > a)
    seen, within = [0] * 11, 0
    for value in ratings[: len(ratings) // 2]:
        within += sum(seen[value + 1 :]) - sum(seen[:value])
        seen[value] += 1
    nap = (better + (pairs - better - worse) / 2) / pairs
    return nap, (better - worse - within) / pairs, floor_slope(ratings)


def floor_slope(ratings: Sequence[int]) -> float:
    """The median of all slopes between the medians of weeks."""
    begin = NEWEST.date().toordinal() - len(ratings)
    weeks: dict[int, list[int]] = {}
    for at, value in enumerate(ratings[::A_DAY]):
        weeks.setdefault((begin + at - 1) // 7, []).append(value)
    points = [(7 * week, statistics.median(told)) for week, told in weeks.items() if len(told) > 1]
    return statistics.median((y - x) / (t - s) for (s, x), (t, y) in combinations(points, 2))


def halves(ratings: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Two phases."""
    return ratings[: len(ratings) // 2], ratings[len(ratings) // 2 :]


def timed(act: Callable[[], object]) -> Callable[[], float]:
    """What it takes, in seconds of CPU."""

    def run() -> float:
        began = time.process_time()
        act()
        return time.process_time() - began

    return run


def peak(act: Callable[[], object]) -> float:
    """The most memory that it holds at once, in MiB."""
    tracemalloc.start()
    act()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 2**20


def main() -> None:
    """Measure, or time as a worker."""
    if sys.argv[1:2] == ["--worker"]:
        print(json.dumps([asdict(figure) for figure in work(int(sys.argv[2]))]))
        return
    told = parse(__doc__, rounds=5)
    tell(measure(15 if told.full else told.rounds))


if __name__ == "__main__":
    main()
