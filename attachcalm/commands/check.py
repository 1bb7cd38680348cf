"""`attachcalm check [PATH…]`: what is amiss with exercises, pages and measures, and where."""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attachcalm.app import Env, load_library
from attachcalm.commands.errors import PersonError
from attachcalm.exercises.finding import MEASURE, Finding
from attachcalm.learn import checker as leaflets
from attachcalm.measures.shelf import faults_of, is_for_measures
from attachcalm.player.checker import Around, check_paths
from attachcalm.player.recordings import Recordings

_MEND_MEASURE = "Mend what it says, and check again; docs/formats.md has all that can stand there."


def check(env: Env, options: argparse.Namespace) -> int:
    """Print the findings, a line each; 1 if there are faults, and with --strict any finding."""
    findings = tuple(_findings(env, options.paths or _own(env)))
    if options.json:
        print(json.dumps([_plain(finding) for finding in findings], indent=2, ensure_ascii=False))
    else:
        for finding in findings:
            print(finding)
        print(_in_short(findings))
    is_amiss = any(finding.is_fault or options.strict for finding in findings)
    return 1 if is_amiss else 0


def _findings(env: Env, paths: Sequence[Path]) -> Iterator[Finding]:
    measures = [path for path in paths if is_for_measures(path)]
    pages = [path for path in paths if leaflets.is_for_leaflets(path)]
    exercises = [path for path in paths if path not in (*measures, *pages)]
    if exercises:
        yield from check_paths(exercises, around(env)).findings
    pages += [path for path in exercises if leaflets.holds_leaflets(path)]
    if pages:
        yield from leaflets.check_paths(pages, [card.id for card in load_library(env).cards])
    yield from _of_measures(measures)


def around(env: Env) -> Around:
    """What exercise files of this laptop stand among."""
    recordings = Recordings.load(env.paths.exercises, env.paths.audio)
    return Around(env.now().date(), load_library(env), recordings)


def _own(env: Env) -> list[Path]:
    folder = env.paths.own_exercises
    if not folder.is_dir():
        raise PersonError(
            f"there are no exercises of your own yet; they belong into {folder}, "
            "or name the files to check"
        )
    return [folder]


def _of_measures(paths: Iterable[Path]) -> Iterator[Finding]:
    for fault in faults_of(paths):
        yield Finding(fault.file, 1, 1, MEASURE, fault.sentence, _MEND_MEASURE, is_fault=True)


def _in_short(findings: Sequence[Finding]) -> str:
    faults = sum(finding.is_fault for finding in findings)
    advice = len(findings) - faults
    if not findings:
        return "No faults found."
    told = f"{faults or 'No'} {'fault' if faults == 1 else 'faults'}"
    if advice:
        told = f"{told}, {advice} {'piece' if advice == 1 else 'pieces'} of advice"
    return f"{told}. {'A file with a fault is not loaded.' if faults else 'Everything is loaded.'}"


def _plain(finding: Finding) -> dict[str, object]:
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "severity": "fault" if finding.is_fault else "advice",
        "kind": finding.kind,
        "what": finding.what,
        "mend": finding.mend,
    }
