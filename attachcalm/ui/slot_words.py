"""What people read of a slot: its name, where its word came from, and what says it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from attachcalm.exercises.uses import Uses
from attachcalm.insight.words import list_words
from attachcalm.journal.held import Held
from attachcalm.journal.page import LONGEST_SLOT
from attachcalm.settings import OWN_AMBIENCE
from attachcalm.support.kit import Place
from attachcalm.ui.dates import day_words

MOST_TITLES = 4
LONGEST_SOUND = 24  # signs of its name


def translate(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("Slots", text)


def slot_name(slot: str) -> str:
    """What a slot is called; that of an exercise of one's own is made readable."""
    known = _names().get(slot)
    if known:
        return known
    plain = " ".join(slot.replace("_", " ").split())[:LONGEST_SLOT]
    return plain[:1].upper() + plain[1:]


def _names() -> dict[str, str]:
    return {
        "safe_person": translate("Someone in your corner"),
        "safe_phrase": translate("Words they would say"),
        "cue_word": translate("Your word for a place that rests you"),
        "anchor": translate("Your anchor"),
        "kind_figure": translate("A kind figure"),
        "next_contact": translate("Your next contact"),
        "therapist_note": translate("Words from your therapist"),
        "phrase": translate("A phrase that helps"),
        Place.SOUND: translate("A sound"),
        Place.OBJECT: translate("An object"),
        Place.PHOTO: translate("A photo"),
        Place.PHRASE: translate("A phrase"),
        Place.PERSON: translate("A person"),
        Place.MOVEMENT: translate("A movement"),
    }


def kit_words(places: Iterable[Place]) -> str:
    """What is in the kit, without what it says: "A sound, an object and a phrase"."""
    told = list_words([slot_name(place) for place in places])
    first, rest = told[:1], told[1:]
    return first + rest.replace(" A ", " a ").replace(" An ", " an ")


def sound_name(name: str) -> str:
    """What a background is called, by the name that the settings know."""
    if name.startswith(OWN_AMBIENCE):
        stem = name.removeprefix(OWN_AMBIENCE).rpartition(".")[0]
        shown = stem if len(stem) <= LONGEST_SOUND else f"{stem[: LONGEST_SOUND - 1]}…"
        return translate("{name} (your own)").format(name=shown)
    ours = {
        "": translate("None"),
        "rain": translate("Rain"),
        "waves": translate("Waves"),
        "brown": translate("Deep hush"),
    }
    return ours.get(name, name)


def came_from(held: Held) -> str:
    """Where a word came from, and when."""
    if held.given is None:
        return translate("You wrote it here, {day}.").format(day=day_words(held.at.day))
    told = translate("From “{title}”, {day}.")
    return told.format(title=held.given.exercise_title, day=day_words(held.given.at.day))


def said_in(uses: Uses | None) -> str:
    """Which exercises say it."""
    titles = uses.said_in if uses else ()
    if not titles:
        return translate("No exercise here says it.")
    shown = [f"“{title}”" for title in titles[:MOST_TITLES]]
    if len(titles) > MOST_TITLES:
        shown.append(translate("{n} more").format(n=len(titles) - MOST_TITLES))
    return translate("Said in {titles}.").format(titles=list_words(shown))
