"""Gates: what is not offered in this moment or to this person, and the reason in a sentence.

The rules are our own, from practice and not from trials (docs/safety.md).  They speak of traits and
gates, never of single exercises, so that a new exercise needs no new rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from attachcalm.exercises.card import Card, Group, Trait, Version
from attachcalm.support.flags import Flag, Health

STRONG = 7  # distress from which exercises of gate 2 wait
STRONGEST = 8  # distress from which only the mildest are offered
THERAPIST = 3  # the gate that a therapist opens, exercise by exercise
SUPPORT_FIRST = 9  # distress from which support is shown before the exercise
SHUT_DOWN = -3  # energy down to which more calm would be more numb
SOFT_BREATH = "long-out"
LOOK_ROUND = "orient-room"
SHORT_MINUTES = 5  # the longest version that is offered with flashbacks


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an exercise is offered.  `rule` names what decided; empty where nothing applies.

    `instead` is the id of an exercise that fits in its place.  `note` is said where the exercise is
    offered, but done otherwise (seated, imagined, softer).  `passes` says that the rule goes by
    this moment's rating and not by the person's answers; `may_begin` says that the person can begin
    it all the same once the reason was read, which is never so where an answer decided.
    """

    allowed: bool = True
    rule: str = ""
    reason: str = ""
    instead: str = ""
    note: str = ""
    passes: bool = False
    may_begin: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as a person can read it."""

    id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Hide:
    """These traits are hidden, for this reason.

    `with_figures` hides, beside them, the imagined figures that a therapist opens (gate 3).
    """

    rule: str
    traits: frozenset[Trait]
    reason: str
    instead: str = LOOK_ROUND
    unless_unlocked: bool = False
    with_figures: bool = False

    def speaks_of(self, card: Card) -> bool:
        """Whether it hides this exercise."""
        is_figure = card.gate >= THERAPIST and Trait.IMAGERY in card.traits
        return bool(self.traits & card.traits) or (self.with_figures and is_figure)


_FLAGS: dict[Flag, _Hide] = {
    Flag.HEART: _Hide(
        "heart",
        frozenset({Trait.COLD, Trait.HOLDS}),
        "This one works with cold or a held breath, and your answers ask for care with the heart.",
    ),
    Flag.BREATH: _Hide(
        "breath",
        frozenset({Trait.HOLDS, Trait.BIG_BREATH, Trait.COLD}),
        "This one has a held or big breath, or cold. Your answers ask for soft breathing.",
        SOFT_BREATH,
    ),
    Flag.FLASHBACKS: _Hide(
        "flashbacks",
        frozenset({Trait.BODY, Trait.MEMORY}),
        "This one stays long with the body or the past, which can bring flashbacks closer.",
        unless_unlocked=True,
    ),
    Flag.PSYCHOSIS: _Hide(
        "psychosis",
        frozenset({Trait.INWARD, Trait.MEMORY}),
        "This one looks inside for a long time. For now, what keeps you in the room is kinder.",
        with_figures=True,
    ),
    Flag.UNSAFE: _Hide(
        "unsafe",
        frozenset({Trait.CONFLICT}),
        "This one needs two people who are safe with each other. Support has people to talk to.",
    ),
}
_CAREFUL = _Hide(
    "careful",
    frozenset({Trait.HOLDS, Trait.BIG_BREATH, Trait.COLD, Trait.BODY, Trait.MEMORY, Trait.INWARD}),
    "This one asks more of body or mind. It waits until you have answered eight short questions.",
    SOFT_BREATH,
    with_figures=True,
)
_NOTES: dict[Flag, tuple[Trait | None, str]] = {
    Flag.INJURY: (Trait.EFFORT, "Do it seated or in your imagination, wherever moving hurts."),
    Flag.LOSS: (Trait.PERSON, "Somebody you miss may come to mind. You can stop at any second."),
    Flag.FLASHBACKS: (None, "Keep it to five minutes at most, with the sound low."),
}
RULES: tuple[Rule, ...] = (
    Rule("gate_3", "Some exercises wait until your therapist opens them for you."),
    Rule("substances", "With alcohol or drugs in the body, grounding only."),
    Rule("heart", "With heart, fainting or cold trouble, no cold and no held breath."),
    Rule("breath", "With lungs, pregnancy, epilepsy, fear of breath: no holds, big breaths, cold."),
    Rule("injury", "With pain or injury, movements are done seated or imagined."),
    Rule("flashbacks", "With flashbacks, nothing long with body or past; 5 minutes at most."),
    Rule("psychosis", "In psychosis or mania, nothing long inside and no imagined figures."),
    Rule("unsafe", "Where a relationship is unsafe, no exercise for two about what hurts."),
    Rule("loss", "After a loss, a word of warning before somebody is brought to mind."),
    Rule("careful", "Until the questions are answered, we are careful as if with a yes."),
    Rule("distress_8", "At a distress of 8 to 10, the mildest exercises only, and support."),
    Rule("gate_2", "At a distress of 7 or more, the stronger exercises wait."),
    Rule("energy_low", "At an energy of -3 or -4, what wakes comes first, nothing that relaxes."),
)


def verdict(
    card: Card,
    health: Health,
    unlocked: frozenset[str],
    distress: int | None = None,
    energy: int | None = None,
) -> Verdict:
    """What the rules say of this exercise for this person in this moment.

    `distress` is 0 to 10 and `energy` -4 to +4; None is no rating, and no rule goes by it.
    """
    is_unlocked = card.id in unlocked
    found = (
        _gate_3(card, is_unlocked)
        or _by_answers(card, health, is_unlocked)
        or _by_rating(card, distress, energy)
    )
    if found is not None:
        return _with_fitting_instead(found, health, energy)
    notes = [
        note
        for flag, (trait, note) in _NOTES.items()
        if flag in health.flags and (trait is None or trait in card.traits)
    ]
    return Verdict(note=" ".join(notes))


def versions_for(card: Card, health: Health) -> tuple[Version, ...]:
    """The versions that are offered: with flashbacks five minutes at most, or else the shortest."""
    if Flag.FLASHBACKS not in health.flags:
        return card.versions
    short = tuple(version for version in card.versions if version.minutes <= SHORT_MINUTES)
    return short or (card.shortest,)


def _gate_3(card: Card, is_unlocked: bool) -> Verdict | None:
    if card.gate < THERAPIST or is_unlocked:
        return None
    reason = "This one is for the work with a therapist, who can open it for you."
    return Verdict(allowed=False, rule="gate_3", reason=reason, instead=LOOK_ROUND)


def _by_answers(card: Card, health: Health, is_unlocked: bool) -> Verdict | None:
    if Flag.SUBSTANCES in health.flags and card.group is not Group.GROUNDING:
        reason = "With alcohol or drugs in the body, grounding is what carries."
        return Verdict(allowed=False, rule="substances", reason=reason, instead=LOOK_ROUND)
    for flag, hide in _FLAGS.items():
        is_open = hide.unless_unlocked and is_unlocked
        if flag in health.flags and hide.speaks_of(card) and not is_open:
            return _hidden(hide)
    if not health.is_known and (card.gate == 1 or _CAREFUL.speaks_of(card)):
        return _hidden(_CAREFUL)
    return None


def _with_fitting_instead(found: Verdict, health: Health, energy: int | None) -> Verdict:
    """The slow breath is no help to someone who is shut down, or with alcohol in the body."""
    is_low = energy is not None and energy <= SHUT_DOWN
    if found.instead == SOFT_BREATH and (is_low or Flag.SUBSTANCES in health.flags):
        return replace(found, instead=LOOK_ROUND)
    return found


def _hidden(hide: _Hide) -> Verdict:
    return Verdict(allowed=False, rule=hide.rule, reason=hide.reason, instead=hide.instead)


def _by_rating(card: Card, distress: int | None, energy: int | None) -> Verdict | None:
    found = list(_all_by_rating(card, distress, energy))
    if not found:
        return None
    is_alone = len(found) == 1 and found[0].rule == "gate_2"  # nothing but a plain 7 speaks
    return replace(found[0], may_begin=is_alone and distress == STRONG)


def _all_by_rating(card: Card, distress: int | None, energy: int | None) -> Iterator[Verdict]:
    if distress is not None and distress >= STRONGEST and Trait.STEADIES not in card.traits:
        reason = "At 8 and above, something milder comes first."
        yield Verdict(False, "distress_8", reason, LOOK_ROUND, passes=True)
    if distress is not None and distress >= STRONG and card.gate >= 2:
        reason = "At 7 and above, this one can be too strong. It is here on a steadier day."
        yield Verdict(False, "gate_2", reason, LOOK_ROUND, passes=True)
    if energy is not None and energy <= SHUT_DOWN and Trait.RELAXES in card.traits:
        reason = "This one calms, and your energy is very low. Something that wakes comes first."
        yield Verdict(False, "energy_low", reason, "five-senses", passes=True)
