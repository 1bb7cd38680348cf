"""`attachcalm check`: files and folders become a list of faults, each with its place."""

import json
import os
import re
from pathlib import Path

import pytest

from attachcalm.exercises.finding import Finding
from attachcalm.exercises.library import load
from attachcalm.exercises.narration import MANIFEST, Clip, Narration, clip_key, narration_folder
from attachcalm.player.checker import Around, check_paths
from attachcalm.player.reading import reading_ms
from attachcalm.player.recordings import Recordings
from attachcalm.player.shelf import SoundShelf
from tests.fakes.clean_exercise import CLEAN, TODAY

RESOURCES = Path(__file__).parents[2] / "resources"
SHIPPED = RESOURCES / "exercises"
HERE = Around(TODAY)


def write(folder: Path, name: str, text: str = CLEAN) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def findings(*paths: Path, around: Around = HERE) -> tuple[Finding, ...]:
    return check_paths(paths, around).findings


def told(*paths: Path, around: Around = HERE) -> list[str]:
    """Where, how grave, and what; how to mend it is told too and left out here."""
    found = findings(*paths, around=around)
    assert all(re.fullmatch(r"[A-Z].*\.'?", finding.mend) for finding in found)
    return [str(finding).removesuffix(f" {finding.mend}").removesuffix(".") for finding in found]


def test_a_good_file_has_no_problems(tmp_path: Path) -> None:
    """By its own name, or in its folder."""
    path = write(tmp_path, "slow-waves.yaml")

    assert told(path) == told(tmp_path) == []


def test_the_shipped_exercises_have_no_problems() -> None:
    """What we ask of others holds for us."""
    assert told(SHIPPED) == []


def test_all_that_the_reader_finds_is_told(tmp_path: Path) -> None:
    """File by file, in the order of their names."""
    text = CLEAN.replace("gate: 0", "gate: 7").replace("only: [full]", "only: [ful]")
    two = write(tmp_path, "two.yaml", text)
    one = write(tmp_path, "one.yaml", "")

    assert told(tmp_path) == [
        f"{one}:1:1: fault: the file is empty",
        f"{two}:9:1: fault: gate must be at most 3 (got 7)",
        f"{two}:34:16: fault: there is no version ful; did you mean full?",
    ]


