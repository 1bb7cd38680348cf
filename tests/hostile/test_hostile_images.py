"""Files that call themselves a photo, and are something else."""

import os
import struct
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QImageWriter

from attachcalm.ui import kit_photo
from attachcalm.ui.kit_photo import (
    KEPT_SIDE,
    LARGEST,
    LONGEST_SIDE,
    MOST_POINTS,
    Fault,
    NotTakenError,
    bring,
    drop,
    keep,
    kept,
    show,
)

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("imageio", "libpng", extend=True),  # Qt's readers complain too
]
SECRET = b"52.5200 N, 13.4050 E"


def chunk(kind: bytes, content: bytes) -> bytes:
    """One part of a PNG."""
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(width: int, height: int, points: bytes = b"", *more: bytes) -> bytes:
    """A PNG that says that it is so large."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    middle = b"".join(more) + chunk(b"IDAT", points)
    return b"\x89PNG\r\n\x1a\n" + head + middle + chunk(b"IEND", b"")


def picture(path: Path, size: tuple[int, int] = (40, 30)) -> Path:
    """A picture of the kind that the ending says; its left half is red, its right one blue."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(size[0] // 2):
        for y in range(size[1]):
            image.setPixelColor(x, y, QColor("red"))
    image.setText("Comment", SECRET.decode())
    writer = QImageWriter(str(path))
    writer.setQuality(100)
    assert writer.write(image)
    return path


def taken(path: Path) -> bytes:
    """What is made of it."""
    brought = bring(path)
    assert isinstance(brought, bytes)
    return brought


# ---------------------------------------------------------------- what is taken in
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_a_picture_is_drawn_anew_and_says_nothing_but_its_points(tmp_path: Path, name: str) -> None:
    """A JPEG of the same size and colours; no comment goes over."""
    source = picture(tmp_path / name)

    made = taken(source)

    image = show(made)
    assert image is not None
    assert image.size() == QSize(40, 30)
    assert image.pixelColor(5, 15).red() > 200
    assert image.pixelColor(35, 15).blue() > 200
    assert image.textKeys() == []
    assert made[:3] == b"\xff\xd8\xff"
    assert SECRET not in made


def with_exif(jpeg: bytes, turned: int) -> bytes:
    """The same with a label as a camera writes it: how it was held, and where."""
    turn = struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0)
    where = struct.pack("<HHII", 0x9286, 2, len(SECRET), 38)
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 2) + turn + where + b"\0\0\0\0" + SECRET
    exif = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def test_where_it_was_taken_stays_behind_and_how_it_was_held_is_minded(tmp_path: Path) -> None:
    """A photo that was taken upright lies on its side in the file: it is turned, then told so."""
    source = picture(tmp_path / "a.jpg")
    source.write_bytes(with_exif(source.read_bytes(), turned=6))
    assert SECRET in source.read_bytes()

    made = taken(source)

    image = QImage.fromData(made)
    assert image.size() == QSize(30, 40)
    assert image.pixelColor(15, 5).red() > 200
    assert b"Exif" not in made
    assert SECRET not in made


def test_a_large_photo_is_kept_smaller_in_its_own_shape(tmp_path: Path) -> None:
    """The longer side is what is kept; a smaller one is not blown up."""
    large = picture(tmp_path / "a.jpg", (KEPT_SIDE * 2, KEPT_SIDE))
    as_it_is = picture(tmp_path / "b.jpg", (KEPT_SIDE, 10))

    assert QImage.fromData(taken(large)).size() == QSize(KEPT_SIDE, KEPT_SIDE // 2)
    assert QImage.fromData(taken(as_it_is)).size() == QSize(KEPT_SIDE, 10)


def test_the_ending_of_a_name_says_nothing(tmp_path: Path) -> None:
    """A JPEG that is called PNG is a JPEG; one without any ending as well."""
    jpeg = picture(tmp_path / "a.jpg").read_bytes()
    for name in ("b.png", "c", "d.exe"):
        (tmp_path / name).write_bytes(jpeg)
        assert show(taken(tmp_path / name)) is not None


def test_what_can_be_seen_through_is_laid_on_white(tmp_path: Path) -> None:
    """A JPEG knows no glass."""
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert image.save(str(tmp_path / "a.png"))

    assert QImage.fromData(taken(tmp_path / "a.png")).pixelColor(1, 1).lightness() > 250


# ---------------------------------------------------------------- what is refused
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x10\x00\x00\x00WEBP",
        b"Dear diary",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>',
        b'<?xml version="1.0"?><svg/>',
        b"%PDF-1.7\n",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"BM" + bytes(60),
        b"II*\x00" + bytes(60),
        b"/* XPM */ static char *a[] = {};",
        b"P5 60000 60000 255\n",
    ],
)
def test_what_is_none_of_three_kinds_is_refused(tmp_path: Path, content: bytes) -> None:
    """By its first bytes, before any other reader sees it, whatever it is called."""
    source = tmp_path / "photo.png"
    source.write_bytes(content)

    assert bring(source) is Fault.NO_PICTURE


