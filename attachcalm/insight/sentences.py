"""What is said after an exercise: the ratings as they are, then one gentle sentence.

Never praise, pity or a promise: a lower number is no achievement, a higher one no failure.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from attachcalm.insight.window import window_gain
from attachcalm.insight.words import list_words, signed_words
from attachcalm.journal.entry import Entry
from attachcalm.journal.mood import Mood

ORIENT_ROOM: Final = "orient-room"  # the exercise that is always offered after a harder time
HIGH: Final = 8  # distress from here on is named as high
RISE: Final = 2  # points higher that count as clearly higher
LITTLE_ROOM: Final = 1  # a rating that began here or lower cannot go down much


class Offer(StrEnum):
    """Something the person may choose next; neither begins by itself."""

    SUPPORT = "support"
    ORIENT_ROOM = ORIENT_ROOM


class Turn(StrEnum):
    """Which way the ratings went, distress first, then energy, then felt security."""

    EASED = "eased"
    SAME = "same"
    HARDER = "harder"
    UNKNOWN = "unknown"  # nothing was rated both before and after


@dataclass(frozen=True, slots=True)
class Change:
    """One person's ratings around one sitting."""

    before: Mood
    after: Mood

    @property
    def turn(self) -> Turn:
        """Which way it went."""
        for ease in (self._distress_ease, self._energy_gain, self._security_gain):
            if ease is not None:
                return Turn.EASED if ease > 0 else Turn.HARDER if ease < 0 else Turn.SAME
        return Turn.UNKNOWN

    @property
    def rose_clearly(self) -> bool:
        """Whether distress went up by 2 or more, or to 8 or more from below (clinical rule R1)."""
        before, after = self.before.distress, self.after.distress
        if before is None or after is None:
            return False
        return after - before >= RISE or before < HIGH <= after

    @property
    def left_the_middle(self) -> bool:
        """Whether energy went 2 or more further out of the window of tolerance (rule R1)."""
        return self._energy_gain is not None and self._energy_gain <= -RISE

    @property
    def is_high(self) -> bool:
        """Whether distress is high now, wherever it came from."""
        return self.after.distress is not None and self.after.distress >= HIGH

    @property
    def wants_care(self) -> bool:
        """Whether the harder time is named, and a way on offered."""
        return self.rose_clearly or self.left_the_middle or self.is_high

    @property
    def _distress_ease(self) -> int | None:
        return _difference(self.after.distress, self.before.distress)

    @property
    def _energy_gain(self) -> int | None:
        return window_gain(self.before.energy, self.after.energy)

    @property
    def _security_gain(self) -> int | None:
        return _difference(self.before.security, self.after.security)


def change_of(entry: Entry) -> Change:
    """The change of an entry; a rating that was skipped as a whole is one with nothing in it."""
    return Change(entry.before or Mood(), entry.after or Mood())


def after_sentences(entry: Entry) -> tuple[str, ...]:
    """What the after page says, a paragraph each: what the ratings did, then what may come next."""
    change = change_of(entry)
    facts = [*_pairs(change), *_halves(change)]
    return (" ".join(facts), _next_words(change))


def offers_after(entry: Entry) -> tuple[Offer, ...]:
    """What the after page holds out as a choice, first things first; nothing when it eased."""
    change = change_of(entry)
    if change.is_high:
        return (Offer.SUPPORT, Offer.ORIENT_ROOM)
    if change.wants_care or change.turn is Turn.HARDER:
        return (Offer.ORIENT_ROOM, Offer.SUPPORT)
    return ()


def _pairs(change: Change) -> list[str]:
    """Return a sentence for each scale that is rated both times."""
    before, after = change.before, change.after
    told: list[str] = []
    if before.distress is not None and after.distress is not None:
        told.append(_went("Your distress rating", str(before.distress), str(after.distress)))
    if before.energy is not None and after.energy is not None:
        ends = signed_words(before.energy), signed_words(after.energy)
        told.append(_went("Your energy rating", *ends, _side(before.energy, after.energy)))
    if before.security is not None and after.security is not None:
        ends = str(before.security), str(after.security)
        told.append(_went("Your rating of felt security", *ends))
    return told


def _went(what: str, before: str, after: str, where: str = "") -> str:
    if before == after:
        return f"{what} stayed at {after}."
    return f"{what} went from {before} to {after}{where}."


def _side(before: int, after: int) -> str:
    if abs(after) < abs(before):
        return ", nearer the middle"
    if abs(after) > abs(before):
        return ", further from the middle"
    return ", to the other side of the middle"


def _halves(change: Change) -> list[str]:
    """Return sentences for the scales that are rated only once, or not at all."""
    before, after = _ratings(change.before), _ratings(change.after)
    only_before = [words for scale, words in before.items() if scale not in after]
    only_after = [words for scale, words in after.items() if scale not in before]
    told: list[str] = []
    if only_before:
        told.append(f"Before, you rated {list_words(only_before)}.")
        told.append("You left that out afterwards, which is fine.")
    if only_after:
        told.append(f"Afterwards, you rated {list_words(only_after)}.")
        told.append("There is no rating before it to compare.")
    if not before and not after:
        told.append("You left the ratings out this time, which is fine.")
    return told


def _ratings(mood: Mood) -> dict[str, str]:
    told: dict[str, str] = {}
    if mood.distress is not None:
        told["distress"] = f"distress {mood.distress}"
    if mood.energy is not None:
        told["energy"] = f"energy {signed_words(mood.energy)}"
    if mood.security is not None:
        told["security"] = f"felt security {mood.security}"
    return told


def _next_words(change: Change) -> str:
    if change.wants_care:
        return f"{_named(change)} {_choice(change)}"
    turn = change.turn
    if turn is Turn.HARDER:
        return f"Turning towards what you feel can move a rating this way. {_choice(change)}"
    if turn is Turn.EASED:
        return "You might notice what feels different now, or leave it at that."
    if turn is Turn.SAME and _had_little_room(change):
        return f"You began at {change.before.distress}, so there was little room to go down."
    if turn is Turn.SAME:
        return "Some times a rating stays where it is. You can stop here, or try something else."
    return "This practice is in your journal all the same."


def _named(change: Change) -> str:
    """Return what was harder, by its name."""
    distress = change.after.distress
    if change.rose_clearly:
        number = f"{distress} is high. " if change.is_high else ""
        return f"{number}Distress rose clearly this time, and an exercise can bring that up."
    if change.is_high:
        return f"{distress} is high, and you do not have to be alone with it."
    return "Your energy moved well away from the middle, and an exercise can bring that up."


def _choice(change: Change) -> str:
    ways = ["look slowly around the room", "open Support"]
    if change.is_high:
        ways.reverse()
    return f"If you like, you could {ways[0]}, {ways[1]}, or stop here."


def _had_little_room(change: Change) -> bool:
    return change.before.distress is not None and change.before.distress <= LITTLE_ROOM


def _difference(left: int | None, right: int | None) -> int | None:
    """Return `right - left`, so that positive is easier, None unless both are there."""
    return None if left is None or right is None else right - left
