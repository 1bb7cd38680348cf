"""Which exercises are shown and offered: the rules behind Home and the Exercises page."""

from collections.abc import Iterable
from dataclasses import dataclass

from attachcalm.exercises.model import Card, Direction, Group, Need

OPEN_TO_ALL = 1  # the highest gate that nothing has to be asked for beforehand


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person filters by; everything empty lets every exercise through."""

    need: Need | None = None
    minutes: float = 0.0  # at most so many in the shortest version; 0 is any length
    group: Group | None = None
    words: str = ""

    def lets_through(self, card: Card, group_name: str) -> bool:
        """Whether the exercise fits; each word is looked for in title, summary and `group_name`."""
        text = f"{card.title} {card.summary} {group_name}".casefold()
        return (
            (self.need is None or self.need.met_by(card.direction))
            and (not self.minutes or card.shortest.minutes <= self.minutes)
            and self.group in (None, card.group)
            and all(word in text for word in self.words.casefold().split())
        )


def offered(cards: Iterable[Card], need: Need | None, most: int) -> tuple[Card, ...]:
    """What Home offers: what is open to all and fits, narrowest fit first, then the shortest."""
    fitting = [
        card
        for card in cards
        if card.gate <= OPEN_TO_ALL and (need is None or need.met_by(card.direction))
    ]
    fitting.sort(key=lambda card: (card.direction is Direction.EITHER, card.minutes))
    return tuple(fitting[:most])


def in_order(cards: Iterable[Card], last_used: tuple[str, ...]) -> tuple[Card, ...]:
    """The list of all: what was used last first, then family by family, by title."""
    last = {exercise_id: at for at, exercise_id in enumerate(last_used)}
    family = {group: at for at, group in enumerate(Group)}

    def place(card: Card) -> tuple[int, int, str]:
        return last.get(card.id, len(last)), family[card.group], card.title

    return tuple(sorted(cards, key=place))
