"""`attachcalm check PATH…`: every fault of content files by line and column, and of measures."""

import argparse

from attachcalm.app import Env, load_library
from attachcalm.exercises.narration import Narration
from attachcalm.learn import checker as leaflets
from attachcalm.measures.shelf import faults_of, is_for_measures
from attachcalm.player.checker import check_paths


def check(env: Env, options: argparse.Namespace) -> int:
    """Print the faults, a line each; 1 if there are any."""
    measures = [path for path in options.paths if is_for_measures(path)]
    pages = [path for path in options.paths if leaflets.is_for_leaflets(path)]
    exercises = [path for path in options.paths if path not in (*measures, *pages)]
    pages += [path for path in exercises if leaflets.holds_leaflets(path)]
    known = [card.id for card in load_library(env).cards] if pages else []
    problems = (
        *check_paths(exercises, Narration.load(env.paths.audio).clip),
        *leaflets.check_paths(pages, known),
        *faults_of(measures),
    )
    for problem in problems:
        print(problem)
    if not problems:
        print("No faults found.")
    return 1 if problems else 0
