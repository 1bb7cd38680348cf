"""FFmpeg inside Qt writes about every file it opens to stderr; here it is asked not to."""

import ctypes
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

ONLY_FATAL = 8  # AV_LOG_FATAL; a file that cannot be played is told by our own log
_LIBRARY = re.compile(r"libavutil\.so\.\d+|libavutil\.\d+\.dylib|avutil-\d+\.dll")

_log = logging.getLogger(__name__)


def quieten() -> None:
    """Let FFmpeg speak only before it dies.

    Qt has no switch for this (QT_FFMPEG_DEBUG asks for more, and is left alone), so FFmpeg's own
    `av_log_set_level` is called in the library beside Qt; where it is elsewhere, the chatter stays.
    """
    if "QT_FFMPEG_DEBUG" in os.environ:
        return
    for library in _libraries():
        try:
            ctypes.CDLL(str(library)).av_log_set_level(ctypes.c_int(ONLY_FATAL))
        except (OSError, AttributeError):
            _log.debug("FFmpeg cannot be asked to be quiet.")


def _libraries() -> Iterator[Path]:
    import PySide6

    package = Path(PySide6.__file__).parent
    for folder in (package / "Qt" / "lib", package):
        if folder.is_dir():
            yield from (file for file in folder.iterdir() if _LIBRARY.fullmatch(file.name))
