"""Which exercises ask for a word of the person's own, and which say it."""

from pathlib import Path

from attachcalm.exercises.library import load
from attachcalm.exercises.uses import Uses, uses_of


def test_what_is_asked_in_one_exercise_is_known_to_be_said_there(resources: Path) -> None:
    """Read out of the files that ship, by the titles that people read."""
    uses = uses_of(load([resources / "exercises"]))

    title = "Someone in your corner"
    assert title in uses["safe_person"].asked_in
    assert title in uses["safe_person"].said_in
    assert title in uses["safe_phrase"].said_in
    assert "A place that rests you" in uses["cue_word"].asked_in
    assert "nothing_of_the_kind" not in uses


def test_an_empty_library_uses_nothing() -> None:
    """As on the first start, before anything was read."""
    assert uses_of(load([])) == {}
    assert Uses() == Uses((), ())
