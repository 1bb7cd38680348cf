"""A writer that is killed again and again, and what is found afterwards.

Run as a program, so that it may fork: `python -m tests.store.killing FOLDER KILLS`.  The writer
says "saved" through a pipe once `add` has returned, is killed at any moment, and another one goes
on with the same file.  Prints what was told and what was found, in JSON.
"""

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from uuid import UUID

from attachcalm.journal.entry import AnswerGiven, Ended, Ending, Fact, Progressed, RatedAfter
from attachcalm.journal.mood import Mood
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.store.database import connect, open_store
from attachcalm.store.journal import SqlJournal
from tests.fakes.facts import at, started

LONGEST_LIFE_S = 0.3
ADDS = 5  # a sitting is told in four adds, and what is said of it afterwards in one more


def told(sitting: int) -> list[list[Fact | Remark]]:
    """What is told of the sitting of this number, add by add; all of it follows from the number."""
    this, when = UUID(int=sitting + 1), at(sitting, 0)
    answer = AnswerGiven(
        UUID(int=(3 << 64) + sitting), this, when, "who", "x" * (sitting % 97 * 90)
    )
    return [
        [started(this, when, Mood(distress=sitting % 11))],
        [
            Progressed(UUID(int=(2 << 64) + sitting), this, when, "breathe", sitting),
            answer,
            _said(4, sitting, RemarkKind.HARDER, "x" * (sitting % 89 * 90)),
        ],
        [Ended(this, when, Ending.FINISHED, sitting)],
        [RatedAfter(this, when, Mood(distress=sitting % 7))],
        [_said(5, sitting, RemarkKind.THUMB)],
    ]


def _said(place: int, sitting: int, kind: RemarkKind, text: str = "") -> Remark:
    this = UUID(int=sitting + 1)
    remark_id = UUID(int=(place << 64) + sitting)
    return Remark(remark_id, at(sitting, 0), kind, "up", "long-out", this, text)


def write(path: Path, first: int, saved: int) -> None:
    """Go on from the add of number `first` until killed; say each one that is saved."""
    journal = SqlJournal(open_store(path), path)
    os.write(saved, b"open\n")
    number = first
    while True:
        journal.add(told(number // ADDS)[number % ADDS])
        number += 1
        os.write(saved, b"%d\n" % number)


def kill_one(path: Path, first: int, chance: random.Random) -> int:
    """Start a writer, kill it, and give back the number of adds that it said were saved."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            write(path, first, writer)
        finally:
            os._exit(3)  # only reached when it failed by itself
    os.close(writer)
    if chance.random() < 0.8:  # else it is killed while it opens the file
        select.select([reader], [], [], 10)
    select.select([], [], [], chance.uniform(0, LONGEST_LIFE_S))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the writer failed by itself")
    with open(reader, "rb") as pipe:  # noqa: PTH123 a descriptor is no path
        words = [line for line in pipe.read().split(b"\n") if line.isdigit()]
    return int(words[-1]) if words else first


def find(path: Path, promised: int) -> tuple[int, list[str]]:
    """How many adds are in the file, and what is wrong with it."""
    engine = open_store(path)
    journal = SqlJournal(engine, path)
    entries, said = journal.entries(), _by_sitting(journal.remarks())
    engine.dispose()
    wrong = []
    found = 0
    for number, entry in enumerate(entries):
        harder = said.pop((entry.sitting, RemarkKind.HARDER), [])
        thumb = said.pop((entry.sitting, RemarkKind.THUMB), [])
        on_the_way = [entry.progress, *entry.answers, *harder]
        kept = [[entry.started], on_the_way, [entry.ended], [entry.rated], thumb]
        there = sum(facts not in ([None], []) for facts in kept)
        if kept[:there] != told(number)[:there]:
            wrong.append(f"sitting {number} is not as it was told")
        if there < ADDS and number != len(entries) - 1:
            wrong.append(f"sitting {number} is half written")
        found += there
    if said:
        wrong.append("a remark is there whose sitting, told before it, is not")
    if found < promised:
        wrong.append(f"{promised} adds were promised and {found} are there")
    return found, wrong + _damage(path)


def _by_sitting(remarks: Iterable[Remark]) -> dict[tuple[UUID | None, RemarkKind], list[Remark]]:
    said: dict[tuple[UUID | None, RemarkKind], list[Remark]] = {}
    for remark in remarks:
        said.setdefault((remark.sitting, remark.kind), []).append(remark)
    return said


def _damage(path: Path) -> list[str]:
    wrong = []
    with closing(connect(path)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            wrong.append("the file is damaged")
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            wrong.append("a fact has no sitting")
    return wrong


def main(folder: Path, kills: int, seed: int) -> dict[str, object]:
    """Kill so many writers, one after the other, on one file."""
    chance = random.Random(seed)
    path = folder / "journal.db"
    open_store(path).dispose()
    found, promised, wrong = 0, 0, list[str]()
    began = time.monotonic()
    for _ in range(kills):
        promised = kill_one(path, found, chance)
        found, now_wrong = find(path, promised)
        wrong += now_wrong
    return {
        "kills": kills,
        "saved": found,
        "wrong": wrong,
        "seconds": round(time.monotonic() - began, 1),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
