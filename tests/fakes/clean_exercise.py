"""An exercise file of which the checker has nothing to say, to spoil line by line."""

from datetime import UTC, date, datetime, time
from pathlib import Path

from attachcalm.exercises.finding import Finding
from attachcalm.player.checker import Around, check_paths
from tests.fakes.exercise_file import GOOD

TODAY = date(2026, 11, 24)  # to be raised when an exercise that ships is reviewed later


def _mended(*changes: tuple[str, str]) -> str:
    text = GOOD
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


CLEAN = _mended(
    ("stress.\n", "stress.\n  sources:\n    - A trial, 2020\n"),
    ("Sit as you like.", "Your eyes can stay open."),
    ("Look around.", "Leave the breath alone, if you like."),
    ("rest: 8", "rest: 5"),
    ("pause: 13.5", "pause: 15"),
    (
        "- say: Say {kind_one|a kind name}.\n",
        '- pause: 2\n        show: "{kind_one|a kind name}"\n',
    ),
)


def findings_of(folder: Path, *changes: tuple[str, str], around: Around | None = None,
                name: str = "slow-waves.yaml") -> tuple[Finding, ...]:  # fmt: skip
    """What the checker says of the clean file after these changes, each at one place."""
    text = CLEAN
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return check_paths([path], around or Around(TODAY)).findings


def told(folder: Path, *changes: tuple[str, str], around: Around | None = None) -> list[str]:
    """The same as lines without the file: line:column, severity, what, how to mend it."""
    found = findings_of(folder, *changes, around=around)
    return [str(finding).removeprefix(f"{finding.file}:") for finding in found]


def run_check(data: Path, *arguments: str) -> int:
    """`attachcalm --data-dir DATA check …` as on the day on which the exercises were reviewed."""
    from attachcalm.app import env_of
    from attachcalm.arguments import parser
    from attachcalm.commands.check import check

    options = parser().parse_args(["--data-dir", str(data), "check", *arguments])
    noon = datetime.combine(TODAY, time(12), UTC)
    return check(env_of(data, ())._replace(now=lambda: noon), options)
