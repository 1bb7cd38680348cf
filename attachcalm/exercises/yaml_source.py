"""YAML text → plain values, with the place of every one of them, and nothing dangerous.

Built on PyYAML's event stream instead of its loaders, because events let us refuse anchors, tags,
doubled keys and deep nesting while reading, keep line and column of each value, and leave `no` and
`off` the words that they are (YAML 1.2 core schema).  Places are noted in a second pass, and only
for a file of which something has to be told.
"""

import re
from functools import cached_property
from typing import Any

import yaml

MAX_BYTES = 256 * 1024
MAX_DEPTH = 24
MAX_VALUES = 20_000

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None
Path = tuple[str | int, ...]
Place = tuple[int, int]

_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_TEXT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # control signs, half characters
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, Plain] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
}
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SourceFault(Exception):
    """The text is not YAML that we read.  `place` is (line, column), both from 1."""

    def __init__(self, sentence: str, place: Place = (1, 1)) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.place = place


class Source:
    """The plain value of a text, and where each of its values stands."""

    def __init__(self, value: Plain, text: str) -> None:
        self.value = value
        self._text = text

    @cached_property
    def _places(self) -> dict[Path, Place]:
        reader = _PlacingReader(self._text)
        reader.read()
        return reader.places

    def place_of(self, path: Path) -> Place:
        """The place of the deepest part of `path` that is really there."""
        for length in range(len(path), -1, -1):
            if path[:length] in self._places:
                return self._places[path[:length]]
        return (1, 1)


def read_source(data: bytes) -> Source:
    """Read one YAML document.  Raises SourceFault with a sentence and a place."""
    if len(data) > MAX_BYTES:
        raise SourceFault(
            f"the file has {-(-len(data) // 1024)} kB; an exercise may have {MAX_BYTES // 1024} kB"
        )
    text = _decode(data)
    try:
        return Source(_Reader(text).read(), text)
    except yaml.MarkedYAMLError as error:
        raise _told(error, text) from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        raise SourceFault("this is not YAML that can be read") from None


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceFault("this is not a text file in UTF-8", (line, 1)) from None
    if odd := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        column = odd.start() - text.rfind("\n", 0, odd.start())
        raise SourceFault("this is not a text file: no text has this sign", (line, column))
    if not text.strip():
        raise SourceFault("the file is empty")
    return text


def _told(error: yaml.MarkedYAMLError, text: str) -> SourceFault:
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = text.split("\n")[place[0] - 1 : place[0]]
    if line and line[0][place[1] - 1 : place[1]] == "\t":
        return SourceFault("here is a tab; indent with spaces", place)
    return SourceFault(f"this is not YAML: {error.problem or 'it ends too early'}", place)


class _Reader:
    """Turns the event stream into values; recursion is bounded by MAX_DEPTH."""

    def __init__(self, text: str) -> None:
        self._next = _Parser(text).get_event
        self._count = 0

    def read(self) -> Plain:
        self._next()  # the stream's beginning
        if not isinstance(self._next(), yaml.DocumentStartEvent):
            raise SourceFault("the file is empty")
        value = self._value(self._next(), ())
        self._next()  # the document's end
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise SourceFault("a second document begins here; one file holds one", _place(after))
        return value

    def _value(self, event: yaml.Event, path: Path) -> Plain:
        self._refuse(event, len(path))
        self._count += 1
        if self._count > MAX_VALUES:
            raise SourceFault(f"more than {MAX_VALUES} values in one file", _place(event))
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    @staticmethod
    def _refuse(event: Any, depth: int) -> None:
        if event.anchor is not None:
            what = "anchors and aliases (& and *) are not read; write it out"
            raise SourceFault(what, _place(event))
        if event.tag is not None:
            what = "tags (words that begin with !) are not read; leave it out"
            raise SourceFault(what, _place(event))
        if depth > MAX_DEPTH:
            raise SourceFault(f"nested more than {MAX_DEPTH} deep", _place(event))

    def _sequence(self, path: Path) -> list[Plain]:
        items: list[Plain] = []
        inside = (*path, 0)
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, self._item(inside, len(items), event)))
        return items

    def _mapping(self, path: Path) -> dict[str, Plain]:
        items: dict[str, Plain] = {}
        inside = (*path, "")
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise SourceFault("a key must be a plain word", _place(event))
            self._refuse(event, len(path))
            key = _text(event)
            if key in items:
                raise SourceFault(f"'{key[:60]}' stands here twice", _place(event))
            items[key] = self._value(self._next(), self._item(inside, key, event))
        return items

    def _item(self, inside: Path, _key: str | int, _event: yaml.Event) -> Path:
        """The path of an item; without its key, which costs time and only places need."""
        return inside


class _PlacingReader(_Reader):
    """Reads the same once more, and notes where everything stands."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.places: dict[Path, Place] = {}

    def _value(self, event: yaml.Event, path: Path) -> Plain:
        self.places.setdefault(path, _place(event))
        return super()._value(event, path)

    def _item(self, inside: Path, key: str | int, event: yaml.Event) -> Path:
        path = (*inside[:-1], key)
        self.places[path] = _place(event)
        return path


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _text(event: yaml.ScalarEvent) -> str:
    """The text; an escape could have brought signs in that a terminal would obey."""
    text: str = event.value
    if _NO_TEXT.search(text):
        raise SourceFault("this holds signs that are not text", _place(event))
    return text


def _scalar(event: yaml.ScalarEvent) -> Plain:
    text = _text(event)
    if event.style:  # quoted or a block: always a text
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
