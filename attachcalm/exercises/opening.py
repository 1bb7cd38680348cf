"""Opening one content file: never a pipe, and never more than a file may have."""

import stat
from pathlib import Path

from attachcalm.exercises.problem import Problem
from attachcalm.exercises.yaml_source import MAX_BYTES


class NotOpenedError(Exception):
    """The file has no bytes for us.  `was_read` is True where only its size is at fault."""

    def __init__(self, path: Path, what: str, *, was_read: bool = False) -> None:
        super().__init__(what)
        self.problem = Problem(path, 1, 1, what)
        self.was_read = was_read


def bytes_of(path: Path, thing: str) -> bytes:
    """The bytes of a content file; `thing` is what it holds: "an exercise".

    Raises NotOpenedError for whatever is amiss with the file itself.
    """
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):  # a pipe would make us wait for ever
            raise NotOpenedError(path, "this is not a file")
        if told.st_size > MAX_BYTES:
            size, most = -(-told.st_size // 1024), MAX_BYTES // 1024
            what = f"the file has {size} kB; {thing} may have {most} kB"
            raise NotOpenedError(path, what, was_read=True)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise NotOpenedError(path, "there is no such file or folder") from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise NotOpenedError(path, f"the file cannot be read ({reason})") from error
