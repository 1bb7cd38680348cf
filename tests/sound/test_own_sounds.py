"""A person's own sound is copied and stays; whatever else was chosen leaves nothing behind."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attachcalm import settings as settings_file
from attachcalm.player.shelf import SoundShelf, own_files, with_own
from attachcalm.settings import Settings
from attachcalm.sound import own_sounds
from attachcalm.sound.own_sounds import LONGEST_NAME, MOST, Fault, NotTakenError, fetch, keep

STARTS = {
    "a.wav": b"RIFF\x10\x00\x00\x00WAVE",
    "a.mp3": b"ID3\x04",
    "b.MP3": b"\xff\xfb\x90\x00",
    "a.ogg": b"OggS",
    "a.flac": b"fLaC",
    "a.m4a": b"\x00\x00\x00\x20ftypM4A ",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person's sounds will be; the folder is not there yet."""
    return tmp_path / "data" / "own-sounds"


def chosen(tmp_path: Path, name: str = "rain.wav", told: bytes = STARTS["a.wav"]) -> Path:
    file = tmp_path / name
    file.write_bytes(told + bytes(5_000))
    return file


def fault_of(source: Path, folder: Path) -> Fault:
    with pytest.raises(NotTakenError) as refused:
        fetch(source, folder)
    return refused.value.fault


# ---------------------------------------------------------------- taken in
@pytest.mark.parametrize("name", STARTS)
def test_a_sound_is_copied_and_stays(tmp_path: Path, folder: Path, name: str) -> None:
    """The one that was chosen may go away afterwards."""
    source = chosen(tmp_path, name, STARTS[name])
    told = source.read_bytes()

    kept = keep(fetch(source, folder), source.stem)
    source.unlink()

    assert kept.read_bytes() == told
    assert own_files(folder) == {f"own:{kept.name}": kept}


def test_what_is_on_its_way_is_not_in_the_list(tmp_path: Path, folder: Path) -> None:
    """It was not tried yet."""
    fetch(chosen(tmp_path), folder)

    assert own_files(folder) == {}


def test_the_same_name_twice_is_two_sounds(tmp_path: Path, folder: Path) -> None:
    """Neither takes the place of the other, whatever the case of their letters."""
    names = [keep(fetch(chosen(tmp_path), folder), name).name for name in ("Rain", "rain", "Rain")]

    assert names == ["Rain.wav", "rain 2.wav", "Rain 3.wav"]


def test_two_kinds_of_file_have_two_names_too(tmp_path: Path, folder: Path) -> None:
    """The list of backgrounds shows no endings."""
    keep(fetch(chosen(tmp_path), folder), "Rain")

    kept = keep(fetch(chosen(tmp_path, "a.mp3", STARTS["a.mp3"]), folder), "Rain")

    assert kept.name == "Rain 2.mp3"


def test_what_a_broken_try_left_is_gone_with_the_next(tmp_path: Path, folder: Path) -> None:
    """The power failed while one was listened to: nobody wanted to keep that."""
    left = fetch(chosen(tmp_path), folder)

    coming = fetch(chosen(tmp_path, "a.mp3", STARTS["a.mp3"]), folder)

    assert not left.exists()
    assert list(folder.iterdir()) == [coming]


