"""The person's own sounds: copied into a folder of their own, so that they stay.

Nothing is believed of a file that somebody chose: not its ending, not its size, not that it is a
file.  What it says at its beginning must be one of five kinds of sound, or FFmpeg might take it
for a list of addresses and go and fetch them.  Whether it can be played shows `trial`.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from attachcalm.player.shelf import OWN_ENDINGS, own_files
from attachcalm.sound.files import is_there

LARGEST = 200_000_000  # bytes: two hours of MP3
ENOUGH_S = 10.0  # less than that is no ambience
MOST = 20
LONGEST_NAME = 60
_PIECE = 1 << 20
_STARTS = re.compile(
    rb"RIFF....WAVE|ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]|OggS|fLaC|....ftyp", re.DOTALL
)  # WAV, MP3 with and without a label (not UTF-16), Ogg, FLAC, MP4
_NOT_ON_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Fault(StrEnum):
    """Why a file cannot be one of the person's sounds."""

    NO_SOUND = "no sound"  # of no kind that can be played, or broken
    TOO_SHORT = "too short"
    TOO_LARGE = "too large"
    TOO_MANY = "too many"
    NOT_READ = "not read"
    NOT_KEPT = "not kept"  # no room, or no right to write
    NOT_TRIED = "not tried"  # nothing on this computer could play it


class NotTakenError(Exception):
    """The file was not taken in; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def fetch(source: Path, folder: Path) -> Path:
    """Copy the file beside the person's sounds, not yet one of them; return where it is.

    For the worker: it may be large.  Raises NotTakenError, and leaves nothing behind then.
    """
    ending = source.suffix.lower()
    if ending not in OWN_ENDINGS or not is_there(source):
        raise NotTakenError(Fault.NO_SOUND)
    if len(own_files(folder)) >= MOST:
        raise NotTakenError(Fault.TOO_MANY)
    coming = folder / f".coming{ending}"
    for earlier in OWN_ENDINGS:  # what a try left that was never ended
        drop(folder / f".coming{earlier}")
    try:
        _copy(source, coming)
    except NotTakenError:
        drop(coming)
        raise
    return coming


def keep(coming: Path, name: str) -> Path:
    """Make what was fetched one of the person's sounds, named after `name`; return its file.

    Raises NotTakenError.
    """
    taken = {file.stem.casefold() for file in own_files(coming.parent).values()}
    stem = wanted = _fit(name)
    number = 1
    while wanted.casefold() in taken:
        number += 1
        wanted = f"{stem} {number}"
    try:
        return coming.replace(coming.with_name(f"{wanted}{coming.suffix}"))
    except OSError as error:
        drop(coming)
        raise NotTakenError(Fault.NOT_KEPT) from error


def drop(file: Path) -> None:
    """Take the file away; that it is not there is as good."""
    with suppress(OSError):
        file.unlink()


def _copy(source: Path, coming: Path) -> None:
    try:
        coming.parent.mkdir(parents=True, exist_ok=True)
        with coming.open("xb") as target:
            for piece in _pieces(source):
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        raise NotTakenError(Fault.NOT_KEPT) from error


def _pieces(source: Path) -> Iterator[bytes]:
    """The file's bytes, as long as it looks like a sound and is not too large."""
    size = 0
    try:
        with source.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise NotTakenError(Fault.TOO_LARGE)
            while piece := file.read(_PIECE):
                if size == 0 and not _STARTS.match(piece):
                    raise NotTakenError(Fault.NO_SOUND)
                size += len(piece)
                if size > LARGEST:  # it grew while it was read
                    raise NotTakenError(Fault.TOO_LARGE)
                yield piece
    except OSError as error:
        raise NotTakenError(Fault.NOT_READ) from error
    if size == 0:
        raise NotTakenError(Fault.NO_SOUND)


def _fit(name: str) -> str:
    """The name with letters, digits, spaces and hyphens only, no longer than a line."""
    plain = " ".join(re.sub(r"[^\w -]", " ", name).split())[:LONGEST_NAME].strip()
    return f"sound {plain}".strip() if not plain or _NOT_ON_WINDOWS.fullmatch(plain) else plain
