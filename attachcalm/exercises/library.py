"""Content folders → the library.  A bad file costs one exercise, never the start of the app.

What was read once is remembered in one cache file by path, time and size of each content file, so
that a start reads no YAML.  The cache holds checked entries under a checksum; whatever is odd
about it, it is thrown away and the files are read again.  Its lines are a head, a JSON index with
what lists show, and the bodies of all exercises, which stay unparsed until one is opened.
"""

import json
import logging
import os
import stat
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from attachcalm.exercises.card import Card

if TYPE_CHECKING:  # most starts have no problems, and lists no need of whole exercises
    from attachcalm.exercises.model import Exercise
    from attachcalm.exercises.problem import Problem

_Fault = tuple[Path, int, int, str]  # what a Problem is made of: most starts make none
_log = logging.getLogger(__name__)
_CACHE_FORMAT = 3  # raise it whenever entries or their checks change
PAGES = "pages"  # what lies in a folder of this name is a page to learn from, and no exercise
MAX_FILES = 5_000  # in one folder; the rest is named as a problem


@dataclass(frozen=True, slots=True)
class Library:
    """The exercises there are, and what was wrong with the files that are not among them."""

    cards: tuple[Card, ...] = ()
    problems: "tuple[Problem, ...]" = ()
    is_complete: bool = True  # False while files that the cache does not know are still unread
    _bodies: dict[str, bytes] = field(default_factory=dict, repr=False)

    def card(self, exercise_id: str) -> Card:
        """The card of this id.  Raises KeyError."""
        for card in self.cards:
            if card.id == exercise_id:
                return card
        raise KeyError(exercise_id)

    def exercise(self, exercise_id: str) -> "Exercise":
        """The whole exercise of this id.  Raises KeyError."""
        from attachcalm.exercises import build  # lists have no need of it

        card = self.card(exercise_id)
        return build.exercise(self.entry(exercise_id), card.file, card.revision)

    def entry(self, exercise_id: str) -> dict[str, Any]:
        """The checked plain form of the exercise of this id, as it stands in its file."""
        entry: dict[str, Any] = json.loads(self._bodies[exercise_id])
        return entry


class _Known(NamedTuple):
    """What is remembered of one file."""

    mtime_ns: int
    size: int
    revision: str
    card: dict[str, Any] | None
    body: bytes
    faults: list[tuple[int, int, str]]  # line, column, what


def load(
    folders: Sequence[Path], cache_file: Path | None = None, *, only_known: bool = False
) -> Library:
    """Read all folders; without `cache_file`, everything is read afresh.

    With `only_known`, a file that the cache does not know is left for a later, whole load, and the
    library says that it is not complete: so the first window waits for no parser.
    """
    known = _read_cache(cache_file) if cache_file else {}
    now: dict[str, _Known] = {}
    faults: list[_Fault] = []
    is_complete, is_new = True, False
    for path, told in _files(folders, faults):
        kept = known.get(path)
        if kept is None or (kept.mtime_ns, kept.size) != (told.st_mtime_ns, told.st_size):
            if only_known:
                is_complete = False
                continue
            kept = _read(Path(path), told, faults)
            is_new = True
        if kept is not None:
            now[path] = kept
    if cache_file and not only_known and (is_new or len(now) != len(known)):
        _write_cache(cache_file, now)
    return _library(now, faults, is_complete)


def _files(folders: Sequence[Path], faults: list[_Fault]) -> Iterator[tuple[str, os.stat_result]]:
    """The content files of the folders, by name; what cannot be listed becomes a problem.

    Their paths are plain text: hundreds of them are looked at in every start.
    """
    for folder in folders:
        paths: list[str] = []
        try:
            paths = [os.path.join(folder, name) for name in content_names(folder)]  # noqa: PTH118 - see above
        except NotADirectoryError:
            faults.append((folder, 1, 1, "this is a file; name the folder it lies in"))
        except FileNotFoundError:
            faults.append((folder, 1, 1, "there is no such folder"))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            faults.append((folder, 1, 1, f"the folder cannot be read ({reason})"))
        if len(paths) > MAX_FILES:
            what = f"only the first {MAX_FILES} of {len(paths)} files were read"
            faults.append((folder, 1, 1, what))
        for path in paths[:MAX_FILES]:
            yield from _file(path, faults)


