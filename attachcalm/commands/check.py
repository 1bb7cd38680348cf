"""`attachcalm check PATH…`: every fault of exercise files by line and column, and of measures."""

import argparse

from attachcalm.app import Env
from attachcalm.exercises.narration import Narration
from attachcalm.measures.shelf import faults_of, is_for_measures
from attachcalm.player.checker import check_paths


def check(env: Env, options: argparse.Namespace) -> int:
    """Print the faults, a line each; 1 if there are any."""
    measures = [path for path in options.paths if is_for_measures(path)]
    exercises = [path for path in options.paths if path not in measures]
    problems = (
        *check_paths(exercises, Narration.load(env.paths.audio).clip),
        *faults_of(measures),
    )
    for problem in problems:
        print(problem)
    if not problems:
        print("No faults found.")
    return 1 if problems else 0
