"""Whether a file may be handed to a player at all."""

import logging
from pathlib import Path

_log = logging.getLogger(__name__)


def is_there(path: Path) -> bool:
    """Whether this is a regular file; if not, a line in the log.

    Anything else could hang a player (a pipe) or make it fetch something.  The line carries no
    path, because a person's own recording may be named after somebody.
    """
    try:
        found = path.is_file()
    except OSError:
        found = False
    if not found:
        _log.warning("A sound file is missing (%s); it is left out.", path.suffix or "no ending")
    return found
