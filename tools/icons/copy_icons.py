"""Copy the icons that the app uses out of the unpacked `lucide-static` package.

python tools/icons/copy_icons.py UNPACKED_NPM_PACKAGE TARGET_FOLDER
"""

import re
import sys
from pathlib import Path

NAMES = [
    "anchor",
    "arrow-left",
    "bell",
    "book-open",
    "captions",
    "chart-column",
    "chart-line",
    "check",
    "chevron-down",
    "chevron-right",
    "circle-check",
    "circle-dot-dashed",
    "circle-question-mark",
    "clock",
    "cloud-rain",
    "coffee",
    "contrast",
    "copy",
    "cup-soda",
    "download",
    "ear",
    "external-link",
    "eye",
    "file-text",
    "flower",
    "folder-open",
    "footprints",
    "hand",
    "hand-heart",
    "heart",
    "heart-handshake",
    "house",
    "info",
    "leaf",
    "life-buoy",
    "list",
    "lock",
    "message-circle",
    "moon",
    "mountain",
    "pause",
    "pencil",
    "phone",
    "play",
    "repeat",
    "rotate-ccw",
    "search",
    "settings",
    "shield",
    "skip-back",
    "skip-forward",
    "sliders-horizontal",
    "square",
    "star",
    "sun",
    "table",
    "thumbs-down",
    "thumbs-up",
    "timer",
    "triangle-alert",
    "user-round",
    "volume-2",
    "volume-x",
    "waves",
    "wind",
    "x",
]
FILLED = ("heart", "star", "thumbs-down", "thumbs-up")


def copy_icon(package: Path, folder: Path, name: str) -> None:
    """Copy one drawing, on one line a shape, and its filled twin where there is one."""
    text = (package / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.DOTALL)
    text = re.sub(r'\s*class="[^"]*"', "", text)
    head, shapes = text.split(">", 1)
    text = f"{' '.join(head.split())}>{shapes}"
    (folder / f"{name}.svg").write_text(text, encoding="utf-8")
    if name in FILLED:
        filled = text.replace('fill="none"', 'fill="currentColor"')
        (folder / f"{name}-filled.svg").write_text(filled, encoding="utf-8")


def main() -> None:
    """Copy every icon and the licence."""
    package, folder = (Path(argument) for argument in sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        copy_icon(package, folder, name)
    (folder / "LICENSE").write_bytes((package / "LICENSE").read_bytes())
    print(f"{len(NAMES)} icons")


if __name__ == "__main__":
    main()
