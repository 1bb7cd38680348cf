"""Own words are pages too: what the person wants to stand in a slot.

Written out in full and never changed, as every step.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let one more kind into the table of pages, which SQLite makes anew for that."""
    old = sa.Table(
        "page",
        sa.MetaData(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("at_offset", sa.SmallInteger(), nullable=False),
        sa.Column("at_day", sa.Date(), nullable=False),
        sa.Column("changed_us", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("distress", sa.SmallInteger()),
        sa.Column("energy", sa.SmallInteger()),
        sa.Column("security", sa.SmallInteger()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_page"),
        sa.CheckConstraint("at_offset BETWEEN -1439 AND 1439", name="ck_page_at_offset"),
        sa.CheckConstraint("distress BETWEEN 0 AND 10", name="ck_page_distress"),
        sa.CheckConstraint("energy BETWEEN -4 AND 4", name="ck_page_energy"),
        sa.CheckConstraint("security BETWEEN 0 AND 10", name="ck_page_security"),
        sa.Index("ix_page_day", "at_day"),
    )
    kinds = "kind IN ('check_in', 'score', 'look_back', 'own_word')"
    with op.batch_alter_table("page", copy_from=old, recreate="auto") as page:
        if op.get_bind().dialect.name != "sqlite":
            page.drop_constraint("ck_page_kind", type_="check")
        page.create_check_constraint("ck_page_kind", kinds)


def downgrade() -> None:
    """There is no way back: the copy that was laid aside before a step is the way back."""
    raise NotImplementedError
