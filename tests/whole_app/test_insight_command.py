"""`attachcalm insight` on a real journal: in words, and for programs."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from attachcalm.cli import run
from attachcalm.journal.entry import Ended, Ending, Fact, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from attachcalm.log import close_log
from attachcalm.paths import find_paths
from attachcalm.store.late import LateJournal
from tests.insight.records import daily

Captured = pytest.CaptureFixture[str]
DOCUMENTED = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
BASELINE, PRACTICE = (8, 7, 8, 7, 8), (5, 4, 5, 3, 4, 3, 4, 3, 3, 4, 3)
PHASES = ["--baseline", "2025-11-01..2025-11-05", "--practice", "2025-11-06..2025-11-30"]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[list[str]]:
    """A journal of sixteen days, one sitting a day."""
    data = tmp_path / "data"
    journal = LateJournal(find_paths(data).database)
    facts: list[Fact] = []
    for entry in daily(*[(before, before - 2) for before in BASELINE + PRACTICE]):
        assert entry.ended is not None
        assert entry.rated is not None
        facts += [entry.started, entry.ended, entry.rated]
    journal.add(facts)
    yield ["--data-dir", str(data)]
    close_log()


def read(here: list[str], capsys: Captured, *options: str) -> dict[str, Any]:
    """What a program reads."""
    capsys.readouterr()
    assert run([*here, "insight", "--json", *options]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def names_in(value: object) -> Iterator[str]:
    """Every name of a field, however deep."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from names_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from names_in(each)


def test_every_figure_is_told_with_n_interval_and_claim(here: list[str], capsys: Captured) -> None:
    """Sixteen times 2 lower: the figures say so, and each says whether it may be said."""
    told = read(here, capsys)

    assert told["sittings"] == 16
    median = told["ease"]["median"]
    assert (median["value"], median["n"], median["claim"]["is_met"]) == (2, 16, True)
    (exercise,) = told["exercises"]
    assert (exercise["goal"], exercise["title"]) == ("calm", "Five senses")
    assert exercise["often_helps"]["is_met"]
    assert exercise["effect"]["low"] < exercise["effect"]["value"] < exercise["effect"]["high"]


def test_every_field_is_documented(here: list[str], capsys: Captured) -> None:
    """docs/formats.md names each, so that a program can rely on it."""
    names = set(names_in(read(here, capsys, *PHASES, "--set-on", "2025-11-01")))

    assert {name for name in names if f"`{name}`" not in DOCUMENTED} == set()


def test_phases_are_compared_if_their_dates_were_set_beforehand(
    here: list[str], capsys: Captured
) -> None:
    """With the day on which they were set there is a NAP, without it there is none."""
    unset = read(here, capsys, *PHASES)["phases"]["overlap"]
    too_late = read(here, capsys, *PHASES, "--set-on", "2025-11-07")["phases"]["overlap"]
    in_time = read(here, capsys, *PHASES, "--set-on", "2025-11-06")["phases"]["overlap"]

    assert (unset["value"], too_late["value"], in_time["value"]) == (None, None, 1)
    assert unset["claim"]["missing"] == [{"lack": "set_beforehand", "count": 0}]
    assert in_time["low"] > 0.6


def test_in_words_it_says_what_is_plain_and_what_it_takes(
    here: list[str], capsys: Captured
) -> None:
    """A line each, and no cause."""
    assert run([*here, "insight"]) == 0

    told = capsys.readouterr().out
    assert "Typical change of distress: 2 lower (plausibly 2 lower to 2 lower), n = 16." in told
    assert "it takes two phases with their dates." in told
    assert "0.80 stays by itself (an assumption)." in told
    assert told.rstrip().endswith("They say nothing of a cause.")


def test_an_empty_record_is_too_early_and_no_failure(tmp_path: Path, capsys: Captured) -> None:
    """Before the first sitting."""
    assert run(["--data-dir", str(tmp_path / "new"), "insight"]) == 0

    assert capsys.readouterr().out.count("too early to tell") >= 8
    close_log()


def test_felt_security_is_a_goal_of_its_own(tmp_path: Path, capsys: Captured) -> None:
    """The shipped exercise that asks for it is ranked by it, whatever its distress did."""
    data = tmp_path / "data"
    facts: list[Fact] = []
    for number, entry in enumerate(daily(*[(5, 5)] * 3)):
        started = entry.started
        at = Moment.of(datetime(2025, 11, 1 + number, 9, tzinfo=timezone(timedelta(hours=1))))
        facts += [
            Started(
                started.sitting, at, "safe-person", "Someone", "attachment", "full", "1",
                Mood(5, None, 2),
            ),
            Ended(started.sitting, at, Ending.FINISHED, 60_000),
            RatedAfter(started.sitting, at, Mood(5, None, 6)),
        ]  # fmt: skip
    LateJournal(find_paths(data).database).add(facts)

    (exercise,) = read(["--data-dir", str(data)], capsys)["exercises"]

    assert exercise["goal"] == "security"
    assert exercise["effect"]["value"] > 1
    close_log()
