"""`attachcalm export FILE`: everything as .csv, .json or .fhir.json."""

import argparse
import sys
from pathlib import Path

from attachcalm.app import Env
from attachcalm.commands.errors import PersonError
from attachcalm.commands.reading import whole_of
from attachcalm.records.export import Export, ending_of, save
from attachcalm.records.refused import RefusedError
from attachcalm.store.late import LateJournal


def export(env: Env, options: argparse.Namespace) -> int:
    """Write the file and say where it is, and whether it took another one's place."""
    path: Path = options.file.expanduser()
    try:
        ending_of(path)  # before anything is read
        whole = whole_of(LateJournal(env.paths.database))
        how = Export(env.now(), env.new_id(), options.with_texts)
        replaced = save(whole, path, how)
    except RefusedError as error:
        raise PersonError(str(error)) from error
    instead = ", in the place of the file that was there" if replaced else ""
    print(
        f"Your records are in {path}{instead}. Whoever has the file can read it.", file=sys.stderr
    )
    return 0
