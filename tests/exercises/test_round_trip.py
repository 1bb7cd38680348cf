"""What others write is what we read: JSON and YAML of every valid document come back whole."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given

from attachcalm.exercises import build
from attachcalm.exercises.model import Ask, Breathe, Choose, Exercise, Pause, Say
from attachcalm.exercises.reader import read_bytes
from tests.fakes.documents import Values, documents
from tests.fakes.exercise_file import PATH


def as_json(value: Values) -> str:
    """As a program would write it."""
    return json.dumps(value, ensure_ascii=False)


def as_blocks(value: Values) -> str:
    """As a careful person would write it: one value a line, as few quotes as can be."""
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))


def as_lines(value: Values) -> str:
    """As a hasty person would write it: brackets, keys in any order, everything escaped."""
    return str(yaml.safe_dump(value, default_flow_style=True, width=60))


@pytest.mark.parametrize("write", [as_json, as_blocks, as_lines])
@given(documents())
def test_every_valid_document_is_read_back_as_it_was(
    write: Callable[[Values], str], document: Values
) -> None:
    """Value for value, however it was written; and the exercise says what the document says."""
    expected = copy.deepcopy(document)

    reading = read_bytes(write(document).encode(), PATH)

    assert reading.problems == ()
    assert reading.entry == expected
    told = build.exercise(expected, str(PATH), reading.revision)
    assert told.title == document["title"]
    assert texts_of(told) == [text for step in document["steps"] for text in texts_in(step)]


def texts_of(exercise: Exercise) -> list[str]:
    """What the built exercise says, asks and shows."""
    told = []
    for step in exercise.steps:
        for part in step.parts:
            if isinstance(part, Say | Pause):
                told.append(part.text)
            elif isinstance(part, Breathe):
                told.extend(line.text for line in part.lines)
            elif isinstance(part, Ask | Choose):
                told.append(part.question)
    return told


def texts_in(step: dict[str, Any]) -> list[str]:
    """What the document says, asks and shows in a step."""
    told: list[str] = []
    for part in step["parts"]:
        if "breathe" in part:
            told += [line["say"] for line in part["breathe"]["lines"]]
        elif "bell" not in part:
            told.append(part.get("say", part.get("question", part.get("show", ""))))
    return told
