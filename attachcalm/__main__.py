"""Hand the arguments to the command line."""

import gc
import sys

RARELY = 50_000
"""New objects between two searches for garbage: what a start makes is there to stay, and with
Python's own 700 a tenth of the time to the first picture goes into looking through it."""


def main() -> int:
    """Run AttachCalm as the arguments say, and return the exit code."""
    gc.set_threshold(RARELY, *gc.get_threshold()[1:])
    from attachcalm.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
