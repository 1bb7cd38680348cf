"""Make the bundled fonts from the published web fonts: once, when the version changes.

Qt reads WOFF2, matplotlib does not, and the web fonts come cut into `latin` and `latin-ext`.
So each weight is merged into one TTF and named so that all weights join one family.

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0     (then unpack the .tgz)
    pip install fonttools==4.68.0 brotli==1.2.1
    PYTHONHASHSEED=0 python tools/fonts/make.py package resources/fonts

The fixed hash seed makes the same bytes each time: fontTools walks sets while merging.
"""

import os
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold"}
SOURCE_NAME = "atkinson-hyperlegible-next-{subset}-{weight}-normal.woff2"
# Seconds since 1904 of the source's release day: the same input gives the same bytes.
STAMP = 3_841_344_000
MAC, WINDOWS = (1, 0, 0), (3, 1, 0x409)


def make_weight(package: Path, folder: Path, weight: int) -> Path:
    """Merge both subsets of one weight into `folder` and return the new file."""
    with tempfile.TemporaryDirectory() as scratch:
        parts = [
            unpack(package / "files" / SOURCE_NAME.format(subset=subset, weight=weight), scratch)
            for subset in ("latin", "latin-ext")
        ]
        font = Merger().merge(parts)
    name_as_one_family(font, WEIGHTS[weight], weight)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = STAMP
    target = folder / f"AtkinsonHyperlegibleNext-{WEIGHTS[weight]}.ttf"
    font.save(target)
    return target


def unpack(web_font: Path, scratch: str) -> str:
    """Write the web font as a plain TTF in `scratch` (the merger reads files only)."""
    font = TTFont(web_font, recalcTimestamp=False)
    font.flavor = None
    plain = Path(scratch) / f"{web_font.stem}.ttf"
    font.save(plain)
    return str(plain)


def name_as_one_family(font: TTFont, style: str, weight: int) -> None:
    """Write name IDs 1, 2 for old readers and 16, 17 so that every weight is one family."""
    names = font["name"]
    regular = style == "Regular"
    texts = {
        1: FAMILY if regular else f"{FAMILY} {style}",
        2: "Regular",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        16: FAMILY,
        17: style,
    }
    for name_id, text in texts.items():
        for platform in (MAC, WINDOWS):
            names.setName(text, name_id, *platform)
    font["OS/2"].usWeightClass = weight


def main() -> None:
    """Make every weight: `make.py UNPACKED_NPM_PACKAGE TARGET_FOLDER`."""
    if os.environ.get("PYTHONHASHSEED") != "0":
        sys.exit("Set PYTHONHASHSEED=0, so that the same input gives the same bytes.")
    package, folder = (Path(argument) for argument in sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        made = make_weight(package, folder, weight)
        print(f"{made.name}: {made.stat().st_size:,} bytes")
    (folder / "OFL.txt").write_bytes((package / "LICENSE").read_bytes())


if __name__ == "__main__":
    main()