@pytest.mark.parametrize(
    ("size", "is_refused"),
    [
        ((LONGEST_SIDE, 1), False),
        ((LONGEST_SIDE + 1, 1), True),
        ((1, LONGEST_SIDE + 1), True),
        ((10_000, MOST_POINTS // 10_000 + 1), True),
        ((60_000, 60_000), True),
    ],
)
def test_a_size_is_refused_before_a_point_is_unpacked(
    tmp_path: Path, size: tuple[int, int], is_refused: bool
) -> None:
    """57 bytes that ask for ten gigabytes; at the limit the picture is read."""
    points = zlib.compress((b"\0" + bytes(3 * size[0])) * size[1]) if not is_refused else b""
    source = tmp_path / "bomb.png"
    source.write_bytes(png(*size, points))

    assert (bring(source) is Fault.TOO_LARGE) is is_refused


def test_a_bomb_within_the_limits_is_read_and_stays_small(tmp_path: Path) -> None:
    """A file of 60 kB that unpacks to 60 MB: what is kept is as small as any photo."""
    row = b"\0" + bytes(3 * 4_000)
    packed = zlib.compressobj(9)
    points = b"".join(packed.compress(row) for _ in range(5_000)) + packed.flush()
    source = tmp_path / "bomb.png"
    source.write_bytes(png(4_000, 5_000, points))

    assert len(taken(source)) < 100_000


def test_half_a_picture_is_refused_and_not_shown_grey(tmp_path: Path) -> None:
    """As a copy that broke off leaves it; a small picture in its label does not hide that."""
    for name in ("a.jpg", "a.webp"):
        whole = picture(tmp_path / name, (400, 300)).read_bytes()
        (tmp_path / f"half-{name}").write_bytes(whole[: len(whole) // 2])

        assert bring(tmp_path / f"half-{name}") is Fault.NO_PICTURE


@pytest.mark.parametrize(("size", "is_refused"), [(LARGEST, False), (LARGEST + 1, True)])
def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path, size: int, is_refused: bool) -> None:
    """It takes no room itself: the rest is a hole."""
    source = tmp_path / "sparse.jpg"
    source.write_bytes(b"Dear diary")
    os.truncate(source, size)

    assert bring(source) is (Fault.TOO_LARGE if is_refused else Fault.NO_PICTURE)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices as on Unix")
def test_what_is_no_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    """A folder, a pipe, a device without end, and a file that is gone."""
    os.mkfifo(tmp_path / "pipe.jpg")

    assert bring(tmp_path / "pipe.jpg") is Fault.NO_PICTURE
    assert bring(Path("/dev/zero")) is Fault.NO_PICTURE
    assert isinstance(bring(tmp_path), Fault)
    assert bring(tmp_path / "gone.jpg") is Fault.NOT_READ
    assert bring(tmp_path / "no\0name.jpg") is Fault.NOT_READ


@settings(max_examples=60, deadline=2_000, suppress_health_check=list(HealthCheck))
@given(place=st.floats(0, 1), rest=st.binary(max_size=40), kind=st.sampled_from(["png", "webp"]))
def test_a_damaged_picture_is_refused_or_read_and_never_more(
    tmp_path: Path, qapp: object, place: float, rest: bytes, kind: str
) -> None:
    """Any bytes anywhere in it: a fault, or a picture of ours, within two seconds."""
    whole = bytearray(picture(tmp_path / f"a.{kind}").read_bytes())
    at = int(place * len(whole))
    whole[at : at + len(rest)] = rest
    (tmp_path / "hurt").write_bytes(whole)

    made = bring(tmp_path / "hurt")

    assert isinstance(made, Fault) or made[:3] == b"\xff\xd8\xff"


# ---------------------------------------------------------------- where it is kept
def test_a_link_in_its_place_is_taken_away_and_not_followed(tmp_path: Path) -> None:
    """Somebody else's file is neither shown as the photo, nor overwritten, nor deleted."""
    other, place = picture(tmp_path / "other.jpg"), tmp_path / "data" / "kit-photo.jpg"
    before = other.read_bytes()
    place.parent.mkdir()
    place.symlink_to(other)

    assert kept(place) is None
    assert drop(place) is None
    assert not place.is_symlink()
    place.symlink_to(other)
    keep(b"new", place)

    assert other.read_bytes() == before
    assert not place.is_symlink()
    assert place.read_bytes() == b"new"


def test_taken_out_it_is_overwritten_and_gone_at_once(tmp_path: Path) -> None:
    """Another name of the same file shows what is left on the disk: nothing."""
    place = tmp_path / "kit-photo.jpg"
    made = taken(picture(tmp_path / "a.jpg"))
    keep(made, place)
    os.link(place, tmp_path / "second-name")

    assert drop(place) == made

    assert not place.exists()
    assert set((tmp_path / "second-name").read_bytes()) == {0}
    assert drop(place) is None


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "data").write_bytes(b"")

    with pytest.raises(NotTakenError) as told:
        keep(b"x", tmp_path / "data" / "kit-photo.jpg")
    assert told.value.fault is Fault.NOT_KEPT


def test_a_file_that_somebody_laid_in_its_place_is_read_as_carefully(tmp_path: Path) -> None:
    """The folder is the person's own, and so is not ours to believe."""
    assert show(png(60_000, 60_000)) is None
    assert show(b"<svg/>") is None
    assert kit_photo.ENDINGS == (".jpg", ".jpeg", ".png", ".webp")
