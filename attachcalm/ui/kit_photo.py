"""The photo in the comfort kit: read without trust, drawn anew, and kept as a file of its own.

Nothing is believed of a picture that somebody chose: not its ending, not its size, not that it is
a file.  Its first bytes say which of three readers may see it, and its head how large it is, before
a single point is unpacked.  What is kept is drawn anew: where and when it was taken, and every
other word in it, stay behind.
"""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from attachcalm.whole_file import write_whole

LARGEST: Final = 30_000_000  # bytes: the photo of a good camera
LONGEST_SIDE: Final = 12_000  # points
MOST_POINTS: Final = 50_000_000
MOST_MB: Final = 256  # that one picture may take while it is unpacked
KEPT_SIDE: Final = 1_600  # points: enough for the window of a laptop
QUALITY: Final = 88
ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp")
_PNG_HEAD, _JPEG_HEAD = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_JPEG_POINTS, _JPEG_END = b"\xff\xda", b"\xff\xd9"
WHITE: Final = 0xFFFFFFFF


class Fault(StrEnum):
    """Why a file cannot be the photo."""

    NO_PICTURE = "no picture"  # of none of the three kinds, or broken
    TOO_LARGE = "too large"
    NOT_READ = "not read"
    NOT_KEPT = "not kept"  # no room, or no right to write


class NotTakenError(Exception):
    """The file was not taken in; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def bring(source: Path) -> bytes | Fault:
    """The picture of this file, drawn anew as a JPEG, or why there is none.  For the worker."""
    try:
        return _jpeg(_drawn_anew(_read(source)))
    except NotTakenError as error:
        return error.fault


def keep(picture: bytes, path: Path) -> None:
    """Write what `bring` gave; an earlier photo is overwritten first.  Raises NotTakenError."""
    drop(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, [picture])
    except OSError as error:
        raise NotTakenError(Fault.NOT_KEPT) from error


def drop(path: Path) -> bytes | None:
    """Take the photo away: its bytes are overwritten, then the file goes.  Give back what it was.

    A link is taken away and not followed.  None where there was no photo.
    """
    picture = kept(path)
    with suppress(OSError):
        if picture is not None:
            with path.open("r+b") as file:
                file.write(bytes(len(picture)))
                file.flush()
                os.fsync(file.fileno())
    with suppress(OSError):
        path.unlink()
    return picture


def kept(path: Path) -> bytes | None:
    """The bytes of the photo that was kept; None where there is none that can be shown."""
    with suppress(NotTakenError, OSError):
        if not path.is_symlink():
            return _read(path)
    return None


def show(picture: bytes) -> QImage | None:
    """The photo; None if its file is not what was kept."""
    try:
        return _drawn_anew(picture)
    except NotTakenError:
        return None


def _read(source: Path) -> bytes:
    """All of the file, if it is one and not too large; nothing else is opened for good."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(source, "rb", opener=_opener(flags)) as file:
            told = os.fstat(file.fileno())
            if not stat.S_ISREG(told.st_mode):
                raise NotTakenError(Fault.NO_PICTURE)
            content = file.read(LARGEST + 1) if told.st_size <= LARGEST else b""
    except (OSError, ValueError) as error:
        raise NotTakenError(Fault.NOT_READ) from error
    if told.st_size > LARGEST or len(content) > LARGEST:
        raise NotTakenError(Fault.TOO_LARGE)
    return content


def _opener(flags: int) -> Callable[[str, int], int]:
    """A pipe or a device must not keep the worker waiting."""
    return lambda path, _: os.open(path, flags)


def _format(content: bytes) -> str:
    """Which reader may see it, by its first bytes."""
    if content.startswith(_PNG_HEAD):
        return "png"
    if content.startswith(_JPEG_HEAD) and content.rfind(_JPEG_END) > content.rfind(_JPEG_POINTS):
        return "jpeg"  # with the end of its last points: half a picture would be taken for a whole
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    raise NotTakenError(Fault.NO_PICTURE)


def _drawn_anew(content: bytes) -> QImage:
    """The first picture in it, upright, not larger than is kept, with nothing but its points."""
    kind = _format(content)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MOST_MB)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise NotTakenError(Fault.NO_PICTURE)
    if _is_too_large(size):
        raise NotTakenError(Fault.TOO_LARGE)
    if max(size.width(), size.height()) > KEPT_SIDE:
        kept_size = size.scaled(KEPT_SIDE, KEPT_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(kept_size.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise NotTakenError(Fault.NO_PICTURE)
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return _only_points(image)


def _is_too_large(size: QSize) -> bool:
    points = size.width() * size.height()
    return max(size.width(), size.height()) > LONGEST_SIDE or points > MOST_POINTS


def _only_points(image: QImage) -> QImage:
    """The same picture on white; no text, no profile and no place goes over."""
    drawn = QImage(image.size(), QImage.Format.Format_RGB32)
    drawn.fill(WHITE)
    painter = QPainter(drawn)
    painter.drawImage(0, 0, image)
    painter.end()
    return drawn


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(QUALITY)
    if not writer.write(image):
        raise NotTakenError(Fault.NOT_KEPT)
    return bytes(buffer.data().data())
