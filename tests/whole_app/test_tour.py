"""The tour: every page pictured, light and dark, from a profile that is thrown away."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from attachcalm.cli import run
from attachcalm.log import close_log

SHOWN = (
    "home", "exercises", "findings", "trends", "settings", "help", "health", "check_in",
    "check_ins", "let_out", "look_back", "support", "learn", "learn-four-patterns",
    "learn-how-it-is-computed",
    "before", "player", "question", "after", "result",
)  # fmt: skip


def test_the_tour_leaves_pictures_of_every_page(
    tmp_path: Path, bundled_fonts: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each picture has something on it, light and dark differ, and the person's folder is empty."""
    data, folder = tmp_path / "data", tmp_path / "tour"

    assert run(["--data-dir", str(data), "tour", str(folder)]) == 0
    close_log()

    for page in SHOWN:
        light, dark = (QImage(str(folder / f"{page}-{theme}.png")) for theme in ("light", "dark"))
        assert light.width() >= 900
        assert light.pixelColor(5, 5).lightness() > 200
        assert dark.pixelColor(5, 5).lightness() < 80
        assert len({light.pixel(x, y) for x in range(0, 900, 7) for y in range(0, 600, 7)}) > 4
    assert {file.name for file in folder.iterdir()} >= {
        "chart-sticks.png", "chart-year.png", "chart.svg", "chart.pdf",
    }  # fmt: skip
    assert not (data / "journal.db").exists()
