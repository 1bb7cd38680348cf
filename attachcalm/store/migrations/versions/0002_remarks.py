"""Remarks: harder sittings, not today, side effects, thumbs.

Written out in full and never changed, as every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of remarks; nothing else changes."""
    op.create_table(
        "remark",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("at_offset", sa.SmallInteger(), nullable=False),
        sa.Column("at_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("exercise_id", sa.Text(), nullable=False),
        sa.Column("sitting", sa.String(36)),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_remark"),
        sa.CheckConstraint("at_offset BETWEEN -1439 AND 1439", name="ck_remark_at_offset"),
        sa.CheckConstraint(
            "kind IN ('harder', 'not_today', 'side_effect', 'thumb')", name="ck_remark_kind"
        ),
    )
    op.create_index("ix_remark_day", "remark", ["at_day"])


def downgrade() -> None:
    """There is no way back: the copy that was laid aside before a step is the way back."""
    raise NotImplementedError
