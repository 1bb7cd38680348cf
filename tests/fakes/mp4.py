"""The smallest MP4 with sound in it that is one: plain samples in the boxes of ISO 14496-12."""

import struct
from pathlib import Path

RATE = 8_000


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return a box with its length in front."""
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def full(kind: bytes, flags: int, *parts: bytes) -> bytes:
    """Return a box that has a version and flags."""
    return box(kind, struct.pack(">I", flags), *parts)


def u32(*numbers: int) -> bytes:
    return struct.pack(f">{len(numbers)}I", *numbers)


def write_mp4(path: Path, seconds: int) -> Path:
    """Write a mono file of quiet steps in 16 bits, and return its path."""
    count = RATE * seconds
    samples = b"\x00\x00\x40\x00" * (count // 2)
    matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    entry = box(
        b"sowt", bytes(6), struct.pack(">H", 1), bytes(8),
        struct.pack(">HHHHI", 1, 16, 0, 0, RATE << 16),
    )  # fmt: skip
    head = box(b"ftyp", b"M4A ", u32(0), b"isom", b"M4A ")
    start = len(head) + 8
    table = box(
        b"stbl",
        full(b"stsd", 0, u32(1), entry),
        full(b"stts", 0, u32(1, count, 1)),
        full(b"stsc", 0, u32(1, 1, count, 1)),
        full(b"stsz", 0, u32(2, count)),
        full(b"stco", 0, u32(1, start)),
    )
    source = box(b"dinf", full(b"dref", 0, u32(1), full(b"url ", 1)))
    media = box(
        b"mdia",
        full(b"mdhd", 0, u32(0, 0, RATE, count, 0x55C40000)),
        full(b"hdlr", 0, u32(0), b"soun", bytes(12), b"sound\x00"),
        box(b"minf", full(b"smhd", 0, u32(0)), source, table),
    )
    track = full(b"tkhd", 3, u32(0, 0, 1, 0, count, 0, 0, 0, 0x01000000), matrix, u32(0, 0))
    movie = full(b"mvhd", 0, u32(0, 0, RATE, count, 0x10000, 0x01000000, 0, 0), matrix,
                 u32(0, 0, 0, 0, 0, 0, 2))  # fmt: skip
    path.write_bytes(head + box(b"mdat", samples) + box(b"moov", movie, box(b"trak", track, media)))
    return path
