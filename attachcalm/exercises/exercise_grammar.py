"""The grammar of exercise files.  It needs pydantic, as the document module does."""

from attachcalm.exercises.document import MODELS, PART_KINDS, PATTERNS, ExerciseDocument
from attachcalm.exercises.grammar import Grammar
from attachcalm.exercises.yaml_source import Path


def _without_tag(location: Path) -> Path:
    """In a part its tag stands fifth: steps, 0, parts, 0, tag."""
    in_part = len(location) > 4 and (location[0], location[2]) == ("steps", "parts")
    return (*location[:4], *location[5:]) if in_part else location


GRAMMAR = Grammar("an exercise", ExerciseDocument, MODELS, PATTERNS, PART_KINDS, _without_tag)
