"""The log: a small file beside the data, with no rating, note or name in any line."""

import logging
from pathlib import Path

LARGEST = 1_000_000  # bytes; one older file is kept beside it


def start_log(folder: Path) -> None:
    """Write warnings to a small log beside the data; without a place for it, to nowhere."""
    handler: logging.Handler
    try:
        handler = logging.FileHandler(_fresh_log(folder), encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("attachcalm")
    close_log()  # of an earlier run in the same process
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def _fresh_log(folder: Path) -> Path:
    """The log's file; a large one is put aside first.  Raises OSError.

    logging.handlers would do this too, but it imports sockets and pickles before the first paint.
    """
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "attachcalm.log"
    if log.exists() and log.stat().st_size > LARGEST:
        log.replace(folder / "attachcalm.old.log")
    return log


def close_log() -> None:
    """Close the log's file, and write down no more than before there was one."""
    root = logging.getLogger("attachcalm")
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(logging.NOTSET)
