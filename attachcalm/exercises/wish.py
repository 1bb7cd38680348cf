"""What the Exercises page is filtered by."""

from dataclasses import dataclass

from attachcalm.exercises.card import Card, Group, Need, Trait


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
            (self.need is None or _meets(card, self.need))
            and (not self.minutes or card.shortest.minutes <= self.minutes)
            and self.group in (None, card.group)
            and all(word in text for word in self.words.casefold().split())
        )


def _meets(card: Card, need: Need) -> bool:
    """Whether it is for this need; what only compares is for none."""
    return need.met_by(card.direction) and Trait.COMPARES not in card.traits
