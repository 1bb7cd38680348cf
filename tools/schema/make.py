"""Write the published JSON Schema of exercise files anew: `python tools/schema/make.py`.

To be run after each change of `attachcalm/exercises/document.py`; a test compares the two.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from attachcalm.exercises.document import json_schema  # noqa: E402 - needs the path above


def main() -> None:
    """Write the file."""
    text = json.dumps(json_schema(), indent=2) + "\n"
    (ROOT / "schema" / "exercise.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
