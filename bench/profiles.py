"""Believable profiles to measure with: a data folder with records and a warm content cache."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from attachcalm.app import env_of, load_library, wall_clock
from attachcalm.commands.season import season
from attachcalm.journal.entry import Ended, Ending, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from attachcalm.store import rows
from attachcalm.store.late import LateJournal

NEWEST = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)


def make_profile(folder: Path) -> None:
    """A profile of three months: the eight exercises cached, some eighty sittings recorded."""
    env = env_of(folder, ())
    library = load_library(env)
    journal = LateJournal(env.paths.database)
    journal.add(list(season(library.cards, wall_clock())))
    if journal.note or not library.cards:
        sys.exit(f"The profile could not be made: {journal.note or library.problems}")


def make_many(database: Path, count: int) -> None:
    """A journal of `count` sittings, three a day, written straight into its table."""
    from attachcalm.store.database import open_store

    open_store(database).dispose()
    first, *rest = records(count)
    names = ", ".join(first)
    places = ", ".join(f":{name}" for name in first)
    statement = f"INSERT INTO sitting ({names}) VALUES ({places})"  # noqa: S608 - our own columns
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executemany(statement, [first, *rest])


def records(count: int) -> Iterator[dict[str, Any]]:
    """The rows of `count` sittings, oldest first."""
    for started, ended, rated in sittings(count):
        row = {**rows.started_row(started), **rows.ended_row(ended), **rows.rated_row(rated)}
        yield {**row, "started_day": started.at.day.isoformat()}


def sittings(count: int, seed: int = 7) -> Iterator[tuple[Started, Ended, RatedAfter]]:
    """`count` sittings up to NEWEST, by rule and seed; other seeds have other names."""
    chance = random.Random(seed)
    for ago in range(count, 0, -1):
        at = NEWEST - timedelta(hours=8 * ago)
        sitting = UUID(int=chance.getrandbits(128), version=4)
        before = chance.randrange(3, 11)
        end = Moment.of(at + timedelta(minutes=3))
        yield (
            Started(
                sitting, Moment.of(at), "long-out", "Slow out-breath", "breathing", "full", "1",
                Mood(before, chance.randrange(-4, 5)),
            ),
            Ended(sitting, end, Ending.FINISHED, 180_000),
            RatedAfter(sitting, end, Mood(chance.randrange(before + 1), chance.randrange(-4, 5))),
        )  # fmt: skip


def main() -> None:
    """Make a profile as a worker: of so many sittings, or of a season for 0."""
    folder, count = Path(sys.argv[2]), int(sys.argv[3])
    if count:
        make_many(env_of(folder, ()).paths.database, count)
    else:
        make_profile(folder)
    print("{}")


if __name__ == "__main__":
    main()
