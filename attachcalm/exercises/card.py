"""What a list shows of an exercise.  Apart from the whole, because every start has need of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self


class Group(StrEnum):
    """The family an exercise belongs to; it decides its icon and what is rated around it."""

    GROUNDING = "grounding"
    BREATHING = "breathing"
    MINDFULNESS = "mindfulness"
    BODY = "body"
    IMAGERY = "imagery"
    ATTACHMENT = "attachment"
    COMPASSION = "compassion"
    EMOTION = "emotion"
    THOUGHTS = "thoughts"
    REFLECTION = "reflection"
    COMMUNICATION = "communication"
    FAMILY = "family"


class Direction(StrEnum):
    """Which way an exercise moves a person's energy."""

    DOWN = "down"  # for too revved: panic, rage
    UP = "up"  # for too flat: numb, foggy
    EITHER = "either"
    INSIDE = "inside"  # only when steady, inside the window of tolerance


class Need(StrEnum):
    """What the person says they need: the words of the filter on the Exercises page."""

    REVVED = "revved"
    FLAT = "flat"
    STEADY = "steady"

    def met_by(self, direction: Direction) -> bool:
        """Whether an exercise of this direction fits the need."""
        return direction in _DIRECTIONS_FOR[self]


_DIRECTIONS_FOR = {
    Need.REVVED: {Direction.DOWN, Direction.EITHER},
    Need.FLAT: {Direction.UP, Direction.EITHER},
    Need.STEADY: {Direction.DOWN, Direction.UP, Direction.EITHER, Direction.INSIDE},
}


class Evidence(StrEnum):
    """How well an exercise has been studied; shown to the person in these plain words."""

    STRONG = "strong"
    SOME = "some"
    PRACTICE = "practice"


class Trait(StrEnum):
    """What an exercise asks of a body and a mind: health flags and ratings speak of these."""

    HOLDS = "holds"  # the breath is held
    BIG_BREATH = "big_breath"  # more air than usual
    COLD = "cold"
    BODY = "body"  # attention rests long inside the body
    EFFORT = "effort"  # muscles are tensed, pressed or moved
    IMAGERY = "imagery"
    INWARD = "inward"  # long quiet attention inside
    PERSON = "person"  # brings somebody to mind
    COMPASSION = "compassion"
    MEMORY = "memory"  # touches early experience, or parts of oneself
    CONFLICT = "conflict"  # two people speak of what hurts
    RELAXES = "relaxes"
    WAKES = "wakes"
    STEADIES = "steadies"  # mild enough for the highest distress
    COMPARES = "compares"  # is no exercise: shows what changes by itself, and is never suggested


@dataclass(frozen=True, slots=True)
class Version:
    """One way to do an exercise, with the length that the person is told."""

    id: str
    title: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of an exercise; cheap to have for hundreds of files."""

    id: str
    title: str
    summary: str
    group: Group
    direction: Direction
    versions: tuple[Version, ...]
    gate: int
    evidence: Evidence
    eyes_open: bool
    file: str  # as text: a Path for each of hundreds costs a third of a warm start
    revision: str
    traits: frozenset[Trait] = frozenset()

    @classmethod
    def of(cls, entry: dict[str, Any], file: str, revision: str) -> Self:
        """The card in the checked plain form of an exercise file (`shape`)."""
        versions = tuple(Version(v["id"], v["title"], v["minutes"]) for v in entry["versions"])
        return cls(
            id=entry["id"],
            title=entry["title"],
            summary=entry["summary"],
            group=Group(entry["group"]),
            direction=Direction(entry["direction"]),
            versions=versions,
            gate=entry["gate"],
            evidence=Evidence(entry["evidence"]["tag"]),
            eyes_open=entry["eyes_open"],
            file=file,
            revision=revision,
            traits=frozenset(map(Trait, entry["traits"])),
        )

    @property
    def minutes(self) -> float:
        """The stated length of the version that is offered first."""
        return self.versions[0].minutes

    @property
    def shortest(self) -> Version:
        """The version for a day with little room."""
        return min(self.versions, key=lambda version: version.minutes)

    @property
    def asks_security(self) -> bool:
        """Felt security is rated around exercises of attachment security, beside distress."""
        return self.group is Group.ATTACHMENT

    def version(self, version_id: str | None) -> Version:
        """The version of this id, or the first.  Raises KeyError for an id that is not there."""
        by_id = {version.id: version for version in self.versions}
        return self.versions[0] if version_id is None else by_id[version_id]

    def version_or(self, version_id: str, other: Version) -> Version:
        """The version of this id, or the other where the exercise does not know it any more."""
        return next((v for v in self.versions if v.id == version_id), other)
