"""One JSON object in a file: read with patience, written so that a power cut leaves old or new."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def read(path: Path) -> dict[str, Any] | None:
    """What the file says, empty if there is none; None if it cannot be read or makes no sense."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def write(path: Path, told: Mapping[str, Any]) -> None:
    """Write these values for the person's eyes only.  Raises OSError.

    What the file holds beyond them is kept: a newer AttachCalm may have written it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
        json.dump({**(read(path) or {}), **told}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
