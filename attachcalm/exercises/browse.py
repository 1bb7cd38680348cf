"""Which exercises are shown and offered: the rules behind Home and the Exercises page."""

from collections.abc import Iterable

from attachcalm.exercises.card import Card, Direction, Group, Need, Trait

UNASKED = 0  # the highest gate that needs no answer at all
UNASKED_DIRECTIONS = {Direction.DOWN, Direction.EITHER}  # suit the shaking, and do the numb no harm
OPEN_TO_ALL = 1  # the highest gate that needs no rating, once the answers are known


def offered(cards: Iterable[Card], need: Need | None, most: int) -> tuple[Card, ...]:
    """What Home offers while it knows nothing of the person: what needs no answer and fits.

    Without a need, what suits the shaking as well as the numb: nothing that wakes, nothing for
    steady moments only, the mildest first.  With one, the narrowest fit first.  Then the shortest.
    """
    fitting = [
        card
        for card in cards
        if card.gate <= UNASKED
        and Trait.COMPASSION not in card.traits  # it waits for felt security (suggestions)
        and Trait.COMPARES not in card.traits
        and (need.met_by(card.direction) if need else card.direction in UNASKED_DIRECTIONS)
    ]

    def place(card: Card) -> tuple[bool, float]:
        is_broad, is_strong = card.direction is Direction.EITHER, Trait.STEADIES not in card.traits
        return is_broad if need else is_strong, card.minutes

    return tuple(sorted(fitting, key=place)[:most])


def in_order(cards: Iterable[Card], last_used: tuple[str, ...]) -> tuple[Card, ...]:
    """The list of all: what was used last first, then family by family, by title."""
    last = {exercise_id: at for at, exercise_id in enumerate(last_used)}
    family = {group: at for at, group in enumerate(Group)}

    def place(card: Card) -> tuple[int, int, str]:
        return last.get(card.id, len(last)), family[card.group], card.title

    return tuple(sorted(cards, key=place))
