"""`attachcalm check PATH…`: every fault of exercise files, by line and column."""

import argparse

from attachcalm.app import Env
from attachcalm.exercises.narration import Narration
from attachcalm.player.checker import check_paths


def check(env: Env, options: argparse.Namespace) -> int:
    """Print the faults, a line each; 1 if there are any."""
    problems = check_paths(options.paths, Narration.load(env.paths.audio).clip)
    for problem in problems:
        print(problem)
    if not problems:
        print("No faults found.")
    return 1 if problems else 0
