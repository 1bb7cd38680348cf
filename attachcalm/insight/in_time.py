"""Entries in the order in which they were, so that no order in which they come changes anything."""

from collections.abc import Iterable

from attachcalm.journal.entry import Entry


def in_time(entries: Iterable[Entry]) -> list[Entry]:
    """By their beginning; two of one instant by their names."""
    return sorted(entries, key=lambda entry: (entry.started.at.at, entry.started.sitting))
