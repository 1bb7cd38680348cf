"""Speak every sentence of the exercises that has no clip yet: `python tools/voice/render.py`.

What is spoken already is left alone, so an interrupted run goes on where it stopped.  Clips that
no sentence needs any more are removed.  A sentence that the recogniser does not hear word for
word, in any of the tries, is named, gets no clip, and makes the command fail.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # so that the command needs no installed attachcalm

from attachcalm.exercises import library  # noqa: E402 - needs the path above
from attachcalm.exercises.narration import (  # noqa: E402 - needs the path above
    MANIFEST,
    RECIPE,
    clip_file,
    clip_key,
    has_slot,
    narration_folder,
    spoken_form,
)
from tools.voice.hearing import Ear, says_the_same  # noqa: E402 - needs the path above
from tools.voice.levelling import (  # noqa: E402 - needs the path above
    PROMISED_DBTP,
    cut_to_speech,
    from_mp3,
    level,
    to_mp3,
    true_peak,
)
from tools.voice.speaking import RATE, Speaker  # noqa: E402 - needs the path above

AUDIO = ROOT / "resources" / "audio"
VOICE_FILE = ROOT.parent / "voice-models" / "bf_emma.bin"
EXERCISES = ROOT / "resources" / "exercises"
# Tempo, and how many sounds longer the voice takes the sentence for: each shifts every sound
# against its neighbours and so makes another take.  The quickest come last.
TAKES = (
    (1.0, 0), (1.05, 0), (0.95, 0), (1.1, 0), (1.0, 30), (1.0, 60), (1.15, 0), (1.2, 0),
    (1.1, 30), (1.35, 0),
)  # fmt: skip
BATCH = 10  # sentences from one saved manifest to the next


@dataclass(frozen=True, slots=True)
class Take:
    """One sentence as it ships."""

    content: bytes
    duration_ms: int


class MisheardError(ValueError):
    """No take of a sentence was heard word for word."""


def main() -> int:
    """Render what is missing; 1 if a sentence could not be spoken well."""
    asked = _arguments()
    lines = _wanted_lines(asked.lines)
    folder = narration_folder(asked.audio)
    folder.mkdir(parents=True, exist_ok=True)
    clips = _known_clips(folder)
    wanted = {clip_key(line): spoken_form(line) for line in lines}
    missing = {key: line for key, line in wanted.items() if key not in clips}
    print(f"{len(wanted)} sentences, {len(wanted) - len(missing)} spoken already.")
    kept = {key: entry for key, entry in clips.items() if key in wanted}
    misheard = _render(missing, folder, kept, asked.voice) if missing else []
    _save(folder, kept)
    removed = _remove_orphans(folder, kept)
    print(f"{len(kept)} clips, {removed} removed, {len(misheard)} sentences failed.")
    for exercise in _waiting(kept) if asked.lines is None else ():
        print(f"  {exercise} is shown and not spoken until all its sentences are.")
    for told in misheard:
        print(f"  {told}", file=sys.stderr)
    return 1 if misheard else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--voice", type=Path, default=VOICE_FILE, help="bf_emma.bin of npm's kokoro-js"
    )
    parser.add_argument("--lines", type=Path, help="a file of sentences instead of the exercises")
    parser.add_argument("--audio", type=Path, default=AUDIO, help="where audio lies")
    return parser.parse_args()


@cache
def _exercises() -> dict[str, tuple[str, ...]]:
    """What each exercise says, by its id."""
    shelf = library.load([EXERCISES])
    if shelf.problems:
        raise SystemExit("\n".join(str(problem) for problem in shelf.problems))
    return {card.id: shelf.exercise(card.id).spoken_lines() for card in shelf.cards}


def _wanted_lines(lines_file: Path | None) -> list[str]:
    """Every sentence that can be spoken ahead, once each."""
    if lines_file is not None:
        lines: Iterable[str] = lines_file.read_text(encoding="utf-8").splitlines()
    else:
        lines = [line for spoken in _exercises().values() for line in spoken]
    return [line for line in dict.fromkeys(lines) if line.strip() and not has_slot(line)]


def _known_clips(folder: Path) -> dict[str, Any]:
    """What the manifest names and the folder really holds."""
    try:
        told = json.loads((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        return {}
    known: dict[str, Any] = told["clips"]
    return {key: entry for key, entry in known.items() if _is_whole(clip_file(folder, key), entry)}


def _is_whole(file: Path, entry: dict[str, Any]) -> bool:
    return file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() == entry["sha256"]


def _render(
    missing: dict[str, str], folder: Path, kept: dict[str, Any], voice_file: Path
) -> list[str]:
    """Speak the missing sentences, adding to `kept`; the sentences that failed, and how."""
    speaker, ear = Speaker(voice_file), Ear()  # each spreads over all cores
    misheard = []
    for number, (key, line) in enumerate(missing.items(), 1):
        try:
            take = _speak(line, speaker, ear)
        except MisheardError as error:
            misheard.append(str(error))
            print(f"  failed   {error}", flush=True)
            continue
        clip_file(folder, key).write_bytes(take.content)
        kept[key] = {
            "text": line,
            "duration_ms": take.duration_ms,
            "bytes": len(take.content),
            "sha256": hashlib.sha256(take.content).hexdigest(),
        }
        if number % BATCH == 0:
            _save(folder, kept)
            print(f"  {number} of {len(missing)}", flush=True)
    return misheard


def _speak(line: str, speaker: Speaker, ear: Ear) -> Take:
    """The first take that is heard word for word.  Raises MisheardError."""
    heard: list[str] = []
    for tempo, longer in TAKES:
        try:
            content = to_mp3(level(cut_to_speech(speaker.speak(line, tempo, longer))))
        except ValueError as error:
            heard.append(str(error))
            continue
        samples = from_mp3(content)
        heard.append(ear.hear(samples))
        if says_the_same(line, heard[-1]) and true_peak(samples) <= PROMISED_DBTP:
            print(f"  {tempo:.2f} {longer:2}  {line}", flush=True)
            return Take(content, round(len(samples) * 1000 / RATE))
    raise MisheardError(f"{line} — heard: {' | '.join(heard)}")


def _waiting(clips: dict[str, Any]) -> list[str]:
    """The exercises of which some sentence has no clip yet: they are not spoken at all."""
    return [
        exercise
        for exercise, lines in sorted(_exercises().items())
        if any(clip_key(line) not in clips for line in lines if not has_slot(line))
    ]


def _save(folder: Path, clips: dict[str, Any]) -> None:
    """Write the manifest in one move, so that a reader never sees half of it."""
    told = {
        "recipe": RECIPE.as_dict(),
        "waiting": _waiting(clips),
        "clips": dict(sorted(clips.items())),
    }
    part = folder / (MANIFEST + ".part")
    part.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    part.replace(folder / MANIFEST)


def _remove_orphans(folder: Path, clips: dict[str, Any]) -> int:
    orphans = [file for file in folder.glob("*.mp3") if file.stem not in clips]
    for file in orphans:
        file.unlink()
    return len(orphans)


if __name__ == "__main__":
    sys.exit(main())
