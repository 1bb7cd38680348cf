"""A season of believable records, for the tour's throw-away profile.

Made up by rule and seed: not anybody's, and never shown as a person's own.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from attachcalm.exercises.card import Card
from attachcalm.journal.entry import Ended, Ending, Fact, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood

DAYS = 96
SILENT_DAYS = range(40, 53)  # a holiday without the app: a gap that must stay a gap
LIKELY = 0.62  # of practising on a day
HELPS = {"grounding": 1.6, "breathing": 2.2, "imagery": 1.4, "attachment": 1.9, "compassion": 1.1}


def season(cards: Sequence[Card], now: datetime, seed: int = 7) -> Iterator[Fact]:
    """The facts of three months up to the day before `now`."""
    chance = random.Random(seed)
    level = 7.0
    for ago in range(DAYS, 0, -1):
        level += chance.gauss(-0.02, 0.35)
        level = min(8.5, max(3.5, level))
        if DAYS - ago in SILENT_DAYS or chance.random() > LIKELY:
            continue
        for _ in range(1 + (chance.random() < 0.25)):
            at = (now - timedelta(days=ago)).replace(
                hour=chance.choice((7, 8, 13, 18, 22, 23)), minute=chance.randrange(60)
            )
            yield from _sitting(chance, chance.choice(cards), at, level)


def _sitting(chance: random.Random, card: Card, at: datetime, level: float) -> Iterator[Fact]:
    sitting = UUID(int=chance.getrandbits(128), version=4)
    before = round(min(10.0, max(0.0, chance.gauss(level, 1.4))))
    fall = chance.gauss(HELPS.get(card.group.value, 1.0), 1.5)
    after = round(min(10.0, max(0.0, before - fall)))
    energy = chance.choice((-3, -2, 1, 2, 2, 3, 3))
    secure = card.asks_security
    mood = Mood(before, energy, chance.randrange(2, 6) if secure else None)
    version = chance.choice(card.versions)
    yield Started(
        sitting, Moment.of(at), card.id, card.title, card.group.value, version.id, card.revision,
        None if chance.random() < 0.06 else mood,
    )  # fmt: skip
    stopped = chance.random() < 0.12
    practised = round(version.minutes * 60_000 * (0.4 if stopped else 1.0))
    end = Moment.of(at + timedelta(milliseconds=practised))
    yield Ended(sitting, end, Ending.STOPPED if stopped else Ending.FINISHED, practised)
    if chance.random() < (0.5 if stopped else 0.92):
        now = Mood(after, round(energy / 2), chance.randrange(4, 9) if secure else None)
        yield RatedAfter(sitting, end, now)
