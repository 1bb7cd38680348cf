"""Write the published JSON Schemas of content files anew: `python tools/schema/make.py`.

To be run after each change of a `document.py` in `exercises` or `learn`; a test compares them.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from attachcalm.exercises import document as exercises  # noqa: E402 - needs the path above
from attachcalm.learn import document as pages  # noqa: E402


def main() -> None:
    """Write the files."""
    schemas = {"exercise": exercises.json_schema(), "page": pages.json_schema()}
    for name, schema in schemas.items():
        text = json.dumps(schema, indent=2) + "\n"
        (ROOT / "schema" / f"{name}.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
