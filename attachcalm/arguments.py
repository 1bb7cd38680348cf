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
    _add_pages(commands)
    _add_practise(commands)
    _add_trends(commands)
    _add_paper(commands)
    _add_export(commands)
    _add_import(commands)
    _add_insight(commands)
    _add_check(commands)
    _add_tour(commands)
    return made


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no public name


def _add_exercises(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("exercises", help="list the exercises")
    command.add_argument("--json", action="store_true", help="for programs (docs/formats.md)")


def _add_pages(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("pages", help="list the pages to learn from")
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


VIEWS = ("sticks", "exercises", "levels", "year", "day", "energy", "security")  # insight.view


def _add_trends(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("trends", help="what the ratings say")
    command.add_argument("--days", metavar="N", help="the last N days (all if not given)")
    command.add_argument("--json", action="store_true", help="for programs (docs/formats.md)")
    command.add_argument(
        "--save", type=Path, metavar="FILE", help="the chart as .png, .svg or .pdf"
    )
    command.add_argument(
        "--view", default="sticks", choices=VIEWS, metavar="NAME",
        help=f"how to look at them: {', '.join(VIEWS)} (sticks if not given)",
    )  # fmt: skip


def _add_paper(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("onepager", help="the last weeks on one page, for a session")
    command.add_argument("file", type=Path, metavar="FILE.pdf", help="where the page goes")
    command.add_argument(
        "--weeks", type=int, default=2, choices=(2, 4), help="how many weeks (2 if not given)"
    )
    command = commands.add_parser("report", help="everything that the records say, on paper")
    command.add_argument("file", type=Path, metavar="FILE.pdf", help="where the report goes")
    command.add_argument("--notes", action="store_true", help="with your own notes")
    command = commands.add_parser("pack", help="a pack to keep: report, ratings and records in one")
    command.add_argument("file", type=Path, metavar="FILE.zip", help="where the pack goes")
    command.add_argument("--notes", action="store_true", help="your own notes in the report too")


def _add_export(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("export", help="all records as a file")
    command.add_argument(
        "file", type=Path, metavar="FILE",
        help="ratings as .csv, everything as .json, ratings for a medical record as .fhir.json",
    )  # fmt: skip
    command.add_argument(
        "--with-texts", action="store_true",
        help="in .fhir.json: your notes, words and tags too (left out if not given)",
    )  # fmt: skip


def _add_import(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("import", help="take records in")
    command.add_argument(
        "file", type=Path, metavar="FILE",
        help="an exported .json, or a .csv of Daylio, Track & Graph or Loop Habit Tracker",
    )  # fmt: skip
    command.add_argument(
        "--dry-run", action="store_true", help="say what would be added, and add nothing"
    )
    command.add_argument(
        "--mood", action="append", default=[], metavar="NAME=N",
        help="a mood of Daylio as distress, 0 to 10, or out (may be given several times)",
    )  # fmt: skip
    command.add_argument(
        "--column", action="append", default=[], metavar="NAME=ROLE",
        help="a tracker or habit as distress, wellbeing, security, tag or out",
    )  # fmt: skip


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
    command = commands.add_parser(
        "check", help="find faults in exercises, pages and measures, and what could be better"
    )
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH",
        help="files or folders; your own exercises if none is given",
    )  # fmt: skip
    command.add_argument(
        "--strict", action="store_true", help="exit code 1 for advice too, not only for faults"
    )
    command.add_argument("--json", action="store_true", help="for programs (docs/formats.md)")


def _add_tour(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "tour", help="pictures of every page, from a throw-away profile; needs no screen"
    )
    command.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
