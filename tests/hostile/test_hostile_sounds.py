"""Files that call themselves a sound of the person's own, and are something else."""

import os
from pathlib import Path

import pytest

from attachcalm.player.shelf import own_files
from attachcalm.sound import own_sounds
from attachcalm.sound.own_sounds import LARGEST, Fault, NotTakenError, fetch, keep

WAV = b"RIFF\x10\x00\x00\x00WAVE"
TWO_GB = 2_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person's sounds are; nothing is there yet."""
    return tmp_path / "data" / "own-sounds"


def refused(source: Path, folder: Path) -> Fault:
    """Why the file is refused; nothing of it may be left."""
    with pytest.raises(NotTakenError) as told:
        fetch(source, folder)
    assert not folder.exists() or list(folder.iterdir()) == []
    return told.value.fault


@pytest.mark.parametrize(
    "name, told",
    [
        ("diary.mp3", "Dear diary, today it rained.".encode("utf-16")),
        ("page.ogg", b"<!doctype html><audio src='http://127.0.0.1/'>"),
        ("list.m4a", b"#EXTM3U\n#EXT-X-TARGETDURATION:9\nhttp://127.0.0.1:9/a.ts\n"),
        ("films.flac", b"ffconcat version 1.0\nfile '/etc/passwd'\n"),
        ("program.wav", b"MZ\x90\x00"),
        ("sound.exe", WAV),
        ("sound.wav.txt", WAV),
        ("sound.m3u8", WAV),
        (".wav", WAV),
        ("sound", WAV),
    ],
)
def test_what_only_calls_itself_a_sound_is_refused(
    tmp_path: Path, folder: Path, name: str, told: bytes
) -> None:
    """By its ending or by its first bytes, before any decoder sees it."""
    source = tmp_path / name
    source.write_bytes(told + bytes(5_000))

    assert refused(source, folder) is Fault.NO_SOUND


def test_a_file_of_two_gigabytes_is_refused_unread(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks like a sound and takes no room itself; its copy would fill the disk."""
    source = tmp_path / "sparse.wav"
    source.write_bytes(WAV)
    os.truncate(source, TWO_GB)
    monkeypatch.setattr(own_sounds, "_PIECE", 0)  # whoever reads it finds it empty

    assert source.stat().st_size > LARGEST
    assert refused(source, folder) is Fault.TOO_LARGE


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="such files are Linux's")
@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "/proc/self/mem"])
def test_a_link_to_no_file_of_the_disk_is_refused(
    tmp_path: Path, folder: Path, target: str
) -> None:
    """Reading it would never end, or hurt."""
    source = tmp_path / "link.wav"
    source.symlink_to(target)

    assert refused(source, folder) in {Fault.NO_SOUND, Fault.NOT_READ}


@pytest.mark.parametrize(
    "name",
    [
        "../../../evil",
        "..",
        "/etc/passwd",
        "C:\\Windows\\evil",
        ".coming",
        "a/../../b",
        "\u202egp3.m",
    ],
)
def test_no_name_leads_out_of_the_folder_or_hides(tmp_path: Path, folder: Path, name: str) -> None:
    """Whatever it is called, it is one of the person's sounds, in their folder."""
    source = tmp_path / "sound.wav"
    source.write_bytes(WAV + bytes(5_000))

    kept = keep(fetch(source, folder), name)

    assert kept.parent == folder
    assert list(own_files(folder).values()) == [kept]
    assert [path.name for path in tmp_path.iterdir()] in (
        ["data", "sound.wav"],
        ["sound.wav", "data"],
    )


def test_what_somebody_laid_into_the_folder_is_listed_only_if_it_could_sound(
    folder: Path, tmp_path: Path
) -> None:
    """Folders, hidden files and other endings are no backgrounds."""
    folder.mkdir(parents=True)
    (folder / "folder.wav").mkdir()
    (folder / ".hidden.wav").write_bytes(WAV)
    (folder / "words.txt").write_bytes(WAV)
    (folder / "dangling.wav").symlink_to(tmp_path / "nowhere")
    (folder / "sea.wav").write_bytes(WAV)

    assert list(own_files(folder)) == ["own:sea.wav"]
