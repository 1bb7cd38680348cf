"""All commands and options of the command line (docs/decisions/0008-argparse.md)."""

import argparse
from pathlib import Path

import attachcalm


def parser() -> argparse.ArgumentParser:
    """All commands and options with their help."""
    made = argparse.ArgumentParser(
        prog="attachcalm",
        description="Guided exercises for hard moments, and an honest record of how they went. "
        "Without a command, the window opens.",
    )
    made.add_argument("--version", action="version", version=f"AttachCalm {attachcalm.__version__}")
    made.add_argument(
        "--data-dir", type=Path, metavar="FOLDER", help="keep everything personal in this folder"
    )
    made.add_argument(
        "--content", type=Path, action="append", default=[], metavar="FOLDER",
        help="a folder with more exercises (may be given several times)",
    )  # fmt: skip
    commands = made.add_subparsers(dest="command", title="commands", metavar="COMMAND")
    _add_exercises(commands)
    _add_practise(commands)
    _add_trends(commands)
    _add_insight(commands)
    _add_check(commands)
    _add_tour(commands)
    return made


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no public name


def _add_exercises(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("exercises", help="list the exercises")
    command.add_argument("--json", action="store_true", help="for programs (docs/formats.md)")


def _add_practise(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("practise", help="do an exercise in this terminal")
    command.add_argument("id", metavar="ID", help="as `attachcalm exercises` lists it")
    command.add_argument("--version-id", metavar="VERSION", help="full, short, ...")
    for when in ("before", "after"):
        command.add_argument(
            f"--{when}", metavar="N|skip", help=f"distress {when}, 0 to 10; asked if not given"
        )
    command.add_argument(
        "--pace", metavar="X", default="1", help="silences X times as long, 0.7 to 2"
    )
    command.add_argument(
        "--fast", action="store_true", help="the same timeline on a simulated clock, at once"
    )


def _add_trends(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("trends", help="what the ratings say")
    command.add_argument("--days", metavar="N", help="the last N days (all if not given)")
    command.add_argument("--json", action="store_true", help="for programs (docs/formats.md)")
    command.add_argument(
        "--save", type=Path, metavar="FILE", help="the chart as .png, .svg or .pdf"
    )


def _add_insight(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("insight", help="every figure, how sure it is, what is missing")
    for phase in ("baseline", "practice"):
        command.add_argument(
            f"--{phase}", metavar="FROM..TO", help=f"the days of the {phase} phase, YYYY-MM-DD"
        )
    command.add_argument(
        "--set-on", metavar="DAY", help="the day on which the dates of both phases were set"
    )
    command.add_argument("--json", action="store_true", help="for programs (docs/formats.md)")


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("check", help="find faults in exercise files")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")


def _add_tour(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "tour", help="pictures of every page, from a throw-away profile; needs no screen"
    )
    command.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