def content_names(folder: Path) -> list[str]:
    """The names of a folder's content files, in order.  Raises OSError."""
    names = os.listdir(folder)  # noqa: PTH208 - a Path for each of hundreds costs a third of a start
    return sorted(filter(is_content, names))


def is_content(name: str) -> bool:
    """Whether a file of this name is content; hidden ones are other programs' own."""
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")


def _file(path: str, faults: list[_Fault]) -> Iterator[tuple[str, os.stat_result]]:
    try:
        told = os.stat(path)  # noqa: PTH116 - as text, see _files
    except OSError as error:
        reason = error.strerror or type(error).__name__
        faults.append((Path(path), 1, 1, f"the file cannot be read ({reason})"))
        return
    if not stat.S_ISDIR(told.st_mode):
        yield path, told


def _read(path: Path, told: os.stat_result, faults: list[_Fault]) -> _Known | None:
    """What is in the file, or None when it could not be opened, which is not remembered."""
    from pydantic_core import to_json  # five times as fast as json, and here for the reader anyway

    from attachcalm.exercises import reader

    reading = reader.read_file(path)
    for problem in reading.problems:
        _log.warning("%s", problem)
    found = [(problem.line, problem.column, problem.what) for problem in reading.problems]
    if not reading.was_read:
        faults += [(path, *place) for place in found]
        return None
    card, body = None, b""
    if reading.entry is not None:
        card = {name: reading.entry[name] for name in _CARD_FIELDS}
        body = to_json(reading.entry)
    return _Known(told.st_mtime_ns, told.st_size, reading.revision, card, body, found)


_CARD_FIELDS = (
    "id", "title", "summary", "group", "direction", "versions", "gate", "evidence", "eyes_open",
    "traits",
)  # fmt: skip


def _library(files: dict[str, _Known], faults: list[_Fault], is_complete: bool) -> Library:
    cards: dict[str, Card] = {}
    bodies: dict[str, bytes] = {}
    for name, known in files.items():
        faults += [(Path(name), *fault) for fault in known.faults]
        if known.card is None:
            continue
        card = Card.of(known.card, name, known.revision)
        if card.id in cards:
            other = Path(cards[card.id].file).name
            what = f"the id {card.id} belongs to {other} already; choose another"
            faults.append((Path(name), 1, 1, what))
            continue
        cards[card.id] = card
        bodies[card.id] = known.body
    return Library(tuple(cards.values()), _problems(faults), is_complete, bodies)


def _problems(faults: list[_Fault]) -> "tuple[Problem, ...]":
    if not faults:
        return ()
    from attachcalm.exercises.problem import Problem

    return tuple(Problem(*fault) for fault in faults)


def _read_cache(cache_file: Path) -> dict[str, _Known]:
    try:
        whole = cache_file.read_bytes()
        index_at = whole.index(b"\n") + 1
        if whole[:index_at] == _head(zlib.crc32(memoryview(whole)[index_at:])):
            bodies_at = whole.index(b"\n", index_at) + 1
            index = json.loads(whole[index_at:bodies_at])
            return {name: _known(values, whole, bodies_at) for name, values in index.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        pass
    _log.warning("The content cache makes no sense and is made anew.")
    return {}


def _head(checksum: int) -> bytes:
    return f"attachcalm content {_CACHE_FORMAT} {checksum:08x}\n".encode("ascii")


def _known(values: list[Any], whole: bytes, bodies_at: int) -> _Known:
    mtime_ns, size, revision, card, (start, length), faults = values
    body = whole[bodies_at + start : bodies_at + start + length]
    found = [(line, column, what) for line, column, what in faults]
    return _Known(mtime_ns, size, revision, card, body, found)


def _write_cache(cache_file: Path, files: dict[str, _Known]) -> None:
    """Remember, if that can be done; a start without a cache is only slower."""
    from pydantic_core import to_json

    index: dict[str, Any] = {}
    start = 0
    for name, k in files.items():
        place = (start, len(k.body))
        index[name] = (k.mtime_ns, k.size, k.revision, k.card, place, k.faults)
        start += len(k.body)
    bodies = b"".join(known.body for known in files.values())
    index_line = to_json(index) + b"\n"
    head = _head(zlib.crc32(bodies, zlib.crc32(index_line)))
    part = cache_file.with_suffix(".part")
    try:
        cache_file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.writelines((head, index_line, bodies))
        part.replace(cache_file)
    except OSError as error:
        _log.warning("The content cache cannot be written (%s).", error.strerror)
