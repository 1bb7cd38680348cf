"""The command line: no command opens the window; the others run the same heart without Qt.

Exit codes: 0 all is well, 1 what the person gave cannot be used, 2 the command is misspelt.
"""

import os
import sys
from collections.abc import Sequence

from attachcalm.app import Env, env_of

OK, PERSON = 0, 1  # and 2 from argparse: misspelt


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say, and return the exit code."""
    if not arguments:
        return open_window(env_of(None, ()))
    return run_command(arguments)


def run_command(arguments: Sequence[str]) -> int:
    """Read the arguments and do what they say.  Apart from `run`: a bare start reads none."""
    from attachcalm.arguments import parser

    try:
        options = parser().parse_args(list(arguments))
    except SystemExit as leaving:  # argparse has said why
        return int(leaving.code or 0)
    env = env_of(options.data_dir, options.content)
    if options.command is None:
        return open_window(env)
    from attachcalm.commands.errors import PersonError
    from attachcalm.commands.table import COMMANDS
    from attachcalm.log import start_log

    start_log(env.paths.log)
    try:
        return COMMANDS[options.command](env, options)
    except PersonError as error:
        print(f"attachcalm: {error}", file=sys.stderr)
        return PERSON
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def open_window(env: Env) -> int:
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
