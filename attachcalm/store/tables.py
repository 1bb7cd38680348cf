"""The journal's tables as they are today.

Portable: the same tables on SQLite and on PostgreSQL.  An instant is a whole number of
microseconds since 1970 in UTC, so that it comes back exactly; the minutes that the person's clock
was ahead of UTC stand beside it.  A UUID is its text.  Why one row for three facts:
docs/decisions/0003-facts-in-one-row.md.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from attachcalm.journal.entry import Ending
from attachcalm.journal.mood import DISTRESS, ENERGY, SECURITY
from attachcalm.journal.remark import RemarkKind

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

_UUID = String(36)


def _on_scale(column: str, scale: range) -> CheckConstraint:
    """The rating lies on its scale, or there is none."""
    return CheckConstraint(f"{column} BETWEEN {scale.start} AND {scale.stop - 1}", name=column)


def _offset(column: str) -> CheckConstraint:
    """No place on earth is a whole day ahead of or behind UTC."""
    return CheckConstraint(f"{column} BETWEEN -1439 AND 1439", name=column)


_KINDS = ", ".join(f"'{kind.value}'" for kind in RemarkKind)
_ENDINGS = ", ".join(f"'{ending.value}'" for ending in Ending)

sitting = Table(
    "sitting",
    metadata,
    Column("id", _UUID, primary_key=True),
    # Started
    Column("started_us", BigInteger, nullable=False),
    Column("started_offset", SmallInteger, nullable=False),
    Column("started_day", Date, nullable=False),  # the person's own day, for "last 90 days"
    Column("exercise_id", Text, nullable=False),
    Column("exercise_title", Text, nullable=False),
    Column("exercise_group", Text, nullable=False),
    Column("version_id", Text, nullable=False),
    Column("revision", Text, nullable=False),
    Column("before_distress", SmallInteger),
    Column("before_energy", SmallInteger),
    Column("before_security", SmallInteger),
    # Ended
    Column("ended_us", BigInteger),
    Column("ended_offset", SmallInteger),
    Column("ending", String(16)),
    Column("practised_ms", BigInteger),
    # RatedAfter
    Column("rated_us", BigInteger),
    Column("rated_offset", SmallInteger),
    Column("after_distress", SmallInteger),
    Column("after_energy", SmallInteger),
    Column("after_security", SmallInteger),
    _offset("started_offset"),
    _on_scale("before_distress", DISTRESS),
    _on_scale("before_energy", ENERGY),
    _on_scale("before_security", SECURITY),
    _offset("ended_offset"),
    CheckConstraint(f"ending IN ({_ENDINGS})", name="ending"),
    CheckConstraint("practised_ms >= 0", name="practised_ms"),
    CheckConstraint(
        "(ended_us IS NULL) = (ending IS NULL)"
        " AND (ended_us IS NULL) = (ended_offset IS NULL)"
        " AND (ended_us IS NULL) = (practised_ms IS NULL)",
        name="ended_whole",
    ),
    _offset("rated_offset"),
    _on_scale("after_distress", DISTRESS),
    _on_scale("after_energy", ENERGY),
    _on_scale("after_security", SECURITY),
    CheckConstraint("(rated_us IS NULL) = (rated_offset IS NULL)", name="rated_whole"),
)

Index("ix_sitting_started", sitting.c.started_us)
_open = sitting.c.ended_us.is_(None)
Index("ix_sitting_open", sitting.c.started_us, sqlite_where=_open, postgresql_where=_open)
# Covers the chart: the days and both ratings are read without touching the rows.
Index("ix_sitting_day", sitting.c.started_day, sitting.c.before_distress, sitting.c.after_distress)

progress = Table(
    "progress",
    metadata,
    Column("number", Integer, primary_key=True),  # the order in which they were told
    Column("id", _UUID, nullable=False),
    Column("sitting", _UUID, ForeignKey("sitting.id"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("at_offset", SmallInteger, nullable=False),
    Column("step_id", Text, nullable=False),
    Column("position_ms", BigInteger, nullable=False),
    UniqueConstraint("id"),
    _offset("at_offset"),
    CheckConstraint("position_ms >= 0", name="position_ms"),
)

Index("ix_progress_sitting", progress.c.sitting, progress.c.at_us, progress.c.number)

answer = Table(
    "answer",
    metadata,
    Column("number", Integer, primary_key=True),  # the order in which they were told
    Column("id", _UUID, nullable=False),
    Column("sitting", _UUID, ForeignKey("sitting.id"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("at_offset", SmallInteger, nullable=False),
    Column("key", Text, nullable=False),
    Column("value_text", Text),
    Column("value_number", BigInteger),
    Column("keep_as", Text),
    UniqueConstraint("id"),
    _offset("at_offset"),
    CheckConstraint("(value_text IS NULL) <> (value_number IS NULL)", name="one_value"),
)

Index("ix_answer_sitting", answer.c.sitting)
_kept = answer.c.keep_as.is_not(None)
Index("ix_answer_kept", answer.c.at_us, answer.c.number, sqlite_where=_kept, postgresql_where=_kept)

remark = Table(
    "remark",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("at_us", BigInteger, nullable=False),
    Column("at_offset", SmallInteger, nullable=False),
    Column("at_day", Date, nullable=False),  # the person's own day
    Column("kind", String(16), nullable=False),
    Column("value", Text, nullable=False),
    Column("exercise_id", Text, nullable=False),
    # No foreign key: what a person said is kept, whether or not its sitting is known here.
    Column("sitting", _UUID),
    Column("text", Text, nullable=False),
    _offset("at_offset"),
    CheckConstraint(f"kind IN ({_KINDS})", name="kind"),
)

Index("ix_remark_day", remark.c.at_day)

page = Table(
    "page",
    metadata,
    Column("id", _UUID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("at_offset", SmallInteger, nullable=False),
    Column("at_day", Date, nullable=False),  # the person's own day
    Column("changed_us", BigInteger, nullable=False),
    Column("is_gone", Boolean, nullable=False),
    Column("distress", SmallInteger),
    Column("energy", SmallInteger),
    Column("security", SmallInteger),
    Column("body", Text, nullable=False),  # the rest of it, as JSON; `pages` says of what shape
    _offset("at_offset"),
    _on_scale("distress", DISTRESS),
    _on_scale("energy", ENERGY),
    _on_scale("security", SECURITY),
    CheckConstraint("kind IN ('check_in', 'score', 'look_back', 'own_word')", name="kind"),
)

Index("ix_page_day", page.c.at_day)
