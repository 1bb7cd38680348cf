"""The command line: no command opens the window; the others run the same heart without Qt.

Exit codes: 0 all is well, 1 what the person gave cannot be used, 2 the command is misspelt.
argparse, because it costs the window's start 15 ms (docs/decisions/0008-argparse.md).
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import attachcalm
from attachcalm.app import Env, env_of

OK, PERSON = 0, 1  # and 2 from argparse: misspelt


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say, and return the exit code."""
    try:
        options = parser().parse_args(list(arguments))
    except SystemExit as leaving:  # argparse has said why
        return int(leaving.code or 0)
    env = env_of(options.data_dir, options.content)
    if options.command is None:
        return open_window(env, options)
    from attachcalm.app import start_log
    from attachcalm.commands.errors import PersonError
    from attachcalm.commands.table import COMMANDS

    start_log(env.paths)
    try:
        return COMMANDS[options.command](env, options)
    except PersonError as error:
        print(f"attachcalm: {error}", file=sys.stderr)
        return PERSON
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def open_window(env: Env, _: argparse.Namespace) -> int:
    """Open the window, if there is a screen for it."""
    if no_screen():
        print(
            "AttachCalm opens a window, and this session has no screen.\n"
            "In a terminal, the same practice is: attachcalm practise long-out",
            file=sys.stderr,
        )
        return PERSON
    from attachcalm.app import run_window

    return run_window(env, sys.argv)


def no_screen() -> bool:
    """Whether a window would end in an abort of Qt (Linux without X11 or Wayland)."""
    if not sys.platform.startswith("linux"):
        return False
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform in {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}:
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


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


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("check", help="find faults in exercise files")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")


def _add_tour(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "tour", help="pictures of every page, from a throw-away profile; needs no screen"
    )
    command.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
