"""The comfort kit: six places, each a slot, filled by the person and by nobody else."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

LONGEST: Final = 200  # characters of what is written in one place


class Place(StrEnum):
    """What a place is for; its value is the slot that it is kept in."""

    SOUND = "kit_sound"  # the name of an ambience, as the settings know it
    OBJECT = "kit_object"
    PHOTO = "kit_photo"  # what the photo shows; the picture is a file of its own
    PHRASE = "kit_phrase"
    PERSON = "kit_person"
    MOVEMENT = "kit_movement"


SLOTS: Final = frozenset(place.value for place in Place)
OFFERED: Final[Mapping[Place, tuple[str, ...]]] = {
    Place.PHRASE: ("safe_phrase", "cue_word"),
    Place.PERSON: ("safe_person", "kind_figure"),
    Place.OBJECT: ("anchor",),
}
"""The slots of exercises whose words a place is offered."""


def filled(words: Mapping[str, str]) -> tuple[Place, ...]:
    """The places in which something is, in their order."""
    return tuple(place for place in Place if words.get(place, "").strip())


def offers(place: Place, words: Mapping[str, str]) -> tuple[str, ...]:
    """What the person said in exercises that could be put there, each once."""
    told = (" ".join(words.get(slot, "").split()) for slot in OFFERED.get(place, ()))
    return tuple(dict.fromkeys(text for text in told if text and len(text) <= LONGEST))
