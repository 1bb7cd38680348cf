"""A player program that plays nothing, and writes down what it was given."""

import sys
from pathlib import Path

PROGRAM = """#!{python} -IS
import pathlib, signal, sys

def write(word):
    with pathlib.Path({log!r}).open("a") as file:
        file.write(word + " " + sys.argv[-1] + "\\n")

def end(*_):
    write("end")
    sys.exit()

if sys.argv[-1] == "-version":
    sys.exit()
signal.signal(signal.SIGTERM, end)
write("begin")
if not pathlib.Path(sys.argv[-1]).stat().st_size:  # nothing to play: over at once
    end()
signal.pause()
"""


class PlayerProgram:
    """`ffplay` in a folder of its own: an empty file is over at once, others play on."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self._log = folder / "log"
        program = folder / "ffplay"
        program.write_text(PROGRAM.format(python=sys.executable, log=str(self._log)), "utf-8")
        program.chmod(0o755)

    def told(self, word: str) -> list[Path]:
        """Return the files of which it wrote `begin` or `end`, in order."""
        if not self._log.exists():
            return []
        lines = self._log.read_text("utf-8").splitlines()
        return [Path(line.partition(" ")[2]) for line in lines if line.startswith(word)]

    def heard(self) -> set[Path]:
        """Return the files that play now."""
        playing = self.told("begin")
        for file in self.told("end"):
            playing.remove(file)
        return set(playing)
