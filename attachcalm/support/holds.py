"""Whether a person's answers ask for breathing without holding (clinical: heart, lung, panic)."""

from attachcalm.support.flags import Flag, Health

_ASK_FOR_NONE = frozenset({Flag.BREATH, Flag.HEART})


def holds_wait(health: Health) -> bool:
    """Whether nothing is held: after a yes to breath or heart, and until all is answered."""
    return not health.is_known or bool(_ASK_FOR_NONE & health.flags)
