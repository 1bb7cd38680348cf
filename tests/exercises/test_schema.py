"""The JSON Schema that editors use is the one that the models describe."""

import json
from pathlib import Path

import yaml

from attachcalm.exercises.document import json_schema

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "schema" / "exercise.schema.json"


def test_the_published_schema_is_the_one_of_the_models() -> None:
    """An editor that completes from the published file agrees with what the reader accepts."""
    expected = json.dumps(json_schema(), indent=2, sort_keys=False) + "\n"

    published = PUBLISHED.read_text(encoding="utf-8")

    assert published == expected, "run python tools/schema/make.py"


def test_every_shipped_exercise_points_editors_at_the_published_schema() -> None:
    """Opening a shipped file in an editor is enough to get completion."""
    files = sorted((ROOT / "resources" / "exercises").glob("*.yaml"))
    assert files

    for file in files:
        first_line = file.read_text(encoding="utf-8").partition("\n")[0]
        mark, _, target = first_line.partition("$schema=")

        assert mark == "# yaml-language-server: ", file.name
        assert (file.parent / target).resolve() == PUBLISHED, file.name


def test_the_schema_names_every_field_that_the_shipped_exercises_use() -> None:
    """No top-level field of a shipped file is unknown to the schema."""
    known = set(json.loads(PUBLISHED.read_text(encoding="utf-8"))["properties"])

    for file in sorted((ROOT / "resources" / "exercises").glob("*.yaml")):
        assert set(yaml.safe_load(file.read_text(encoding="utf-8"))) <= known, file.name
