"""The first tables: a sitting, how far it came, and what was answered.

Written out in full and never changed: a step tells what the tables were then, whatever
they are today.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables and their indexes."""
    op.create_table("sitting", *_columns_of_sitting(), *_rules_of_sitting())
    op.create_index("ix_sitting_started", "sitting", ["started_us"])
    _create_partial_index("ix_sitting_open", "sitting", ["started_us"], "ended_us IS NULL")
    op.create_index(
        "ix_sitting_day", "sitting", ["started_day", "before_distress", "after_distress"]
    )
    _make_progress()
    _make_answer()


def _columns_of_sitting() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("started_us", sa.BigInteger(), nullable=False),
        sa.Column("started_offset", sa.SmallInteger(), nullable=False),
        sa.Column("started_day", sa.Date(), nullable=False),
        sa.Column("exercise_id", sa.Text(), nullable=False),
        sa.Column("exercise_title", sa.Text(), nullable=False),
        sa.Column("exercise_group", sa.Text(), nullable=False),
        sa.Column("version_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("before_distress", sa.SmallInteger()),
        sa.Column("before_energy", sa.SmallInteger()),
        sa.Column("before_security", sa.SmallInteger()),
        sa.Column("ended_us", sa.BigInteger()),
        sa.Column("ended_offset", sa.SmallInteger()),
        sa.Column("ending", sa.String(16)),
        sa.Column("practised_ms", sa.BigInteger()),
        sa.Column("rated_us", sa.BigInteger()),
        sa.Column("rated_offset", sa.SmallInteger()),
        sa.Column("after_distress", sa.SmallInteger()),
        sa.Column("after_energy", sa.SmallInteger()),
        sa.Column("after_security", sa.SmallInteger()),
    )


def _rules_of_sitting() -> tuple[sa.Constraint, ...]:
    return (
        sa.PrimaryKeyConstraint("id", name="pk_sitting"),
        _check("sitting", "started_offset", "started_offset BETWEEN -1439 AND 1439"),
        _check("sitting", "before_distress", "before_distress BETWEEN 0 AND 10"),
        _check("sitting", "before_energy", "before_energy BETWEEN -4 AND 4"),
        _check("sitting", "before_security", "before_security BETWEEN 0 AND 10"),
        _check("sitting", "ended_offset", "ended_offset BETWEEN -1439 AND 1439"),
        _check("sitting", "ending", "ending IN ('finished', 'stopped', 'left')"),
        _check("sitting", "practised_ms", "practised_ms >= 0"),
        _check(
            "sitting",
            "ended_whole",
            "(ended_us IS NULL) = (ending IS NULL)"
            " AND (ended_us IS NULL) = (ended_offset IS NULL)"
            " AND (ended_us IS NULL) = (practised_ms IS NULL)",
        ),
        _check("sitting", "rated_offset", "rated_offset BETWEEN -1439 AND 1439"),
        _check("sitting", "after_distress", "after_distress BETWEEN 0 AND 10"),
        _check("sitting", "after_energy", "after_energy BETWEEN -4 AND 4"),
        _check("sitting", "after_security", "after_security BETWEEN 0 AND 10"),
        _check("sitting", "rated_whole", "(rated_us IS NULL) = (rated_offset IS NULL)"),
    )


def _make_progress() -> None:
    op.create_table(
        "progress",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("sitting", sa.String(36), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("at_offset", sa.SmallInteger(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("position_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_progress"),
        sa.ForeignKeyConstraint(["sitting"], ["sitting.id"], name="fk_progress_sitting"),
        sa.UniqueConstraint("id", name="uq_progress_id"),
        _check("progress", "at_offset", "at_offset BETWEEN -1439 AND 1439"),
        _check("progress", "position_ms", "position_ms >= 0"),
    )
    op.create_index("ix_progress_sitting", "progress", ["sitting", "at_us", "number"])


def _make_answer() -> None:
    op.create_table(
        "answer",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("sitting", sa.String(36), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("at_offset", sa.SmallInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value_text", sa.Text()),
        sa.Column("value_number", sa.BigInteger()),
        sa.Column("keep_as", sa.Text()),
        sa.PrimaryKeyConstraint("number", name="pk_answer"),
        sa.ForeignKeyConstraint(["sitting"], ["sitting.id"], name="fk_answer_sitting"),
        sa.UniqueConstraint("id", name="uq_answer_id"),
        _check("answer", "at_offset", "at_offset BETWEEN -1439 AND 1439"),
        _check("answer", "one_value", "(value_text IS NULL) <> (value_number IS NULL)"),
    )
    op.create_index("ix_answer_sitting", "answer", ["sitting"])
    _create_partial_index("ix_answer_kept", "answer", ["at_us", "number"], "keep_as IS NOT NULL")


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=f"ck_{table}_{name}")


def _create_partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    rule = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=rule, postgresql_where=rule)


def downgrade() -> None:
    """There is no way back: the copy that was laid aside before a step is the way back."""
    raise NotImplementedError
