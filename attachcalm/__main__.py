"""Hand the arguments to the command line."""

import sys


def main() -> int:
    """Run AttachCalm as the arguments say, and return the exit code."""
    from attachcalm.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
