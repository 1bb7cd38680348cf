"""What quiet and imagined exercises can do besides helping: told once, before the first of them."""

from dataclasses import dataclass

from attachcalm.exercises.card import Card, Group, Trait

GROUPS = frozenset({Group.MINDFULNESS, Group.IMAGERY})
TRAITS = frozenset({Trait.IMAGERY, Trait.INWARD})


@dataclass(frozen=True, slots=True)
class Told:
    """One fact in plain words.  `source` is where the figures stand, empty where there are none."""

    sentence: str
    source: str = ""


_SURVEY = "Goldberg 2021, PMC8636531"
_COURSES = "Britton 2021, Clinical Psychological Science"
_RELAXING = "Luberto 2012, 10.1186/1472-6882-12-S1-O53"

FACTS: tuple[Told, ...] = (
    Told(
        "In a survey of people who had meditated, about one in three (32 %) told of an unwanted "
        "effect. Asked with a list, it was half (50 %).",
        _SURVEY,
    ),
    Told(
        "For one in ten (10 %) it lasted a month or longer. For 10.6 % daily life was harder for "
        "a while; for 1.2 % that lasted a month or longer.",
        _SURVEY,
    ),
    Told(
        "Most often it was anxiety, old memories coming back, or feelings close to the surface. "
        "It was more frequent after a hard childhood. Those affected were as glad to have "
        "practised as the others.",
        _SURVEY,
    ),
    Told(
        "In eight-week mindfulness courses 83 % noticed a side effect, 58 % an unpleasant one. "
        "For 37 % it made life harder, and for 6 to 14 % it lasted.",
        _COURSES,
    ),
    Told("Relaxing itself makes some people anxious.", _RELAXING),
    Told("These figures are from others' courses. Nobody has counted for the exercises here."),
)


def speaks_of(card: Card) -> bool:
    """Whether an exercise is one of those that the facts are about."""
    return card.group in GROUPS or bool(TRAITS & card.traits)
