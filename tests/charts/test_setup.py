"""Getting ready to draw, in a process of its own: nothing heavy before it is asked for."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def run(code: str, **environment: str) -> str:
    """Run Python code in a fresh process and return what it prints."""
    env = {key: value for key, value in os.environ.items() if key != "MPLCONFIGDIR"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=env | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_a_window_imports_loads_nothing_heavy() -> None:
    """The image, the files, the looks and the setup can be imported before the first paint."""
    heavy = run(
        "import attachcalm.charts.image, attachcalm.charts.files, attachcalm.charts.setup, sys;"
        "print([name for name in ('matplotlib', 'numpy', 'PIL') if name in sys.modules])"
    )

    assert heavy == "[]"


def test_getting_ready_keeps_the_font_list_and_finds_the_bundled_fonts(tmp_path: Path) -> None:
    """In three weights, without the window toolkit of matplotlib, and no harm done twice."""
    told = run(
        f"""
import sys
from pathlib import Path
from attachcalm.charts.setup import prepare
for _ in range(2):
    prepare(Path({str(tmp_path)!r}), Path("resources/fonts"))
from attachcalm.charts.fonts import font_of
from matplotlib.font_manager import findfont, fontManager
for weight in (400, 500, 600):
    print(Path(findfont(font_of("Atkinson Hyperlegible Next", 13, weight))).stem)
paths = {{font.fname for font in fontManager.ttflist if "Atkinson" in font.fname}}
print(len(paths), len(fontManager.ttflist) == len(set(map(repr, fontManager.ttflist))))
print("matplotlib.pyplot" in sys.modules)
"""
    )

    weights = [f"AtkinsonHyperlegibleNext-{name}" for name in ("Regular", "Medium", "SemiBold")]
    assert told.splitlines() == [*weights, "3 True", "False"]
    assert list((tmp_path / "matplotlib").glob("fontlist*.json"))


def test_a_font_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    """It is named in the log, and a stand-in is found."""
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "broken.ttf").write_bytes(b"no font")

    told = run(
        f"""
import logging, sys
logging.basicConfig(stream=sys.stdout)
from pathlib import Path
from attachcalm.charts.setup import prepare
prepare(Path({str(tmp_path / "cache")!r}), Path({str(fonts)!r}))
"""
    )

    assert "the font broken.ttf cannot be read" in told


def test_a_cache_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    """A file where the folder would be: it draws all the same."""
    (tmp_path / "cache").write_text("a file")

    told = run(
        f"""
from pathlib import Path
from attachcalm.charts.setup import prepare
prepare(Path({str(tmp_path / "cache")!r}), Path("resources/fonts"))
print("ready")
"""
    )

    assert told.endswith("ready")