def test_folders_are_searched_however_deep(tmp_path: Path) -> None:
    """Files of other kinds and hidden ones are let be."""
    deep = write(tmp_path / "a" / "b", "deep.yml", "x: 1")
    write(tmp_path, "notes.txt", "x: 1")
    write(tmp_path, ".hidden.yaml", "x: 1")

    assert {finding.path for finding in findings(tmp_path)} == {deep}


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    """Somebody saved it as a text file."""
    path = write(tmp_path, "slow-waves.txt", CLEAN.replace("gate: 0", "gate: 7"))

    assert told(path) == [f"{path}:9:1: fault: gate must be at most 3 (got 7)"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    """And does not keep the others from being checked."""
    path = write(tmp_path, "slow-waves.yaml", "")
    missing = tmp_path / "missing"

    assert told(missing, path) == [
        f"{missing}:1:1: fault: there is no such file or folder",
        f"{path}:1:1: fault: the file is empty",
    ]


def test_a_folder_without_exercises_is_told(tmp_path: Path) -> None:
    """Silence would look like praise."""
    write(tmp_path, "notes.txt", "x")

    assert told(tmp_path) == [f"{tmp_path}:1:1: fault: no exercise lies in this folder"]


def test_a_file_is_checked_once_however_often_it_is_named(tmp_path: Path) -> None:
    """By itself and with its folder."""
    path = write(tmp_path, "slow-waves.yaml", "")

    assert told(path, tmp_path, path) == [f"{path}:1:1: fault: the file is empty"]


def test_two_files_may_not_have_one_id(tmp_path: Path) -> None:
    """The second is told of the first, also in another folder."""
    first = write(tmp_path / "a", "slow-waves.yaml")
    second = write(tmp_path / "b", "slow-waves.yaml")

    assert told(tmp_path) == [
        f"{second}:2:1: fault: the id slow-waves belongs to {first} already; choose another"
    ]


def test_a_file_is_called_as_its_id(tmp_path: Path) -> None:
    """So that one is found by the other."""
    path = write(tmp_path, "waves.yaml")

    assert told(path) == [
        f"{path}:2:1: advice: the id is slow-waves, and the file has another name"
    ]


def test_a_draft_elsewhere_is_in_nobodys_way_and_an_own_file_is(tmp_path: Path) -> None:
    """The same id as one that ships: where the app would load both, the second is told."""
    shipped = (SHIPPED / "long-out.yaml").read_text(encoding="utf-8")
    draft = write(tmp_path / "desk", "long-out.yaml", shipped)
    own = write(tmp_path / "own", "long-out.yaml", shipped)
    around = Around(TODAY, load([SHIPPED, own.parent]))

    assert told(draft, around=around) == []
    assert told(own, around=around) == [
        (
            f"{own}:3:1: fault: the id long-out belongs to {SHIPPED / 'long-out.yaml'} already; "
            "choose another"
        )
    ]
    assert told(SHIPPED, around=around) == []
    assert [finding.kind for finding in findings(own, around=around)] == ["id"]


# ---------------------------------------------------------------- recordings
def voice(folder: Path, home: Path, *lines: str, gone: str = "", ms: int = 0) -> Recordings:
    """A voice that speaks these lines, as slow as they are read; the file of one may be gone."""
    clips = narration_folder(folder)
    clips.mkdir(parents=True)
    keys = [clip_key(line) for line in lines]
    for name in (MANIFEST, *(f"{key}.mp3" for key in keys if key != clip_key(gone))):
        (clips / name).write_bytes(b"")
    known = {
        key: Clip(key, clips / f"{key}.mp3", ms or reading_ms(line))
        for key, line in zip(keys, lines, strict=True)
    }
    files = frozenset(file.name for file in clips.iterdir())
    sounds = SoundShelf({"bowl": Path("bowl.mp3")}, {"in-1000": Path("a"), "out-6000": Path("b")})
    return Recordings(home, clips, Narration(_clips=known), files, sounds)


LINES = (
    "Your eyes can stay open.", "Leave the breath alone, if you like.", "Small and soft.",
    "Rest a hand on your arm.",
)  # fmt: skip


def test_the_voice_that_there_is_counts(tmp_path: Path) -> None:
    """A line that takes too long to read is fine when it is spoken in two seconds."""
    long = "Small and soft, " + "so " * 50 + "soft."
    path = write(tmp_path, "slow-waves.yaml", CLEAN.replace("Small and soft.", long))
    lines = (*LINES, long)
    spoken = Around(TODAY, recordings=voice(tmp_path / "audio", tmp_path / "x", *lines, ms=2_000))

    assert "hurry" in {finding.kind for finding in findings(path)}
    assert "hurry" not in {finding.kind for finding in findings(path, around=spoken)}


def test_a_file_that_the_voice_speaks_has_all_its_recordings(tmp_path: Path) -> None:
    """The folder has neither a recording too few nor one too many."""
    write(tmp_path / "home", "slow-waves.yaml")
    around = Around(TODAY, recordings=voice(tmp_path / "audio", tmp_path / "home", *LINES))

    assert told(tmp_path / "home", around=around) == []


@pytest.mark.parametrize("gone", [False, True])
def test_a_recording_that_is_missing_is_told_at_its_sentence(gone: bool, tmp_path: Path) -> None:
    """It was never made, or its file is gone; a file of somebody's own is never told so."""
    path = write(tmp_path / "home", "slow-waves.yaml")
    own = write(tmp_path / "own", "slow-waves.yaml")
    lines = LINES if gone else (*LINES[:2], LINES[3])
    recordings = voice(tmp_path / "audio", path.parent, *lines, gone=LINES[2] if gone else "")
    around = Around(TODAY, recordings=recordings)

    assert told(path, around=around) == [
        (
            f"{path}:51:15: advice: 1 of 4 spoken sentences have no recording; the first is "
            '"Small and soft."'
        )
    ]
    assert told(own, around=around) == []


def test_a_bell_and_a_tone_without_a_recording_are_told(tmp_path: Path) -> None:
    """There is no chime here, and no tone so short."""
    text = CLEAN.replace("bell: bowl", "bell: chime").replace("- in: 1\n", "- in: 0.9\n")
    path = write(tmp_path / "home", "slow-waves.yaml", text)
    around = Around(TODAY, recordings=voice(tmp_path / "audio", path.parent, *LINES))

    assert told(path, around=around) == [
        f"{path}:38:9: advice: there is no recording of the chime",
        f"{path}:40:9: advice: no tone is short enough for 0.9 s of in",
    ]


def test_a_recording_that_nobody_needs_is_told_only_of_the_whole_folder(tmp_path: Path) -> None:
    """One file alone does not know what the others say."""
    path = write(tmp_path / "home", "slow-waves.yaml")
    recordings = voice(tmp_path / "audio", path.parent, *LINES, "An old sentence.")
    around = Around(TODAY, recordings=recordings)
    left = recordings.folder / f"{clip_key('An old sentence.')}.mp3"

    assert told(path, around=around) == []
    assert told(path.parent, around=around) == [
        f"{left}:1:1: advice: no exercise speaks the sentence of this recording"
    ]


def test_what_ships_is_complete(tmp_path: Path) -> None:
    """The exercises, and the recordings that ship with them."""
    recordings = Recordings.load(SHIPPED, RESOURCES / "audio")

    manifest = json.loads((narration_folder(RESOURCES / "audio") / MANIFEST).read_bytes())
    amiss = findings(SHIPPED, around=Around(TODAY, load([SHIPPED]), recordings))

    unspoken = [f.path.stem for f in amiss if f.kind == "recording-missing"]
    assert unspoken == manifest["waiting"]
    assert [f for f in amiss if f.kind != "recording-missing"] == []


def test_a_folder_of_audio_that_is_not_there_is_a_voice_that_says_nothing(tmp_path: Path) -> None:
    """Told once for each exercise, and nothing breaks."""
    path = write(tmp_path / "home", "slow-waves.yaml")
    around = Around(TODAY, recordings=Recordings.load(path.parent, tmp_path / "none"))

    assert "4 of 4 spoken sentences have no recording" in "".join(told(path, around=around))


# ---------------------------------------------------------------- what may lie on a disk
@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_nothing_odd_on_the_disk_stops_it(tmp_path: Path) -> None:
    """A pipe, a link to nowhere, a link in a circle, a name that is no text."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / os.fsdecode(b"odd\xff.yaml")).write_text("")

    what = {finding.path.name: finding.what for finding in findings(tmp_path)}

    assert what["pipe.yaml"] == "this is not a file"
    assert what["gone.yaml"] == "there is no such file or folder"
    assert what["loop.yaml"].startswith("the file cannot be read (")
    assert what[os.fsdecode(b"odd\xff.yaml")] == "the file is empty"
    assert len(what) == 4


def test_a_name_that_no_file_can_have_is_told() -> None:
    """It comes from the command line, so it may be anything."""
    assert [finding.what for finding in findings(Path("a\0b"))] == [
        "the file cannot be read (ValueError)"
    ]
