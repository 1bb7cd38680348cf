"""The list of bells, tones and ambience, whole and broken."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from attachcalm.player import shelf as shelves
from attachcalm.player.shelf import SoundShelf
from attachcalm.settings import AMBIENCES
from tests.fakes.stage import IN_4, OUT_6


def write_list(folder: Path, told: Mapping[str, object]) -> None:
    (folder / "sounds.json").write_text(json.dumps({"sounds": told}), encoding="utf-8")


def test_the_shelf_knows_bells_tones_and_ambience_by_name(tmp_path: Path) -> None:
    """The list that ships beside the sounds says where each of them is."""
    write_list(
        tmp_path,
        {
            "bowl": {"file": "bells/bowl.mp3", "duration_ms": 10_000, "kind": "bell"},
            "in-4000": {"file": "breath/in-4000.mp3", "duration_ms": 4_000, "kind": "breath"},
            "rain": {"file": "ambience/rain.ogg", "duration_ms": 60_000, "kind": "ambience"},
        },
    )

    shelf = shelves.load(tmp_path)

    assert shelf.bells == {"bowl": tmp_path / "bells" / "bowl.mp3"}
    assert shelf.ambience == {"rain": tmp_path / "ambience" / "rain.ogg"}
    assert shelf.tone_of(IN_4) == tmp_path / "breath" / "in-4000.mp3"
    assert shelf.tone_of(OUT_6) is None


@pytest.mark.parametrize(
    ("ms", "tone"), [(3_999, None), (4_000, "in-4000"), (5_999, "in-4000"), (6_000, "in-6000")]
)
def test_a_breath_that_was_fitted_has_the_longest_tone_within_it(ms: int, tone: str | None) -> None:
    """The tone is over before the breath turns, and none is of the other kind."""
    tones = {name: Path(name) for name in ("in-4000", "in-6000", "out-3000", "in-x", "in-0")}
    shelf = SoundShelf(tones=tones)

    assert shelf.tone_of(replace(IN_4, ms=ms)) == (Path(tone) if tone else None)


def test_the_shipped_list_has_every_ambience_that_settings_offer(resources: Path) -> None:
    """And every file that the shelf names is there."""
    shelf = shelves.load(resources / "audio")

    assert set(AMBIENCES) - {""} <= set(shelf.ambience)
    files = [*shelf.bells.values(), *shelf.tones.values(), *shelf.ambience.values()]
    assert len(files) > len(shelf.ambience)
    assert [file for file in files if not file.is_file()] == []


@pytest.mark.parametrize(
    "content",
    [None, b"", b"{", b"[]", b"7", b"null", b"[" * 100_000, b"\xff\xfe\x00"],
    ids=["missing", "empty", "cut off", "a list", "a number", "null", "deep", "binary"],
)
def test_a_broken_list_is_an_empty_shelf(tmp_path: Path, content: bytes | None) -> None:
    """The exercise is practised without bells, and the app starts."""
    if content is not None:
        (tmp_path / "sounds.json").write_bytes(content)

    assert shelves.load(tmp_path) == SoundShelf()


@pytest.mark.parametrize(
    "entry",
    [
        7,
        {},
        {"file": None},
        {"file": ""},
        {"file": "bowl.mp3"},
        {"file": "bells/.."},
        {"file": "../bells/bowl.mp3"},
        {"file": "/bells/bowl.mp3"},
        {"file": "elsewhere/bowl.mp3"},
        {"file": "https://example.org/bowl.mp3"},
    ],
)
def test_an_entry_that_makes_no_sense_costs_only_itself(
    tmp_path: Path, entry: object, caplog: pytest.LogCaptureFixture
) -> None:
    """No file outside the folder is ever named, and the log says which entry was left out."""
    write_list(tmp_path, {"odd": entry, "bowl": {"file": "bells/bowl.mp3"}})

    shelf = shelves.load(tmp_path)

    assert shelf == SoundShelf(bells={"bowl": tmp_path / "bells" / "bowl.mp3"})
    assert "odd" in caplog.text
