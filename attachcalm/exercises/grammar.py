"""What may stand in one kind of content file, as the checker of shapes wants to know it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attachcalm.exercises.yaml_source import Path

if TYPE_CHECKING:
    from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Grammar:
    """The models of one kind of content file, and the words for what they refuse.

    `thing` is what a whole file is ("an exercise"); `models` says what may stand where, by the name
    of the innermost field or the tag of a part; `patterns` puts each pattern into words; `kinds`
    are the keys that tell the kind of a part, and `without_tag` takes its tag out of a location.
    """

    thing: str
    document: "type[BaseModel]"
    models: "Mapping[str, type[BaseModel]]"
    patterns: Mapping[str, str]
    kinds: Collection[str]
    without_tag: Callable[[Path], Path]