@pytest.mark.parametrize(
    "name, kept",
    [
        ("../../etc/passwd", "etc passwd"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        (".hidden", "hidden"),
        ("", "sound"),
        ("...", "sound"),
        ("CON", "sound CON"),
        ("lpt1", "sound lpt1"),
        ("Regen über dem Meer", "Regen über dem Meer"),
        ("x" * 500, "x" * LONGEST_NAME),
        ("a\nb\x00c", "a b c"),
    ],
)
def test_a_name_is_made_fit_for_every_system(
    tmp_path: Path, folder: Path, name: str, kept: str
) -> None:
    """And it never leads out of the folder."""
    file = keep(fetch(chosen(tmp_path), folder), name)

    assert file == folder / f"{kept}.wav"


@given(st.text(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_can_be_chosen_in_the_settings(tmp_path: Path, folder: Path, name: str) -> None:
    """What is kept is in the list, and what is in the list survives the settings' file."""
    file = keep(fetch(chosen(tmp_path), folder), name)
    [known] = [known for known, path in own_files(folder).items() if path == file]
    path = tmp_path / "settings.json"

    settings_file.save(Settings(ambience=known), path)

    assert file.parent == folder
    assert settings_file.load(path).ambience == known
    file.unlink()


def test_own_sounds_stand_beside_ours(tmp_path: Path, folder: Path) -> None:
    """The shelf has both, and neither hides the other."""
    kept = keep(fetch(chosen(tmp_path), folder), "rain")
    ours = SoundShelf(ambience={"rain": Path("rain.ogg")})

    assert with_own(ours, folder).ambience == {"rain": Path("rain.ogg"), "own:rain.wav": kept}


# ---------------------------------------------------------------- not taken in
@pytest.mark.parametrize(
    "name, told",
    [
        ("list.mp3", b"#EXTM3U\nhttp://127.0.0.1/a.mp3\n"),
        ("list.wav", b"ffconcat version 1.0\nfile '/etc/passwd'\n"),
        ("words.ogg", b"<html>"),
        ("program.wav", b"\x7fELF"),
        ("picture.wav", b"RIFF\x00\x00\x00\x00WEBP"),
        ("rain.txt", STARTS["a.wav"]),
        ("rain", STARTS["a.wav"]),
        ("rain.m3u8", STARTS["a.mp3"]),
    ],
)
def test_what_is_no_sound_is_refused_before_anything_opens_it(
    tmp_path: Path, folder: Path, name: str, told: bytes
) -> None:
    """A list of addresses would be followed by FFmpeg; here it never gets that far."""
    assert fault_of(chosen(tmp_path, name, told), folder) is Fault.NO_SOUND
    assert not folder.exists() or list(folder.iterdir()) == []


def test_an_empty_file_and_no_file_are_refused(tmp_path: Path, folder: Path) -> None:
    """And a folder that is named like a sound."""
    (tmp_path / "empty.wav").write_bytes(b"")
    (tmp_path / "folder.wav").mkdir()

    for name in ("empty.wav", "folder.wav", "missing.wav"):
        assert fault_of(tmp_path / name, folder) is Fault.NO_SOUND


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path, folder: Path) -> None:
    """Opening one would never end."""
    os.mkfifo(tmp_path / "pipe.wav")

    assert fault_of(tmp_path / "pipe.wav", folder) is Fault.NO_SOUND


@pytest.mark.parametrize("more, fault", [(-1, None), (0, None), (1, Fault.TOO_LARGE)])
def test_there_is_a_largest_size(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, more: int, fault: Fault | None
) -> None:
    """Below, at and above it; what is too large leaves nothing behind."""
    monkeypatch.setattr(own_sounds, "LARGEST", 100_000)
    source = tmp_path / "rain.wav"
    source.write_bytes(STARTS["a.wav"].ljust(100_000 + more, b"\x00"))

    if fault is None:
        assert fetch(source, folder).stat().st_size == 100_000 + more
    else:
        assert fault_of(source, folder) is fault
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize("there, taken", [(MOST - 1, True), (MOST, False)])
def test_there_is_a_largest_number(tmp_path: Path, folder: Path, there: int, taken: bool) -> None:
    """So that no folder full of music is copied by mistake."""
    folder.mkdir(parents=True)
    for number in range(there):
        (folder / f"{number}.wav").write_bytes(b"")

    if taken:
        fetch(chosen(tmp_path), folder)
    else:
        assert fault_of(chosen(tmp_path), folder) is Fault.TOO_MANY


def test_without_room_it_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    """Here the place of the folder is taken by a file."""
    (tmp_path / "data").write_bytes(b"")

    assert fault_of(chosen(tmp_path), tmp_path / "data" / "own-sounds") is Fault.NOT_KEPT


def test_a_link_in_the_way_is_not_followed(tmp_path: Path, folder: Path) -> None:
    """What an earlier try left might lead anywhere."""
    folder.mkdir(parents=True)
    elsewhere = tmp_path / "precious.txt"
    elsewhere.write_text("precious")
    try:
        (folder / ".coming.wav").symlink_to(elsewhere)
    except OSError:
        pytest.skip("this system lets nobody make links")

    keep(fetch(chosen(tmp_path), folder), "rain")

    assert elsewhere.read_text() == "precious"


def test_no_folder_means_no_sounds(folder: Path) -> None:
    """The first start; nothing is made."""
    assert own_files(folder) == {}
    assert not folder.exists()
