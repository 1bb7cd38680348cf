"""`attachcalm import FILE`: records of AttachCalm, or ratings of another program, all or none."""

import argparse
from pathlib import Path

from attachcalm.app import Env
from attachcalm.commands.errors import PersonError
from attachcalm.commands.reading import whole_of
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.mood import DISTRESS
from attachcalm.records.choices import Choices, Role
from attachcalm.records.coming import read_file
from attachcalm.records.news import news_of
from attachcalm.records.refused import RefusedError
from attachcalm.records.sentences import added_line, preview_lines
from attachcalm.store.late import LateJournal


def import_(env: Env, options: argparse.Namespace) -> int:
    """Print what the file would add, then add it unless it is a dry run."""
    path: Path = options.file.expanduser()
    choices = Choices(_moods(options.mood), _columns(options.column))
    try:
        coming = read_file(path, choices)
    except RefusedError as error:
        raise PersonError(f"{error} Nothing was added.") from error
    journal = LateJournal(env.paths.database)
    news = news_of(coming.whole, whole_of(journal))
    print("\n".join(preview_lines(coming, news)))
    if options.dry_run:
        print("Nothing was added: this was a dry run.")
        return 0
    try:
        if not news.is_empty:
            journal.take_in(news.whole)
    except NotSavedError as error:
        raise PersonError(str(error)) from error
    print(added_line(news))
    return 0


def _moods(told: list[str]) -> dict[str, int | None]:
    """NAME=N, or NAME=out."""
    moods: dict[str, int | None] = {}
    for each in told:
        name, is_told, value = each.rpartition("=")
        is_number = value.isascii() and value.isdigit() and len(value) < 3
        if not is_told or not (value == Role.OUT or (is_number and int(value) in DISTRESS)):
            raise PersonError(
                f"--mood is a mood and its distress, such as happy=1, from 0 to 10, or happy=out; "
                f"'{each[:40]}' is not"
            )
        moods[name] = int(value) if is_number else None
    return moods


def _columns(told: list[str]) -> dict[str, Role]:
    """NAME=distress, wellbeing, security, tag or out."""
    columns: dict[str, Role] = {}
    for each in told:
        name, is_told, value = each.rpartition("=")
        if not is_told or value not in {role.value for role in Role}:
            roles = ", ".join(role.value for role in Role)
            raise PersonError(
                f"--column is a column and what it is, such as Mood=wellbeing, of {roles}; "
                f"'{each[:40]}' is not"
            )
        columns[name] = Role(value)
    return columns
