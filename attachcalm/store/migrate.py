"""The way from an older schema to today's, step by step; Alembic is imported only here."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"
"""The folder of the steps; each file in `versions` is one, and none is ever changed again."""


def run_migrations(connection: Connection) -> None:
    """Take every step that this database has not taken, inside its open transaction."""
    config = Config()
    # Alembic reads its options through configparser, to which a lone % means something.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
