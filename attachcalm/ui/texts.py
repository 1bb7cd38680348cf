"""Words that several pages say about an exercise, so that they say it alike."""

from PySide6.QtCore import QCoreApplication

from attachcalm.exercises.card import Card, Direction, Evidence, Group, Version

GROUP_ICONS = {
    Group.GROUNDING: "anchor",
    Group.BREATHING: "wind",
    Group.MINDFULNESS: "leaf",
    Group.BODY: "user-round",
    Group.IMAGERY: "mountain",
    Group.ATTACHMENT: "heart-handshake",
    Group.COMPASSION: "hand-heart",
    Group.EMOTION: "cloud-rain",
    Group.THOUGHTS: "message-circle",
    Group.REFLECTION: "pencil",
    Group.COMMUNICATION: "message-circle",
    Group.FAMILY: "sun",
}


def translate(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("Texts", text)


def group_name(group: Group) -> str:
    """What the family of an exercise is called."""
    return {
        Group.GROUNDING: translate("Grounding"),
        Group.BREATHING: translate("Breathing"),
        Group.MINDFULNESS: translate("Mindfulness"),
        Group.BODY: translate("Body"),
        Group.IMAGERY: translate("Imagery"),
        Group.ATTACHMENT: translate("Feeling secure"),
        Group.COMPASSION: translate("Self-kindness"),
        Group.EMOTION: translate("Feelings"),
        Group.THOUGHTS: translate("Thoughts"),
        Group.REFLECTION: translate("Looking back"),
        Group.COMMUNICATION: translate("Talking"),
        Group.FAMILY: translate("Kids and family"),
    }[group]


def direction_words(direction: Direction) -> str:
    """For which state an exercise is."""
    return {
        Direction.DOWN: translate("for too revved"),
        Direction.UP: translate("for too flat"),
        Direction.EITHER: translate("for too revved or too flat"),
        Direction.INSIDE: translate("for a steady moment"),
    }[direction]


def evidence_words(evidence: Evidence) -> str:
    """How well an exercise is studied."""
    return {
        Evidence.STRONG: translate("Well studied"),
        Evidence.SOME: translate("Some studies"),
        Evidence.PRACTICE: translate("Practice wisdom"),
    }[evidence]


def minutes_words(minutes: float) -> str:
    """A length, as one says it."""
    if minutes < 1:
        return translate("{seconds} seconds").format(seconds=round(minutes * 60))
    return translate("{minutes} min").format(minutes=f"{minutes:g}")


def version_words(version: Version) -> str:
    """A version and its length."""
    return f"{version.title} · {minutes_words(version.minutes)}"


def card_words(card: Card) -> str:
    """The line under a title."""
    return " · ".join(
        (group_name(card.group), minutes_words(card.minutes), direction_words(card.direction))
    )


def clock_words(ms: int) -> str:
    """A span of time as minutes and seconds: 3:05."""
    seconds = max(0, round(ms / 1000))
    return f"{seconds // 60}:{seconds % 60:02d}"
