"""`attachcalm pages`: what there is to learn from."""

import argparse
import json
import sys

from attachcalm.app import Env
from attachcalm.learn.model import Leaflet
from attachcalm.learn.shelf import load


def list_pages(env: Env, options: argparse.Namespace) -> int:
    """Print the pages as lines or as JSON; files with faults are named on stderr."""
    shelf = load(env.paths.page_folders)
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    if options.json:
        print(json.dumps([_plain(one) for one in shelf.leaflets], indent=2, ensure_ascii=False))
        return 0
    for one in shelf.leaflets:
        print(f"{one.id:<22} {one.title}\n{'':<22} {one.summary}")
        print(f"{'':<22} about {one.minutes} min, leads to {len(one.exercise_ids)} exercises")
    return 0


def _plain(leaflet: Leaflet) -> dict[str, object]:
    return {
        "id": leaflet.id,
        "title": leaflet.title,
        "summary": leaflet.summary,
        "minutes": leaflet.minutes,
        "seeds": leaflet.seeds,
        "exercises": leaflet.exercise_ids,
        "author": leaflet.author,
        "reviewed": leaflet.reviewed.isoformat(),
        "sources": leaflet.sources,
    }
