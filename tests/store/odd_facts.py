"""A journal full of odd values, and what it looked like in each schema that was ever released.

When the schema changes: `python -m tests.store.odd_facts` writes old/HEAD.sql, which is then never
written again.
"""

import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from attachcalm.journal.entry import (
    AnswerGiven,
    Ended,
    Ending,
    Fact,
    Progressed,
    RatedAfter,
    Started,
)
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import CheckIn, LookBack, OwnWord, Page, Score
from attachcalm.journal.remark import Remark, RemarkKind

OLD = Path(__file__).parent / "old"


def _moment(day: int, offset: int, microsecond: int = 0) -> Moment:
    return Moment(datetime(2026, 1, day, 23, 59, 59, microsecond, tzinfo=UTC), offset)


def _begun(number: int, at: Moment, before: Mood | None, title: str = "Calm place") -> Started:
    return Started(UUID(int=number), at, "calm-place", title, "imagery", "short", "00ff", before)


ODD_FACTS: tuple[Fact, ...] = (
    _begun(1, _moment(1, 0), None),
    _begun(2, _moment(2, 840, 999_999), Mood(0, 0, 0), 'It\'s "calm"; -- 🙂'),
    Progressed(UUID(int=21), UUID(int=2), _moment(3, 840), "", 0),
    Progressed(UUID(int=22), UUID(int=2), _moment(3, 840), "arrive", 2**33),
    AnswerGiven(UUID(int=23), UUID(int=2), _moment(3, -660), "how", 0),
    AnswerGiven(UUID(int=24), UUID(int=2), _moment(4, -660), "who", "", "safe_person"),
    AnswerGiven(UUID(int=25), UUID(int=2), _moment(5, -660), "who", "ä\u0301\n\t'", "safe_person"),
    Ended(UUID(int=2), _moment(4, 60), Ending.FINISHED, 0),
    RatedAfter(UUID(int=2), _moment(4, 60), Mood(10, -4, 10)),
    _begun(3, _moment(3, -570), Mood(10, 4, None)),
    Ended(UUID(int=3), _moment(3, -570, 1), Ending.STOPPED, 2**40),
    RatedAfter(UUID(int=3), _moment(3, -570, 2), None),
    _begun(4, Moment(datetime(1969, 7, 20, 20, 17, tzinfo=UTC), 0), Mood(energy=-4)),
    Ended(UUID(int=4), Moment(datetime(2106, 2, 7, tzinfo=UTC), 345), Ending.LEFT, 1),
)

ODD_REMARKS: tuple[Remark, ...] = (
    Remark(UUID(int=31), _moment(1, -660), RemarkKind.THUMB, "up", "calm-place"),
    Remark(
        UUID(int=32), _moment(2, 840, 1), RemarkKind.HARDER, "", "", UUID(int=99), "ä\u0301\n🙂'"
    ),
    Remark(UUID(int=33), _moment(3, 0), RemarkKind.NOT_TODAY, "too_long", "long-out", UUID(int=2)),
    Remark(UUID(int=34), _moment(4, 345), RemarkKind.SIDE_EFFECT, text='It\'s "odd"; --'),
)

_WRITTEN = datetime(2026, 1, 9, 0, 0, 0, 1, tzinfo=UTC)
ODD_PAGES: tuple[Page, ...] = (
    CheckIn(UUID(int=41), _moment(1, -660), _WRITTEN, Mood(0, 0, 0)),
    CheckIn(
        UUID(int=42), _moment(2, 840, 1), _WRITTEN, Mood(10, -4, None), ("ä\u0301", "🙂"),
        ('It\'s "work"; --',), "two\nlines\t'", UUID(int=2),
    ),
    Score(
        UUID(int=43), _moment(3, 0), _WRITTEN, "gad-7", "GAD-7", (0, None, 3), (("total", 3.5),),
        "00ff",
    ),
    LookBack(
        UUID(int=44), _moment(4, 345), _WRITTEN, date(2025, 12, 29), Mood(security=0),
        (("kind", ""), ("hard", "-- 🙂")),
    ),
    OwnWord(UUID(int=45), _moment(5, 0), _WRITTEN, "safe_phrase", "ä\u0301\n'--\" 🙂"),
)  # fmt: skip


def write_today() -> Path:
    """Write the odd facts as the file of today's schema, in SQL that any version can read."""
    from attachcalm.store.database import HEAD, connect, open_store
    from attachcalm.store.journal import SqlJournal

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        engine = open_store(path)
        journal = SqlJournal(engine, path)
        journal.add([*ODD_FACTS, *ODD_REMARKS])
        journal.keep(ODD_PAGES)
        engine.dispose()
        with closing(connect(path, read_only=True)) as connection:
            text = "\n".join(connection.iterdump())
    target = OLD / f"{HEAD}.sql"
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
    return target


if __name__ == "__main__":
    write_today()
