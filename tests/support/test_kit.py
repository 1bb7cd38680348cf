"""The six places of the comfort kit."""

import pytest

from attachcalm.support.kit import LONGEST, OFFERED, SLOTS, Place, filled, offers


def test_there_are_six_places_and_each_is_a_slot_of_its_own() -> None:
    """A sound, an object, a photo, a phrase, a person, a movement."""
    assert len(SLOTS) == len(Place) == 6
    assert not SLOTS & {slot for slots in OFFERED.values() for slot in slots}


def test_a_place_is_filled_by_a_word_in_it_and_by_nothing_else() -> None:
    """Space is nothing, and neither is a word of an exercise."""
    words = {"kit_phrase": "Still here", "kit_object": "  ", "safe_person": "Ana"}

    assert filled(words) == (Place.PHRASE,)
    assert filled({}) == ()


def test_what_was_said_in_exercises_is_offered_and_not_taken() -> None:
    """Each once, where it fits, and never for the photo or the sound."""
    words = {"safe_phrase": "Still\nhere", "cue_word": "Still here", "safe_person": "Ana"}

    assert offers(Place.PHRASE, words) == ("Still here",)
    assert offers(Place.PERSON, words) == ("Ana",)
    assert offers(Place.PHOTO, words) == offers(Place.SOUND, words) == ()


@pytest.mark.parametrize(("length", "fits"), [(LONGEST, True), (LONGEST + 1, False)])
def test_what_is_too_long_for_a_place_is_not_offered(length: int, fits: bool) -> None:
    """A whole paragraph is no phrase to hold on to."""
    assert bool(offers(Place.PHRASE, {"safe_phrase": "x" * length})) is fits
