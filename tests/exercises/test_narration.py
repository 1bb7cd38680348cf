"""A sentence finds its own clip and no other."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises.narration import (
    MANIFEST,
    RECIPE,
    Narration,
    clip_file,
    clip_key,
    narration_folder,
    spoken_form,
)

LINE = "Let your feet find the floor."


def spoken(audio: Path, *lines: str, duration_ms: object = 2_400) -> Path:
    """Lay a manifest of these sentences; the clips themselves are not needed to know of them."""
    folder = narration_folder(audio)
    folder.mkdir(parents=True)
    clips = {clip_key(line): {"text": line, "duration_ms": duration_ms} for line in lines}
    told = {"recipe": RECIPE.as_dict(), "clips": clips}
    (folder / MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    return folder


def test_the_key_of_a_sentence_stays_what_it_was() -> None:
    """A changed key would leave every shipped clip unfound: change the recipe on purpose only."""
    assert clip_key(LINE) == "93f0c9513de08173b199"


def test_white_space_and_the_way_letters_are_composed_do_not_matter() -> None:
    """A sentence folded over two lines of a content file is the same sentence."""
    assert clip_key("  Let your\n  feet find\tthe floor. ") == clip_key(LINE)
    assert clip_key("cafe\u0301") == clip_key("caf\u00e9")


@given(st.text(max_size=60), st.text(max_size=60))
def test_only_the_same_words_share_a_key(one: str, other: str) -> None:
    """Two sentences that read differently never share a recording."""
    assert (clip_key(one) == clip_key(other)) == (spoken_form(one) == spoken_form(other))


def test_another_voice_has_other_keys() -> None:
    """So that two voices can be installed side by side."""
    assert clip_key(LINE, "am_michael") != clip_key(LINE)


def test_a_spoken_sentence_has_its_clip(tmp_path: Path) -> None:
    """The clip tells its file and how long it sounds."""
    folder = spoken(tmp_path, LINE)

    narration = Narration.load(tmp_path)
    clip = narration.clip(LINE)

    assert narration.problem is None
    assert len(narration) == 1
    assert clip is not None
    assert clip.path == clip_file(folder, clip_key(LINE))
    assert clip.duration_ms == 2_400


@pytest.mark.parametrize(
    "edited", ["Let your feet find the floor", "Let your foot find the floor.", LINE.lower(), ""]
)
def test_an_edited_sentence_finds_no_old_clip(tmp_path: Path, edited: str) -> None:
    """Nobody hears words that are no longer on the screen."""
    spoken(tmp_path, LINE)

    assert Narration.load(tmp_path).clip(edited) is None


def test_a_sentence_with_the_persons_own_words_has_no_clip(tmp_path: Path) -> None:
    """No recording can know what the person will have written there."""
    line = "Think of {safe_person|someone kind}."
    spoken(tmp_path, line)

    assert Narration.load(tmp_path).clip(line) is None


def test_without_the_folder_the_captions_stand_alone(tmp_path: Path) -> None:
    """A missing voice is told in a sentence and stops nothing."""
    narration = Narration.load(tmp_path / "nowhere")

    assert narration.clip(LINE) is None
    assert narration.problem is not None
    assert "captions" in narration.problem


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"clips": []}',
        b'{"clips": {"../../../etc/passwd0": {"duration_ms": 5}}}',
        b'{"clips": {"0123456789abcdef0123": 5}}',
        b'{"clips": {"0123456789abcdef0123": {}}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_list_means_no_voice_and_one_sentence(tmp_path: Path, damage: bytes) -> None:
    """Half a list is not believed at all."""
    folder = spoken(tmp_path, LINE)
    (folder / MANIFEST).write_bytes(damage)

    narration = Narration.load(tmp_path)

    assert len(narration) == 0
    assert narration.problem is not None
    assert "damaged" in narration.problem


@pytest.mark.parametrize("duration", [0, -1, True, "2400", 2.5, 10**12, None])
def test_a_clip_that_lasts_an_impossible_time_is_damage(tmp_path: Path, duration: object) -> None:
    """The timeline is laid by these numbers, so they are looked at."""
    spoken(tmp_path, LINE, duration_ms=duration)

    assert Narration.load(tmp_path).problem is not None


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder where the list should be is neither missing nor damaged."""
    (narration_folder(tmp_path) / MANIFEST).mkdir(parents=True)

    narration = Narration.load(tmp_path)

    assert narration.problem is not None
    assert "cannot be read" in narration.problem
