"""Which function does which command."""

import argparse
from collections.abc import Callable

from attachcalm.app import Env


def _exercises(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.exercises import list_exercises

    return list_exercises(env, options)


def _pages(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.pages import list_pages

    return list_pages(env, options)


def _practise(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.practise import practise

    return practise(env, options)


def _trends(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.trends import trends

    return trends(env, options)


def _onepager(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.onepager import onepager

    return onepager(env, options)


def _report(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.onepager import report

    return report(env, options)


def _pack(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.onepager import pack

    return pack(env, options)


def _export(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.export_records import export

    return export(env, options)


def _import(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.import_records import import_

    return import_(env, options)


def _insight(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.insight import insight

    return insight(env, options)


def _check(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.check import check

    return check(env, options)


def _tour(env: Env, options: argparse.Namespace) -> int:
    from attachcalm.commands.tour import tour

    return tour(env, options)


COMMANDS: dict[str, Callable[[Env, argparse.Namespace], int]] = {
    "exercises": _exercises,
    "pages": _pages,
    "practise": _practise,
    "trends": _trends,
    "onepager": _onepager,
    "report": _report,
    "pack": _pack,
    "export": _export,
    "import": _import,
    "insight": _insight,
    "check": _check,
    "tour": _tour,
}
"""Each imports what it needs when it runs: `exercises` waits for no chart library."""
