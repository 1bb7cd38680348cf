"""`attachcalm exercises`: what there is to practise."""

import argparse
import json
import sys

from attachcalm.app import Env, load_library
from attachcalm.exercises.card import Card


def list_exercises(env: Env, options: argparse.Namespace) -> int:
    """Print the library as lines or as JSON; files with faults are named on stderr."""
    library = load_library(env)
    for problem in library.problems:
        print(problem, file=sys.stderr)
    if options.json:
        print(json.dumps([_plain(card) for card in library.cards], indent=2, ensure_ascii=False))
        return 0
    for card in library.cards:
        versions = ", ".join(f"{v.id} {v.minutes:g} min" for v in card.versions)
        print(f"{card.id:<16} {card.title}\n{'':<16} {card.summary}\n{'':<16} {versions}")
    return 0


def _plain(card: Card) -> dict[str, object]:
    return {
        "id": card.id,
        "title": card.title,
        "summary": card.summary,
        "group": card.group.value,
        "direction": card.direction.value,
        "gate": card.gate,
        "evidence": card.evidence.value,
        "eyes_open": card.eyes_open,
        "asks_security": card.asks_security,
        "versions": [{"id": v.id, "title": v.title, "minutes": v.minutes} for v in card.versions],
        "revision": card.revision,
    }
