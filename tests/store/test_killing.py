"""What `add` has returned from survives the end of the process, whenever that comes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import attachcalm

KILLS = 15


@pytest.mark.skipif(os.name != "posix", reason="needs a signal that nothing survives")
def test_fifteen_kills_lose_nothing_that_was_saved(tmp_path: Path) -> None:
    """Killed while opening, while saving, just after: nothing promised is lost, nothing is half."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.store.killing", str(tmp_path), str(KILLS), "7"],
        cwd=Path(attachcalm.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["wrong"] == []
    assert told["kills"] == KILLS
    assert told["saved"] > KILLS
